package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.Stores;

/** The program as a process of its own; one that says nothing more must not hold up all tests. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeProcessTest {
  @TempDir Path folder;

  @Test
  void servesUntilItIsToldToStopAndHoldsItsStoreAlone() throws Exception {
    String store = folder.resolve("store").toString();
    try (var open = Stores.open(store)) {
      TestCountry.fill(open);
    }
    try (var server =
        RadarProcess.start("serve", "--port", "0", "--store", store, "--drain-seconds", "0")) {
      var address = server.awaitAddress();
      assertThat(get(address.resolve("health/ready"))).contains("\"revision\":3");

      try (var second = RadarProcess.start("serve", "--port", "0", "--store", store)) {
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.said()).contains("process " + server.pid()).doesNotContain("Exception");
      }
      server.stop();
      assertThat(server.exitCode()).isZero();
    }
    try (var open = Stores.open(store)) {
      assertThat(open.currentRevision().number()).isEqualTo(3);
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      String store = folder.resolve("store").toString();
      try (var server = RadarProcess.start("serve", "--port", port, "--store", store)) {
        assertThat(server.exitCode()).isEqualTo(2);
        assertThat(server.said()).contains("Port " + port, "--port").doesNotContain("Exception");
      }
    }
  }

  private static String get(URI address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
