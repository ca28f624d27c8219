package org.sozialradar.store.h2;

import static org.sozialradar.store.Batches.uniform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sozialradar.store.StoreException;

/** A program of its own that uses a store, to be killed, starved of disk or denied permission. */
final class StoreProgram {
  /** More than the file may hold when its size is limited. */
  static final int TOO_MANY_AREAS = 10_000;

  private StoreProgram() {}

  public static void main(String[] arguments) throws IOException {
    var path = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "hold" -> hold(path);
      case "commit" -> commitUntilKilled(path);
      case "fill" -> fill(path);
      case "open" -> open(path);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Starts the program; {@code before} are words before the command, such as a wrapper. */
  static Process start(List<String> before, String action, Path path) throws IOException {
    var command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StoreProgram.class.getName(), action, path.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static H2GeodataStore openStore(Path path) {
    return H2GeodataStore.open(path, Clock.systemUTC());
  }

  private static void hold(Path path) throws IOException {
    try (var store = openStore(path)) {
      say("open " + store.currentRevision().number());
      System.in.read();
    }
  }

  private static void commitUntilKilled(Path path) {
    try (var store = openStore(path)) {
      for (long number = store.currentRevision().number() + 1; ; number++) {
        store.commit(uniform((int) number, 300));
        say(Long.toString(number));
      }
    }
  }

  /** Commits something small, then what does not fit, and tells what the store answers then. */
  private static void fill(Path path) {
    try (var store = openStore(path)) {
      store.commit(uniform(1, 50));
      try {
        store.commit(uniform(2, TOO_MANY_AREAS));
        say("committed");
      } catch (StoreException e) {
        say("failed: " + e.getMessage());
      }
      say("revision " + store.currentRevision().number());
      say("areas " + store.listAreas("2023", "municipality").size());
    }
  }

  private static void open(Path path) {
    try (var store = openStore(path)) {
      say("open " + store.currentRevision().number());
    } catch (StoreException e) {
      say("failed: " + e.getMessage());
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
