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

  /** All pages into a GeoPackage and out of it again: nothing of values and geometries is lost. */
  @Test
  void keepsValuesAndGeometriesInAGeoPackage(@TempDir Path folder) throws Exception {
    for (var collection : List.of("municipality_2023", "shelters")) {
      String file = folder.resolve(collection + ".gpkg").toString();
      String source = "OAPIF:" + server.address("/ogc");
      Gdal.run("ogr2ogr", "-f", "GPKG", file, source, collection, "-oo", "PAGE_SIZE=1");
      var back = folder.resolve(collection + ".geojson");
      Gdal.run("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", back.toString(), file);
      var own =
          JSON.readTree(server.get("/ogc/collections/" + collection + "/items").body())
              .get("features");
      var kept = JSON.readTree(back.toFile()).get("features");
      assertThat(kept).hasSameSizeAs(own);
      for (int i = 0; i < own.size(); i++) {
        isSame(own.get(i), kept.get(i));
      }
    }
  }

  private static void isSame(JsonNode own, JsonNode kept) {
    for (var property : own.get("properties").properties()) {
      var value = kept.get("properties").get(property.getKey());
      if (property.getValue().isNumber()) {
        assertThat(value.asDouble()).isEqualTo(property.getValue().asDouble());
      } else {
        assertThat(value).as(property.getKey()).isEqualTo(property.getValue());
      }
    }
    var coordinates = new ArrayList<Double>();
    numbers(own.at("/geometry/coordinates"), coordinates);
    var keptCoordinates = new ArrayList<Double>();
    numbers(kept.at("/geometry/coordinates"), keptCoordinates);
    assertThat(keptCoordinates).containsExactlyElementsOf(coordinates);
  }

  private static void numbers(JsonNode node, List<Double> into) {
    if (node.isNumber()) {
      into.add(node.asDouble());
    }
    node.forEach(one -> numbers(one, into));
  }

  /**
   * GDAL asks the server for the rectangle, and follows its pages; also from a root with a slash.
   */
  @Test
  void leavesTheRectangleToTheServer(@TempDir Path folder) throws Exception {
    String said =
        Gdal.run(
            "ogr2ogr",
            "--debug",
            "on",
            "-f",
            "GPKG",
            folder.resolve("some.gpkg").toString(),
            "OAPIF:" + server.address("/ogc/"),
            "municipality_2023",
            "-oo",
            "PAGE_SIZE=1",
            "-spat",
            "13.15",
            "50.85",
            "13.25",
            "50.9");
    assertThat(said).contains("bbox=13.1").contains("&after=").contains("&revision=3");
    String found = Gdal.run("ogrinfo", "-q", "-al", folder.resolve("some.gpkg").toString());
    assertThat(found).contains("14521035", "14626110").doesNotContain("14511000", "14626600");
  }

  /** GDAL 3.6 asks the server for all and filters by itself: what it keeps is what ours keeps. */
  @Test
  void anAttributeFilterKeepsTheSame(@TempDir Path folder) throws Exception {
    var kept = read(folder, "municipality_2023", "-where", "population > 50000 AND name LIKE 'G%'");
    assertThat(kept)
        .extracting(one -> one.at("/properties/name").asText())
        .containsExactly("Görlitz");
    var own =
        JSON.readTree(
            server
                .get(
                    "/ogc/collections/municipality_2023/items?filter="
                        + "population%20%3E%2050000%20AND%20name%20LIKE%20%27G%25%27")
                .body());
    assertThat(own.get("numberMatched").asInt()).isEqualTo(1);
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
