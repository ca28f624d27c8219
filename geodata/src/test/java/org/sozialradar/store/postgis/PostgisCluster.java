package org.sozialradar.store.postgis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.sozialradar.SharedData;
import org.sozialradar.store.StoreLogin;

/**
 * A private PostgreSQL cluster with PostGIS, made by {@code scripts/lib/postgis-cluster} when a
 * test first asks for it, and removed when the process of the tests ends.
 */
public final class PostgisCluster implements AutoCloseable {
  private static final String TEMPLATE = "template_postgis";
  private static final int MISSING = 3;
  private static final String NONE_HERE = "there is no PostgreSQL with PostGIS";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static PostgisCluster running;
  private static String missing = "";

  private final Process process;
  private final Map<String, String> facts = new TreeMap<>();

  private PostgisCluster(Process process, String line) throws SQLException {
    this.process = process;
    for (var fact : List.of(line.split(" ", -1))) {
      facts.put(fact.replaceAll("=.*", ""), fact.replaceAll("^[^=]*=", ""));
    }
    execute("postgres", "CREATE DATABASE " + TEMPLATE);
    execute(TEMPLATE, "CREATE EXTENSION postgis");
  }

  /** The cluster. Without PostGIS the test is skipped and says so; where CI is true it fails. */
  public static synchronized PostgisCluster require() {
    if (running == null && missing.isEmpty()) {
      start();
    }
    if (running == null) {
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(missing);
      }
      Assumptions.abort("SKIPPED, " + missing);
    }
    return running;
  }

  /**
   * A cluster of its own, with a folder for tables that has little room. Without PostGIS, or where
   * no such folder can be made, the test is skipped and says so.
   */
  static PostgisCluster withLittleRoom(int mebibytes) {
    require();
    var made = start(Map.of("POSTGIS_CLUSTER_SMALL_MIB", Integer.toString(mebibytes)));
    var cluster = made.orElseThrow();
    if (!cluster.facts.containsKey("small")) {
      cluster.close();
      Assumptions.abort("SKIPPED, this user may mount no small file system");
    }
    return cluster;
  }

  /** The folder that has little room. */
  String small() {
    return facts.get("small");
  }

  static Path script() {
    return SharedData.projectRoot().resolve("scripts/lib/postgis-cluster");
  }

  /** The script ends with its input, which this process holds open until it ends itself. */
  private static void start() {
    start(Map.of()).ifPresentOrElse(one -> running = one, () -> missing = NONE_HERE);
  }

  private static Optional<PostgisCluster> start(Map<String, String> environment) {
    var script = script();
    var builder =
        new ProcessBuilder(script.toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      String line = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (line != null) {
        return Optional.of(new PostgisCluster(process, line));
      }
      Assertions.assertEquals(MISSING, process.waitFor(), script + " failed");
      return Optional.empty();
    } catch (IOException | SQLException | InterruptedException e) {
      throw new IllegalStateException("the cluster for tests does not start", e);
    }
  }

  /** Makes an empty database with PostGIS, owned by the superuser. */
  public String newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    try {
      execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** Address of a database. */
  public String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + facts.get("port") + "/" + database;
  }

  /** Name and password of the superuser. */
  public StoreLogin superuser() {
    return new StoreLogin("postgres", facts.get("password"));
  }

  int port() {
    return Integer.parseInt(facts.get("port"));
  }

  /** Folder of the socket, through which everybody may be everybody. */
  Path socket() {
    return Path.of(facts.get("socket"));
  }

  /** Folder of psql and the other programs. */
  Path programs() {
    return Path.of(facts.get("bin"));
  }

  Connection connect(String database, StoreLogin login) throws SQLException {
    return DriverManager.getConnection(address(database), login.user(), login.password());
  }

  /** Runs a statement as the superuser. */
  void execute(String database, String sql) throws SQLException {
    try (var connection = connect(database, superuser());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    process.onExit().join();
  }
}
