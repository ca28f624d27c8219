package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.config.ConfigException;
import org.sozialradar.server.config.ConfigSources;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.tiles.TileHandler;

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

  @Test
  void noPathBeginsLikeOneOfTheServersOwn() {
    var paths = Stream.concat(server.server().routes().stream().map(Route::path), tiles());
    var first = paths.map(path -> path.split("/", -1)[1]).filter(name -> !name.isEmpty()).toList();
    assertThat(first).contains("api", "assets", "embed", "favicon.svg", "health", "metrics", "ogc");
    for (var name : first) {
      for (var rest : List.of("", "/", "/radar")) {
        var given = Map.of(Setting.PUBLIC_URL, "https://karte.example/" + name + rest);
        assertThatExceptionOfType(ConfigException.class)
            .as(name)
            .isThrownBy(() -> ConfigSources.read(given, Map.of(), Optional.empty()))
            .returns("config.public-url-taken", ConfigException::key)
            .satisfies(failure -> assertThat(failure.getMessage()).contains(name));
      }
    }
  }

  private static Stream<String> tiles() {
    return Stream.of(TileHandler.ROUTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "http://api", "https://docs.example/radar/api", "https://karte.example/apis"})
  void otherPathsAreFree(String address) {
    var given = Map.of(Setting.PUBLIC_URL, address);
    assertThat(ConfigSources.read(given, Map.of(), Optional.empty()).publicUrl())
        .isEqualTo(address);
  }
}
