package org.sozialradar.server;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;

class EmbeddedQuartersTest extends QuartersContract {
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    String address = folder.resolve("store").toString();
    var store = Stores.open(address);
    QuarteredCity.fill(store, address, StoreLogin.NONE, folder);
    server = TestServer.over(store, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected TestServer server() {
    return server;
  }
}
