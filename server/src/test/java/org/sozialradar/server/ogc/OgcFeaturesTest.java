package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;

/**
 * The requirements of OGC API Features, by the numbers of part 1 (OGC 17-069r4, section 7) unless
 * another part is named.
 */
class OgcFeaturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOWNS = "/ogc/collections/municipality_2023";
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

  private static String items(String... parameters) {
    var query = new ArrayList<String>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return TOWNS + "/items?" + String.join("&", query);
  }

  private static List<String> ids(JsonNode page) {
    var ids = new ArrayList<String>();
    page.get("features").forEach(one -> ids.add(one.get("id").asText()));
    return ids;
  }

  private static List<String> rels(JsonNode document) {
    var rels = new ArrayList<String>();
    document.get("links").forEach(link -> rels.add(link.get("rel").asText()));
    return rels;
  }

  /** Requirements 1 and 2. */
  @Test
  void theLandingPageLeadsToAllElse() throws Exception {
    var landing = json("/ogc");
    assertThat(rels(landing)).contains("self", "alternate", "service-desc", "conformance", "data");
    for (var link : landing.get("links")) {
      var address = URI.create(link.get("href").asText());
      String path = address.getRawPath();
      String query = address.getRawQuery();
      assertThat(get(query == null ? path : path + "?" + query).statusCode()).isEqualTo(200);
    }
    assertThat(json("/ogc/")).isEqualTo(landing);
  }

  /** Requirements 3 and 4; OpenAPI with paths relative to its server. */
  @Test
  void theDescriptionStandsAlone() throws Exception {
    var answer = get("/ogc/api");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/vnd.oai.openapi+json;version=3.0");
    var api = JSON.readTree(answer.body());
    assertThat(api.get("openapi").asText()).startsWith("3.0.");
    assertThat(api.at("/servers/0/url").asText()).isEqualTo(server.address("/ogc").toString());
    assertThat(api.get("paths").has("/collections/{collection}/items")).isTrue();
    for (var reference : api.findValuesAsText("$ref")) {
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    var parameters = api.at("/paths/~1collections~1{collection}~1items/get/parameters");
    for (var parameter : parameters) {
      if (parameter.get("name").asText().equals("bbox")) {
        assertThat(parameter.at("/schema/minItems").asInt()).isEqualTo(4);
        assertThat(parameter.at("/schema/maxItems").asInt()).isEqualTo(6);
      }
    }
  }

  /** Requirements 5 and 6. */
  @Test
  void conformanceNamesClasses() throws Exception {
    var classes = json("/ogc/conformance").get("conformsTo").toString();
    assertThat(classes)
        .contains("ogcapi-features-1/1.0/conf/core")
        .contains("ogcapi-features-2/1.0/conf/crs")
        .contains("cql2/1.0/conf/cql2-text");
  }

  /** Requirements 8 and 9: an unknown parameter or a malformed value is a 400. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo | 1 | foo",
        "limit | 0 | limit",
        "limit | -1 | limit",
        "limit | many | limit",
        "bbox | 1,2,3 | bbox",
        "bbox | 13,52,14,51 | bbox",
        "bbox | a,b,c,d | bbox",
        "bbox-crs | EPSG:4326 | bbox-crs",
        "crs | http://www.opengis.net/def/crs/EPSG/0/31468 | crs",
        "datetime | yesterday | datetime",
        "datetime | ../.. | datetime",
        "datetime | 2023-01-01/2022-01-01 | datetime",
        "filter | population > | position 13",
        "filter | poulation > 1 | population_status",
        "filter | S_TOUCHES(geometry, geometry) | fixed geometry",
        "filter-lang | sql | filter-lang",
        "sortby | -size | sortby",
        "properties | size | properties",
        "after | nowhere | after",
      })
  void whatDoesNotFitIsRefused(String name, String value, String says) throws Exception {
    var answer = get(items(name, value), "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains(says);
  }

  /** Requirements 11 to 18. */
  @Test
  void collectionsAreDescribed() throws Exception {
    var all = json("/ogc/collections").get("collections");
    var ids = new ArrayList<String>();
    for (var one : all) {
      ids.add(one.get("id").asText());
      assertThat(rels(one)).contains("self", "items");
      assertThat(one.get("itemType").asText()).isEqualTo("feature");
      var alone = json("/ogc/collections/" + one.get("id").asText());
      assertThat(alone.get("extent")).isEqualTo(one.get("extent"));
      assertThat(alone.get("title")).isEqualTo(one.get("title"));
    }
    assertThat(ids).contains("municipality_2023", "district_2023", "municipality_2022", "shelters");
    assertThat(get("/ogc/collections/moon").statusCode()).isEqualTo(404);
  }

  /** Requirements 20 to 31 and 33: features with their values, status, time stamp and counts. */
  @Test
  void featuresCarryPublishedValuesWithWhatStandsBehindThem() throws Exception {
    var page = json(items("limit", "10"));
    assertThat(page.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(page.get("numberMatched").asInt()).isEqualTo(4);
    assertThat(page.get("numberReturned").asInt()).isEqualTo(4);
    assertThat(rels(page)).contains("self", "alternate", "collection").doesNotContain("next");
    assertThat(page.at("/provenance/licence").asText()).isNotBlank();
    var chemnitz = json(TOWNS + "/items/14511000");
    var properties = chemnitz.get("properties");
    assertThat(properties.get("population").asInt()).isEqualTo(250_000);
    assertThat(properties.get("population_period").asText()).isEqualTo("2023");
    assertThat(properties.get("population_status").asText()).isEqualTo("reported");
    assertThat(rels(chemnitz)).contains("self", "alternate", "collection");
    assertThat(get(TOWNS + "/items/99999999").statusCode()).isEqualTo(404);
  }

  /** The values are those of the API itself: what is suppressed there is no number here. */
  @Test
  void whatIsNotPublishedIsMissing() throws Exception {
    for (var feature : json(items("limit", "10")).get("features")) {
      for (var property : feature.get("properties").properties()) {
        String name = property.getKey();
        if (name.endsWith("_status") && property.getValue().asText().startsWith("suppressed")) {
          String indicator = name.substring(0, name.length() - "_status".length());
          assertThat(feature.get("properties").get(indicator).isNull()).as(name).isTrue();
        }
      }
    }
  }

  /** Pages follow each other without gap or repetition, and links lead on. */
  @Test
  void pagesLeadFromOneToTheNext() throws Exception {
    for (var order : List.of("name", "-population", "")) {
      var all = ids(json(order.isEmpty() ? items("limit", "10") : items("sortby", order)));
      var paged = new ArrayList<String>();
      String path = order.isEmpty() ? items("limit", "2") : items("limit", "2", "sortby", order);
      while (!path.isEmpty()) {
        var page = json(path);
        paged.addAll(ids(page));
        path = "";
        for (var link : page.get("links")) {
          if (link.get("rel").asText().equals("next")) {
            var next = URI.create(link.get("href").asText());
            path = next.getRawPath() + "?" + next.getRawQuery();
          }
        }
      }
      assertThat(paged).as(order).isEqualTo(all).hasSize(4).doesNotHaveDuplicates();
    }
  }

  /** Requirement 21: more than the most is answered with the most, and said. */
  @Test
  void aLimitAboveTheMostIsClampedAndSaid() throws Exception {
    assertThat(json(items("limit", "20000")).get("limitApplied").asInt()).isEqualTo(10_000);
    assertThat(json(items("limit", "10000")).has("limitApplied")).isFalse();
  }

  /** Requirement 24, and part 2, requirement 6: a box in the order of its system's axes. */
  @Test
  void aBoxChoosesFeaturesInEachSystem() throws Exception {
    var box = json(TOWNS + "/items/14511000").get("geometry");
    double x = box.at("/coordinates/0/0/0").asDouble();
    double y = box.at("/coordinates/0/0/1").asDouble();
    String lonLat = "%s,%s,%s,%s".formatted(x - 1e-4, y - 1e-4, x + 1e-4, y + 1e-4);
    String latLon = "%s,%s,%s,%s".formatted(y - 1e-4, x - 1e-4, y + 1e-4, x + 1e-4);
    var found = ids(json(items("bbox", lonLat)));
    assertThat(found).contains("14511000").hasSizeLessThan(4);
    assertThat(ids(json(items("bbox", latLon, "bbox-crs", epsg(4326))))).isEqualTo(found);
    String withHeights = "%s,%s,0,%s,%s,0".formatted(x - 1e-4, y - 1e-4, x + 1e-4, y + 1e-4);
    assertThat(ids(json(items("bbox", withHeights)))).as("with heights").isEqualTo(found);
    assertThat(ids(json(items("bbox", "170,-10,-170,10")))).as("antimeridian").isEmpty();
  }

  private static String epsg(int code) {
    return "http://www.opengis.net/def/crs/EPSG/0/" + code;
  }

  /** Part 2, requirements 2, 10 and 16. */
  @Test
  void geometriesComeInEachSystemWithItsName() throws Exception {
    var plain = json(TOWNS + "/items/14511000").at("/geometry/coordinates/0/0");
    var answer = get(TOWNS + "/items/14511000?crs=" + epsg(4326));
    assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + epsg(4326) + ">");
    var turned = JSON.readTree(answer.body()).at("/geometry/coordinates/0/0");
    assertThat(turned.get(0).asDouble()).isCloseTo(plain.get(1).asDouble(), within(1.0));
    var metres = json(TOWNS + "/items/14511000?crs=" + epsg(25833));
    assertThat(metres.at("/geometry/coordinates/0/0/0").asDouble()).isGreaterThan(100_000);
  }

  @Test
  void filtersAskForValues() throws Exception {
    assertThat(ids(json(items("filter", "population >= 56000", "sortby", "-population"))))
        .isEqualTo(List.of("14511000", "14626110"));
    String json = "{\"op\":\">=\",\"args\":[{\"property\":\"population\"},56000]}";
    assertThat(ids(json(items("filter", json, "filter-lang", "cql2-json"))))
        .containsExactlyInAnyOrder("14511000", "14626110");
    assertThat(ids(json(items("filter", "population IS NULL", "datetime", "2021-06-01"))))
        .isNotNull();
  }

  /** A point of the filter in another system is the same point. */
  @Test
  void geometriesOfFiltersMayBeInAnotherSystem() throws Exception {
    var found = ids(json(items("filter", "S_INTERSECTS(geometry, POINT(14.99 51.15))")));
    var other =
        ids(
            json(
                items(
                    "filter",
                    "S_INTERSECTS(geometry, POINT(51.15 14.99))",
                    "filter-crs",
                    epsg(4326))));
    assertThat(other).isEqualTo(found);
  }

  /** What lies far outside of a system is nowhere, but no fault of the server. */
  @Test
  void placesOutsideOfTheirSystemAreNoFault() throws Exception {
    for (var answer :
        List.of(
            get(
                items(
                    "filter",
                    "S_INTERSECTS(geometry, POINT(1e300 1e300))",
                    "filter-crs",
                    epsg(25833))),
            get(items("bbox", "1e300,1e300,2e300,2e300", "bbox-crs", epsg(25833))))) {
      assertThat(answer.statusCode()).isLessThan(500);
    }
  }

  /** Nobody else's time is in the answer, so that whoever has it need not take it again. */
  @Test
  void anUnchangedPageIsNotSentAgain() throws Exception {
    String tag = get(items("limit", "1")).headers().firstValue("ETag").orElseThrow();
    assertThat(get(items("limit", "1"), "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  /** What is wrong is said in words, and all that is possible is named, however much it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox | 12,52,13,51 | west, south, east, north",
        "bbox | 12,50,100,13,51,0 | west, south, bottom, east, north, top",
        "bbox | 1,2,3 | four numbers",
        "bbox | 12d,50,13,51 | four numbers",
        "limit | 0 | whole numbers from 1 to 10000",
        "limit | -1 | whole numbers from 1 to 10000",
        "datetime | 2023 | does not end before it begins",
        "after | nothing | link “next”",
        "sortby | nothing | population_status",
        "properties | nothing | population_status",
        "filter | nothing = 1 | population_status"
      })
  void whatIsWrongIsSaidInWords(String name, String value, String words) throws Exception {
    var answer = get(items(name, value), "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(400);
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("detail").asText()).contains(words).doesNotContain("…");
    assertThat(problem.get("parameter").asText()).isEqualTo(name);
  }

  /** A filter may have 4096 bytes, which links write with up to three characters each. */
  @Test
  void pagesOfALongFilterLeadOn() throws Exception {
    String filter = "name <> '%s'".formatted("ä".repeat(2040));
    var seen = new ArrayList<String>();
    var path = Optional.of(items("limit", "1", "filter", filter));
    while (path.isPresent()) {
      var page = json(path.get());
      seen.addAll(ids(page));
      path = OgcClient.next(page);
    }
    assertThat(seen).isEqualTo(ids(json(items())));
  }

  /** Better no page at all than a first one whose link leads nowhere. */
  @Test
  void anAddressThatLeavesNoRoomForTheNextPageIsRefused() throws Exception {
    String names = "name,".repeat(3264) + "name";
    assertThat(get(items("limit", "4") + "&properties=" + names).statusCode()).isEqualTo(200);
    assertThat(get(items("limit", "1") + "&properties=" + names).statusCode()).isEqualTo(414);
  }

  @Test
  void datetimeChoosesThePeriodOfTheValues() throws Exception {
    var older = json(items("datetime", "2021-01-01/2021-12-31")).at("/features/0/properties");
    assertThat(older.get("population_period").asText()).isEqualTo("2021");
  }

  /** What may be asked for stays the same: an indicator without a period of the time is missing. */
  @Test
  void datetimeLeavesTheColumns() throws Exception {
    var all = json(items("limit", "1")).at("/features/0/properties");
    var none = json(items("limit", "1", "datetime", "1990-01-01")).at("/features/0/properties");
    all.fieldNames().forEachRemaining(name -> assertThat(none.has(name)).as(name).isTrue());
    assertThat(none.get("population").isNull()).isTrue();
    assertThat(none.get("population_period").isNull()).isTrue();
    var matched =
        json(
            items(
                "datetime", "1990-01-01",
                "filter", "population IS NULL AND NOT (population > 1)",
                "sortby", "population",
                "properties", "name,population"));
    assertThat(matched.get("numberMatched").asInt()).isZero();
    assertThat(ids(json(items("datetime", "1990-01-01", "filter", "population IS NULL"))))
        .isEqualTo(ids(json(items())));
  }

  @Test
  void propertiesAreChosen() throws Exception {
    var properties = json(items("properties", "name,population")).at("/features/0/properties");
    assertThat(properties).hasSize(2);
  }

  /** Part 3, requirements 3 to 5. */
  @Test
  void queryablesSayWhatMayBeAskedFor() throws Exception {
    var queryables = json(TOWNS + "/queryables");
    assertThat(queryables.at("/properties/population/type").asText()).isEqualTo("integer");
    assertThat(queryables.at("/properties/geometry/format").asText()).isEqualTo("geometry-any");
    assertThat(json("/ogc/collections/shelters/queryables").get("properties")).isNotEmpty();
  }

  /** Requirements of the class HTML, and a form that there is not. */
  @Test
  void formsAreNegotiated() throws Exception {
    for (var path : List.of("/ogc", "/ogc/collections", TOWNS, TOWNS + "/items")) {
      var html = get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
      assertThat(html.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
      assertThat(new String(html.body(), StandardCharsets.UTF_8)).contains("<h1>");
      assertThat(get(path, "Accept", "application/json").headers().firstValue("Content-Type").get())
          .endsWith("json");
      assertThat(get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
      assertThat(get(path + "?f=html").headers().firstValue("Content-Type").get())
          .startsWith("text/html");
    }
  }

  /** Behind a proxy all links have its scheme and path. */
  @Test
  void linksNameTheAddressThatClientsReach(@TempDir Path folder) throws Exception {
    try (var behind =
        TestServer.overTestCountry(
            folder, Map.of(Setting.PUBLIC_URL, "https://karte.example/radar"))) {
      for (var path : List.of("/ogc", "/ogc/collections", TOWNS + "/items?limit=1")) {
        var document = JSON.readTree(behind.get(path).body());
        document.findParents("href").stream()
            .filter(link -> !link.path("rel").asText().equals("license"))
            .map(link -> link.get("href").asText())
            .forEach(href -> assertThat(href).startsWith("https://karte.example/radar/"));
      }
      assertThat(JSON.readTree(behind.get("/ogc/api").body()).at("/servers/0/url").asText())
          .isEqualTo("https://karte.example/radar/ogc");
    }
  }
}
