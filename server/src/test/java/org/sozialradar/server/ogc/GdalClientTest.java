package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.Gdal;
import org.sozialradar.server.TestServer;

/** GDAL's driver for OGC API Features reads what the server offers, as QGIS and R do through it. */
class GdalClientTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Gdal.require();
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  /** Reads a collection into GeoJSON with some options of ogr2ogr. */
  private static List<JsonNode> read(Path folder, String collection, String... options)
      throws IOException, InterruptedException {
    var file = folder.resolve("read.geojson");
    Files.deleteIfExists(file);
    var command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", file.toString()));
    command.add("OAPIF:" + server.address("/ogc"));
    command.add(collection);
    command.addAll(List.of(options));
    Gdal.run(command.toArray(String[]::new));
    var features = new ArrayList<JsonNode>();
    JSON.readTree(file.toFile()).get("features").forEach(features::add);
    return features;
  }

  @Test
  void listsTheCollections() throws Exception {
    String said = Gdal.run("ogrinfo", "-q", "OAPIF:" + server.address("/ogc"));
    assertThat(said).contains("municipality_2023", "district_2023", "shelters");
  }

  /** A page holds two features, so that GDAL has to follow the links. */
  @Test
  void readsAllPagesWithTheValuesOfTheApi(@TempDir Path folder) throws Exception {
    var features = read(folder, "municipality_2023", "-oo", "PAGE_SIZE=2");
    assertThat(features)
        .extracting(one -> one.at("/properties/code").asText())
        .containsExactlyInAnyOrder("14511000", "14521035", "14626110", "14626600");
    var own = JSON.readTree(server.get("/ogc/collections/municipality_2023/items").body());
    for (var feature : features) {
      for (var one : own.get("features")) {
        if (one.get("id").asText().equals(feature.at("/properties/code").asText())) {
          assertThat(feature.at("/properties/population"))
              .isEqualTo(one.at("/properties/population"));
          assertThat(feature.get("geometry")).isEqualTo(one.get("geometry"));
        }
      }
    }
  }

  @Test
  void readsWithinARectangle(@TempDir Path folder) throws Exception {
    var all = read(folder, "municipality_2023");
    var corner = all.get(0).at("/geometry/coordinates/0/0");
    String x = Double.toString(corner.get(0).asDouble());
    String y = Double.toString(corner.get(1).asDouble());
    var some = read(folder, "municipality_2023", "-spat", x, y, x, y);
    assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
  }

  /** GDAL brings metres of EPSG:25833 back to degrees: the same places, to about a centimetre. */
  @Test
  void readsCoordinatesOfAnotherSystem(@TempDir Path folder) throws Exception {
    var metres = folder.resolve("metres.geojson");
    Files.write(
        metres,
        server
            .get(
                "/ogc/collections/municipality_2023/items/14511000"
                    + "?crs=http://www.opengis.net/def/crs/EPSG/0/25833")
            .body());
    var degrees = folder.resolve("degrees.geojson");
    Gdal.run(
        "ogr2ogr",
        "-f",
        "GeoJSON",
        "-s_srs",
        "EPSG:25833",
        "-t_srs",
        "OGC:CRS84",
        "-lco",
        "COORDINATE_PRECISION=7",
        degrees.toString(),
        metres.toString());
    var back = JSON.readTree(degrees.toFile()).at("/features/0/geometry/coordinates/0");
    var own = JSON.readTree(server.get("/ogc/collections/municipality_2023/items/14511000").body());
    var ring = own.at("/geometry/coordinates/0");
    assertThat(back.size()).isEqualTo(ring.size());
    for (int i = 0; i < back.size(); i++) {
      assertThat(nearest(ring, back.get(i))).isLessThan(3e-7);
    }
  }

  private static double nearest(JsonNode ring, JsonNode point) {
    double nearest = Double.MAX_VALUE;
    for (var one : ring) {
      nearest =
          Math.min(
              nearest,
              Math.hypot(
                  one.get(0).asDouble() - point.get(0).asDouble(),
                  one.get(1).asDouble() - point.get(1).asDouble()));
    }
    return nearest;
  }
}
