package org.sozialradar.server.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.QuarteredCity;
import org.sozialradar.server.QuartersContract;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

class PostgisQuartersTest extends QuartersContract {
  private static PrivateCluster cluster;
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    cluster = PrivateCluster.start();
    var store = Stores.open(cluster.address(), cluster.login());
    QuarteredCity.fill(store, cluster.address(), cluster.login(), folder);
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

  @Test
  void theViewsForMapsHoldQuarters() throws SQLException {
    var login = cluster.login();
    try (var connection =
            DriverManager.getConnection(cluster.address(), login.user(), login.password());
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT count(*), count(DISTINCT code), bool_and(ST_IsValid(geometry))
                FROM radar.map_latest
                WHERE level_id = 'quarter' AND indicator_id = 'city_model_support'\
                """)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(69);
      assertThat(row.getInt(2)).isEqualTo(69);
      assertThat(row.getBoolean(3)).isTrue();
    }
  }
}
