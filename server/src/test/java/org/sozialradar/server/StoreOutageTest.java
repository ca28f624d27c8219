package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** A store that is away when the server starts, or goes away while it serves. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreOutageTest {
  private static final String STORE_HEADER = "Radar-Store";

  @TempDir Path folder;

  private AwayStore filled() {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    return AwayStore.over(store);
  }

  /** Records are read each time, since what is unknown is not nothing; boundaries at first use. */
  private static boolean asksTheStore(String path) {
    return path.matches("/api/(measures|social-space|incidents|weight-sets|releases)([/?].*)?")
        || path.matches("/api/areas/[^/]+/portrait([?].*)?")
        || path.matches("/ogc/collections/municipality_2023/items.*");
  }

  @Test
  void allThatWasReadIsServedOnAndMarked() throws Exception {
    var away = filled();
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger("org.sozialradar");
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
    try (var server = TestServer.over(away.asStore(), Map.of(Setting.POLL_SECONDS, "1"))) {
      assertThat(server.get("/api/catalog").headers().firstValue(STORE_HEADER)).isEmpty();
      server.server().awaitReading();
      away.goAway();
      awaitText(server, "/health/ready", "\"store\":\"unavailable\"");
      for (int round = 0; round < 3; round++) {
        for (var path : ExampleRequests.ALL) {
          if (asksTheStore(path)) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(503);
          } else {
            assertThat(server.get(path).statusCode()).as(path).isIn(200, 204, 307);
          }
        }
      }
      assertThat(text(server, "/health/ready")).contains("\"revision\":3", "\"status\":\"ready\"");
      assertThat(server.get("/api/catalog").headers().firstValue(STORE_HEADER))
          .hasValue("unavailable");
      assertThat(
              server
                  .get("/tiles/3/2023/municipality/8/137/85.mvt")
                  .headers()
                  .firstValue(STORE_HEADER))
          .as("what caches keep for ever is not marked")
          .isEmpty();

      away.comeBack();
      awaitText(server, "/health/ready", "\"store\":\"available\"");
      assertThat(server.get("/api/catalog").headers().firstValue(STORE_HEADER)).isEmpty();
    } finally {
      logger.setLevel(null);
      logger.detachAppender(log);
    }
    assertOneLineEach(List.copyOf(log.list));
  }

  private static void assertOneLineEach(List<ILoggingEvent> events) {
    assertThat(events)
        .filteredOn(event -> event.getFormattedMessage().contains("the network is cut"))
        .singleElement()
        .satisfies(event -> assertThat(event.getThrowableProxy()).isNull());
    assertThat(events)
        .filteredOn(event -> event.getFormattedMessage().equals("the store answers again"))
        .hasSize(1);
  }

  @Test
  void aStoreThatIsAwayAtTheStartIsTakenUpWhenItComes() throws Exception {
    var away = filled();
    away.goAway();
    // So long a period shows that a store that failed is asked again much sooner.
    try (var server = TestServer.over(away.asStore(), Map.of(Setting.POLL_SECONDS, "3600"))) {
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
      for (var path : List.of("/health/ready", "/api/catalog", "/tiles/municipality.json")) {
        var refused = server.get(path);
        assertThat(refused.statusCode()).as(path).isEqualTo(503);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
            .contains("/problems/store-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      }
      away.comeBack();
      awaitText(server, "/health/ready", "\"revision\":3");
      assertThat(server.get("/api/catalog").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theProgramStartsWithoutItsDatabaseAndSaysSo() throws Exception {
    int closed = closedPort();
    String store = "jdbc:postgresql://127.0.0.1:" + closed + "/radar";
    try (var server =
        RadarProcess.start("serve", "--port", "0", "--store", store, "--drain-seconds", "0")) {
      var address = server.awaitAddress();
      assertThat(status(address.resolve("health/live"))).isEqualTo(200);
      for (int i = 0; i < 20; i++) {
        assertThat(status(address.resolve("api/catalog"))).isEqualTo(503);
      }
      assertThat(status(address.resolve("health/ready"))).isEqualTo(503);
      assertThat(server.isAlive()).isTrue();
      server.stop();
      assertThat(server.exitCode()).isZero();
      assertThat(server.said())
          .contains("The store cannot be reached", "127.0.0.1:" + closed + "/radar")
          .doesNotContain("Exception", "\tat ");
      assertThat(server.said().lines().filter(line -> line.contains("ERROR"))).hasSize(1);
    }
  }

  private static int closedPort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int status(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static void awaitText(TestServer server, String path, String text) throws Exception {
    while (!text(server, path).contains(text)) {
      Thread.sleep(20);
    }
  }

  private static String text(TestServer server, String path) throws Exception {
    return new String(server.get(path).body(), StandardCharsets.UTF_8);
  }
}
