package org.sozialradar.server.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** The commands and the server on a store in PostGIS. */
@Timeout(300)
class PostgisServerTest {
  private static final int NEVER_SECONDS = 3600;

  private static PrivateCluster cluster;

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

  private static String run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var environment =
        Map.of(
            "RADAR_LANG", "en",
            "RADAR_STORE", cluster.address(),
            "RADAR_STORE_USER", cluster.login().user(),
            "RADAR_STORE_PASSWORD", cluster.login().password());
    int code =
        RadarCommandLine.run(
            List.of(arguments),
            environment,
            "9.9",
            (config, store) -> {
              throw new IllegalStateException("nothing is to be served");
            },
            (store, layer, file, progress) -> {
              throw new IllegalStateException("nothing is to be written as an archive");
            },
            (store, asked, draft) -> {
              throw new IllegalStateException("no release is to be made");
            },
            new PrintWriter(out),
            new PrintWriter(err));
    assertThat(code).as(out + "\n" + err).isZero();
    assertThat(out + "\n" + err).doesNotContain(cluster.login().password());
    return out.toString();
  }

  /** Told by the database alone: nobody asks it within the time of the test. */
  @Test
  void theSampleIsImportedAndServedAndNewsComeWithoutAsking() throws Exception {
    assertThat(run("migrate")).containsPattern("version \\d+");
    run("import", "--sample");
    try (var server =
            TestServer.over(open(), Map.of(Setting.POLL_SECONDS, Integer.toString(NEVER_SECONDS)));
        var importing = open()) {
      long first = importing.currentRevision().number();
      assertThat(body(server, "/health/ready")).contains("\"revision\":" + first);
      assertThat(server.get("/tiles/municipality.json").statusCode()).isEqualTo(200);
      TestCountry.fill(importing);
      awaitRevision(server, importing.currentRevision().number());
      assertThat(body(server, "/metrics"))
          .as("how long the pool keeps its users waiting")
          .containsPattern("(?m)^hikaricp_connections_acquire_seconds_count\\{.*} [1-9]")
          .contains("hikaricp_connections_acquire_seconds_max{")
          .contains("hikaricp_connections_acquire_seconds_sum{")
          .contains("hikaricp_connections_active{", "hikaricp_connections_pending{")
          .contains("hikaricp_connections_timeout_total{");
      assertThat(body(server, "/api/indicators")).contains("population");
      assertThat(run("restore", Long.toString(first))).contains("now holds");
      awaitRevision(server, importing.currentRevision().number());
      assertThat(run("revisions").lines().findFirst().orElseThrow())
          .contains("restored from " + first);
    }
  }

  @Test
  void areasWithValuesAreExported(@TempDir Path folder) throws Exception {
    run("migrate");
    try (var store = open()) {
      TestCountry.fill(store);
    }
    var file = folder.resolve("areas.geojson");
    run("export", "geojson", "--level", "municipality", "--out", file.toString());
    var read = new ObjectMapper().readTree(file.toFile());
    assertThat(read.get("features"))
        .extracting(one -> one.at("/properties/code").asText())
        .contains("14511000", "14626110");
  }

  private static void awaitRevision(TestServer server, long revision) throws Exception {
    while (!body(server, "/health/ready").contains("\"revision\":" + revision)) {
      Thread.sleep(20);
    }
  }

  private static String body(TestServer server, String path) throws Exception {
    return new String(server.get(path).body(), StandardCharsets.UTF_8);
  }
}
