package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.server.ogc.OgcClient.TOWNS;
import static org.sozialradar.server.ogc.OgcClient.links;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;

/**
 * The requirements of OGC API Features part 1 (OGC 17-069r4) on landing page, API definition,
 * conformance and collections: 1 to 19, HTML (36, 37) and OpenAPI 3.0 (46 to 51), each by its
 * number and name. Those on features are in {@link OgcItemsTest}.
 */
class OgcDocumentsTest {
  private static final List<String> DOCUMENTS =
      List.of("/ogc", "/ogc/conformance", "/ogc/functions", "/ogc/collections", TOWNS);
  private static OgcClient client;

  @BeforeAll
  static void start(@TempDir Path folder) {
    client = new OgcClient(TestServer.overTestCountry(folder));
  }

  @AfterAll
  static void stop() {
    client.server().close();
  }

  /** 1 root-op, 2 root-success; each link leads somewhere and says what is there. */
  @ParameterizedTest
  @ValueSource(strings = {"/ogc", "/ogc/"})
  void theLandingPageLeadsToAllElse(String path) throws Exception {
    var landing = client.json(path);
    assertThat(links(landing, "service-desc")).hasSize(1);
    assertThat(links(landing, "conformance")).hasSize(1);
    assertThat(links(landing, "data")).hasSize(1);
    for (var link : landing.get("links")) {
      var answer = client.follow(link.get("href").asText());
      assertThat(answer.statusCode()).isEqualTo(200);
      String type = link.get("type").asText();
      assertThat(answer.headers().firstValue("Content-Type").get().replace(" ", ""))
          .startsWith(type.replace(" ", ""));
    }
  }

  /** 3 api-definition-op, 4 api-definition-success, 46 and 47 oas-definition. */
  @Test
  void theDefinitionIsOpenApi30() throws Exception {
    var landing = client.json("/ogc");
    var link = links(landing, "service-desc").get(0);
    assertThat(link.get("type").asText()).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    var answer = client.follow(link.get("href").asText());
    assertThat(answer.headers().firstValue("Content-Type").get())
        .isEqualTo(link.get("type").asText());
    var api = client.json("/ogc/api");
    assertThat(api.get("openapi").asText()).startsWith("3.0.");
    assertThat(api.at("/info/title").asText()).isNotBlank();
    assertThat(api.at("/info/version").asText()).isNotBlank();
    requireKnownOf30(api, "");
  }

  /** What JSON Schema has and OpenAPI 3.0 has not must not stand in a schema. */
  private static void requireKnownOf30(JsonNode node, String place) {
    if (place.contains("/example")) {
      return;
    }
    if (node.isObject() && !place.endsWith("/properties")) {
      assertThat(node.path("type").isArray()).as(place + "/type").isFalse();
      assertThat(node.path("type").asText()).as(place).isNotEqualTo("null");
      for (var newer : List.of("const", "prefixItems", "$defs", "patternProperties", "if")) {
        assertThat(node.has(newer)).as(place + "/" + newer).isFalse();
      }
      assertThat(node.path("exclusiveMinimum").isNumber()).as(place).isFalse();
      assertThat(node.path("exclusiveMaximum").isNumber()).as(place).isFalse();
    }
    for (var field : node.properties()) {
      requireKnownOf30(field.getValue(), place + "/" + field.getKey());
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireKnownOf30(node.get(i), place + "/" + i);
    }
  }

  /**
   * 48 oas-impl: each address that is defined answers; nothing is referred to that is not there.
   */
  @Test
  void whatTheDefinitionNamesIsThere() throws Exception {
    var api = client.json("/ogc/api");
    var known =
        Map.of(
            "{collection}", "municipality_2023",
            "{feature}", "14511000",
            "{style}", "shelters",
            "{tileMatrixSetId}", "WebMercatorQuad",
            "{tileMatrix}", "8",
            "{tileRow}", "85",
            "{tileCol}", "137");
    for (var path : api.get("paths").properties()) {
      String address = path.getKey();
      for (var place : known.entrySet()) {
        address = address.replace(place.getKey(), place.getValue());
      }
      assertThat(client.get("/ogc" + address).statusCode()).as(address).isEqualTo(200);
      assertThat(path.getValue().at("/get/operationId").asText()).as(address).isNotBlank();
    }
    for (var reference : api.findValuesAsText("$ref")) {
      assertThat(reference).startsWith("#/");
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  /** 49 completeness, 50 exceptions-codes, 51 security. */
  @Test
  void theDefinitionNamesAllAnswers() throws Exception {
    var api = client.json("/ogc/api");
    assertThat(api.get("paths").has("/")).isTrue();
    assertThat(api.get("paths").has("/collections/{collection}/items/{feature}")).isTrue();
    for (var path : api.get("paths").properties()) {
      var responses = path.getValue().at("/get/responses");
      assertThat(responses.has("200")).as(path.getKey()).isTrue();
      assertThat(responses.has("default")).as(path.getKey()).isTrue();
      for (var parameter : path.getValue().at("/get/parameters")) {
        boolean placed = parameter.path("in").asText().equals("path");
        String name = parameter.path("name").asText();
        assertThat(!placed || path.getKey().contains("{" + name + "}")).as(name).isTrue();
      }
    }
    assertThat(api.has("security")).isFalse();
  }

  /** Programs get the definition, people a page; answers say what they depend on. */
  @Test
  void theDefinitionIsNegotiatedAsAllElse() throws Exception {
    String openApi = "application/vnd.oai.openapi+json;version=3.0";
    for (var accept : List.of("application/vnd.oai.openapi+json", "application/json", "*/*")) {
      var answer = client.get("/ogc/api", "Accept", accept);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue(openApi);
    }
    assertThat(client.get("/ogc/api?f=json").headers().firstValue("Content-Type"))
        .hasValue(openApi);
    for (var path : List.of("/ogc/api?f=html", "/ogc/api")) {
      var page = client.get(path, "Accept", "text/html");
      assertThat(page.headers().firstValue("Location")).hasValue("/docs/api");
    }
    assertThat(client.get("/ogc/api", "Accept", "image/png").statusCode()).isEqualTo(406);
    for (var path : List.of("/ogc", "/ogc/api", TOWNS, TOWNS + "/items", TOWNS + "/queryables")) {
      var first = client.get(path);
      assertThat(first.headers().allValues("Vary")).as(path).contains("Accept, Accept-Language");
      String tag = first.headers().firstValue("ETag").orElseThrow();
      var again = client.get(path, "If-None-Match", tag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.headers().allValues("Vary")).contains("Accept, Accept-Language");
    }
  }

  /** 5 conformance-op, 6 conformance-success. */
  @Test
  void conformanceNamesEachClassOnce() throws Exception {
    var classes = new ArrayList<String>();
    client.json("/ogc/conformance").get("conformsTo").forEach(one -> classes.add(one.asText()));
    assertThat(classes)
        .doesNotHaveDuplicates()
        .allMatch(one -> one.startsWith("http://www.opengis.net/spec/"));
    assertThat(classes)
        .contains(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  }

  /** 7 http: HTTP/1.1 with its methods and states. */
  @Test
  void speaksHttp() throws Exception {
    var head = client.server().send("HEAD", TOWNS);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(client.server().send("DELETE", TOWNS).statusCode()).isEqualTo(405);
    assertThat(client.get("/ogc/nothing").statusCode()).isEqualTo(404);
  }

  /** 8 query-param-unknown: on every address. */
  @Test
  void parametersThatNobodyKnowsAreRefused() throws Exception {
    for (var path : List.of(TOWNS + "/items", TOWNS + "/items/14511000", TOWNS + "/queryables")) {
      assertThat(client.get(path + "?pupulation=1").statusCode()).as(path).isEqualTo(400);
    }
    for (var path : DOCUMENTS) {
      assertThat(client.get(path + "?limit=1").statusCode()).as(path).isEqualTo(400);
    }
    assertThat(client.get("/ogc/api?limit=1").statusCode()).isEqualTo(400);
  }

  /** 9 query-param-invalid; those of items are in the other test. */
  @Test
  void valuesThatDoNotFitAreRefused() throws Exception {
    for (var path : DOCUMENTS) {
      assertThat(client.get(path + "?f=xml").statusCode()).as(path).isEqualTo(400);
    }
    assertThat(client.get(TOWNS + "/items/14511000?crs=EPSG:4326").statusCode()).isEqualTo(400);
  }

  /** 11 fc-md-op, 12 fc-md-success, 13 fc-md-links, 14 fc-md-items. */
  @Test
  void collectionsAreListed() throws Exception {
    var all = client.json("/ogc/collections");
    assertThat(links(all, "self").get(0).get("type").asText()).isEqualTo("application/json");
    assertThat(links(all, "alternate").get(0).get("type").asText()).isEqualTo("text/html");
    var ids = new TreeSet<String>();
    all.get("collections").forEach(one -> ids.add(one.get("id").asText()));
    assertThat(ids)
        .contains(
            "state_2023", "district_2022", "municipality_2022", "municipality_2023", "shelters");
    assertThat(ids).hasSameSizeAs(all.get("collections"));
  }

  /** 15 fc-md-items-links, 16 and 17 fc-md-extent. */
  @Test
  void eachCollectionSaysWhereItsFeaturesAre() throws Exception {
    for (var one : client.json("/ogc/collections").get("collections")) {
      var items = links(one, "items");
      assertThat(items)
          .extracting(link -> link.get("type").asText())
          .containsExactly("application/geo+json", "text/html");
      var box = one.at("/extent/spatial/bbox/0");
      assertThat(box).hasSize(4);
      assertThat(one.at("/extent/spatial/crs").asText()).endsWith("OGC/1.3/CRS84");
      var page = client.json(OgcClient.pathOf(items.get(0).get("href").asText()));
      for (var feature : page.get("features")) {
        requireInside(feature.at("/geometry/coordinates"), box);
      }
    }
  }

  private static void requireInside(JsonNode coordinates, JsonNode box) {
    if (coordinates.path(0).isNumber()) {
      double margin = 1e-6;
      assertThat(coordinates.get(0).asDouble())
          .isBetween(box.get(0).asDouble() - margin, box.get(2).asDouble() + margin);
      assertThat(coordinates.get(1).asDouble())
          .isBetween(box.get(1).asDouble() - margin, box.get(3).asDouble() + margin);
    } else {
      coordinates.forEach(one -> requireInside(one, box));
    }
  }

  /** Recommendation fc-md-license. */
  @Test
  void eachCollectionLeadsToTheLicencesOfWhatIsInIt() throws Exception {
    for (var one : client.json("/ogc/collections").get("collections")) {
      assertThat(links(one, "license"))
          .as(one.get("id").asText())
          .isNotEmpty()
          .allSatisfy(link -> assertThat(link.get("href").asText()).startsWith("https://"))
          .allSatisfy(link -> assertThat(link.get("title").asText()).isNotBlank());
      var alone = client.json("/ogc/collections/" + one.get("id").asText());
      assertThat(links(alone, "license")).isEqualTo(links(one, "license"));
    }
  }

  /** 18 sfc-md-op, 19 sfc-md-success: the same as in the list. */
  @Test
  void aCollectionAloneIsThatOfTheList() throws Exception {
    for (var one : client.json("/ogc/collections").get("collections")) {
      var alone = client.json("/ogc/collections/" + one.get("id").asText());
      for (var field : List.of("id", "title", "description", "extent", "crs", "itemType")) {
        assertThat(alone.get(field)).as(field).isEqualTo(one.get(field));
      }
      assertThat(links(alone, "items")).isEqualTo(links(one, "items"));
    }
    assertThat(client.get("/ogc/collections/moon").statusCode()).isEqualTo(404);
  }

  /** 36 html/definition, 37 html/content: every 200 also as a page with what the JSON says. */
  @Test
  void everyDocumentIsAPageAsWell() throws Exception {
    var paths = new ArrayList<>(DOCUMENTS);
    paths.addAll(List.of(TOWNS + "/queryables", TOWNS + "/items", TOWNS + "/items/14511000"));
    for (var path : paths) {
      var html = client.get(path, "Accept", "text/html");
      assertThat(html.statusCode()).as(path).isEqualTo(200);
      assertThat(html.headers().firstValue("Content-Type").get()).startsWith("text/html");
      assertThat(new String(html.body(), StandardCharsets.UTF_8))
          .startsWith("<!doctype html>")
          .contains("<title>")
          .doesNotContain("%1$s");
      assertThat(client.get(path, "Accept", "image/png").statusCode()).as(path).isEqualTo(406);
    }
    var page = new String(client.get(TOWNS + "/items?f=html").body(), StandardCharsets.UTF_8);
    assertThat(page).contains("Chemnitz").contains("250000");
  }

  /** Escaped signs are the same address; a slash at the end, but of the root, is another. */
  @Test
  void slashesAndEscapes() throws Exception {
    for (var path : List.of("/ogc/collections/", TOWNS + "/", TOWNS + "/items/")) {
      assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(client.json("/ogc/collections/municipality%5F2023")).isEqualTo(client.json(TOWNS));
    for (var path :
        List.of("/ogc/collections/a%2Fb", TOWNS + "/items/a%2Fb", TOWNS + "/items/%00")) {
      assertThat(client.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  /** The address comes from the settings, and never from what a client or a proxy writes. */
  @Test
  void linksNameTheAddressOfTheSettingsAlone(@TempDir Path folder) throws Exception {
    String outside = "https://karte.example/radar";
    String[] forged = {
      "X-Forwarded-Host",
      "evil.example",
      "X-Forwarded-Proto",
      "gopher",
      "Forwarded",
      "host=evil.example"
    };
    try (var server = TestServer.overTestCountry(folder, Map.of(Setting.PUBLIC_URL, outside))) {
      var behind = new OgcClient(server);
      for (var path : List.of("/ogc", "/ogc/collections", TOWNS, TOWNS + "/items?limit=1")) {
        var hrefs =
            behind.json(path, forged).findParents("href").stream()
                .filter(link -> !link.path("rel").asText().equals("license"))
                .map(link -> link.get("href").asText())
                .toList();
        assertThat(hrefs).isNotEmpty().allMatch(href -> href.startsWith(outside + "/"));
        String page =
            new String(behind.get(path, "Accept", "text/html").body(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("=\"/").contains(outside + "/ogc?f=html");
      }
      assertThat(behind.json("/ogc/api").at("/servers/0/url").asText()).isEqualTo(outside + "/ogc");
      assertThat(behind.json(TOWNS + "/queryables").get("$id").asText()).startsWith(outside);
    }
    assertThat(client.json("/ogc", forged).toString())
        .doesNotContain("evil")
        .doesNotContain("gopher");
  }
}
