package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Context layers over HTTP: description, features, tiles. */
class LayersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(String path) throws Exception {
    var answer = follow(path);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<byte[]> follow(String path) throws Exception {
    var answer = server.get(path);
    return answer.statusCode() == 307
        ? server.get(answer.headers().firstValue("Location").orElseThrow())
        : answer;
  }

  private static List<String> ids(JsonNode page) {
    var ids = new ArrayList<String>();
    page.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
    return ids;
  }

  @Test
  void saysWhatALayerIsAndWhereItComesFrom() throws Exception {
    var layer = json("/api/layers/shelters");
    assertThat(layer.at("/title/de").asText()).isEqualTo("Notunterkünfte");
    assertThat(layer.get("facility").asText()).isEqualTo("shelter");
    assertThat(layer.get("features").asInt()).isEqualTo(3);
    assertThat(layer.at("/provenance/attribution").asText()).startsWith("© Amt 2023");
    assertThat(layer.at("/attributes/1/type").asText()).isEqualTo("number");
    assertThat(json("/api/catalog").at("/layers/0/id").asText()).isEqualTo("shelters");
    assertThat(server.get("/api/layers/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void featuresComeInPagesThatLinksJoin() throws Exception {
    var first = json("/api/layers/shelters/features?limit=2");
    assertThat(ids(first)).containsExactly("g", "a");
    assertThat(first.get("numberMatched").asInt()).isEqualTo(3);
    assertThat(first.at("/features/0/geometry/coordinates").toString()).isEqualTo("[14.98,51.15]");
    assertThat(first.at("/features/0/properties").toString())
        .isEqualTo("{\"name\":\"Halle Görlitz\",\"places\":120}");
    var second = json(first.at("/links/0/href").asText());
    assertThat(ids(second)).containsExactly("far");
    assertThat(second.get("links")).isEmpty();
    assertThat(second.at("/features/0/properties/places").isNull()).isTrue();
    var inside = json("/api/layers/shelters/features?bbox=12,50,16,52&limit=1&after=g");
    assertThat(ids(inside)).containsExactly("a");
    assertThat(inside.get("numberMatched").asInt()).isEqualTo(2);
    assertThat(inside.get("links")).isEmpty();
  }

  @Test
  void anAddressWithTheStampMayBeKeptForEver() throws Exception {
    String address =
        server.get("/api/layers/shelters/features").headers().firstValue("Location").orElseThrow();
    var kept = server.get(address);
    assertThat(kept.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(kept.headers().firstValue("Content-Type")).contains("application/geo+json");
    String tag = kept.headers().firstValue("ETag").orElseThrow();
    assertThat(server.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    var asked = server.get("/api/revisions/3/layers/shelters/features");
    assertThat(asked.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
  }

  @Test
  void badParametersAreRefused() throws Exception {
    for (var bad :
        List.of(
            "bbox=1,2,3",
            "bbox=a,b,c,d",
            "bbox=14,50,13,51",
            "bbox=NaN,0,1,1",
            "limit=0",
            "limit=10001",
            "after=nobody",
            "nonsense=1")) {
      assertThat(server.get("/api/layers/shelters/features?" + bad).statusCode())
          .as(bad)
          .isEqualTo(400);
    }
  }

  @Test
  void tilesHoldTheFeaturesWithTheirAttributes() throws Exception {
    var description = json("/tiles/shelters.json");
    assertThat(description.at("/vector_layers/0/fields/places").asText()).isEqualTo("Number");
    assertThat(description.get("attribution").asText()).startsWith("© Amt 2023");
    String address = description.at("/tiles/0").asText();
    String path = address.substring(address.indexOf("/tiles/"));
    assertThat(tile(path.replace("{z}/{x}/{y}", "0/0/0"))).contains("shelters");
    assertThat(tile(path.replace("{z}/{x}/{y}", "12/2218/1368")))
        .contains("Halle Görlitz", "radar_id", "places")
        .doesNotContain("Aue", "point_count");
    assertThat(server.get("/tiles/3/2023/shelters/12/2218/1368.mvt").statusCode()).isEqualTo(200);
    assertThat(server.get("/tiles/3/-/shelters/12/0/0.mvt").statusCode()).isEqualTo(204);
    assertThat(server.get("/tiles/3/1999/shelters/12/0/0.mvt").statusCode()).isEqualTo(404);
    assertThat(server.get("/tiles/3/-/municipality/12/0/0.mvt").statusCode()).isEqualTo(404);
    assertThat(server.get("/tiles/shelters.json?columns=population").statusCode()).isEqualTo(404);
  }

  private static String tile(String path) throws Exception {
    var answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
