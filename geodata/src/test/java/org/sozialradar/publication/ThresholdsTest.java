package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/** Thresholds of a questionnaire and of the office decide what is shown, and stand with it. */
class ThresholdsTest {
  private static final int[] SIZES = sizes();

  @TempDir Path folder;
  private GeodataStore store;
  private MicrodataStore microdata;

  private static int[] sizes() {
    var sizes = Country.sizes(3);
    sizes[11] = 15;
    sizes[12] = 18;
    sizes[13] = 19;
    return sizes;
  }

  @BeforeEach
  void open() {
    store = Stores.open(folder.toString());
    microdata = MicrodataStores.open(folder.toString(), StoreLogin.NONE);
    store.commit(Country.boundaries());
  }

  @AfterEach
  void close() {
    microdata.close();
    store.close();
  }

  private static SurveySource source(String publication) {
    String yaml = Country.wave(1, 1).questionnaire() + publication;
    return QuestionnaireFile.read(yaml.getBytes(StandardCharsets.UTF_8), "town.yaml").source();
  }

  private SurveyPublishing publishing(SurveyRule office) {
    return new SurveyPublishing(store, microdata, office, Clock.systemUTC());
  }

  /** Municipalities by status of their cohesion. */
  private static Set<String> municipalities(Publication publication, ObservationStatus status) {
    var codes = new TreeSet<String>();
    publication.batch().tables().stream()
        .filter(table -> table.indicatorId().equals("town_cohesion"))
        .filter(table -> table.level().equals("municipality"))
        .forEach(
            table ->
                table.codes().stream()
                    .filter(code -> table.find(code, Country.WAVE).orElseThrow().status() == status)
                    .forEach(code -> codes.add(code.value())));
    return codes;
  }

  private Set<String> suppressed(SurveyRule office, String publication) {
    return municipalities(
        publishing(office).preview(source(publication), wave()), ObservationStatus.SUPPRESSED);
  }

  private static Wave wave() {
    return Country.wave(1, SIZES);
  }

  private static String code(int i) {
    return Country.municipality(i).value();
  }

  @Test
  void aQuestionnaireThatDemandsMoreRespondentsShowsFewerAreas() {
    var standard = suppressed(SurveyRule.DEFAULT, "");
    assertThat(standard).contains(code(3)).doesNotContain(code(11), code(12), code(13));
    assertThat(suppressed(SurveyRule.DEFAULT, "publication: {min-respondents: 19}"))
        .containsAll(standard)
        .contains(code(11), code(12))
        .doesNotContain(code(13));
    assertThat(suppressed(SurveyRule.DEFAULT, "publication: {min-respondents: 20}"))
        .contains(code(11), code(12), code(13));
  }

  @Test
  void aQuestionnaireCannotWeakenWhatTheOfficeDemands() {
    var office = SurveyRule.of(Map.of("minRespondents", 20.0));
    var demanded = suppressed(office, "");
    assertThat(demanded).contains(code(11), code(12), code(13));
    assertThat(suppressed(office, "publication: {min-respondents: 3, scale-bound: 0.01}"))
        .isEqualTo(demanded);
  }

  @Test
  void widerBoundsHideMore() {
    var standard = suppressed(SurveyRule.DEFAULT, "");
    var wider = suppressed(SurveyRule.DEFAULT, "publication: {scale-bound: 0.4}");
    assertThat(wider).containsAll(standard).hasSizeGreaterThan(standard.size());
  }

  @Test
  void thePrecisionThatIsDemandedHidesValuesOrShowsThem() {
    var strict =
        publishing(SurveyRule.DEFAULT)
            .preview(source("publication: {scale-limited: 0.01, scale-hidden: 0.02}"), wave());
    assertThat(municipalities(strict, ObservationStatus.REPORTED)).isEmpty();
    assertThat(municipalities(strict, ObservationStatus.TOO_IMPRECISE)).isNotEmpty();
    var lenient =
        publishing(SurveyRule.DEFAULT)
            .preview(source("publication: {scale-limited: 1, scale-hidden: 1}"), wave());
    assertThat(municipalities(lenient, ObservationStatus.TOO_IMPRECISE)).isEmpty();
    assertThat(municipalities(lenient, ObservationStatus.LIMITED_PRECISION)).isEmpty();
  }

  @Test
  void anOfficeThatAllowsFewerRespondentsHasAClassForThem() {
    var sizes = Country.sizes();
    sizes[5] = 7;
    var publication =
        publishing(SurveyRule.of(Map.of("minRespondents", 5.0)))
            .preview(
                source("publication: {min-respondents: 5, scale-limited: 1, scale-hidden: 1}"),
                Country.wave(1, sizes));
    var table =
        publication.batch().tables().stream()
            .filter(one -> one.indicatorId().equals("town_cohesion"))
            .filter(one -> one.level().equals("municipality"))
            .findFirst()
            .orElseThrow();
    var cell = table.find(Country.municipality(5), Country.WAVE).orElseThrow();
    assertThat(cell.hasValue()).isTrue();
    assertThat(cell.nClass()).isEqualTo(NClass.BELOW_10);
  }

  @Test
  void theThresholdsInForceStandWithTheReleaseAndInTheMethod() throws IOException {
    var office = SurveyRule.of(Map.of("minRespondents", 12.0));
    publishing(office).publish(source("publication: {scale-bound: 0.2}"), wave());

    var inForce = SurveyRule.of(Map.of("minRespondents", 12.0, "scaleBound", 0.2));
    var releases = microdata.listReleases("town");
    assertThat(releases).hasSize(1);
    assertThat(ReleaseRecord.ofJson(releases.get(0).body()).rule()).isEqualTo(inForce);
    for (var document :
        store.<java.util.List<org.sozialradar.indicator.MethodDocument>>read(
            reader -> reader.listMethodDocuments())) {
      var rule = new ObjectMapper().readTree(document.json()).path("rule");
      assertThat(rule.path("minRespondents").asInt()).isEqualTo(12);
      assertThat(rule.path("scaleBound").asDouble()).isEqualTo(0.2);
    }
  }
}
