package org.sozialradar.server.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.command.ExitCode;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.releases.FrozenExports;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** Releases in PostGIS: made and withdrawn beside several servers, which hear of it at once. */
@Timeout(300)
class PostgisReleasesServerTest {
  private static final String FILE = "/api/releases/2026.1/municipality-csv-long.zip";

  private static PrivateCluster cluster;
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    cluster = PrivateCluster.start();
  }

  @AfterAll
  static void stopCluster() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static GeodataStore open() {
    return Stores.open(cluster.address(), cluster.login());
  }

  private int run(String... arguments) {
    var environment =
        Map.of(
            "RADAR_LANG", "en",
            "RADAR_STORE", cluster.address(),
            "RADAR_STORE_USER", cluster.login().user(),
            "RADAR_STORE_PASSWORD", cluster.login().password());
    return RadarCommandLine.run(
        List.of(arguments),
        environment,
        "9.9",
        (config, store) -> {
          throw new IllegalStateException("nothing is to be served");
        },
        (store, layer, file, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        new FrozenExports(Clock.systemUTC()),
        new PrintWriter(out),
        new PrintWriter(err));
  }

  private static int status(TestServer server) throws Exception {
    return server.get(FILE).statusCode();
  }

  @Test
  void whatIsMadeAndWithdrawnIsSoInAllServersAtOnce() throws Exception {
    assertThat(run("migrate")).as(err.toString()).isEqualTo(ExitCode.OK);
    try (var importing = open()) {
      TestCountry.fill(importing);
    }
    var settings = Map.of(Setting.RELEASES_FOLDER, folder.toString());
    try (var one = TestServer.over(open(), settings);
        var two = TestServer.over(open(), settings)) {
      assertThat(status(one)).isEqualTo(404);
      assertThat(run("release", "create", "2026.1")).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("releases-folder");
      assertThat(run("release", "create", "2026.1", "--releases-folder", folder.toString()))
          .as(err.toString())
          .isEqualTo(ExitCode.OK);
      assertThat(one.get(FILE).body()).isEqualTo(two.get(FILE).body());
      assertThat(status(one)).isEqualTo(200);
      var reason = new String[] {"--reason-de", "Falsch.", "--reason-en", "Wrong."};
      assertThat(run("release", "withdraw", "2026.1", reason[0], reason[1], reason[2], reason[3]))
          .as(err.toString())
          .isEqualTo(ExitCode.OK);
      assertThat(status(one)).isEqualTo(410);
      assertThat(status(two)).isEqualTo(410);
      assertThat(new String(two.get(FILE, "Accept-Language", "de").body(), StandardCharsets.UTF_8))
          .contains("Grund: Falsch.");
    }
  }
}
