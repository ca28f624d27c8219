package org.sozialradar.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the data files of the bundled sample anew; the manifests beside them are written by hand.
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
      makeIndicators(sample.resolve("boundaries"), sample.resolve("indicators"));
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
   * Invents the indicators for the boundaries of the sample.
   *
   * @param boundaries folder with the boundaries of the sample
   */
  static void makeIndicators(Path boundaries, Path target) throws IOException {
    Files.createDirectories(target);
    var tables = new InventedTables(SampleBoundaries.read(boundaries).places());
    Files.writeString(target.resolve("municipalities.csv"), tables.municipalities());
    Files.writeString(target.resolve("crimes_districts.csv"), tables.crimesOfDistricts());
    Files.writeString(target.resolve("crimes_state.csv"), tables.crimesOfState());
  }
}
