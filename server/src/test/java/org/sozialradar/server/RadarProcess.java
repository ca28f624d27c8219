package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The program as a process of its own, speaking English, and what it says. */
final class RadarProcess implements AutoCloseable {
  private static final long LONGEST_SECONDS = 300;
  private static final Pattern READY = Pattern.compile("answers at (http://127.0.0.1:\\d+/)");

  private final Process process;
  private final Thread listener;
  private final List<String> lines = new ArrayList<>();
  private boolean silent;

  private RadarProcess(Process process) {
    this.process = process;
    listener = new Thread(this::listen, "listens to " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  static RadarProcess start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** Starts it with variables of its environment. */
  static RadarProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.add("-Dlogback.configurationFile=logback.xml"); // As in the distribution, not in tests.
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("RADAR_"));
    builder.environment().put("RADAR_LANG", "en");
    builder.environment().putAll(environment);
    return new RadarProcess(builder.start());
  }

  private void listen() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        hear(line, false);
      }
    } catch (IOException failure) {
      hear(failure.toString(), false);
    } finally {
      hear("", true);
    }
  }

  private synchronized void hear(String line, boolean last) {
    lines.add(line);
    silent = last;
    notifyAll();
  }

  /** Waits until it says something. */
  synchronized MatchResult awaitLine(Pattern pattern) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    for (int next = 0; ; next++) {
      while (next == lines.size()) {
        assertThat(silent || System.nanoTime() > end).as("said only " + lines).isFalse();
        wait(1000);
      }
      var matcher = pattern.matcher(lines.get(next));
      if (matcher.find()) {
        return matcher.toMatchResult();
      }
    }
  }

  /** Waits until it serves. */
  URI awaitAddress() throws InterruptedException {
    return URI.create(awaitLine(READY).group(1));
  }

  /** All that it said so far. */
  synchronized String said() {
    return String.join("\n", lines);
  }

  long pid() {
    return process.pid();
  }

  /** Sends SIGTERM. */
  void stop() {
    process.toHandle().destroy();
  }

  /** Sends SIGKILL. */
  void kill() {
    process.toHandle().destroyForcibly(); // The process itself would close its output unread.
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it ends, at most for some time. */
  void awaitEnd(Duration longest) throws InterruptedException {
    process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until it ends. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    listener.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
