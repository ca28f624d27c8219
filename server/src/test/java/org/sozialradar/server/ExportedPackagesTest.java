package org.sozialradar.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.store.Stores;

/** A package that left one store is imported into an empty one, and says the same there. */
class ExportedPackagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> INDICATORS =
      List.of("cohesion", "help", "population", "strain", "trust");
  private static TestServer server;
  @TempDir Path folder;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = TestServer.overTestCountry(folder);
    server.awaitReading();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private Path unpack(String address) throws Exception {
    return unpack(server, address, Files.createDirectory(folder.resolve("package")));
  }

  static Path unpack(TestServer from, String address, Path place) throws Exception {
    var answer = from.get(address);
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
    for (var file : ExportsTest.unpack(answer.body()).entrySet()) {
      Files.write(place.resolve(file.getKey()), file.getValue());
    }
    return place;
  }

  static String importPackage(Path place, Path store) {
    var out = new StringWriter();
    RadarCommandLine.run(
        List.of("import", place.toString(), "--store", store.toString()),
        Map.of("RADAR_LANG", "en"),
        "test",
        (config, open) -> {
          throw new IllegalStateException("an import does not serve");
        },
        (from, layer, file, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        (frozen, asked, draft) -> {
          throw new IllegalStateException("no release is to be made");
        },
        new PrintWriter(out, true),
        new PrintWriter(out, true));
    return out.toString();
  }

  static JsonNode values(TestServer of, String indicator, String period) throws Exception {
    String address =
        "/api/indicators/%s/values?edition=2023&level=municipality&period=%s"
            .formatted(indicator, period);
    var at = of.get(address).headers().firstValue("Location").orElseThrow();
    return JSON.readTree(of.get(at).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "geojsonseq", "gpkg", "fgb", "csv", "csv-long"})
  void valuesStatusIntervalsAndClassesComeBack(String format) throws Exception {
    var place = unpack("/api/exports?level=municipality&edition=2023&periods=all&format=" + format);
    var store = folder.resolve("store");
    String report = importPackage(place, store);
    assertThat(report).contains("revision 1");
    try (var other = TestServer.over(Stores.open(store.toString()), Map.of())) {
      for (var indicator : INDICATORS) {
        for (var period :
            indicator.equals("population") ? List.of("2021", "2023") : List.of("2023")) {
          assertSame(
              indicator, values(server, indicator, period), values(other, indicator, period));
        }
      }
      if (!format.startsWith("csv")) {
        assertSameShapes(server, other);
      }
    }
  }

  static void assertSame(String indicator, JsonNode before, JsonNode after) {
    for (var part : List.of("codes", "values", "lower", "upper", "status", "unit", "decimals")) {
      assertThat(after.get(part)).as(indicator + " " + part).isEqualTo(before.get(part));
    }
    assertThat(after.get("respondents")).as(indicator).isEqualTo(before.get("respondents"));
    // What stands beside invented values in a package counts as invented itself.
    assertThat(after.get("example").asBoolean()).isTrue();
  }

  private static void assertSameShapes(TestServer before, TestServer after) {
    var expected = before.store().listAreas("2023", "municipality");
    var found = after.store().listAreas("2023", "municipality");
    assertThat(found)
        .extracting(Area::code)
        .containsExactlyElementsOf(expected.stream().map(Area::code).toList());
    for (int i = 0; i < found.size(); i++) {
      Geometry difference = found.get(i).geometry().symDifference(expected.get(i).geometry());
      assertThat(difference.getArea()).isLessThan(1e-6);
      assertThat(found.get(i).name()).isEqualTo(expected.get(i).name());
      assertThat(found.get(i).ancestors()).containsAllEntriesOf(expected.get(i).ancestors());
    }
  }

  @Test
  void whatDoesNotFitItsStatusIsRefused() throws Exception {
    var place =
        unpack("/api/exports?level=municipality&edition=2023&indicators=cohesion&format=csv");
    var file = place.resolve("municipality-2023-cohesion-2023-r3.csv");
    Files.writeString(
        file, Files.readString(file).replace(",3.41,2023,reported", ",3.41,2023,suppressed"));
    assertThat(importPackage(place, folder.resolve("store"))).contains("do not fit the value");
  }
}
