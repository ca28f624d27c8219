package org.sozialradar.server.postgis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.Cql2PredicatesContract;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

class PostgisCql2PredicatesTest extends Cql2PredicatesContract {
  private static PrivateCluster cluster;
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    requireSuite();
    cluster = PrivateCluster.start();
    var store = Stores.open(cluster.address(), cluster.login());
    fill(store, folder);
    server = TestServer.over(store, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  protected TestServer server() {
    return server;
  }
}
