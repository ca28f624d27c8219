package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** A store that fails or changes while the server runs. */
class StoreFailureTest {
  private static final String TILE = "/2023/municipality/8/137/85.mvt";

  @TempDir Path folder;

  @Test
  void aStoreThatFailsIsNeverAnEmptyMap() throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    var failing = FailingStore.over(store);
    try (var server = TestServer.over(failing.asStore(), Map.of(Setting.POLL_SECONDS, "3600"))) {
      for (var path : new String[] {"/health/ready", "/api/catalog", "/tiles/3" + TILE}) {
        var refused = server.get(path, "Accept-Language", "en");
        assertThat(refused.statusCode()).as(path).isEqualTo(503);
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
            .contains("/problems/store-unavailable")
            .doesNotContain("Exception");
      }
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

      failing.repair();
      awaitRevision(server, 3);
      for (var path : new String[] {"/health/ready", "/api/catalog", "/tiles/3" + TILE}) {
        assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void aBusyServerRefusesMoreRequestsButTellsThatItLives() throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    var slow = SlowStore.over(store);
    var settings =
        Map.of(
            Setting.THREADS, "8",
            Setting.MAX_CONCURRENT_REQUESTS, "24",
            Setting.REQUEST_SECONDS, "3600",
            Setting.POLL_SECONDS, "3600");
    try (var server = TestServer.over(slow.asStore(), settings)) {
      var requests = Stream.generate(() -> server.getLater("/api/catalog")).limit(30).toList();
      // Nobody is answered yet, so the first answer is a refusal, and every place is taken.
      CompletableFuture.anyOf(requests.toArray(CompletableFuture<?>[]::new))
          .get(300, TimeUnit.SECONDS);
      var refused = requests.stream().filter(CompletableFuture::isDone).findAny().orElseThrow();
      assertThat(refused.get().statusCode()).isEqualTo(503);
      assertThat(new String(refused.get().body(), StandardCharsets.UTF_8))
          .contains("/problems/overloaded");
      assertThat(refused.get().headers().firstValue("Retry-After")).isPresent();

      long asked = System.nanoTime();
      assertThat(server.get("/api/catalog").statusCode()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - asked))
          .as("before who asks again at once is refused again")
          .isGreaterThan(Duration.ofMillis(900));

      for (var path : new String[] {"/health/live", "/health/ready", "/metrics"}) {
        var answer = server.getLater(path).get(300, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
      }

      slow.wake();
      int answered = 0;
      for (var request : requests) {
        answered += request.get(300, TimeUnit.SECONDS).statusCode() == 200 ? 1 : 0;
      }
      assertThat(answered).isGreaterThanOrEqualTo(24);
    }
  }

  @Test
  void aServerThatStartsSendsOnWhoAsksForARevisionThatItHasNotReadYet() throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    TestCountry.change(store, 251_000);
    var slow = SlowStore.over(store);
    try (var server = TestServer.over(slow.asStore(), Map.of(Setting.POLL_SECONDS, "3600"))) {
      String values = "/api/revisions/3/indicators/population/values";
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
      for (var path : new String[] {"/tiles/3" + TILE, values}) {
        var early = server.get(path);
        assertThat(early.statusCode()).as("asked of another server by the balancer").isEqualTo(503);
        assertThat(text(server, path)).contains("/problems/revision-not-yet");
      }
      slow.wake();
      while (server.get(values).statusCode() == 503) {
        Thread.sleep(20);
      }
      assertThat(text(server, values)).contains("250000");
      assertThat(server.get("/tiles/3" + TILE).statusCode()).isEqualTo(200);
      assertThat(server.get("/api/revisions/99/indicators/population/values").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void whatTakesTooLongIsAnsweredSoInTime() throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    var slow = SlowStore.over(store);
    var settings = Map.of(Setting.REQUEST_SECONDS, "1", Setting.POLL_SECONDS, "3600");
    try (var server = TestServer.over(slow.asStore(), settings)) {
      for (var path : new String[] {"/api/catalog", "/tiles/3" + TILE}) {
        var late = server.get(path, "Accept-Language", "en");
        assertThat(late.statusCode()).as(path).isEqualTo(503);
        assertThat(late.headers().firstValue("Retry-After")).isPresent();
        assertThat(late.headers().firstValue("Connection")).hasValue("close");
        assertThat(new String(late.body(), StandardCharsets.UTF_8)).contains("/problems/timed-out");
      }
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
      slow.wake();
      awaitRevision(server, 3);
      assertThat(server.get("/api/catalog").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aNewRevisionIsTakenOverAndTheOneBeforeStillAnswers() throws Exception {
    try (var server = TestServer.overTestCountry(folder, Map.of(Setting.POLL_SECONDS, "1"))) {
      var before = server.get("/tiles/3" + TILE + "?columns=population");
      TestCountry.change(server.store(), 251_000);
      awaitRevision(server, 4);

      assertThat(server.get("/tiles/3" + TILE + "?columns=population").body())
          .isEqualTo(before.body());
      assertThat(server.get("/tiles/4" + TILE + "?columns=population").body())
          .isNotEqualTo(before.body());
      assertThat(text(server, "/api/revisions/3/indicators/population/values")).contains("250000");
      assertThat(text(server, "/api/revisions/4/indicators/population/values")).contains("251000");

      TestCountry.change(server.store(), 252_000);
      awaitRevision(server, 5);
      assertThat(server.get("/tiles/4" + TILE).statusCode()).isEqualTo(200);
      assertThat(server.get("/tiles/3/2023/municipality/7/68/42.mvt").statusCode()).isEqualTo(200);
    }
  }

  private static void awaitRevision(TestServer server, int revision) throws Exception {
    long end = System.nanoTime() + 300_000_000_000L;
    while (!text(server, "/health/ready").contains("\"revision\":" + revision)) {
      assertThat(System.nanoTime()).as("time to take over revision " + revision).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static String text(TestServer server, String path) throws Exception {
    return new String(server.get(path).body(), StandardCharsets.UTF_8);
  }
}
