package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/** Questions about priorities are saved, shared, asked again and held against each other. */
class WeightSetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUESTION =
      "{\"level\":\"municipality\",\"method\":\"weighted-sum\",\"top\":1,\"criteria\":["
          + "{\"indicator\":\"strain\",\"role\":\"need\",\"weight\":%d},"
          + "{\"indicator\":\"help\",\"role\":\"support\",\"weight\":%d}]}";
  private static final String NEED_FIRST = QUESTION.formatted(3, 1);
  private static final String HELP_FIRST = QUESTION.formatted(1, 3);

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private TokenFile tokens;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
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

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> admin(String method, String id, String body, Role role)
      throws Exception {
    String name = "n" + tokens.list().size();
    var token = tokens.create(name, role, Duration.ofDays(1)).orElseThrow().secret();
    return client.send(
        HttpRequest.newBuilder(
                server
                    .server()
                    .adminAddress()
                    .orElseThrow()
                    .resolve("/api/admin/weight-sets" + (id.isEmpty() ? "" : "/" + id)))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode ask(String path, String question) throws Exception {
    return JSON.readTree(server.ask(path, question).body());
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(server.get(path).body());
  }

  @Test
  void aSavedQuestionIsFoundByAllAndDeletedByAnAdmin() throws Exception {
    String id = ask("/api/priorities", NEED_FIRST).get("id").asText();
    assertThat(get("/api/weight-sets").get("weightSets")).isEmpty();
    String body = "{\"name\":\"Hochwasser, erste Fassung\",\"request\":" + NEED_FIRST + "}";
    var saved = admin("PUT", id, body, Role.EDITOR);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    var set = get("/api/weight-sets/" + id);
    assertThat(set).isEqualTo(JSON.readTree(saved.body()));
    assertThat(set.get("name").asText()).isEqualTo("Hochwasser, erste Fassung");
    assertThat(get("/api/weight-sets").get("weightSets").get(0)).isEqualTo(set);
    var again = ask("/api/priorities", set.get("request").toString());
    assertThat(again).isEqualTo(ask("/api/priorities", NEED_FIRST));
    var deleted = admin("DELETE", id, "", Role.ADMIN);
    assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(200);
    assertThat(server.get("/api/weight-sets/" + id).statusCode()).isEqualTo(404);
  }

  /** Whoever has a question but no id, as from a link, saves it all the same, and renames it. */
  @Test
  void aQuestionIsAddedWithoutItsIdListedAndRenamedUnderTheOneItGot() throws Exception {
    String id = ask("/api/priorities", NEED_FIRST).get("id").asText();
    String body = "{\"name\":\"%s\",\"request\":%s}";
    var added = admin("POST", "", body.formatted("Erste", NEED_FIRST), Role.EDITOR);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    var set = JSON.readTree(added.body());
    assertThat(set.get("id").asText()).isEqualTo(id);
    var listed = JSON.readTree(admin("GET", "", "", Role.EDITOR).body());
    assertThat(listed).isEqualTo(get("/api/weight-sets"));
    assertThat(listed.get("weightSets").get(0)).isEqualTo(set);
    admin("POST", "", body.formatted("Andere", HELP_FIRST), Role.ADMIN);
    // What is listed is sent back as it is, under another name.
    var renamed = admin("PUT", id, body.formatted("Zweite", set.get("request")), Role.ADMIN);
    assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
    assertThat(get("/api/weight-sets/" + id).get("name").asText()).isEqualTo("Zweite");
    admin("POST", "", body.formatted("Dritte", NEED_FIRST), Role.EDITOR);
    assertThat(get("/api/weight-sets").get("weightSets").findValuesAsText("name"))
        .containsExactlyInAnyOrder("Dritte", "Andere");
    assertThat(admin("GET", "", "", Role.READER).statusCode()).isEqualTo(403);
    assertThat(admin("POST", "", body.formatted("", NEED_FIRST), Role.EDITOR).body())
        .contains("/problems/bad-field");
  }

  @Test
  void onlyWhoMayAndOnlyWhatFitsIsSaved() throws Exception {
    String body = "{\"name\":\"x\",\"request\":" + NEED_FIRST + "}";
    assertThat(admin("PUT", "abc", body, Role.EDITOR).body()).contains("/problems/bad-parameter");
    assertThat(admin("PUT", "abc", body, Role.READER).statusCode()).isEqualTo(403);
    assertThat(admin("DELETE", "abc", "", Role.ADMIN).statusCode()).isEqualTo(404);
    String id = ask("/api/priorities", NEED_FIRST).get("id").asText();
    assertThat(admin("PUT", id, "{\"name\":\"x\"}", Role.ADMIN).body())
        .contains("/problems/missing-field");
    assertThat(server.send("PUT", "/api/weight-sets/" + id).statusCode()).isEqualTo(405);
    assertThat(get("/api/weight-sets").get("weightSets")).isEmpty();
    assertThat(server.get("/api/weight-sets/..%2Fx").statusCode()).isIn(400, 404);
  }

  @Test
  void whoMovesBetweenTwoSetsIsToldWithIntervals() throws Exception {
    String id = ask("/api/priorities", NEED_FIRST).get("id").asText();
    admin("PUT", id, "{\"name\":\"x\",\"request\":" + NEED_FIRST + "}", Role.EDITOR);
    var compared =
        ask(
            "/api/priorities/comparison",
            "{\"a\":{\"id\":\"" + id + "\"},\"b\":{\"request\":" + HELP_FIRST + "}}");
    // strain raises and help lowers the priority of the same areas: the order is turned round.
    assertThat(compared.get("rankCorrelation").asDouble()).isEqualTo(-1);
    assertThat(compared.get("inBothTops").asInt()).isZero();
    assertThat(compared.get("areas")).hasSize(4);
    assertThat(Math.abs(compared.at("/areas/0/change").asInt())).isEqualTo(3);
    assertThat(compared.at("/areas/0/verdict").asText()).isEqualTo("probably-moves");
    assertThat(compared.at("/a/id").asText()).isEqualTo(id);
    var same =
        ask(
            "/api/priorities/comparison",
            "{\"a\":{\"id\":\"" + id + "\"},\"b\":{\"id\":\"" + id + "\"}}");
    assertThat(same.get("areas").findValuesAsText("change")).containsOnly("0");
    assertThat(
            ask("/api/priorities/comparison", "{\"a\":{\"id\":\"nothing\"},\"b\":{}}").toString())
        .contains("/problems/");
    assertThat(
            ask(
                    "/api/priorities/comparison",
                    "{\"a\":{\"id\":\"0123\"},\"b\":{\"id\":\"" + id + "\"}}")
                .get("type")
                .asText())
        .isEqualTo("/problems/unknown-weight-set");
  }
}
