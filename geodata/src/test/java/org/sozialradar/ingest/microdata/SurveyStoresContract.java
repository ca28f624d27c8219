package org.sozialradar.ingest.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;
import org.sozialradar.ingest.microdata.SurveyStores.StoredWave;
import org.sozialradar.survey.RakingLimits;

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

  private SurveyReport run(SurveyStores stores, int times) throws IOException {
    String rows =
        "12,9;50,8;1;2;3;f\n13,1;50,8;4;5;3;m\n13,1;50,71;1;-9;3;m\n".repeat(Math.max(0, times));
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
            false);
    return stores
        .importer(ImportLimits.STANDARD, Clock.systemUTC(), AfterSurveyImport.NOTHING)
        .run(request, Progress.silent());
  }
}
