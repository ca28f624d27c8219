package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** One line for each request, and the id that leads from an answer to it. */
class RequestLogTest {
  private static final String REQUESTS = "org.sozialradar.requests";
  private static final String TILE = "/tiles/3/2023/municipality/8/137/85.mvt";
  private static final String TILE_ROUTE = "/tiles/{revision}/{edition}/{layer}/{z}/{x}/{y}.mvt";

  private static TestServer server;
  private static TestServer behindProxy;

  @BeforeAll
  static void start(@TempDir Path folder, @TempDir Path other) {
    server = TestServer.overTestCountry(folder, Map.of(Setting.REQUEST_LOG, "all"));
    behindProxy = TestServer.overTestCountry(other, Map.of(Setting.TRUSTED_PROXIES, "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() {
    server.close();
    behindProxy.close();
  }

  private static String id(HttpResponse<byte[]> response) {
    assertThat(response.headers().allValues("X-Request-Id")).hasSize(1);
    return response.headers().firstValue("X-Request-Id").orElseThrow();
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/catalog, /api/catalog",
    "/api/areas?q=Anna%20Musterfrau, /api/areas",
    "/api/areas/14521010?edition=1990, /api/areas/{code}",
    "/tiles/municipality.json, /tiles/{layer}.json",
    TILE + ", " + TILE_ROUTE,
    "/tiles/3/2023/municipality/99/0/0.mvt, " + TILE_ROUTE,
    "/health/live, /health/live"
  })
  void eachRequestIsOneLineThatNamesTheRouteAndNothingOfWhatWasAsked(String path, String route)
      throws Exception {
    try (var lines = new LoggedLines(REQUESTS, Level.INFO)) {
      var first = server.get(path, "X-Forwarded-For", "203.0.113.77");
      var again = server.get(path);
      var events = lines.await(2);
      assertThat(events).hasSize(2);
      assertThat(events)
          .extracting(event -> event.getMDCPropertyMap().get("requestId"))
          .containsExactlyInAnyOrder(id(first), id(again));
      for (var event : events) {
        var fields = LoggedLines.fields(event);
        assertThat(fields)
            .containsEntry("method", "GET")
            .containsEntry("route", route)
            .containsEntry("status", first.statusCode())
            .containsEntry("bytes", (long) first.body().length)
            .containsKey("millis");
        assertThat(event.getFormattedMessage()).startsWith("GET " + route + " ");
        // the request's id is random and may hold any digits
        String told = (event.getFormattedMessage() + fields).replace(id(first), "");
        assertThat(told.replace(id(again), ""))
            .doesNotContain("Anna", "1990", "127.0.0.1", "203.0.113");
        if (first.statusCode() >= 400) {
          String type = json(first).get("type").asText();
          assertThat("/problems/" + fields.get("problem")).isEqualTo(type);
        }
      }
    }
  }

  @Test
  void ofWhatFitsNoRouteTheBeginningOfThePathIsNamed() throws Exception {
    try (var lines = new LoggedLines(REQUESTS, Level.INFO)) {
      server.get("/nowhere/" + "x".repeat(500) + "?who=me");
      var fields = LoggedLines.fields(lines.await(1).get(0));
      assertThat(fields.get("path")).isEqualTo("/nowhere/" + "x".repeat(51) + "…");
      assertThat(fields).containsEntry("problem", "unknown-address").doesNotContainKey("route");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/api/areas/none",
        "/assets/..%2fx",
        "/tiles/3/2023/municipality/99/0/0.mvt",
        "/tiles/nowhere.json",
        "/api/areas?limit=x"
      })
  void everyProblemNamesTheRequest(String path) throws Exception {
    var ids = new HashSet<String>();
    for (var language : new String[] {"de", "en"}) {
      var refused = server.get(path, "Accept-Language", language);
      assertThat(refused.statusCode()).isBetween(400, 499);
      assertThat(json(refused).get("requestId").asText())
          .isEqualTo(id(refused))
          .matches("[0-9a-f]{16}");
      ids.add(id(refused));
    }
    assertThat(ids).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /assets/..%2fx",
    "GET, /x%0a",
    "GET, /nowhere",
    "HEAD, /nowhere",
    "HEAD, /x%0a"
  })
  void theBytesOfAProblemAreThoseThatWereSent(String method, String path) throws Exception {
    try (var lines = new LoggedLines(REQUESTS, Level.INFO)) {
      var refused = server.send(method, path);
      var fields = LoggedLines.fields(lines.await(1).get(0));
      assertThat(fields).containsEntry("bytes", (long) refused.body().length);
    }
  }

  @Test
  void alsoOneThatTheHttpServerFindsByItself() throws Exception {
    try (var raw = new RawConnection(server.address("/"))) {
      raw.send("GET / HTTP/1.1\r\nHost: a b\r\n\r\n");
      var refused = raw.read(false);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.field("x-request-id")).matches("[0-9a-f]{16}");
      assertThat(new ObjectMapper().readTree(refused.body()).get("requestId").asText())
          .isEqualTo(refused.field("x-request-id"));
    }
  }

  @Test
  void theIdOfATrustedProxyIsTakenOverAndNobodyElses() throws Exception {
    for (var path : new String[] {"/health/live", TILE, TILE, "/nowhere"}) {
      assertThat(id(behindProxy.get(path, "X-Request-Id", "lb-1.7f_3"))).isEqualTo("lb-1.7f_3");
      assertThat(id(server.get(path, "X-Request-Id", "lb-1.7f_3"))).matches("[0-9a-f]{16}");
    }
    for (var bad : new String[] {"", " ", "a b", "x".repeat(65), "<b>", "a\"b", "-", "ä"}) {
      assertThat(id(behindProxy.get("/health/live", "X-Request-Id", bad)))
          .as(bad)
          .matches("[0-9a-f]{16}");
    }
  }

  @Test
  void whatFailsInsideIsLoggedOnceUnderTheIdOfTheRequest(@TempDir Path folder) throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    var failing = FailingStore.over(store);
    try (var broken = TestServer.over(failing.asStore(), Map.of(Setting.POLL_SECONDS, "3600"));
        var lines = new LoggedLines("org.sozialradar.server.http", Level.INFO)) {
      var refused = broken.get("/api/catalog");
      assertThat(refused.statusCode()).isEqualTo(503);
      var events = lines.await(1);
      assertThat(events).hasSize(1);
      assertThat(events.get(0).getMDCPropertyMap()).containsEntry("requestId", id(refused));
      assertThat(events.get(0).getThrowableProxy()).isNotNull();
    }
  }
}
