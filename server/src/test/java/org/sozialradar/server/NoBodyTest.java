package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.config.Setting;

/** Answers that have no body, byte for byte (RFC 9110, sections 8.6 and 15.4.5). */
class NoBodyTest {
  private static final String TILE = "/tiles/3/2023/municipality/8/137/85.mvt";
  private static final String SEA = "/tiles/3/2023/municipality/8/0/0.mvt";
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder, Map.of(Setting.CORS_ORIGINS, "https://a.example"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String request(String method, String path, String version, String... fields) {
    return method
        + " "
        + path
        + " HTTP/"
        + version
        + "\r\nHost: x\r\n"
        + String.join("", fields)
        + "\r\n";
  }

  private static void assertBare(RawConnection.Reply reply, int status) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.fields())
        .doesNotContainKeys("content-length", "transfer-encoding", "content-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TILE, "/tiles/municipality.json", "/api/catalog", "/", "/api/openapi.json"})
  void notModifiedTellsNoLength(String path) throws Exception {
    try (var raw = new RawConnection(server.address("/"))) {
      for (var method : new String[] {"GET", "HEAD"}) {
        for (int i = 0; i < 2; i++) { // The second is answered on the same connection, from memory.
          raw.send(request(method, path, "1.1", "If-None-Match: *\r\n"));
          var reply = raw.read(true);
          assertBare(reply, 304);
          assertThat(reply.field("etag")).startsWith("\"");
          assertThat(reply.field("cache-control")).isNotEmpty();
          assertThat(reply.field("vary")).contains("Accept-Encoding");
          assertThat(reply.field("connection")).isEmpty();
        }
      }
      raw.send(request("GET", path, "1.1"));
      var whole = raw.read(false);
      assertThat(whole.status()).isEqualTo(200);
      assertThat(whole.field("content-length")).isNotEqualTo("0").matches("\\d+");
    }
  }

  @ParameterizedTest
  @CsvSource({"1.1, ''", "1.0, Connection: keep-alive"})
  void severalMayBeAskedForAtOnce(String version, String field) throws Exception {
    String more = field.isEmpty() ? "" : field + "\r\n";
    String one = request("GET", TILE, version, "If-None-Match: *\r\n", more);
    try (var raw = new RawConnection(server.address("/"))) {
      raw.send(one + one + one);
      for (int i = 0; i < 3; i++) {
        assertBare(raw.read(true), 304);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, " + SEA + ", ''",
    "HEAD, " + SEA + ", ''",
    "OPTIONS, /api/catalog, Origin: https://a.example|Access-Control-Request-Method: GET|"
  })
  void noContentTellsNoLength(String method, String path, String fields) throws Exception {
    try (var raw = new RawConnection(server.address("/"))) {
      for (int i = 0; i < 2; i++) {
        raw.send(request(method, path, "1.1", fields.replace("|", "\r\n")));
        assertBare(raw.read(true), 204);
      }
    }
  }
}
