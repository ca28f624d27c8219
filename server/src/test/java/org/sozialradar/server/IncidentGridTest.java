package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.EqualAreaPlane;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/**
 * A flood in the {@link TestCountry}, with and without a population grid: of Chemnitz, 12.8° to
 * 13.0° E and 50.8° to 51.0° N, nine tenths of the people live in the valley around 12.82° E.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IncidentGridTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A tenth of the surface of Chemnitz. */
  private static final String VALLEY =
      "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
          + "[[[12.81,50.8],[12.83,50.8],[12.83,51],[12.81,51],[12.81,50.8]]]}},"
          + "\"groups\":[\"population\"]}";

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    try (var store = Stores.open(folder.resolve("store").toString())) {
      TestCountry.fill(store);
    }
    server =
        TestServer.over(
            Stores.open(folder.resolve("store").toString()),
            Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode flood() throws Exception {
    var answer = server.ask("/api/incidents", VALLEY);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  @Order(1)
  void withoutAGridPeopleLiveEverywhere() throws Exception {
    var answer = flood();
    assertThat(answer.at("/people/weights").asText()).isEqualTo("area-shares");
    assertThat(answer.at("/people/value").asDouble()).isCloseTo(25_000, within(100.0));
    assertThat(answer.at("/people/low").asInt()).isZero();
    assertThat(answer.at("/people/high").asInt()).isEqualTo(250_000);
  }

  @Test
  @Order(2)
  void aGridOfAPartOfTheTownDoesNotSpeakForIt(@TempDir Path folder) throws Exception {
    importGrid(folder, 90, 10); // 20,000 of 250,000
    server.server().awaitReading();
    var answer = flood();
    assertThat(answer.at("/people/weights").asText()).isEqualTo("area-shares");
    assertThat(answer.at("/people/high").asInt()).isEqualTo(250_000);
  }

  @Test
  @Order(3)
  void withAGridTheyLiveWhereTheirCellsAre(@TempDir Path folder) throws Exception {
    importGrid(folder, 1125, 125);
    server.server().awaitReading();
    var answer = flood();
    assertThat(answer.at("/people/weights").asText()).isEqualTo("population-grid");
    double most = answer.at("/people/value").asDouble();
    assertThat(most).isCloseTo(225_000, within(1000.0));
    assertThat(answer.at("/people/low").asDouble()).isBetween(0.9 * most, most);
    assertThat(answer.at("/people/high").asDouble()).isBetween(most, 1.1 * most);
    assertThat(answer.at("/areas/0/shareOfArea").asDouble()).isCloseTo(0.1, within(0.001));
    assertThat(answer.at("/groups/0/value").asDouble()).isCloseTo(most, within(1.0));
    assertThat(answer.get("attribution").asText()).contains("© Census, invented");
    assertThat(answer.get("notes").toString()).contains("Bevölkerungsraster");
  }

  /** 20 by 10 cells each: in the valley around 12.82° E, and east of 12.9° E. */
  private static void importGrid(Path folder, int valley, int east) throws IOException {
    var table = new StringBuilder("GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n");
    add(table, 12.82, 50.9, 10, valley);
    add(table, 12.95, 50.9, 10, east);
    Files.writeString(folder.resolve("grid.csv"), table);
    Files.writeString(
        folder.resolve("datapackage.json"),
        """
        {"name": "census", "licenses": [{"name": "CC0-1.0"}],
         "radar": {"title": {"de": "Zensus", "en": "Census"}, "publisher": "invented",
          "attribution": "© Census, invented", "vintage": "2022", "example": true},
         "resources": [{"name": "grid", "path": "grid.csv", "radar": {"kind": "grid",
          "title": {"de": "Gitter", "en": "Grid"}}}]}
        """);
    var report =
        Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
            .run(
                new ImportRequest(
                    List.of(folder.resolve("datapackage.json")), List.of(), List.of(), false),
                server.store(),
                Progress.silent());
    assertThat(report.isRejected()).as(report.toJson()).isFalse();
  }

  private static void add(StringBuilder table, double lon, double lat, int half, int people) {
    var middle =
        EqualAreaPlane.EUROPE
            .project(new GeometryFactory().createPoint(new Coordinate(lon, lat)))
            .getCoordinate();
    long north = Math.round(middle.y / 100);
    long east = Math.round(middle.x / 100);
    for (long row = north - half; row < north + half; row++) {
      for (long column = east - half / 2; column < east + half / 2; column++) {
        table.append(
            "CRS3035RES100mN%dE%d;%d;%d;%d\n"
                .formatted(100 * row, 100 * column, 100 * column + 50, 100 * row + 50, people));
      }
    }
  }
}
