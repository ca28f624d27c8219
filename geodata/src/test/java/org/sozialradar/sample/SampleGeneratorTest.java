package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.SharedData;

/** The sample in the repository is what the generator makes. */
class SampleGeneratorTest {
  @TempDir Path folder;

  @Test
  void theIndicatorsAreThoseOfTheGenerator() throws IOException {
    var sample = copyOfSample();
    SampleGenerator.makeIndicators(sample.resolve("boundaries"), folder.resolve("new"));
    for (var name :
        List.of("municipalities.csv", "quarters.csv", "crimes_districts.csv", "crimes_state.csv")) {
      assertThat(folder.resolve("new").resolve(name))
          .hasSameBinaryContentAs(sample.resolve("indicators").resolve(name));
    }
  }

  @Test
  void theQuartersAreThoseOfTheGenerator() throws IOException {
    var sample = copyOfSample();
    SampleGenerator.makeQuarters(sample.resolve("boundaries"), folder.resolve("new"));
    String name = "quarters.geojson.gz";
    assertThat(unpacked(folder.resolve("new").resolve(name)))
        .isEqualTo(unpacked(sample.resolve("quarters").resolve(name)));
  }

  @Test
  void theAnswersOfTheSurveyAreThoseOfTheGenerator() throws IOException {
    var sample = copyOfSample();
    SampleGenerator.makeSurvey(sample.resolve("boundaries"), folder.resolve("new"));
    var survey = BundledSample.copySurveyTo(folder);
    assertThat(survey.waves()).extracting(BundledSurvey.Answers::wave).containsExactly(2021, 2023);
    for (var wave : survey.waves()) {
      var made = folder.resolve("new").resolve(wave.file().getFileName());
      assertThat(unpacked(made)).isEqualTo(unpacked(wave.file()));
      assertThat(wave.file()).satisfies(file -> assertThat(Files.size(file)).isLessThan(250_000));
    }
  }

  @Test
  void theLayersAreThoseOfTheGenerator() throws IOException {
    var sample = copyOfSample();
    SampleGenerator.makeLayers(sample.resolve("boundaries"), folder.resolve("new"));
    for (var name :
        List.of(
            "fire_stations.csv",
            "meeting_places.csv",
            "clubs.csv",
            "shelters.csv",
            "volunteer_stations.csv",
            "flood_zone.geojson")) {
      assertThat(folder.resolve("new").resolve(name))
          .hasSameTextualContentAs(sample.resolve("layers").resolve(name));
    }
  }

  @Test
  void theBoundariesAreThoseOfTheGenerator() throws IOException {
    var data = SharedData.require();
    var sample = copyOfSample();
    SampleGenerator.makeBoundaries(data.resolve("boundaries"), folder.resolve("new"));
    for (var name : List.of("municipalities.geojson.gz", "districts.geojson.gz")) {
      assertThat(unpacked(folder.resolve("new").resolve(name)))
          .isEqualTo(unpacked(sample.resolve("boundaries").resolve(name)));
    }
  }

  @Test
  void theNetworkIsThatOfTheRealData() throws IOException {
    var data = SharedData.require();
    var sample = copyOfSample();
    for (var name : List.of("asskomm_events.csv", "asskomm_totals.csv", "joint_areas.csv")) {
      assertThat(sample.resolve("network").resolve(name))
          .hasSameBinaryContentAs(data.resolve("network").resolve(name));
    }
  }

  private Path copyOfSample() throws IOException {
    var copy = Files.createDirectories(folder.resolve("sample"));
    BundledSample.copyTo(copy);
    return copy;
  }

  /** Another zlib packs the same content into other bytes. */
  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
