package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.CellKey;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/**
 * What an earlier release told is known by what it means, not by what it is called: neither a new
 * name nor a new meaning under an old name opens a way around the audit.
 */
public abstract class ReleaseMeaningContract {
  private static final String STANDARD = Country.wave(1, 1).questionnaire();

  /** Demands more, so that other cells are suppressed beside the one of few respondents. */
  private static final String WIDER =
      "publication: {proportion-bound: 0.4, scale-bound: 0.4,"
          + " proportion-limited: 1, proportion-hidden: 1, scale-limited: 1, scale-hidden: 1}";

  private GeodataStore store;
  private MicrodataStore microdata;
  private final Wave wave = Country.wave(1, sizes());

  /** Opens an empty store. */
  protected abstract GeodataStore openStore();

  /** Opens the store of answers that belongs to it. */
  protected abstract MicrodataStore openMicrodata();

  private static int[] sizes() {
    var sizes = Country.sizes(3);
    sizes[3] = 8;
    sizes[5] = 10;
    return sizes;
  }

  @BeforeEach
  void open() {
    store = openStore();
    microdata = openMicrodata();
    store.commit(Country.boundaries());
  }

  @AfterEach
  void close() {
    microdata.close();
    store.close();
  }

  private static SurveySource source(String yaml) {
    return QuestionnaireFile.read(yaml.getBytes(StandardCharsets.UTF_8), "town.yaml").source();
  }

  private SurveyPublishing publishing() {
    return new SurveyPublishing(store, microdata, SurveyRule.DEFAULT, Clock.systemUTC());
  }

  /** Another id for the same share, another order of the same items, other words. */
  private static String renamed() {
    return STANDARD
            .replace("support: {title: {de: Hilfe", "readiness: {title: {de: Bereitschaft")
            .replace("items: [trust, close]", "items: [close, trust]")
        + WIDER;
  }

  /** Municipalities of the first district that a publication does not show a share for. */
  private static Set<String> hidden(Publication publication, String indicator) {
    var hidden = new TreeSet<String>();
    publication.batch().tables().stream()
        .filter(table -> table.indicatorId().equals(indicator))
        .filter(table -> table.level().equals("municipality"))
        .forEach(
            table ->
                table.codes().stream()
                    .filter(code -> code.value().startsWith("1401"))
                    .filter(code -> !table.find(code, Country.WAVE).orElseThrow().hasValue())
                    .forEach(code -> hidden.add(code.value())));
    return hidden;
  }

  private static boolean showsDistrict(Publication publication, String indicator) {
    return publication.batch().tables().stream()
        .filter(table -> table.indicatorId().equals(indicator))
        .filter(table -> table.level().equals("district"))
        .allMatch(table -> table.find(Country.district(0), Country.WAVE).orElseThrow().hasValue());
  }

  @Test
  void aNewNameDoesNotMakeTheAuditForget() {
    var first = publishing().preview(source(STANDARD), wave);
    var hiddenFirst = hidden(first, "town_support");
    assertThat(showsDistrict(first, "town_support")).isTrue();
    assertThat(hiddenFirst).contains(Country.municipality(3).value()).hasSizeGreaterThan(1);

    var forgetful = new TreeSet<>(hiddenFirst);
    forgetful.retainAll(hidden(publishing().preview(source(renamed()), wave), "town_readiness"));
    assertThat(forgetful)
        .as("the attack: what one release hides the other shows, and the district tells the rest")
        .containsExactly(Country.municipality(3).value());

    publishing().publish(source(STANDARD), wave);
    var second = publishing().preview(source(renamed()), wave);
    var both = new TreeSet<>(hiddenFirst);
    both.retainAll(hidden(second, "town_readiness"));
    assertThat(both).contains(Country.municipality(3).value()).hasSizeGreaterThan(1);
  }

  private void refused(String before, String after) {
    publishing().publish(source(STANDARD), wave);
    long revision = store.currentRevision().number();
    String changed = STANDARD.replace(before, after);
    assertThat(changed).isNotEqualTo(STANDARD);
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> publishing().publish(source(changed), wave))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("release-conflict"));
    assertThat(store.currentRevision().number()).isEqualTo(revision);
    assertThat(microdata.listReleases("town")).hasSize(1);
  }

  @Test
  void reverseCodingUnderTheSameIdIsAnotherResult() {
    refused(
        "{de: Nah, en: Close}, answers: five",
        "{de: Nah, en: Close}, answers: five, reverse: true");
  }

  @Test
  void otherAnswersThatCountUnderTheSameIdAreAnotherResult() {
    refused("item: helps, codes: [\"1\"]", "item: helps, codes: [\"0\"]");
  }

  @Test
  void anotherColumnUnderTheSameIdIsAnotherResult() {
    refused("close: {wording", "close: {column: near, wording");
  }

  @Test
  void anotherShareOfAnswersThatAScaleNeedsIsAnotherResult() {
    refused("items: [trust, close]", "items: [trust, close], least-answered: 0.5");
  }

  private void refusedWithWhatToDo(String code, String reason) {
    long revision = store.currentRevision().number();
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> publishing().publish(source(STANDARD), wave))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.text().de())
                  .contains(reason, "radar survey delete town --wave 2022", "--after-deletion");
              assertThat(refusal.text().en())
                  .contains("radar survey delete town --wave 2022", "--after-deletion");
            });
    assertThat(store.currentRevision().number()).isEqualTo(revision);
    assertThat(store.listTables("town_support")).isNotEmpty();
  }

  private void note(String body) {
    microdata.note(new MicrodataStore.Release("town", Country.WAVE, Instant.EPOCH, body));
  }

  /** The way out that the refusal names; only what a person decides is lost. */
  private void deleteAndPublishAgain() {
    new WaveDeletion(store, microdata, "town", Country.WAVE, Clock.systemUTC()).delete();
    assertThat(store.listTables("town_support")).isEmpty();
    assertThat(microdata.listReleases("town")).isEmpty();
    microdata.put(wave);
    publishing().publish(source(STANDARD), wave);
    assertThat(store.listTables("town_support")).isNotEmpty();
  }

  @Test
  void aRecordThatNobodyCanReadIsNeitherIgnoredNorADeadEnd() {
    microdata.put(wave);
    publishing().publish(source(STANDARD), wave);
    note(
        """
        {"cells":[{"period":"2022","edition":"2022","level":"district","area":"14010","group":"",
          "results":["cohesion"],"respondents":[31]}]}
        """);
    refusedWithWhatToDo("release-unreadable", "beschädigt");
    note("{\"cells\": [");
    refusedWithWhatToDo("release-unreadable", "beschädigt");
    deleteAndPublishAgain();
  }

  @Test
  void anAreaThatWasPublishedAndGetsNoResultsNowIsNamedAsTheReason() {
    microdata.put(wave);
    publishing().publish(source(STANDARD), wave);
    var record = ReleaseRecord.ofJson(microdata.listReleases("town").get(0).body());
    var cell = record.cells().get(0);
    var joint = new CellKey(Country.WAVE, "2022", "association", new AreaCode("140100001"), "");
    var earlier = List.of(new ReleasedCell(joint, cell.respondents()));
    note(new ReleaseRecord(record.rule(), earlier).toJson());
    refusedWithWhatToDo("release-conflict", "Gemeindeverbänden");
    deleteAndPublishAgain();
  }

  @Test
  void theRecordKeepsMeaningsAndNoNames() {
    publishing().publish(source(STANDARD), wave);
    var record = ReleaseRecord.ofJson(microdata.listReleases("town").get(0).body());
    var meanings =
        SurveyResult.of(source(STANDARD).questionnaire()).stream()
            .map(result -> result.range().meaning())
            .toList();
    assertThat(meanings).hasSize(2).doesNotHaveDuplicates();
    assertThat(record.cells())
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(meanings).containsAll(cell.respondents().keySet()));
    assertThat(microdata.listReleases("town").get(0).body()).doesNotContain("cohesion");
  }
}
