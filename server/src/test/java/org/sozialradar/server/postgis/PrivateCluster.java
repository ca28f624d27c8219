package org.sozialradar.server.postgis;

import java.io.BufferedReader;
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
public final class PrivateCluster implements AutoCloseable {
  private static final int MISSING = 3;

  private final Process process;
  private final BufferedReader answers;
  private final Map<String, String> facts = new TreeMap<>();

  private PrivateCluster(Process process, BufferedReader answers, String line) {
    this.process = process;
    this.answers = answers;
    for (var fact : List.of(line.split(" ", -1))) {
      facts.put(fact.replaceAll("=.*", ""), fact.replaceAll("^[^=]*=", ""));
    }
  }

  /** Starts one. Without PostGIS the test is skipped and says so; where CI is true it fails. */
  public static PrivateCluster start() throws IOException, InterruptedException {
    var script = projectRoot().resolve("scripts/lib/postgis-cluster").toString();
    var process = new ProcessBuilder(script).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var answers = process.inputReader(StandardCharsets.UTF_8);
    String line = answers.readLine();
    if (line == null) {
      Assertions.assertEquals(MISSING, process.waitFor(), script + " failed");
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail("there is no PostgreSQL with PostGIS");
      }
      Assumptions.abort("SKIPPED, there is no PostgreSQL with PostGIS");
    }
    return new PrivateCluster(process, answers, line);
  }

  private static Path projectRoot() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("scripts"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  public String address() {
    return "jdbc:postgresql://127.0.0.1:" + facts.get("port") + "/postgres";
  }

  public StoreLogin login() {
    return new StoreLogin("postgres", facts.get("password"));
  }

  /** Stops the database server; its port then refuses connections. */
  void stop() throws IOException {
    order("stop", "stopped");
  }

  /** Starts it again on the same port. */
  void startAgain() throws IOException {
    order("start", "started");
  }

  private void order(String command, String answer) throws IOException {
    process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    Assertions.assertEquals(answer, answers.readLine());
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
