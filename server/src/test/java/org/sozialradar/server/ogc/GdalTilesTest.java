package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.server.Gdal;
import org.sozialradar.server.TestServer;

/** GDAL's driver for vector tiles reads what the server offers, as programs do that rest on it. */
class GdalTilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLLECTION = "/ogc/collections/municipality_2023";
  private static final String SET = COLLECTION + "/tiles/WebMercatorQuad";
  private static final int ZOOM = 10;

  /** A unit of a tile at the zoom, in degrees, doubled: vertices are rounded to units. */
  private static final double TWO_UNITS = 2 * 360.0 / (1 << ZOOM) / 4096;

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

  private static JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(server.get(path).body());
  }

  /** Takes every tile within the limits of a zoom, as {zoom}/{column}/{row}.mvt. */
  private static void take(Path folder, String columns) throws IOException, InterruptedException {
    var limit = json(SET).get("tileMatrixSetLimits").get(ZOOM);
    for (int row = limit.get("minTileRow").asInt(); row <= limit.get("maxTileRow").asInt(); row++) {
      for (int column = limit.get("minTileCol").asInt();
          column <= limit.get("maxTileCol").asInt();
          column++) {
        var tile = server.get("%s/%d/%d/%d%s".formatted(SET, ZOOM, row, column, columns));
        assertThat(tile.statusCode()).isIn(200, 204);
        var file = folder.resolve("%d/%d/%d.mvt".formatted(ZOOM, column, row));
        Files.createDirectories(file.getParent());
        Files.write(file, tile.body());
      }
    }
  }

  /** What GDAL reads: the pieces of each area by its code. */
  private static Map<String, List<JsonNode>> read(Path folder, String source)
      throws IOException, InterruptedException {
    var metadata = folder.resolve("metadata.json");
    Files.write(metadata, server.get(SET + "?f=tilejson&columns=population").body());
    var file = folder.resolve("read.geojson");
    Files.deleteIfExists(file);
    Gdal.run(
        "ogr2ogr",
        "-f",
        "GeoJSON",
        "-t_srs",
        "OGC:CRS84",
        file.toString(),
        "MVT:" + source,
        "-oo",
        "TILE_EXTENSION=mvt",
        "-oo",
        "METADATA_FILE=" + metadata,
        "municipality");
    var pieces = new TreeMap<String, List<JsonNode>>();
    for (var feature : JSON.readTree(file.toFile()).get("features")) {
      pieces
          .computeIfAbsent(feature.at("/properties/code").asText(), code -> new ArrayList<>())
          .add(feature);
    }
    return pieces;
  }

  private static Envelope box(List<JsonNode> pieces) {
    var box = new Envelope();
    pieces.forEach(piece -> expand(box, piece.at("/geometry/coordinates")));
    return box;
  }

  private static void expand(Envelope box, JsonNode coordinates) {
    if (coordinates.get(0).isNumber()) {
      box.expandToInclude(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
    } else {
      coordinates.forEach(part -> expand(box, part));
    }
  }

  private static void assertSamePlace(Map<String, List<JsonNode>> pieces) throws Exception {
    assertThat(pieces.keySet()).containsExactly("14511000", "14521035", "14626110", "14626600");
    for (var feature : json(COLLECTION + "/items").get("features")) {
      var own = box(List.of(feature));
      var tiled = box(pieces.get(feature.get("id").asText()));
      assertThat(tiled.getMinX()).isCloseTo(own.getMinX(), within(TWO_UNITS));
      assertThat(tiled.getMaxX()).isCloseTo(own.getMaxX(), within(TWO_UNITS));
      assertThat(tiled.getMinY()).isCloseTo(own.getMinY(), within(TWO_UNITS));
      assertThat(tiled.getMaxY()).isCloseTo(own.getMaxY(), within(TWO_UNITS));
    }
  }

  @Test
  void readsTilesWithTheValuesOfTheApi(@TempDir Path folder) throws Exception {
    take(folder, "?columns=population");
    var pieces = read(folder, folder.resolve(Integer.toString(ZOOM)).toString());
    assertSamePlace(pieces);
    for (var feature : json(COLLECTION + "/items").get("features")) {
      for (var piece : pieces.get(feature.get("id").asText())) {
        assertThat(piece.at("/properties/name")).isEqualTo(feature.at("/properties/name"));
        assertThat(piece.at("/properties/population").asDouble())
            .isEqualTo(feature.at("/properties/population").asDouble());
        assertThat(piece.at("/properties/population_status").asText())
            .isEqualTo(feature.at("/properties/population_status").asText());
      }
    }
  }

  /** GDAL takes the tiles itself, under the address that TileJSON names. */
  @Test
  void readsTilesFromTheirAddress(@TempDir Path folder) throws Exception {
    String template = json(SET + "?f=tilejson").at("/tiles/0").asText();
    String zoom = template.substring(0, template.indexOf("/{z}")) + "/" + ZOOM;
    assertSamePlace(read(folder, zoom));
  }

  /** What the description promises of the layers is what GDAL finds in the tile of all. */
  @Test
  void findsTheLayersOfTheDescription(@TempDir Path folder) throws Exception {
    var file = folder.resolve("85.mvt");
    Files.write(file, server.get("/ogc/tiles/WebMercatorQuad/8/85/137").body());
    var metadata = folder.resolve("metadata.json");
    Files.write(metadata, server.get("/ogc/tiles/WebMercatorQuad?f=tilejson").body());
    String said =
        Gdal.run(
            "ogrinfo",
            "-ro",
            "-so",
            "-al",
            file.toString(),
            "-oo",
            "X=137",
            "-oo",
            "Y=85",
            "-oo",
            "Z=8",
            "-oo",
            "METADATA_FILE=" + metadata);
    assertThat(said)
        .contains("using driver `MVT' successful")
        .contains("Layer name: state", "Layer name: district", "Layer name: municipality")
        .contains("code: String", "name: String")
        .contains("ID[\"EPSG\",3857]");
  }
}
