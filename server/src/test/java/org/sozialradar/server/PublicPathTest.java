package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.config.Setting;

/** Addresses below the path of a proxy that are odd, or that its operator closed. */
class PublicPathTest {
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server =
        TestServer.overTestCountry(
            folder, Map.of(Setting.PUBLIC_URL, "https://karte.example/radar"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** As no client that tidies its addresses would ask. */
  private static RawConnection.Reply ask(String address) throws Exception {
    try (var connection = new RawConnection(server.address("/"))) {
      connection.send("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      return connection.read(false);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/radar/../x, 404",
    "/radar/../x?y=/../z, 404",
    "/radar/a/../../x, 404",
    "/radar/../radar/x, 404",
    "/radar/../../x, 400",
    "http://x/radar/../x, 404",
    "/radar/./api/catalog, 404",
    "/radar/a/../api/catalog, 404",
    "/radar/..;/x, 400",
    "/radar/%2e%2e/x, 400",
    "/radar/%2E%2e/%2e./x, 400",
    "/radar/%2e/api/catalog, 400",
    "/radar//, 400",
    "/radar//x, 400",
    "/radar///karte.example/x, 400",
    "/radar/api//catalog, 400",
  })
  void oddPathsAreRefusedOrNotThere(String address, int status) throws Exception {
    var answer = ask(address);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }

  /**
   * One rule of a proxy that takes the path off must close the figures, however often it stands.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/radar/metrics",
        "/radar/metrics?x",
        "/radar/radar/metrics",
        "/radar/%6detrics",
        "/radar/./metrics",
        "/radar/x/../metrics",
        "/radar/metrics;x"
      })
  void figuresAreNotBelowThePath(String address) throws Exception {
    assertThat(ask(address).status()).isEqualTo(404);
  }

  @Test
  void figuresAreWhereTheServerItselfHasThem() throws Exception {
    assertThat(ask("/metrics").status()).isEqualTo(200);
    assertThat(ask("/radar/health/live").status()).isEqualTo(200);
  }
}
