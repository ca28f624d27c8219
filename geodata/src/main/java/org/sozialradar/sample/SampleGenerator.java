package org.sozialradar.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the data files of the bundled sample anew; manifests, questionnaire and definitions beside
 * them are written by hand.
 *
 * <p>The same input gives the same bytes (gzip files: the same content). Run it from {@code
 * geodata} with the folder of the real data and the folder of the resources:
 *
 * <pre>
 * mvn -pl geodata -am compile
 * mvn -pl geodata exec:java -Dexec.mainClass=org.sozialradar.sample.SampleGenerator \
 *     -Dexec.args="../shared/data geodata/src/main/resources/sample"
 * </pre>
 */
public final class SampleGenerator {
  private static final List<String> NETWORK_FILES =
      List.of("asskomm_events.csv", "asskomm_totals.csv", "joint_areas.csv");

  private static final long SURVEY_SEED = 20_261_125L;

  private SampleGenerator() {}

  /**
   * Runs the generator.
   *
   * @param arguments folder of the real data, with {@code boundaries/} and {@code network/}; folder
   *     of the sample
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("give the folder of the data and that of the sample");
    }
    var data = Path.of(arguments[0]);
    var sample = Path.of(arguments[1]);
    try {
      makeBoundaries(data.resolve("boundaries"), sample.resolve("boundaries"));
      copyNetwork(data.resolve("network"), sample.resolve("network"));
      makeQuarters(sample.resolve("boundaries"), sample.resolve("quarters"));
      makeIndicators(sample.resolve("boundaries"), sample.resolve("indicators"));
      makeSurvey(sample.resolve("boundaries"), sample.resolve("survey"));
      makeLayers(sample.resolve("boundaries"), sample.resolve("layers"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void makeBoundaries(Path data, Path target) throws IOException {
    Files.createDirectories(target);
    SampleBoundaries.make(data).write(target);
  }

  private static void copyNetwork(Path data, Path target) throws IOException {
    Files.createDirectories(target);
    for (var name : NETWORK_FILES) {
      Files.write(target.resolve(name), Files.readAllBytes(data.resolve(name)));
    }
  }

  /**
   * Invents the quarters of one town.
   *
   * @param boundaries folder with the boundaries of the sample
   */
  static void makeQuarters(Path boundaries, Path target) throws IOException {
    Files.createDirectories(target);
    SampleQuarters.of(SampleBoundaries.read(boundaries)).write(target);
  }

  /**
   * Invents the indicators for the boundaries of the sample.
   *
   * @param boundaries folder with the boundaries of the sample
   */
  static void makeIndicators(Path boundaries, Path target) throws IOException {
    Files.createDirectories(target);
    var read = SampleBoundaries.read(boundaries);
    var tables = new InventedTables(read.places());
    Files.writeString(target.resolve("quarters.csv"), SampleQuarters.of(read).csv(tables));
    Files.writeString(target.resolve("municipalities.csv"), tables.municipalities());
    Files.writeString(target.resolve("crimes_districts.csv"), tables.crimesOfDistricts());
    Files.writeString(target.resolve("crimes_state.csv"), tables.crimesOfState());
  }

  /**
   * Invents facilities and zones of flood.
   *
   * @param boundaries folder with the boundaries of the sample
   */
  static void makeLayers(Path boundaries, Path target) throws IOException {
    Files.createDirectories(target);
    var read = SampleBoundaries.read(boundaries);
    var layers = new InventedLayers(read.municipalities(), read.places());
    for (var kind : InventedLayers.KINDS) {
      Files.writeString(target.resolve(kind.file() + ".csv"), layers.csv(kind));
    }
    Files.writeString(target.resolve("flood_zone.geojson"), InventedFlood.geoJson());
  }

  /**
   * Invents the answers of each wave of the survey.
   *
   * @param boundaries folder with the boundaries of the sample
   */
  static void makeSurvey(Path boundaries, Path target) throws IOException {
    Files.createDirectories(target);
    var ground = new SurveyGround(new InventedTables(SampleBoundaries.read(boundaries).places()));
    var sample = new InventedSample(ground);
    for (int wave : SurveyGround.WAVES) {
      var answers = new InventedAnswers(ground, sample, wave, SURVEY_SEED + wave);
      var file = target.resolve("answers_" + wave + ".csv.gz");
      try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(answers.csv().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
