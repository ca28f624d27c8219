package org.sozialradar.server.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.TestServer;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/**
 * The database server is stopped and started while a server serves. Nobody asks it from time to
 * time within the test: what is noticed is noticed by the broken connection.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgisOutageTest {
  private static final String NEVER_SECONDS = "3600";
  private static final String VALUES =
      "/api/revisions/3/indicators/population/values?level=municipality&period=2023&edition=2023";
  private static final List<String> READ_BEFORE =
      List.of("/api/catalog", VALUES, "/tiles/3/2023/municipality/8/137/85.mvt", "/api/areas?q=a");
  private static final int ROUNDS = 2;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void isNoticedAtOnceAndOverSoonAfterTheDatabaseIsBack() throws Exception {
    try (var cluster = PrivateCluster.start()) {
      var file = folder.resolve("tokens.json");
      var settings =
          Map.of(
              Setting.POLL_SECONDS, NEVER_SECONDS,
              Setting.ADMIN_PORT, TestServer.freePort(),
              Setting.TOKEN_STORE, file.toString());
      var store = Stores.open(cluster.address(), cluster.login());
      TestCountry.fill(store);
      try (var server = TestServer.over(store, settings)) {
        server.awaitReading();
        awaitState(server, "available");
        assertThat(statusOfImport(server, token(file))).isEqualTo(415);
        for (int round = 0; round < ROUNDS; round++) {
          cluster.stop();
          long stopped = System.nanoTime();
          awaitState(server, "unavailable");
          print("noticed after %d ms", stopped);
          assertServesOn(server);
          assertThat(statusOfImport(server, token(file))).isEqualTo(503);

          cluster.startAgain();
          long started = System.nanoTime();
          awaitState(server, "available");
          print("over after %d ms", started);
          assertThat(server.get("/api/catalog").headers().firstValue("Radar-Store")).isEmpty();
          assertThat(statusOfImport(server, token(file))).isEqualTo(415);
        }
        TestCountry.change(store, 4711);
        while (!text(server, "/health/ready").contains("\"revision\":4")) {
          Thread.sleep(10);
        }
      }
    }
  }

  private static void assertServesOn(TestServer server) throws Exception {
    for (var path : READ_BEFORE) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(server.get("/api/catalog").headers().firstValue("Radar-Store"))
        .hasValue("unavailable");
    assertThat(text(server, "/health/ready")).contains("\"revision\":3", "\"status\":\"ready\"");
  }

  private static String token(Path file) {
    var tokens = new TokenFile(file, Clock.systemUTC());
    String name = "editor " + System.nanoTime();
    return tokens.create(name, Role.EDITOR, Duration.ofDays(1)).orElseThrow().secret();
  }

  /** What is sent is no archive: with a store that answers, that is what is wrong with it. */
  private int statusOfImport(TestServer server, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(
                server.server().adminAddress().orElseThrow().resolve("api/admin/imports"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("x"));
    HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
    return answer.statusCode();
  }

  private static void awaitState(TestServer server, String state) throws Exception {
    while (!text(server, "/health/ready").contains("\"store\":\"" + state + "\"")) {
      Thread.sleep(5);
    }
  }

  private static void print(String text, long since) {
    System.out.printf("database away: " + text + "%n", (System.nanoTime() - since) / 1_000_000);
  }

  private static String text(TestServer server, String path) throws Exception {
    return new String(server.get(path).body(), StandardCharsets.UTF_8);
  }
}
