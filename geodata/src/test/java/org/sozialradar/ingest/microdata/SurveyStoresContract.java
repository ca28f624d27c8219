package org.sozialradar.ingest.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;
import org.sozialradar.ingest.microdata.SurveyStores.StoredWave;
import org.sozialradar.publication.PublicationException;
import org.sozialradar.survey.RakingLimits;
import org.sozialradar.survey.microdata.MicrodataStore;

/** A wave goes into every store, and its areas come from it. */
abstract class SurveyStoresContract {
  @TempDir Path folder;

  /** Opens the stores of this test. */
  abstract SurveyStores open();

  @Test
  void aWaveIsImportedListedAndReplaced() throws IOException {
    try (var stores = open()) {
      assertThat(stores.listWaves()).isEmpty();
      stores.geodata().commit(Squares.batch());
      assertThat(run(stores, 3).outcome()).isEqualTo(Outcome.STORED);
      assertThat(run(stores, 4).outcome()).isEqualTo(Outcome.STORED);
    }
    try (var stores = open()) {
      assertThat(stores.listWaves())
          .extracting(StoredWave::survey, StoredWave::period, StoredWave::respondents)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("town", "2022", 12));
      assertThat(run(stores, 0).outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(stores.listWaves()).hasSize(1);
    }
  }

  /** The answers of this test, apart from the rest. */
  abstract MicrodataStore microdata();

  @Test
  void anImportThatCannotBePublishedLeavesAllAsItWas() throws IOException {
    try (var stores = open()) {
      stores.geodata().commit(Squares.batch());
      var publishing = new PublishAfterImport(SurveyRule.DEFAULT, Clock.systemUTC());
      var first = run(stores, rows(60, 60), publishing, false);
      assertThat(first.outcome()).as(first.toJson()).isEqualTo(Outcome.STORED);
      var before = everything(stores);
      assertThat(stores.geodata().<Integer>read(one -> one.listTables("town_helpful").size()))
          .isEqualTo(2);

      for (boolean dryRun : new boolean[] {true, false}) {
        var report = run(stores, rows(60, 59), publishing, dryRun);
        assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(report.issueCounts()).containsOnlyKeys("release-conflict", "table-format");
        assertThat(report.results()).isEmpty();
        assertThat(report.toText(Locale.GERMAN))
            .contains("abgelehnt, nichts gespeichert", "schon einmal veröffentlicht");
        assertThat(everything(stores)).isEqualTo(before);
      }
      assertThat(run(stores, rows(60, 60), publishing, false).outcome()).isEqualTo(Outcome.STORED);
    }
  }

  /** A new wave is kept only if its results may be shown. */
  @Test
  void aNewWaveThatCannotBePublishedIsNotStored() throws IOException {
    try (var stores = open()) {
      stores.geodata().commit(Squares.batch());
      AfterSurveyImport refusing =
          (definition, wave, geodata, microdata) -> {
            throw new PublicationException("no-way", "geht nicht", "cannot be");
          };
      var report = run(stores, rows(20, 20), refusing, false);
      assertThat(report.issueCounts()).containsEntry("no-way", 1L);
      assertThat(report.isRejected()).isTrue();
      assertThat(stores.listWaves()).isEmpty();
    }
  }

  private record Everything(
      long revision, List<List<Estimate>> tables, List<Object> waves, List<Object> releases) {}

  private List<Estimate> cells(IndicatorTable table) {
    return table.codes().stream()
        .map(code -> table.find(code, SurveyFixture.WAVE).orElseThrow())
        .toList();
  }

  /** What is public and what is kept; answers are compared by their rows. */
  private Everything everything(SurveyStores stores) {
    try (var microdata = microdata()) {
      var wave = microdata.find("town", SurveyFixture.WAVE).orElseThrow();
      return stores
          .geodata()
          .read(
              reader ->
                  new Everything(
                      reader.currentRevision().number(),
                      reader.listTables("town_helpful").stream().map(this::cells).toList(),
                      List.of(wave.importedAt(), wave.respondents().areas()),
                      List.copyOf(microdata.listReleases("town"))));
    }
  }

  /** Respondents in the west and in the east. */
  private static String rows(int west, int east) {
    var text = new StringBuilder();
    for (int i = 0; i < west + east; i++) {
      text.append(i < west ? "12,9;50,8;" : "13,1;50,8;").append(1 + i % 5).append(';');
      text.append(1 + i % 4).append(";3;f\n");
    }
    return text.toString();
  }

  private SurveyReport run(SurveyStores stores, int times) throws IOException {
    String rows =
        "12,9;50,8;1;2;3;f\n13,1;50,8;4;5;3;m\n13,1;50,71;1;-9;3;m\n".repeat(Math.max(0, times));
    return run(stores, rows, AfterSurveyImport.NOTHING, false);
  }

  private SurveyReport run(
      SurveyStores stores, String rows, AfterSurveyImport after, boolean dryRun)
      throws IOException {
    var answers = folder.resolve("answers.csv");
    Files.writeString(answers, "x;y;help;trust;apart;sex\n" + rows);
    String area = "{x: x, y: y, crs: \"EPSG:4326\", level: municipality, edition: \"2024\"}";
    var request =
        new SurveyRequest(
            answers,
            SurveyFixture.definition("{}", area),
            SurveyFixture.WAVE,
            List.of(),
            RakingLimits.DEFAULT,
            List.of(),
            false,
            dryRun);
    return stores
        .importer(ImportLimits.STANDARD, Clock.systemUTC(), after)
        .run(request, Progress.silent());
  }
}
