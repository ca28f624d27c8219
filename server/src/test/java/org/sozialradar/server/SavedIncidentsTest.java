package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/** Incidents are saved by an editor, asked again, and compared. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SavedIncidentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/incidents/";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TokenFile tokens;
  private static TestServer server;
  private static int calls;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    var file = folder.resolve("tokens.json");
    tokens = new TokenFile(file, Clock.systemUTC());
    server =
        TestServer.overTestCountry(
            folder,
            Map.of(
                Setting.ADMIN_PORT,
                TestServer.freePort(),
                Setting.COSTLY_PER_MINUTE,
                "0",
                Setting.TOKEN_STORE,
                file.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String question(double west, double east, String more) {
    return "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,50.8],[%2$s,50.8],[%2$s,51],[%1$s,51],[%1$s,50.8]]]}}%3$s}"
        .formatted(west, east, more);
  }

  private static String body(String name, String at, String question) {
    return "{\"name\":\"%s\",\"at\":\"%s\",\"question\":%s}".formatted(name, at, question);
  }

  private static HttpResponse<String> admin(String method, String id, String body, Role role)
      throws Exception {
    var token = tokens.create("t" + calls++, role, Duration.ofDays(1)).orElseThrow().secret();
    return CLIENT.send(
        HttpRequest.newBuilder(
                server.server().adminAddress().orElseThrow().resolve("/api/admin/incidents/" + id))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode get(String path) throws Exception {
    return JSON.readTree(server.get(path).body());
  }

  @Test
  @Order(1)
  void aSavedIncidentIsFoundByAllAndAskedAgain() throws Exception {
    String asked = question(12.9, 13.2, ",\"groups\":[\"population\"]");
    var put = admin("PUT", "flood", body("Elbe, früh", "2026-11-22T10:00:00Z", asked), Role.EDITOR);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    var listed = get("/api/incidents").get("incidents");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/name").asText()).isEqualTo("Elbe, früh");
    assertThat(listed.at("/0/at").asText()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(listed.at("/0").has("question")).isFalse();
    var answer = get(PATH + "flood");
    assertThat(answer.at("/saved/question")).isEqualTo(JSON.readTree(asked));
    assertThat(answer.at("/area/source").asText()).isEqualTo("saved");
    var direct = JSON.readTree(server.ask("/api/incidents", asked).body());
    assertThat(answer.get("people")).isEqualTo(direct.get("people"));
    assertThat(answer.get("groups")).isEqualTo(direct.get("groups"));
    var other =
        JSON.readTree(
            server
                .ask(
                    "/api/incidents",
                    "{\"area\":{\"incident\":\"flood\"},\"support\":{\"indicator\":\"help\"}}")
                .body());
    assertThat(other.get("people")).isEqualTo(direct.get("people"));
    assertThat(other.at("/support/indicator").asText()).isEqualTo("help");
    assertThat(other.get("groups")).isEmpty();
    assertThat(other.at("/saved/name").asText()).isEqualTo("Elbe, früh");
    assertThat(other.at("/saved/question").isMissingNode()).isTrue();
    assertThat(
            new String(
                server.get(PATH + "flood?format=html&lang=de").body(), StandardCharsets.UTF_8))
        .contains("Lage: Elbe, früh", "Lage vom 22.11.2026, 11:00 Uhr (MEZ)");
    String through = "{\"area\":{\"incident\":\"flood\"},\"support\":{\"indicator\":\"help\"}}";
    var sheet = server.ask("/api/incidents?format=html&lang=de", through).body();
    assertThat(new String(sheet, StandardCharsets.UTF_8))
        .contains("Lage: Elbe, früh", "Lage vom 22.11.2026, 11:00 Uhr (MEZ)");
  }

  @Test
  @Order(2)
  void anotherSavedUnderTheSameIdIsAnsweredAtOnce() throws Exception {
    String wider = question(12.8, 13.2, "");
    admin("PUT", "flood", body("Elbe", "2026-11-22T11:00:00Z", wider), Role.EDITOR);
    assertThat(get(PATH + "flood").at("/people/value").asInt()).isEqualTo(270_500);
    var through =
        JSON.readTree(server.ask("/api/incidents", "{\"area\":{\"incident\":\"flood\"}}").body());
    assertThat(through.at("/people/value").asInt()).isEqualTo(270_500);
  }

  /** From half of Chemnitz and all of Aue to all of Aue and half of Görlitz. */
  @Test
  @Order(3)
  void twoAreComparedByWhatDiffers() throws Exception {
    admin("PUT", "a", body("a", "2026-11-22T10:00:00Z", question(12.9, 13.2, "")), Role.EDITOR);
    admin("PUT", "b", body("b", "2026-11-22T16:00:00Z", question(13.0, 13.3, "")), Role.EDITOR);
    var compared = get(PATH + "comparison?a=a&b=b");
    assertThat(compared.at("/newly").findValuesAsText("code")).containsExactly("14626110");
    assertThat(compared.at("/noLonger").findValuesAsText("code")).containsExactly("14511000");
    assertThat(compared.get("both").asInt()).isEqualTo(1);
    assertThat(compared.at("/difference/value").asInt()).isEqualTo(28_000 - 125_000);
    assertThat(compared.at("/difference/low").asInt()).isEqualTo(-250_000);
    assertThat(compared.at("/difference/high").asInt()).isEqualTo(56_000);
    assertThat(compared.at("/a/people/value").asInt()).isEqualTo(145_500);
    assertThat(compared.at("/b/incident/at").asText()).isEqualTo("2026-11-22T16:00:00Z");
    var same = get(PATH + "comparison?a=a&b=a");
    assertThat(same.get("difference").toString()).isEqualTo("{\"value\":0,\"low\":0,\"high\":0}");
    assertThat(same.get("newly")).isEmpty();
    assertThat(same.get("km2").asDouble()).isZero();
  }

  /** What a saved incident rests on is named beside what came of it. */
  @Test
  @Order(4)
  void aComparisonNamesTheLayersOfBoth() throws Exception {
    String layer = "{\"area\":{\"layer\":\"shelters\",\"features\":[\"a\"],\"buffer\":30000}}";
    admin("PUT", "layer", body("layer", "2026-11-22T10:00:00Z", layer), Role.EDITOR);
    assertThat(get(PATH + "comparison?a=a&b=b").get("sources").findValuesAsText("dataset"))
        .containsExactly("test-boundaries", "test-values");
    for (var sides : new String[] {"a=a&b=layer", "a=layer&b=a"}) {
      assertThat(get(PATH + "comparison?" + sides).get("sources").findValuesAsText("dataset"))
          .containsExactly("test-boundaries", "test-network", "test-values");
    }
  }

  @Test
  @Order(4)
  void onlyWhatCanBeComparedIs() throws Exception {
    String districts = question(12.9, 13.2, ",\"level\":\"district\"");
    admin("PUT", "d", body("d", "2026-11-22T10:00:00Z", districts), Role.EDITOR);
    assertThat(get(PATH + "comparison?a=a&b=d").get("type").asText())
        .isEqualTo("/problems/incidents-differ");
    assertThat(get(PATH + "comparison?a=a&b=nobody").get("type").asText())
        .isEqualTo("/problems/unknown-incident");
    assertThat(get(PATH + "comparison?a=a").get("type").asText())
        .isEqualTo("/problems/missing-parameter");
  }

  @Test
  @Order(5)
  void onlyWhoMayAndOnlyWhatFitsIsSaved() throws Exception {
    String good = body("x", "2026-11-22T10:00:00Z", question(12.9, 13.2, ""));
    assertThat(admin("PUT", "x", good, Role.READER).statusCode()).isEqualTo(403);
    assertThat(admin("PUT", "comparison", good, Role.EDITOR).body())
        .contains("/problems/bad-parameter");
    assertThat(admin("PUT", "x", good.replace("10:00", "25:00"), Role.EDITOR).body())
        .contains("/problems/bad-field");
    assertThat(admin("PUT", "x", good.replace("\"x\"", "\" \""), Role.EDITOR).body())
        .contains("/problems/bad-field");
    assertThat(
            admin("PUT", "x", "{\"name\":\"x\",\"at\":\"2026-11-22T10:00:00Z\"}", Role.EDITOR)
                .body())
        .contains("/problems/missing-field");
    String chain = body("x", "2026-11-22T10:00:00Z", "{\"area\":{\"incident\":\"flood\"}}");
    assertThat(admin("PUT", "x", chain, Role.EDITOR).body()).contains("/problems/not-one-field");
    String person =
        good.replace("\"name\":\"x\"", "\"name\":\"x\",\"contact\":\"Erika Mustermann\"");
    assertThat(admin("PUT", "x", person, Role.EDITOR).body()).contains("/problems/unknown-field");
    for (var unanswered :
        Map.of(
                "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}}",
                "area-crosses",
                question(12.9, 13.2, ",\"level\":\"galaxy\""),
                "unknown-level",
                "{\"area\":{\"layer\":\"nowhere\"}}",
                "unknown-layer",
                question(12.9, 13.2, ",\"groups\":[\"moon\"]"),
                "unknown-indicator")
            .entrySet()) {
      String refused = body("x", "2026-11-22T10:00:00Z", unanswered.getKey());
      assertThat(admin("PUT", "x", refused, Role.EDITOR).body())
          .contains("/problems/" + unanswered.getValue());
    }
    assertThat(get("/api/incidents").get("incidents").findValuesAsText("id")).doesNotContain("x");
    assertThat(server.send("PUT", PATH + "x").statusCode()).isEqualTo(405);
    assertThat(server.get(PATH + "nobody").statusCode()).isEqualTo(404);
    assertThat(server.get(PATH + "..%2Fx").statusCode()).isIn(400, 404);
  }

  @Test
  @Order(6)
  void anAdminDeletesForGood() throws Exception {
    assertThat(admin("DELETE", "flood", "", Role.ADMIN).statusCode()).isEqualTo(200);
    assertThat(server.get(PATH + "flood").statusCode()).isEqualTo(404);
    assertThat(admin("DELETE", "flood", "", Role.ADMIN).statusCode()).isEqualTo(404);
  }
}
