package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;

/**
 * The requirements of OGC API Tiles, by their names in OGC 20-057; those of styles by their names
 * in the draft OGC 20-009.
 */
class OgcTilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOWNS = "/ogc/collections/municipality_2023";
  private static final String TOWN_TILES = TOWNS + "/tiles/WebMercatorQuad";
  private static final String ALL_TILES = "/ogc/tiles/WebMercatorQuad";
  private static final String MVT = "application/vnd.mapbox-vector-tile";
  private static final String RELATIONS = "http://www.opengis.net/def/rel/ogc/1.0/";

  /** The areas reach from 12.8 to 13.6 degrees east and from 50.8 to 51 degrees north. */
  private static final String INSIDE = "/8/85/137";

  /**
   * Scale denominators of GoogleMapsCompatible as the standard for WMTS prints them (OGC 07-057r7,
   * annex E.4).
   */
  private static final double[] PRINTED = {
    559082264.0287178, 279541132.0143589, 139770566.0071794, 69885283.00358972, 34942641.50179486,
    17471320.75089743, 8735660.375448715, 4367830.187724357, 2183915.093862179, 1091957.546931089,
    545978.7734655447, 272989.3867327723, 136494.6933663862, 68247.34668319309, 34123.67334159654,
    17061.83667079827, 8530.918335399136, 4265.459167699568, 2132.729583849784
  };

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return server.get(path, headers);
  }

  private static JsonNode json(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static List<JsonNode> links(JsonNode document, String rel) {
    var links = new ArrayList<JsonNode>();
    for (var link : document.get("links")) {
      if (link.get("rel").asText().equals(rel)) {
        links.add(link);
      }
    }
    return links;
  }

  private static JsonNode link(JsonNode document, String rel) {
    var links = links(document, rel);
    assertThat(links).as(rel).hasSize(1);
    return links.get(0);
  }

  private static String path(String href) {
    var address = URI.create(href);
    String query = address.getRawQuery();
    return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
  }

  /** An address made of a template, with the names of the standard. */
  private static String tile(JsonNode template, int zoom, int row, int column) {
    return path(
        template
            .get("href")
            .asText()
            .replace("{tileMatrix}", Integer.toString(zoom))
            .replace("{tileRow}", Integer.toString(row))
            .replace("{tileCol}", Integer.toString(column)));
  }

  /**
   * core/tc-op, core/tc-tilematrix-definition, core/tc-tilerow-definition and
   * core/tc-tilecol-definition: each tile within the limits has an address made of the template.
   */
  @ParameterizedTest
  @ValueSource(strings = {TOWN_TILES, ALL_TILES, "/ogc/collections/shelters/tiles/WebMercatorQuad"})
  void everyTileWithinTheLimitsIsThere(String set) throws Exception {
    var description = json(set);
    var template = link(description, "item");
    int filled = 0;
    for (var limit : description.get("tileMatrixSetLimits")) {
      int zoom = limit.get("tileMatrix").asInt();
      int row = limit.get("minTileRow").asInt();
      int column = limit.get("minTileCol").asInt();
      for (var answer :
          List.of(
              get(tile(template, zoom, row, column)),
              get(
                  tile(
                      template,
                      zoom,
                      limit.get("maxTileRow").asInt(),
                      limit.get("maxTileCol").asInt())))) {
        assertThat(answer.statusCode()).isIn(200, 204);
        filled += answer.statusCode() == 200 ? 1 : 0;
      }
    }
    assertThat(filled).isPositive();
  }

  /** core/tc-success: what the header asks for, and what lies within the tile. */
  @Test
  void aTileHoldsWhatLiesWithinIt() throws Exception {
    for (var answer :
        List.of(
            get(TOWN_TILES + INSIDE),
            get(TOWN_TILES + INSIDE, "Accept", MVT),
            get(TOWN_TILES + INSIDE + "?f=mvt", "Accept", "text/html"))) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).isEqualTo(MVT);
      assertThat(TileContents.read(answer.body()).get("municipality").features()).hasSize(4);
    }
    // A tile in the east holds the easternmost town alone.
    var east = TileContents.read(get(TOWN_TILES + "/12/1372/2202").body());
    assertThat(east.get("municipality").features()).hasSize(1);
    assertThat(get(TOWN_TILES + INSIDE, "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(get(TOWN_TILES + INSIDE + "?f=png").statusCode()).isEqualTo(400);
  }

  /** core/tc-error A: outside of the matrix or of the limits. */
  @ParameterizedTest
  @CsvSource({
    "/15/0/0, tileMatrix",
    "/8/256/137, tileRow",
    "/8/84/137, tileRow",
    "/8/86/137, tileRow",
    "/8/85/136, tileCol",
    "/8/85/138, tileCol",
    "/8/137/85, tileRow",
    "/-1/0/0, tileMatrix",
    "/eight/85/137, tileMatrix",
    "/08/85/137, tileMatrix",
    "/8/85/137.0, tileCol",
  })
  void whatLiesOutsideOfTheLimitsIsRefused(String place, String parameter) throws Exception {
    refusesPlace(TOWN_TILES + place, parameter);
  }

  private static void refusesPlace(String path, String parameter) throws Exception {
    var answer = get(path, "Accept-Language", "en");
    assertThat(answer.statusCode()).as(path).isEqualTo(400);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains(parameter);
  }

  /** The tiles of all reach as far as any layer: one of the shelters is in Paris. */
  @Test
  void limitsOfAllAreThoseOfAllLayers() throws Exception {
    refusesPlace(ALL_TILES + "/8/85/128", "tileCol");
    refusesPlace(ALL_TILES + "/8/84/137", "tileRow");
    assertThat(get(ALL_TILES + "/8/88/129").statusCode()).isEqualTo(200);
    assertThat(get(ALL_TILES + "/8/87/137").statusCode()).isEqualTo(204);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    for (var path :
        List.of(
            "/ogc/tileMatrixSets/WorldCRS84Quad",
            "/ogc/tiles/WorldCRS84Quad",
            "/ogc/tiles/WorldCRS84Quad/0/0/0",
            TOWNS + "/tiles/WorldCRS84Quad",
            "/ogc/collections/moon/tiles",
            "/ogc/collections/moon/tiles/WebMercatorQuad/0/0/0",
            "/ogc/styles/moon")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  /** core/tc-error B: nothing there, but within the limits. */
  @Test
  void aTileWithoutContentIsEmpty() throws Exception {
    var set = "/ogc/collections/shelters/tiles/WebMercatorQuad";
    var limits = json(set).get("tileMatrixSetLimits");
    var finest = limits.get(limits.size() - 1);
    int zoom = finest.get("tileMatrix").asInt();
    int empty = 0;
    for (int row = finest.get("minTileRow").asInt();
        row <= finest.get("maxTileRow").asInt();
        row++) {
      for (int column = finest.get("minTileCol").asInt();
          column <= finest.get("maxTileCol").asInt();
          column++) {
        var answer = get("%s/%d/%d/%d".formatted(set, zoom, row, column));
        assertThat(answer.statusCode()).isIn(200, 204);
        if (answer.statusCode() == 204) {
          assertThat(answer.body()).isEmpty();
          empty++;
        }
      }
    }
    assertThat(empty).as("the shelters lie apart").isPositive();
  }

  /** tileset/description. */
  @ParameterizedTest
  @ValueSource(strings = {TOWN_TILES, ALL_TILES})
  void aSetOfTilesIsDescribed(String path) throws Exception {
    var set = json(path);
    assertThat(set.get("dataType").asText()).isEqualTo("vector");
    assertThat(set.get("crs").asText()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
    assertThat(set.get("tileMatrixSetId").asText()).isEqualTo("WebMercatorQuad");
    assertThat(set.get("tileMatrixSetURI").asText())
        .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
    assertThat(set.get("attribution").asText()).isNotBlank();
    var scheme = path(link(set, RELATIONS + "tiling-scheme").get("href").asText());
    assertThat(json(scheme).get("id").asText()).isEqualTo("WebMercatorQuad");
    var item = link(set, "item");
    assertThat(item.get("templated").asBoolean()).isTrue();
    assertThat(item.get("type").asText()).isEqualTo(MVT);
    assertThat(item.get("href").asText()).contains("/{tileMatrix}/{tileRow}/{tileCol}");
    assertThat(links(set, "self")).hasSize(1);
    for (var one : set.get("links")) {
      assertThat(one.has("templated")).isEqualTo(one.get("rel").asText().equals("item"));
    }
  }

  /** The limits are those of the areas; columns and rows calculated by hand of the degrees. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0",
    "1, 0, 0, 1, 1",
    "7, 42, 42, 68, 68",
    "8, 85, 85, 137, 137",
    "10, 342, 343, 548, 550",
    "11, 685, 687, 1096, 1101",
    "12, 1371, 1374, 2193, 2202"
  })
  void limitsAreThoseOfTheData(int zoom, int top, int bottom, int left, int right)
      throws Exception {
    var limit = json(TOWN_TILES).get("tileMatrixSetLimits").get(zoom);
    assertThat(limit.get("tileMatrix").asText()).isEqualTo(Integer.toString(zoom));
    assertThat(limit.get("minTileRow").asInt()).isEqualTo(top);
    assertThat(limit.get("maxTileRow").asInt()).isEqualTo(bottom);
    assertThat(limit.get("minTileCol").asInt()).isEqualTo(left);
    assertThat(limit.get("maxTileCol").asInt()).isEqualTo(right);
  }

  /** Layers with their fields, and the values that a client wants inside. */
  @Test
  void layersAreNamedWithTheirFields() throws Exception {
    var layers = json(TOWN_TILES + "?columns=population").get("layers");
    assertThat(layers.findValuesAsText("id"))
        .containsExactly("municipality", "municipality_points");
    assertThat(layers.get(0).get("geometryDimension").asInt()).isEqualTo(2);
    assertThat(layers.get(1).get("geometryDimension").asInt()).isZero();
    var fields = layers.get(0).at("/propertiesSchema/properties");
    assertThat(fields.at("/code/type").asText()).isEqualTo("string");
    assertThat(fields.at("/population/type").asText()).isEqualTo("number");
    assertThat(fields.at("/population_status/type").asText()).isEqualTo("string");
    assertThat(json(ALL_TILES).get("layers").findValuesAsText("id"))
        .contains("state", "district", "municipality", "municipality_points", "shelters");
  }

  /** tilesets-list/tileset-path, tilesets-list/tileset-links. */
  @ParameterizedTest
  @ValueSource(strings = {TOWNS + "/tiles", "/ogc/tiles", "/ogc/collections/shelters/tiles"})
  void setsOfTilesAreListed(String path) throws Exception {
    var sets = json(path).get("tilesets");
    assertThat(sets).isNotEmpty();
    for (var set : sets) {
      assertThat(set.get("dataType").asText()).isEqualTo("vector");
      assertThat(set.get("crs").asText()).endsWith("/3857");
      assertThat(set.get("tileMatrixSetId").asText()).isEqualTo("WebMercatorQuad");
      assertThat(set.get("tileMatrixSetURI").asText()).endsWith("/WebMercatorQuad");
      assertThat(link(set, "item").get("templated").asBoolean()).isTrue();
      assertThat(links(set, RELATIONS + "tiling-scheme")).hasSize(1);
      var full = json(path(link(set, "self").get("href").asText()));
      assertThat(full.get("tileMatrixSetLimits")).isEqualTo(set.get("tileMatrixSetLimits"));
    }
  }

  /** dataset-tilesets/landingpage and geodata-tilesets/desc-links. */
  @Test
  void landingPageAndCollectionsLeadToTheirTiles() throws Exception {
    var landing = json("/ogc");
    assertThat(json(path(link(landing, RELATIONS + "tilesets-vector").get("href").asText())))
        .isEqualTo(json("/ogc/tiles"));
    assertThat(json(path(link(landing, RELATIONS + "tiling-schemes").get("href").asText())))
        .isEqualTo(json("/ogc/tileMatrixSets"));
    for (var collection : json("/ogc/collections").get("collections")) {
      var list = link(collection, RELATIONS + "tilesets-vector").get("href").asText();
      assertThat(path(list)).startsWith("/ogc/collections/" + collection.get("id").asText());
      assertThat(json(path(list)).get("tilesets")).hasSize(1);
    }
  }

  /** dataset-tilesets/operation: all levels and context layers in one tile. */
  @Test
  void aTileOfAllHoldsEveryLayer() throws Exception {
    var all = TileContents.read(get(ALL_TILES + INSIDE).body());
    assertThat(all.keySet()).contains("state", "district", "municipality");
    var towns = TileContents.read(get(TOWN_TILES + INSIDE).body());
    assertThat(all.get("municipality")).isEqualTo(towns.get("municipality"));
    // At zoom 0 areas are points, and each context layer is there as well.
    var world = TileContents.read(get(ALL_TILES + "/0/0/0").body());
    assertThat(world.keySet()).contains("municipality_points", "shelters");
  }

  /** mvt/content: one tile; features with geometry and type; linear from the north-west. */
  @Test
  void tilesAreVectorTiles() throws Exception {
    var state =
        TileContents.read(get("/ogc/collections/state_2023/tiles/WebMercatorQuad/8/85/137").body());
    var layer = state.get("state");
    assertThat(layer.features()).hasSize(1);
    assertThat(layer.features().get(0).type()).isEqualTo(3);
    // The corner at 12.8 degrees east is 0.1022 of the tile from its west, that at 51 or 50.8
    // degrees north 0.7030 or 0.9286 from its north.
    double x = (double) layer.features().get(0).firstX() / layer.extent();
    double y = (double) layer.features().get(0).firstY() / layer.extent();
    assertThat(Math.min(Math.abs(x - 0.10222), Math.abs(x - 0.67111))).isLessThan(0.001);
    assertThat(Math.min(Math.abs(y - 0.70304), Math.abs(y - 0.92855))).isLessThan(0.001);
    for (var one : TileContents.read(get(ALL_TILES + "/0/0/0").body()).values()) {
      assertThat(one.features()).allMatch(feature -> feature.type() > 0);
    }
  }

  /** The definition of the tile matrix set (OGC 17-083r4), complete and right. */
  @Test
  void theTileMatrixSetIsDefined() throws Exception {
    var list = json("/ogc/tileMatrixSets").get("tileMatrixSets");
    assertThat(list.findValuesAsText("id")).containsExactly("WebMercatorQuad");
    var set = json(path(link(list.get(0), "self").get("href").asText()));
    assertThat(set.get("uri").asText())
        .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
    assertThat(set.get("crs").asText()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
    assertThat(set.get("wellKnownScaleSet").asText())
        .isEqualTo("http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    var matrices = set.get("tileMatrices");
    assertThat(matrices).hasSize(25);
    for (int zoom = 0; zoom < 25; zoom++) {
      var matrix = matrices.get(zoom);
      assertThat(matrix.get("id").asText()).isEqualTo(Integer.toString(zoom));
      assertThat(matrix.at("/pointOfOrigin/0").asDouble())
          .isCloseTo(-20037508.3427892, within(1e-6));
      assertThat(matrix.at("/pointOfOrigin/1").asDouble())
          .isCloseTo(20037508.3427892, within(1e-6));
      assertThat(matrix.get("tileWidth").asInt()).isEqualTo(256);
      assertThat(matrix.get("tileHeight").asInt()).isEqualTo(256);
      assertThat(matrix.get("matrixWidth").asLong()).isEqualTo(1L << zoom);
      assertThat(matrix.get("matrixHeight").asLong()).isEqualTo(1L << zoom);
      double scale = matrix.get("scaleDenominator").asDouble();
      assertThat(matrix.get("cellSize").asDouble() / 0.00028).isCloseTo(scale, within(1e-6));
      if (zoom < PRINTED.length) {
        assertThat(scale / PRINTED[zoom]).isCloseTo(1, within(1e-12));
      }
    }
  }

  /** The same bytes and columns of values as under the address of the revision, made once. */
  @Test
  void tilesAreThoseOfTheRevision() throws Exception {
    var own = get(TOWN_TILES + INSIDE + "?columns=population");
    var other =
        get(
            get("/tiles/municipality/8/137/85.mvt?columns=population")
                .headers()
                .firstValue("Location")
                .orElseThrow());
    assertThat(own.body()).isEqualTo(other.body());
    assertThat(header(own, "ETag")).isEqualTo(header(other, "ETag")).isNotBlank();
    assertThat(header(other, "Cache-Control")).contains("immutable");
    assertThat(header(own, "Cache-Control")).isEqualTo("public, no-cache");
    for (var path : List.of(TOWN_TILES + INSIDE, ALL_TILES + INSIDE)) {
      var first = get(path);
      var again = get(path, "If-None-Match", header(first, "ETag"));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(header(get(path, "Accept-Encoding", "gzip"), "Content-Encoding"))
          .isEqualTo("gzip");
    }
    assertThat(get(TOWN_TILES + INSIDE + "?columns=nothing").statusCode()).isEqualTo(404);
    assertThat(get(ALL_TILES + INSIDE + "?columns=population").statusCode()).isEqualTo(400);
  }

  /** TileJSON 3.0 of one layer and of all, with the fields of each. */
  @Test
  void setsAreDescribedAsTileJsonToo() throws Exception {
    for (var path : List.of(TOWN_TILES, ALL_TILES)) {
      var link = link(json(path), "describedby");
      assertThat(link.get("type").asText()).isEqualTo("application/vnd.mapbox.tile+json");
      var tileJson = json(path(link.get("href").asText()));
      assertThat(tileJson.get("tilejson").asText()).isEqualTo("3.0.0");
      assertThat(tileJson.get("bounds")).hasSize(4);
      for (var layer : tileJson.get("vector_layers")) {
        assertThat(layer.get("id").asText()).isNotBlank();
        assertThat(layer.get("fields")).isNotEmpty();
      }
      var template = tileJson.at("/tiles/0").asText();
      var tile = template.replace("{z}", "8").replace("{x}", "137").replace("{y}", "85");
      var answer = get(path(tile));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(get(path + INSIDE).body());
      var ids = new ArrayList<String>();
      tileJson.get("vector_layers").forEach(layer -> ids.add(layer.get("id").asText()));
      assertThat(ids).containsAll(TileContents.read(answer.body()).keySet());
    }
  }

  /**
   * styles: core/base-resource-link, core/styles-op, core/styles-success, core/style-op,
   * core/style-success, core/style-feature-type; mapbox-styles.
   */
  @Test
  void stylesAreListedAndServed() throws Exception {
    var list = json(path(link(json("/ogc"), RELATIONS + "styles").get("href").asText()));
    var ids = new ArrayList<String>();
    for (var style : list.get("styles")) {
      String id = style.get("id").asText();
      ids.add(id);
      var sheet = link(style, "stylesheet");
      assertThat(sheet.get("type").asText()).isEqualTo("application/vnd.mapbox.style+json");
      var answer = get(path(sheet.get("href").asText()));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).isEqualTo("application/vnd.mapbox.style+json");
      var document = JSON.readTree(answer.body());
      assertThat(document.get("version").asInt()).isEqualTo(8);
      var tiles = json("/ogc/collections/" + id + "/tiles/WebMercatorQuad");
      var names = tiles.get("layers").findValuesAsText("id");
      document
          .get("layers")
          .findValuesAsText("source-layer")
          .forEach(name -> assertThat(names).contains(name));
      assertThat(link(tiles, "stylesheet").get("href")).isEqualTo(sheet.get("href"));
      assertThat(link(json("/ogc/collections/" + id), "stylesheet").get("href"))
          .isEqualTo(sheet.get("href"));
    }
    assertThat(ids).contains("municipality_2023", "shelters").doesNotHaveDuplicates();
    assertThat(get("/ogc/styles/shelters", "Accept", "text/html").statusCode()).isEqualTo(406);
  }

  /** Conformance names what is tested here. */
  @Test
  void conformanceNamesTheClasses() throws Exception {
    var classes = json("/ogc/conformance").get("conformsTo").toString();
    for (var name :
        List.of(
            "core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "mvt")) {
      assertThat(classes)
          .contains("\"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/" + name + "\"");
    }
  }

  /** The description of the API has each of the addresses. */
  @Test
  void theDescriptionOfTheApiHasThem() throws Exception {
    var paths = json("/ogc/api").get("paths");
    assertThat(paths.has("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")).isTrue();
    assertThat(paths.has("/collections/{collection}/tiles")).isTrue();
    assertThat(paths.has("/tileMatrixSets/{tileMatrixSetId}")).isTrue();
    assertThat(paths.has("/styles/{style}")).isTrue();
  }

  /** Every document has a form for people; an address with places is text there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/tiles",
        ALL_TILES,
        TOWNS + "/tiles",
        TOWN_TILES,
        "/ogc/tileMatrixSets",
        "/ogc/tileMatrixSets/WebMercatorQuad",
        "/ogc/styles"
      })
  void documentsHaveAFormForPeople(String path) throws Exception {
    var html = get(path, "Accept", "text/html");
    assertThat(header(html, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(new String(html.body(), StandardCharsets.UTF_8))
        .contains("<h1>")
        .doesNotContain("<a href=\"{")
        .doesNotContainPattern("<a href=\"[^\"]*\\{");
    assertThat(header(get(path + "?f=json", "Accept", "text/html"), "Content-Type"))
        .isEqualTo("application/json");
    assertThat(get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(get(path + "?f=xml").statusCode()).isEqualTo(400);
    assertThat(get(path + "?foo=1").statusCode()).isEqualTo(400);
  }

  /** Behind a proxy all links have its scheme and path, those with places too. */
  @Test
  void linksNameTheAddressThatClientsReach(@TempDir Path folder) throws Exception {
    String proxy = "https://karte.example/radar";
    try (var behind = TestServer.overTestCountry(folder, Map.of(Setting.PUBLIC_URL, proxy))) {
      for (var path :
          List.of(
              "/ogc/tiles",
              ALL_TILES,
              TOWNS + "/tiles",
              TOWN_TILES,
              "/ogc/tileMatrixSets",
              "/ogc/tileMatrixSets/WebMercatorQuad",
              "/ogc/styles")) {
        var hrefs = JSON.readTree(behind.get(path).body()).findValuesAsText("href");
        assertThat(hrefs).as(path).isNotEmpty().allMatch(href -> href.startsWith(proxy + "/ogc/"));
      }
      for (var path : List.of(ALL_TILES, TOWN_TILES)) {
        var tileJson = JSON.readTree(behind.get(path + "?f=tilejson").body());
        assertThat(tileJson.at("/tiles/0").asText()).startsWith(proxy + "/");
      }
      var style = new String(behind.get("/ogc/styles/shelters").body(), StandardCharsets.UTF_8);
      assertThat(style).contains(proxy + "/tiles/");
    }
  }
}
