package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.config.Setting;

/** Maps that are drawn while revisions follow each other. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RevisionSwapTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REVISIONS = 8;
  private static final int FIRST = 3;

  @TempDir Path folder;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger maps = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  @Test
  void noMapMixesRevisionsAndNoRequestFails() throws Exception {
    var settings =
        Map.of(
            Setting.POLL_SECONDS, "1", Setting.MAX_REPLACED_REVISIONS, Integer.toString(REVISIONS));
    try (var server = TestServer.overTestCountry(folder, settings)) {
      server.server().awaitReading();
      var clients = IntStream.range(0, 3).mapToObj(one -> client(server)).toList();
      for (int i = 1; i <= REVISIONS; i++) {
        TestCountry.change(server.store(), population(FIRST + i));
        awaitRevision(server, FIRST + i);
        awaitMaps(maps.get() + 5);
      }
      over.set(true);
      for (var client : clients) {
        client.join();
      }
      assertThat(faults).isEmpty();
      for (int revision = FIRST; revision <= FIRST + REVISIONS; revision++) {
        assertThat(server.get(values(revision)).statusCode())
            .as("revision " + revision)
            .isEqualTo(200);
      }
    }
  }

  private static int population(int revision) {
    return revision == FIRST ? 250_000 : 300_000 + revision;
  }

  private static String values(int revision) {
    return "/api/revisions/%d/indicators/population/values?level=municipality&period=2023&edition=2023"
        .formatted(revision);
  }

  private Thread client(TestServer server) {
    var thread =
        new Thread(
            () -> {
              while (!over.get() && faults.isEmpty()) {
                try {
                  drawMap(server);
                } catch (Exception failure) {
                  faults.add(failure.toString());
                }
              }
            });
    thread.start();
    return thread;
  }

  /** What the page asks for, one after the other. */
  private void drawMap(TestServer server) throws Exception {
    int revision = json(server, "/api/catalog").get("revision").asInt();
    var values = json(server, values(revision));
    String codes = values.get("codes").toString();
    if (!values.get("values").toString().contains(Integer.toString(population(revision)))
        || !codes.contains(TestCountry.CHEMNITZ)) {
      faults.add("revision " + revision + " shows " + values.get("values"));
    }
    String tile = "/tiles/" + revision + "/2023/municipality/8/137/85.mvt?columns=population";
    int status = server.get(tile).statusCode();
    if (status != 200) {
      faults.add(tile + " " + status);
    }
    maps.incrementAndGet();
  }

  private void awaitMaps(int number) throws InterruptedException {
    while (maps.get() < number && faults.isEmpty()) {
      Thread.sleep(10);
    }
  }

  private void awaitRevision(TestServer server, int revision) throws Exception {
    while (json(server, "/health/ready").get("revision").asInt() < revision) {
      Thread.sleep(10);
    }
  }

  private static JsonNode json(TestServer server, String path) throws Exception {
    var answer = server.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
