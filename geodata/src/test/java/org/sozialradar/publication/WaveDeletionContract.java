package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseDescription;
import org.sozialradar.release.ReleaseFile;
import org.sozialradar.release.SurveyWave;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.MicrodataStore.Tombstone;
import org.sozialradar.survey.microdata.Wave;

/** A wave that is deleted is gone with all that rests on it, in every store and every revision. */
public abstract class WaveDeletionContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ReferencePeriod FIRST = Country.WAVE;
  private static final ReferencePeriod SECOND = ReferencePeriod.ofYear(2024);
  private static final LocalizedText TEXT = new LocalizedText("Text.", "Text.");

  private GeodataStore store;
  private MicrodataStore microdata;
  private ComputedResults results;

  /** Opens an empty store. */
  protected abstract GeodataStore openStore();

  /** Opens the store of answers that belongs to it. */
  protected abstract MicrodataStore openMicrodata();

  @BeforeEach
  void open() {
    store = openStore();
    microdata = openMicrodata();
    results =
        new ComputedResults(store, microdata, SurveyRule.DEFAULT, Clock.fixed(NOW, ZoneOffset.UTC));
    store.commit(Country.boundaries());
    publish(FIRST, 3);
    publish(SECOND, 4);
    results.estimate(model("crisis", FIRST), yaml -> Country.source());
    results.estimate(model("crisis", SECOND), yaml -> Country.source());
    store.commit(index("capital", FIRST, "crisis_support", "crisis"));
    store.commit(index("derived", FIRST, "some_formula", "capital"));
    store.commit(index("other", FIRST, "community", "base"));
  }

  @AfterEach
  void close() {
    results.close();
  }

  private void publish(ReferencePeriod period, long seed) {
    var wave = Country.wave(seed, Country.sizes(3));
    microdata.put(
        new Wave("town", period, wave.questionnaire(), wave.importedAt(), wave.respondents()));
    results.publish("town", period, yaml -> Country.source());
  }

  private static ModelDefinition model(String id, ReferencePeriod wave) {
    return new ModelDefinition(
        id,
        TEXT,
        TEXT,
        "town",
        wave,
        List.of("support"),
        List.of(new ModelDefinition.Covariate("community", Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        7,
        "0".repeat(64));
  }

  private static ImportBatch index(
      String id, ReferencePeriod period, String input, String datasetOfInput) {
    var table = IndicatorTable.builder(id, "2022", "municipality", id);
    table.put(Country.municipality(1), period, Estimate.of(50, ObservationStatus.ESTIMATED));
    var dataset =
        new Dataset(
            id,
            TEXT,
            "Amt",
            new Licence("CC0", "CC0", ""),
            "Amt",
            period.id(),
            true,
            List.of(),
            NOW);
    var indicator =
        new Indicator(
            id,
            TEXT,
            TEXT,
            new Indicator.Unit("points", TEXT),
            1,
            Indicator.Polarity.POSITIVE,
            Measure.intensive(),
            new Indicator.Theme("support", TEXT),
            Double.NaN,
            "",
            id);
    String json =
        "{\"inputs\":[{\"indicator\":\"%s\",\"period\":\"%s\",\"datasets\":[\"%s\"]}]}"
            .formatted(input, period.id(), datasetOfInput);
    return new ImportBatch(
        dataset,
        List.of(),
        List.of(),
        List.of(),
        List.of(indicator),
        List.of(table.build()),
        List.of(),
        List.of(),
        List.of(new MethodDocument(id, period, id, MethodDocument.Kind.INDEX, json)),
        false);
  }

  private List<String> shown() {
    var shown = new TreeSet<String>();
    for (var indicator : store.listIndicators()) {
      for (var table : store.listTables(indicator.id())) {
        table.periods().forEach(period -> shown.add(indicator.id() + " " + period.id()));
      }
    }
    return List.copyOf(shown);
  }

  private static final List<String> LEFT =
      List.of(
          "community 2022",
          "crisis_support 2024",
          "other 2022",
          "town_cohesion 2024",
          "town_support 2024");

  @Test
  void whatRestsOnAWaveIsListedAndNothingIsChanged() {
    var before = shown();
    var extent = results.deletion("town", FIRST).extent();
    assertThat(extent.respondents()).isEqualTo(29 * 60 + 4);
    assertThat(extent.releases()).isEqualTo(1);
    assertThat(extent.resting())
        .extracting(one -> one.kind().label() + " " + one.datasetId() + " " + one.period().id())
        .containsExactly(
            "survey town 2022", "model crisis 2022", "index capital 2022", "index derived 2022");
    assertThat(extent.resting().get(0).indicators())
        .containsExactly("town_cohesion", "town_support");
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void aDeletedWaveIsGoneFromEveryRevisionAndNoRestoreRevivesIt() {
    long before = store.currentRevision().number();
    var deleted = results.deletion("town", FIRST).delete();
    assertThat(deleted.revision().orElseThrow().number()).isEqualTo(before + 1);
    assertThat(microdata.find("town", FIRST)).isEmpty();
    assertThat(microdata.find("town", SECOND)).isPresent();
    assertThat(microdata.listReleases("town")).hasSize(1);
    assertThat(shown()).containsExactlyElementsOf(LEFT);
    for (var revision : store.listRevisions()) {
      store.restore(revision.number());
      assertThat(shown()).isSubsetOf(LEFT);
      assertThat(store.listMethodDocuments())
          .noneMatch(one -> one.period().equals(FIRST) && !one.indicatorId().equals("other"));
    }
    store.restore(before);
    assertThat(shown()).containsExactlyElementsOf(LEFT);
    assertThat(store.listIndicators())
        .extracting(Indicator::id)
        .containsExactly("community", "crisis_support", "other", "town_cohesion", "town_support");
  }

  @Test
  void theWavesBehindDataSetsAreThoseOfTheirResults() {
    var documents = store.listMethodDocuments();
    var first = new SurveyWave("town", FIRST.id());
    var second = new SurveyWave("town", SECOND.id());
    assertThat(WavesBehind.of(documents, Set.of("town"))).containsExactly(first, second);
    assertThat(WavesBehind.of(documents, Set.of("derived", "base"))).containsExactly(first);
    assertThat(WavesBehind.of(documents, Set.of("crisis"))).containsExactly(first, second);
    assertThat(WavesBehind.of(documents, Set.of("base", "other", "vg250"))).isEmpty();
  }

  private void freeze(String id, SurveyWave... waves) {
    var file = new ReleaseFile("a.csv", TEXT, "text/csv", 1, "0".repeat(64));
    var description =
        new ReleaseDescription(TEXT, "", List.of("Amt"), List.of(file), List.of(), List.of(waves));
    store.releases().add(new Release(id, 1, NOW, id + "-00000000", description, Optional.empty()));
  }

  @Test
  void releasesThatHoldSomethingOfAWaveAreWithdrawnWithIt() {
    var first = new SurveyWave("town", FIRST.id());
    var second = new SurveyWave("town", SECOND.id());
    freeze("2026.1", first, second);
    freeze("2026.2", second);
    freeze("2026.3", first);
    freeze("2026.4");
    store.prune(1);
    var deletion = results.deletion("town", FIRST);
    assertThat(deletion.extent().frozen()).containsExactly("2026.1", "2026.3");
    assertThat(store.releases().find("2026.1").orElseThrow().isWithdrawn()).isFalse();
    assertThat(deletion.delete().extent().frozen()).containsExactly("2026.1", "2026.3");
    assertThat(store.releases().list())
        .extracting(one -> one.id() + " " + one.isErased())
        .containsExactlyInAnyOrder("2026.1 true", "2026.2 false", "2026.3 true", "2026.4 false");
    var withdrawal = store.releases().find("2026.3").orElseThrow().withdrawal().orElseThrow();
    assertThat(withdrawal.at()).isEqualTo(NOW);
    assertThat(withdrawal.reason().toString()).doesNotContain("town").doesNotContain("2022");
    assertThat(deletion.extent().isEmpty()).isTrue();
  }

  @Test
  void aDeletionThatEndedBeforeItsReleasesGoesOnWithThem() {
    results.deletion("town", FIRST).delete();
    freeze("2026.1", new SurveyWave("town", FIRST.id()));
    var again = results.deletion("town", FIRST);
    assertThat(again.extent().isEmpty()).isFalse();
    assertThat(again.delete().revision()).isEmpty();
    assertThat(store.releases().find("2026.1").orElseThrow().isErased()).isTrue();
  }

  @Test
  void notesStayOfWhatWasDeleted() {
    results.deletion("town", FIRST).delete();
    assertThat(microdata.listTombstones()).containsExactly(new Tombstone("town", FIRST, NOW));
    assertThat(store.listErasures())
        .containsExactlyInAnyOrder(
            Erasure.of("town", FIRST, NOW),
            Erasure.of("crisis", FIRST, NOW),
            Erasure.of("capital", FIRST, NOW),
            Erasure.of("capital", NOW),
            Erasure.of("derived", FIRST, NOW),
            Erasure.of("derived", NOW));
  }

  @Test
  void whatOnlyAnOlderRevisionShowsGoesToo() {
    long last = store.currentRevision().number();
    store.restore(1);
    assertThat(shown()).containsExactly("community 2022");
    results.deletion("town", FIRST).delete();
    store.restore(last);
    assertThat(shown()).containsExactlyElementsOf(LEFT);
  }

  @Test
  void aDeletionThatEndedHalfwayGoesOn() {
    microdata.delete("town", FIRST, NOW);
    var deleted = results.deletion("town", FIRST).delete();
    assertThat(deleted.extent().answers()).isEmpty();
    assertThat(deleted.extent().resting()).hasSize(4);
    assertThat(microdata.listTombstones()).hasSize(1);
    assertThat(shown()).containsExactlyElementsOf(LEFT);
    assertThat(results.deletion("town", FIRST).extent().isEmpty()).isTrue();
  }

  @Test
  void withTheLastWaveTheWholeSurveyGoes() {
    results.deletion("town", FIRST).delete();
    results.deletion("town", SECOND).delete();
    assertThat(shown()).containsExactly("community 2022", "other 2022");
    assertThat(store.listDatasets()).extracting(Dataset::id).containsExactly("base", "other");
  }

  @Test
  void aDeletedWaveCanBeNeitherEstimatedNorPublishedButImportedAnew() {
    results.deletion("town", FIRST).delete();
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> results.estimate(model("crisis", FIRST), yaml -> Country.source()))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo("wave-missing"))
        .satisfies(fault -> assertThat(fault.field()).isEqualTo("wave"));
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> results.publish("town", FIRST, yaml -> Country.source()));
    publish(FIRST, 3);
    assertThat(shown()).contains("town_support 2022");
  }
}
