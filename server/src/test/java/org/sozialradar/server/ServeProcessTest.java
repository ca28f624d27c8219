package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.Stores;

/** The program as a process of its own; one that says nothing more must not hold up all tests. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeProcessTest {
  private static final long LONGEST_SECONDS = 120;

  @TempDir Path folder;

  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("RADAR_"));
    builder.environment().put("RADAR_LANG", "en");
    return builder.start();
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  private static String readUntil(Process process, Pattern pattern) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var all = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      all.append(line).append('\n');
      var matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("the process ended and said only:\n" + all);
  }

  @Test
  void servesUntilItIsToldToStopAndHoldsItsStoreAlone() throws Exception {
    String store = folder.resolve("store").toString();
    try (var open = Stores.open(store)) {
      TestCountry.fill(open);
    }
    var server = start("serve", "--port", "0", "--store", store);
    try {
      var address = readUntil(server, Pattern.compile("answers at (http://127.0.0.1:\\d+/)"));
      assertThat(get(address + "health/ready")).contains("\"revision\":3");

      var second = start("serve", "--port", "0", "--store", store);
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(exitCode(second)).isEqualTo(3);
      assertThat(said).contains("process " + server.pid()).doesNotContain("Exception");

      server.destroy(); // SIGTERM
      assertThat(exitCode(server)).isZero();
    } finally {
      server.destroyForcibly();
    }
    try (var open = Stores.open(store)) {
      assertThat(open.currentRevision().number()).isEqualTo(3);
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      var server = start("serve", "--port", port, "--store", folder.resolve("store").toString());
      String said = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(exitCode(server)).isEqualTo(2);
      assertThat(said).contains("Port " + port, "--port").doesNotContain("Exception");
    }
  }

  private static String get(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
