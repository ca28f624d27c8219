package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.config.Setting;

/** What pages of other origins may do, and what is believed of proxies. */
class ExposureTest {
  private static final String ORIGIN = "https://maps.example.org";
  private static final String ALLOWED = "Access-Control-Allow-Origin";
  private static final String CLASSES = "/api/classify?indicator=population&level=municipality";

  private static TestServer server;
  private static TestServer plain;

  @BeforeAll
  static void start(@TempDir Path folder, @TempDir Path other) {
    plain = TestServer.overTestCountry(other);
    server =
        TestServer.overTestCountry(
            folder,
            Map.of(
                Setting.CORS_ORIGINS,
                ORIGIN + ", http://localhost:8000",
                Setting.EMBED_ORIGINS,
                "https://www.example.org",
                Setting.TRUSTED_PROXIES,
                "127.0.0.0/8",
                Setting.COSTLY_PER_MINUTE,
                "1"));
  }

  @AfterAll
  static void stop() {
    server.close();
    plain.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tiles/3/2023/municipality/8/137/85.mvt",
        "/tiles/municipality.json",
        "/styles/municipality.json",
        "/ogc/collections",
        "/api/catalog",
        "/api/nowhere"
      })
  void pagesOfNamedOriginsMayRead(String path) throws Exception {
    for (int i = 0; i < 2; i++) { // Made, then from memory.
      var allowed = server.get(path, "Origin", ORIGIN).headers();
      assertThat(allowed.allValues(ALLOWED)).containsExactly(ORIGIN);
      assertThat(String.join(", ", allowed.allValues("Vary")))
          .contains("Origin", "Accept-Encoding");
      assertThat(allowed.firstValue("Access-Control-Allow-Credentials")).isEmpty();
      var other = server.get(path, "Origin", "https://maps.example.org.evil.example").headers();
      assertThat(other.firstValue(ALLOWED)).isEmpty();
      assertThat(String.join(", ", other.allValues("Vary"))).contains("Origin");
      assertThat(server.get(path, "Origin", "null").headers().firstValue(ALLOWED)).isEmpty();
    }
    var closed = plain.get(path, "Origin", ORIGIN).headers();
    assertThat(closed.firstValue(ALLOWED)).isEmpty();
    assertThat(String.join(", ", closed.allValues("Vary"))).doesNotContain("Origin");
  }

  @Test
  void thePageItselfIsNotForOthers() throws Exception {
    var headers = server.get("/", "Origin", ORIGIN).headers();
    assertThat(headers.firstValue(ALLOWED)).isEmpty();
    assertThat(String.join(", ", headers.allValues("Vary"))).doesNotContain("Origin");
  }

  @Test
  void browsersMayAskBeforehand() throws Exception {
    String[] question = {"Origin", ORIGIN, "Access-Control-Request-Method", "GET"};
    var answer = server.send("OPTIONS", "/api/catalog", question);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue(ALLOWED)).hasValue(ORIGIN);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD");
    assertThat(server.send("OPTIONS", "/", question).statusCode()).isEqualTo(405);
    assertThat(plain.send("OPTIONS", "/api/catalog", question).statusCode()).isEqualTo(405);
    question[1] = "https://evil.example";
    assertThat(server.send("OPTIONS", "/api/catalog", question).statusCode()).isEqualTo(405);
  }

  @Test
  void namedOriginsMayShowOnePageInAFrameAndNothingElse() throws Exception {
    assertThat(policy(server, "/embed")).endsWith("frame-ancestors https://www.example.org");
    assertThat(policy(server, "/embed?view=table"))
        .endsWith("frame-ancestors https://www.example.org");
    for (var path :
        List.of("/", "/?view=embed", "/docs/api", "/ogc", "/api/catalog", "/embed/", "/embedded")) {
      assertThat(policy(server, path)).as(path).endsWith("; frame-ancestors 'none'");
    }
    assertThat(policy(plain, "/embed")).endsWith("frame-ancestors 'none'");
    assertThat(policy(plain, "/")).endsWith("frame-ancestors 'none'");
  }

  private static String policy(TestServer asked, String path) throws Exception {
    return asked.get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private static int ask(String forwarded) throws Exception {
    return server.get(CLASSES, "X-Forwarded-For", forwarded).statusCode();
  }

  @Test
  void whoAsksTooMuchForWhatIsCostlyWaitsAndOthersDoNot() throws Exception {
    int asked = 0;
    while (ask("203.0.113.1") == 200) {
      asked++;
      assertThat(asked).as("requests before it is too much").isLessThan(1000);
    }
    var refused = server.get(CLASSES, "X-Forwarded-For", "203.0.113.1");
    if (refused.statusCode() == 429) { // Else a minute passed, on a very busy machine.
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
          .isBetween(1L, 60L);
      assertThat(new ObjectMapper().readTree(refused.body()).get("type").asText())
          .isEqualTo("/problems/too-many-requests");
    }
    assertThat(server.server().costly()).contains("/api/scenarios", "/api/incidents");
    assertThat(ask("203.0.113.2")).isEqualTo(200);
    assertThat(server.get("/api/catalog", "X-Forwarded-For", "203.0.113.1").statusCode())
        .as("what is not costly")
        .isEqualTo(200);
  }
}
