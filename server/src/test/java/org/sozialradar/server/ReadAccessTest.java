package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.access.TokenGate;
import org.sozialradar.server.config.Setting;

/** A server whose reading needs a token. */
class ReadAccessTest {
  private static final String TILE = "/tiles/3/2023/municipality/8/137/85.mvt";
  private static final String WRONG = "radar-00000000-" + "0".repeat(64);

  @TempDir Path folder;

  private TokenFile tokens;
  private TestServer server;

  @BeforeEach
  void start() {
    var file = folder.resolve("tokens.json");
    tokens = new TokenFile(file, Clock.systemUTC());
    server =
        TestServer.overTestCountry(
            folder, Map.of(Setting.READ_ACCESS, "token", Setting.TOKEN_STORE, file.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String token(String name) {
    return tokens.create(name, Role.READER, Duration.ofDays(1)).orElseThrow().secret();
  }

  private HttpResponse<byte[]> get(String path, String token) throws Exception {
    return server.get(path, "Authorization", "Bearer " + token);
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/catalog",
        "/api/openapi.json",
        "/metrics",
        "/nowhere",
        TILE,
        "/health/live/../../api/catalog",
        "/problems/token-needed"
      })
  void nothingIsAnsweredWithoutAToken(String path) throws Exception {
    for (var language : Map.of("de", "Zugangsschlüssel", "en", "token").entrySet()) {
      var response = server.get(path, "Accept-Language", language.getKey());
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.headers().allValues("WWW-Authenticate"))
          .anyMatch(value -> value.startsWith("Bearer "))
          .anyMatch(value -> value.startsWith("Basic "));
      assertThat(json(response).get("type").asText()).isEqualTo("/problems/token-needed");
      assertThat(json(response).get("title").asText()).contains(language.getValue());
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void healthNeedsNone() throws Exception {
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenOpensAllAndNothingIsKeptByOthers() throws Exception {
    var token = token("x");
    var stamp = json(get("/api/catalog", token)).get("stamp").asText();
    assertThat(stamp).isNotEmpty();
    String path = TILE + "?stamp=" + stamp;
    for (int i = 0; i < 2; i++) { // Made, then from memory.
      var tile = get(path, token);
      assertThat(tile.statusCode()).isEqualTo(200);
      assertThat(tile.headers().firstValue("Cache-Control"))
          .hasValue("private, max-age=31536000, immutable");
      assertThat(server.get(path).statusCode()).isEqualTo(401);
    }
    assertThat(get("/", token).headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    assertThat(get("/metrics", token).statusCode()).isEqualTo(200);
  }

  @Test
  void aBrowserMayShowItAsAPassword() throws Exception {
    var pair = ("anybody:" + token("x")).getBytes(StandardCharsets.UTF_8);
    String shown = "Basic " + Base64.getEncoder().encodeToString(pair);
    assertThat(server.get("/", "Authorization", shown).statusCode()).isEqualTo(200);
    assertThat(server.get("/", "Authorization", "Basic ???").statusCode()).isEqualTo(401);
    assertThat(server.get("/", "Authorization", "Basic").statusCode()).isEqualTo(401);
  }

  @Test
  void aRevokedTokenIsRefusedAtOnce() throws Exception {
    var token = token("x");
    assertThat(get(TILE, token).statusCode()).isEqualTo(200);
    assertThat(get(TILE, token).statusCode()).isEqualTo(200);
    tokens.revoke("x");
    var refused = get(TILE, token);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(json(refused).get("type").asText()).isEqualTo("/problems/token-refused");
  }

  @Test
  void whoGuessesIsSlowedDownAndLoggedWithoutTokenOrAddress() throws Exception {
    var known = token("known");
    var other = token("other");
    assertThat(get("/api/levels", known).statusCode()).isEqualTo(200);
    var logger = (Logger) LoggerFactory.getLogger(TokenGate.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    int refused = 0;
    try {
      while (get("/api/levels", WRONG).statusCode() == 401) {
        refused++;
        assertThat(refused).as("guesses before it slows down").isLessThan(1000);
      }
    } finally {
      logger.detachAppender(lines);
    }
    var slowed = get("/api/levels", other);
    if (slowed.statusCode() == 429) { // Else the first short wait is over on a busy machine.
      assertThat(slowed.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
      assertThat(json(slowed).get("type").asText()).isEqualTo("/problems/too-many-attempts");
    }
    assertThat(get("/api/levels", known).statusCode()).as("whom the server knows").isEqualTo(200);
    assertThat(lines.list).hasSize(refused);
    assertThat(lines.list.toString()).contains("127.0.0.0/24").doesNotContain(WRONG, "127.0.0.1");
  }
}
