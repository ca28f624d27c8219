package org.sozialradar.server.postgis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.sozialradar.store.StoreLogin;

/**
 * A PostgreSQL cluster with PostGIS of its own for a test, made by {@code
 * scripts/lib/postgis-cluster}, which removes it when this process closes it or ends. Its database
 * {@code postgres} is the store.
 */
final class PrivateCluster implements AutoCloseable {
  private static final int MISSING = 3;

  private final Process process;
  private final Map<String, String> facts = new TreeMap<>();

  private PrivateCluster(Process process, String line) {
    this.process = process;
    for (var fact : List.of(line.split(" ", -1))) {
      facts.put(fact.replaceAll("=.*", ""), fact.replaceAll("^[^=]*=", ""));
    }
  }

  /** Starts one. Without PostGIS the test is skipped and says so; where CI is true it fails. */
  static PrivateCluster start() throws IOException, InterruptedException {
    var script = projectRoot().resolve("scripts/lib/postgis-cluster").toString();
    var process = new ProcessBuilder(script).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null) {
      Assertions.assertEquals(MISSING, process.waitFor(), script + " failed");
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail("there is no PostgreSQL with PostGIS");
      }
      Assumptions.abort("SKIPPED, there is no PostgreSQL with PostGIS");
    }
    return new PrivateCluster(process, line);
  }

  private static Path projectRoot() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("scripts"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  String address() {
    return "jdbc:postgresql://127.0.0.1:" + facts.get("port") + "/postgres";
  }

  StoreLogin login() {
    return new StoreLogin("postgres", facts.get("password"));
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
