package org.sozialradar.server;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

class EmbeddedCql2PredicatesTest extends Cql2PredicatesContract {
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    requireSuite();
    var store = Stores.open(folder.resolve("store").toString());
    fill(store, folder);
    server = TestServer.over(store, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected TestServer server() {
    return server;
  }
}
