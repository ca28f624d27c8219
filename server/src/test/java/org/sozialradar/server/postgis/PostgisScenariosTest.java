package org.sozialradar.server.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** A scenario is the same on both stores, byte for byte. */
class PostgisScenariosTest {
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

  @Test
  void bothStoresGiveTheSameAnswer(@TempDir Path folder) throws Exception {
    var store = Stores.open(cluster.address(), cluster.login());
    TestCountry.fill(store);
    var settings = Map.of(Setting.COSTLY_PER_MINUTE, "0");
    try (var postgis = TestServer.over(store, settings);
        var embedded = TestServer.overTestCountry(folder, settings)) {
      for (var changes :
          List.of(
              "",
              "{\"indicator\":\"trust\",\"relative\":-10}",
              "{\"indicator\":\"trust\",\"percentile\":90}")) {
        var question =
            "{\"model\":\"test-network\",\"outcome\":\"help\",\"areas\":{\"all\":true},\"changes\":["
                + changes
                + "]}";
        var answer = postgis.ask("/api/scenarios", question);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(embedded.ask("/api/scenarios", question).body());
      }
    }
  }
}
