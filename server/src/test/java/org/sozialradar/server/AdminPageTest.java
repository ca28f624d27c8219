package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/** The page of the administration: on the admin port alone, and there without a token. */
class AdminPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ASSET = Pattern.compile("\"/?(assets/admin-[^\"]+)\"");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private TokenFile tokens;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    var file = folder.resolve("tokens.json");
    tokens = new TokenFile(file, Clock.systemUTC());
    server =
        TestServer.overTestCountry(
            folder,
            Map.of(
                Setting.ADMIN_PORT,
                TestServer.freePort(),
                Setting.TOKEN_STORE,
                file.toString(),
                Setting.EMBED_ORIGINS,
                "https://office.example.org"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> admin(String path, HttpRequest.Builder request) throws Exception {
    request.uri(server.server().adminAddress().orElseThrow().resolve(path));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> admin(String path) throws Exception {
    return admin(path, HttpRequest.newBuilder());
  }

  private String publicBody(String path) throws Exception {
    return new String(server.get(path).body(), StandardCharsets.UTF_8);
  }

  @Test
  void standsOnTheAdminPortAndNowhereElse() throws Exception {
    var page = admin("/?lang=en");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    var assets = ASSET.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertThat(assets).hasSize(2);
    assertThat(publicBody("/")).doesNotContain("admin");
    for (var asset : assets) {
      assertThat(admin("/" + asset).statusCode()).as(asset).isEqualTo(200);
      for (var path : List.of("/" + asset, "/admin/" + asset)) {
        assertThat(server.get(path).statusCode()).as("public port, " + path).isEqualTo(404);
      }
    }
    for (var path : List.of("/admin", "/admin/", "/admin/index.html")) {
      assertThat(server.get(path).statusCode()).as("public port, " + path).isEqualTo(404);
    }
    assertThat(server.get("/assets/..%2fadmin%2findex.html").statusCode()).isEqualTo(400);
    assertThat(admin("/favicon.svg").statusCode()).isEqualTo(200);
    assertThat(admin("/licences.txt").body()).contains("preact");
  }

  @Test
  void runsNothingButItsOwnFilesInNoFrame() throws Exception {
    var page = admin("/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("form-action 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "office.example.org");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.body())
        .doesNotContain("style=", "http:", "https:")
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("<style");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admin/imports",
        "/api/admin/surveys",
        "/api/admin/questionnaires",
        "/assets/../api/admin/surveys",
        "/assets/%2e%2e/api/admin/surveys",
        "/assets/x;/../../api/admin/surveys",
        "//api/admin/surveys"
      })
  void opensNoWayAroundTheToken(String path) throws Exception {
    var answer = raw(path);
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
    assertThat(answer.body()).doesNotContain("waves");
  }

  /** A path as it stands: not made shorter by the client. */
  private HttpResponse<String> raw(String path) throws Exception {
    var address = server.server().adminAddress().orElseThrow();
    var request = HttpRequest.newBuilder(URI.create(address.resolve("/") + path.substring(1)));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void onlyReadingItsFilesNeedsNoToken() throws Exception {
    var nothing = BodyPublishers.noBody();
    for (var method : List.of("POST", "DELETE")) {
      var answer = admin("/", HttpRequest.newBuilder().method(method, nothing));
      assertThat(answer.statusCode()).as(method).isEqualTo(401);
    }
    var fromElsewhere =
        HttpRequest.newBuilder()
            .header("Origin", "https://evil.example.org")
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", nothing);
    var asked = admin("/api/admin/surveys", fromElsewhere);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(admin("/assets/nothing.js").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsTheReadyMadeQuestionnairesAndTheRole() throws Exception {
    var secret = tokens.create("boss", Role.ADMIN, Duration.ofDays(1)).orElseThrow().secret();
    var answer =
        admin(
            "/api/admin/questionnaires",
            HttpRequest.newBuilder().header("Authorization", "Bearer " + secret));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Radar-Role")).hasValue("admin");
    var listed = JSON.readTree(answer.body()).get("questionnaires");
    assertThat(listed.findValuesAsText("id")).containsExactly("sozialraum", "sicherheit");
    var shipped = Path.of("../scripts/questionnaires");
    try (var files = Files.list(shipped)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(listed.findValuesAsText("file"));
    }
    for (JsonNode one : listed) {
      assertThat(one.get("text").asText())
          .isEqualTo(Files.readString(shipped.resolve(one.get("file").asText())));
    }
  }
}
