package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** What holds for all addresses alike. */
class HttpContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> examples() {
    return ExampleRequests.ALL.stream();
  }

  @Test
  void everyRouteHasAnExample() {
    for (var route : server.server().routes()) {
      if (route.path().startsWith("/api/weight-sets")
          || route.path().startsWith("/api/releases/")
          || route.path().startsWith("/api/incidents/")) {
        continue; // What was saved is asked of the store each time; it has tests of its own.
      }
      var template =
          Pattern.compile(route.path().replaceAll("\\{[a-zA-Z]+}", "[^/]+") + "(\\?.*)?");
      assertThat(examples()).as(route.path()).anyMatch(template.asMatchPredicate());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesAreAnswered(String path) throws Exception {
    assertThat(server.get(path).statusCode()).isIn(200, 204, 307);
  }

  @ParameterizedTest
  @MethodSource("examples")
  @ValueSource(strings = {"/nowhere", "/tiles/nowhere.json", "/assets/nothing.js"})
  void headAnswersLikeGetWithoutBody(String path) throws Exception {
    for (var encoding : new String[] {"gzip", "identity"}) {
      if (path.equals("/metrics")) {
        assertThat(server.send("HEAD", path).headers().firstValueAsLong("Content-Length"))
            .isPresent();
        return; // Its figures change from request to request.
      }
      var get = server.get(path, "Accept-Encoding", encoding);
      var head = server.send("HEAD", path, "Accept-Encoding", encoding);
      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      assertThat(head.body()).isEmpty();
      for (var name :
          new String[] {
            "Content-Length",
            "Content-Type",
            "Content-Encoding",
            "ETag",
            "Cache-Control",
            "Vary",
            "Location"
          }) {
        assertThat(head.headers().allValues(name))
            .as(name)
            .isEqualTo(get.headers().allValues(name));
      }
      if (path.startsWith("/api/exports?")) {
        assertThat(get.headers().firstValue("Content-Length")).as("made while sent").isEmpty();
      } else if (get.statusCode() == 200) {
        assertThat(get.headers().firstValueAsLong("Content-Length")).hasValue(get.body().length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tiles/municipality.json", "/tiles/3/2023/municipality/8/137/85.mvt"})
  void eachEncodingHasAStrongTagOfItsOwn(String path) throws Exception {
    var plain = server.get(path);
    var zipped = server.get(path, "Accept-Encoding", "gzip");
    assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
    assertThat(unzip(zipped.body())).isEqualTo(plain.body());
    assertThat(tag(plain)).startsWith("\"").isNotEqualTo(tag(zipped));

    var unchanged = server.get(path, "Accept-Encoding", "gzip", "If-None-Match", tag(zipped));
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(tag(unchanged)).isEqualTo(tag(zipped));
    assertThat(unchanged.headers().firstValue("Cache-Control"))
        .isEqualTo(zipped.headers().firstValue("Cache-Control"));
    assertThat(server.get(path, "If-None-Match", tag(plain)).statusCode()).isEqualTo(304);
    assertThat(server.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /nowhere,                                        404, unknown-address,   ''
          /health,                                         404, unknown-address,   ''
          /health/live/,                                   404, unknown-address,   ''
          /assets/..%2fx,                                  400, bad-request,       ''
          /api/indicators/nothing,                         404, unknown-indicator, indicator
          /api/indicators/nothing/values,                  404, unknown-indicator, indicator
          /api/indicators/population/values?level=x,       404, unknown-level,     level
          /api/indicators/population/values?period=x,      400, bad-parameter,     period
          /api/indicators/population/values?period=2021-02-30, 400, bad-parameter, period
          /api/indicators/population/values?period=1800,   404, no-values,         ''
          /api/indicators/population/values?format=xml,    400, bad-parameter,     format
          /api/revisions/9/indicators/population/values,   404, unknown-revision,  revision
          /api/revisions/x/indicators/population/values,   404, unknown-revision,  revision
          /api/revisions/3/indicators/population/values?stamp=x, 404, unknown-revision, revision
          /api/indicators/trust/values?level=state,        404, no-values,         ''
          /api/areas?q=%ff,                                400, bad-request,       ''
          '/tiles/3/2023/municipality/8/137/85.mvt?columns=%ff', 400, bad-request, ''
          /api/areas?limit=0,                              400, out-of-range,      limit
          /api/areas?limit=x,                              400, out-of-range,      limit
          /api/areas?level=x,                              404, unknown-level,     level
          /api/areas/99999999,                             404, unknown-area,      code
          /api/areas/a%20b,                                404, unknown-area,      code
          /api/areas/14521010,                             404, unknown-area,      code
          /api/classify,                                   400, missing-parameter, indicator
          /api/classify?indicator=population,              400, missing-parameter, level
          '/api/classify?indicator=population&level=municipality&method=x', 400, bad-parameter, method
          '/api/classify?indicator=population&level=municipality&classes=13', 400, out-of-range, classes
          '/api/classify?indicator=population&level=municipality&method=manual', 400, missing-parameter, breaks
          '/api/classify?indicator=population&level=municipality&method=manual&breaks=3,2', 400, bad-parameter, breaks
          '/api/classify?indicator=population&level=municipality&method=manual&breaks=1,NaN', 400, bad-parameter, breaks
          '/api/classify?indicator=population&level=municipality&method=manual&breaks=1,,2', 400, bad-parameter, breaks
          /tiles/3/2023/municipality/8/137/85.mvt?stamp=x, 404, unknown-revision,  revision
          '/api/classify?indicator=population&level=municipality&revision=9', 404, unknown-revision, revision
          '/api/classify?indicator=population&level=municipality&stamp=x', 404, unknown-revision, revision
          /problems/nothing,                               404, unknown-address,   ''
          /styles/nowhere.json,                            404, unknown-layer,     layer
          /styles/municipality.json?columns=nothing,       404, unknown-indicator, indicator
          '/tiles/municipality.json?columns=1,2,3,4,5,6,7,8,9', 400, out-of-range, columns
          '/tiles/municipality/8/137/85.mvt?columns=1,2,3,4,5,6,7,8,9', 400, out-of-range, columns
          /health/live?x=1,                                400, unknown-parameter, x
          /tiles/nowhere.json,                             404, unknown-layer,     layer
          /tiles/municipality.json?edition=1999,           404, unknown-edition,   edition
          /tiles/municipality.json?edition=2023&edition=1, 400, repeated-parameter, edition
          /tiles/9/2023/municipality/8/137/85.mvt,         404, unknown-revision,  revision
          /tiles/9/2023/municipality/8/137/85.mvt?stamp=1, 404, unknown-revision,  revision
          /tiles/9/2023/municipality/8/137/85.mvt?stamp=zzzzzzz, 503, revision-not-yet, revision
          /api/revisions/9/indicators/population/values?stamp=zzzzzzz, 503, revision-not-yet, revision
          /tiles/03/2023/municipality/8/137/85.mvt,        404, unknown-revision,  revision
          /tiles/3/1999/municipality/8/137/85.mvt,         404, unknown-edition,   edition
          /tiles/3/2023/nowhere/8/137/85.mvt,              404, unknown-layer,     layer
          /tiles/3/2023/municipality/25/0/0.mvt,           400, out-of-range,      z
          /tiles/3/2023/municipality/8/256/0.mvt,          400, out-of-range,      x
          /tiles/3/2023/municipality/8/0/256.mvt,          400, out-of-range,      y
          /tiles/3/2023/municipality/8/-1/0.mvt,           400, out-of-range,      x
          /tiles/3/2023/municipality/8/00/0.mvt,           400, out-of-range,      x
          /tiles/3/2023/municipality/8/1e1/0.mvt,          400, out-of-range,      x
          /tiles/3/2023/municipality/8/99999999999/0.mvt,  400, out-of-range,      x
          /tiles/municipality/25/0/0.mvt,                  400, out-of-range,      z
          '/tiles/3/2023/municipality/8/137/85.mvt?columns=nothing', 404, unknown-indicator, indicator
          '/tiles/3/2023/municipality/8/137/85.mvt?columns=population:1800', 404, no-values, ''
          '/tiles/3/2023/municipality/8/137/85.mvt?columns=population:x', 400, bad-parameter, columns
          '/tiles/3/2023/municipality/8/137/85.mvt?columns=1,2,3,4,5,6,7,8,9', 400, out-of-range, columns
          '/tiles/3/2023/municipality/8/137/85.mvt?colums=population', 400, unknown-parameter, colums
          """)
  void problemsNameWhatIsWrong(String path, int status, String type, String parameter)
      throws Exception {
    for (var language : new String[] {"de", "en"}) {
      var response = server.get(path, "Accept-Language", language);
      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
      var problem = json(response);
      assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
      assertThat(problem.get("status").asInt()).isEqualTo(status);
      assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
      assertThat(problem.get("detail").asText()).doesNotContain("{").hasSizeGreaterThan(20);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tiles/3/2023/municipality/8/137/85.mvt?",
        "/tiles/3/2023/municipality/8/0/0.mvt?",
        "/api/revisions/3/indicators/population/values?level=municipality&",
        "/api/revisions/3/indicators/population/values?format=csv&"
      })
  void onlyAddressesWithTheStampOfTheStoreAreKeptForEver(String path) throws Exception {
    var stamp = json(server.get("/api/catalog")).get("stamp").asText();
    assertThat(server.get(path + "stamp=" + stamp).headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(
            server.get(path.substring(0, path.length() - 1)).headers().firstValue("Cache-Control"))
        .hasValue("public, no-cache");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyKindOfProblemIsExplainedUnderItsAddress(ProblemType type) throws Exception {
    var page = server.get(type.address());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    for (var language : Language.values()) {
      var texts = Texts.of(ProblemType.class, "problems", language);
      assertThat(new String(page.body(), StandardCharsets.UTF_8))
          .contains(texts.get(type.slug() + ".title"))
          .contains("HTTP")
          .doesNotContain("{");
    }
  }

  @Test
  void thePageTakesAnyQuery() throws Exception {
    assertThat(server.get("/?indicator=%ff").statusCode()).isEqualTo(200);
  }

  @Test
  void aClientThatNamesNoHostGetsTheAddressThatItReached() throws Exception {
    var address = server.address("/");
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      var request = "GET /tiles/municipality.json HTTP/1.0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("\"" + address + "tiles/3/2023/");
    }
  }

  @Test
  void problemsSpeakTheLanguageOfTheClient() throws Exception {
    assertThat(json(server.get("/nowhere")).get("title").asText())
        .isEqualTo("Diese Adresse gibt es nicht");
    assertThat(json(server.get("/nowhere", "Accept-Language", "en-US,en")).get("title").asText())
        .isEqualTo("There is no such address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
  void writingIsNotAllowed(String method) throws Exception {
    for (var path : List.of("/", "/api/catalog", "/tiles/3/2023/municipality/8/137/85.mvt")) {
      var response = server.send(method, path);
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
      assertThat(json(response).get("type").asText()).isEqualTo("/problems/method-not-allowed");
    }
  }

  /** CONNECT names a host where others name a path. */
  @Test
  void nothingIsPassedOnElsewhere() throws Exception {
    try (var connection = new RawConnection(server.address("/"))) {
      connection.send("CONNECT radar.example:443 HTTP/1.1\r\nHost: radar.example:443\r\n\r\n");
      var reply = connection.read(false);
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.body()).contains("/problems/method-not-allowed");
    }
  }

  @Test
  void tooLongAddressesAndHeadersAreRefused() throws Exception {
    var address = server.get("/health/live?" + "a".repeat(20_000));
    assertThat(address.statusCode()).isEqualTo(414);
    assertThat(json(address).get("type").asText()).isEqualTo("/problems/address-too-long");
    assertThat(server.get("/health/live?" + "a".repeat(50_000)).statusCode()).isEqualTo(414);
    var headers = server.get("/health/live", "X-Long", "a".repeat(50_000));
    assertThat(headers.statusCode()).isEqualTo(431);
    assertThat(json(headers).get("type").asText()).isEqualTo("/problems/headers-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health/live", "/nowhere", "/tiles/municipality.json"})
  void everyAnswerThatMayBecomeAPageCarriesSecurityHeaders(String path) throws Exception {
    var headers = server.get(path).headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  /** A tile is never a page: its type is all that a browser must not guess. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tiles/3/2023/municipality/8/137/85.mvt",
        "/tiles/3/2023/municipality/25/0/0.mvt"
      })
  void tilesCarryTheOneSecurityHeaderThatConcernsThem(String path) throws Exception {
    var headers = server.get(path).headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..%2f..%2fetc/passwd",
        "/tiles/..%2f/x",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/tiles//x",
        "/a%00b"
      })
  void pathsThatPlayTricksAreRefused(String path) throws Exception {
    var response = server.get(path);
    assertThat(response.statusCode()).isIn(400, 404);
    assertThat(json(response).get("type").asText()).startsWith("/problems/");
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body());
  }

  private static String tag(HttpResponse<byte[]> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static byte[] unzip(byte[] zipped) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readAllBytes();
    }
  }
}
