package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.Stores;

/** A server that is told to stop while clients use it as behind a load balancer. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopProcessTest {
  private static final List<String> PATHS =
      List.of(
          "api/catalog",
          "tiles/3/2023/municipality/8/137/85.mvt",
          "api/revisions/3/indicators/population/values",
          "api/areas?q=a");
  private static final int CLIENTS = 4;

  @TempDir Path folder;

  private final AtomicBoolean sentAway = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger answeredAfterwards = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void noRequestFailsWhileItStops() throws Exception {
    String store = folder.resolve("store").toString();
    try (var open = Stores.open(store)) {
      TestCountry.fill(open);
    }
    try (var server =
        RadarProcess.start("serve", "--port", "0", "--store", store, "--drain-seconds", "15")) {
      var address = server.awaitAddress();
      var clients = IntStream.range(0, CLIENTS).mapToObj(one -> client(address)).toList();
      awaitAnswers(20);
      assertThat(get(HttpClient.newHttpClient(), address.resolve("health/ready")).statusCode())
          .isEqualTo(200);

      server.stop();
      awaitUnready(address);
      // It goes on answering whoever has not heard of it, over new connections too.
      assertThat(get(HttpClient.newHttpClient(), address.resolve("health/live")).statusCode())
          .isEqualTo(200);
      awaitAnswers(answered.get() + 20);
      sentAway.set(true);
      for (var client : clients) {
        client.join();
      }
      assertThat(server.isAlive()).as("it still runs when the last client has left").isTrue();
      assertThat(failures).isEmpty();
      assertThat(answeredAfterwards.get()).isPositive();
      assertThat(server.exitCode()).isZero();
      assertThat(server.said()).contains("Stopping.").doesNotContain("Exception", "ERROR");
    }
  }

  private Thread client(URI address) {
    var client = HttpClient.newHttpClient();
    var thread =
        new Thread(
            () -> {
              for (int i = 0; !sentAway.get() && failures.isEmpty(); i++) {
                ask(client, address.resolve(PATHS.get(i % PATHS.size())));
              }
            });
    thread.start();
    return thread;
  }

  private void ask(HttpClient client, URI address) {
    try {
      var answer = get(client, address);
      if (answer.statusCode() != 200) {
        failures.add(address + " " + answer.statusCode());
      }
      if (answer.headers().firstValue("Connection").orElse("").equals("close")) {
        answeredAfterwards.incrementAndGet();
      }
      answered.incrementAndGet();
    } catch (IOException failure) {
      failures.add(address + " " + failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswers(int number) throws InterruptedException {
    while (answered.get() < number && failures.isEmpty()) {
      Thread.sleep(10);
    }
  }

  private static void awaitUnready(URI address) throws IOException, InterruptedException {
    var client = HttpClient.newHttpClient();
    for (var ready = get(client, address.resolve("health/ready")); ready.statusCode() == 200; ) {
      Thread.sleep(10);
      ready = get(client, address.resolve("health/ready"));
    }
  }

  private static HttpResponse<String> get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
