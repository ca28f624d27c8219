package org.sozialradar.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.uniform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sozialradar.store.GeodataStoreContract;
import org.sozialradar.store.StoreException;

/** The database has no room, or others hold what an import needs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PostgisTroubleTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int ROOM_MIB = 8;
  private static final int OTHER_BYTES = 2 << 20;
  private static final int TOO_MANY_AREAS = 20_000;

  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() {
    pool.shutdownNow();
  }

  private static PostgisGeodataStore open(PostgisCluster cluster, String database) {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }

  @Test
  void aFullDiskLeavesTheStoreAsItWas() throws Exception {
    try (var cluster = PostgisCluster.withLittleRoom(ROOM_MIB)) {
      var other = Files.write(Path.of(cluster.small(), "other"), new byte[OTHER_BYTES]);
      String database = cluster.newDatabase();
      cluster.execute("postgres", "CREATE TABLESPACE small LOCATION '" + cluster.small() + "'");
      cluster.execute("postgres", "ALTER DATABASE " + database + " SET default_tablespace = small");
      try (var store = open(cluster, database)) {
        var before = store.commit(uniform(1, 50));
        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> store.commit(uniform(2, TOO_MANY_AREAS)))
            .withMessageContaining("cannot write the store")
            .withMessageEndingWith("the disk of the database is full");
        assertThat(store.listRevisions()).containsExactly(before);
        GeodataStoreContract.assertUniform(store, 1, 50);
        Files.delete(other); // Somebody makes room.
        assertThat(store.commit(uniform(2, 60)).number()).isEqualTo(2);
        GeodataStoreContract.assertUniform(store, 2, 60);
      }
    }
  }

  @Test
  void aDeadlockIsTriedAgain() throws Exception {
    var cluster = PostgisCluster.require();
    String database = cluster.newDatabase();
    try (var store = open(cluster, database);
        var middle = cluster.connect(database, cluster.superuser());
        var other = cluster.connect(database, cluster.superuser())) {
      store.commit(uniform(1, 5));
      lock(middle, "radar.coverage");
      lock(other, "radar.revision"); // Written last.
      var commit = pool.submit(() -> store.commit(uniform(2, 7)));
      awaitWaiting(cluster, database, "radar.coverage");
      // Whoever waits longest looks for a deadlock first: that shall be the import.
      try (var statement = other.createStatement()) {
        statement.execute("SET deadlock_timeout = '10min'");
      }
      var crossing = pool.submit(() -> lock(other, "radar.part"));
      awaitWaiting(cluster, database, "radar.part");
      middle.rollback();
      crossing.get(5, TimeUnit.MINUTES); // The import was ended; what it held is free.
      assertThat(commit.isDone()).as("it tries again, and waits").isFalse();
      other.rollback();
      assertThat(commit.get(5, TimeUnit.MINUTES).number()).isEqualTo(2);
      GeodataStoreContract.assertUniform(store, 2, 7);
      awaitDeadlock(cluster, database);
    }
  }

  private static Void lock(Connection connection, String table) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
    }
    return null;
  }

  private static void awaitWaiting(PostgisCluster cluster, String database, String table)
      throws Exception {
    await(
        cluster,
        database,
        "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = '%s'::regclass"
            .formatted(table));
  }

  private static void awaitDeadlock(PostgisCluster cluster, String database) throws Exception {
    await(
        cluster,
        database,
        "SELECT deadlocks > 0 FROM pg_stat_database WHERE datname = current_database()");
  }

  private static void await(PostgisCluster cluster, String database, String question)
      throws Exception {
    try (var connection = cluster.connect(database, cluster.superuser());
        var statement = connection.createStatement()) {
      for (boolean holds = false; !holds; Thread.sleep(10)) {
        try (var rows = statement.executeQuery(question)) {
          holds = rows.next() && rows.getBoolean(1);
        }
      }
    }
  }

  @Test
  void whoWaitsTooLongForATableSaysSo() throws Exception {
    refuses(
        "LOCK TABLE radar.coverage IN EXCLUSIVE MODE",
        "another session of the database holds a lock");
  }

  @Test
  void whoWaitsTooLongForAnotherImportSaysSo() throws Exception {
    refuses(
        "SELECT pg_advisory_xact_lock(" + PostgisGeodataStore.WRITE_LOCK + ")",
        "another import runs");
  }

  private static void refuses(String lock, String reason) throws Exception {
    var cluster = PostgisCluster.require();
    String database = cluster.newDatabase();
    try (var store =
            PostgisGeodataStore.open(
                cluster.address(database), cluster.superuser(), Clock.systemUTC(), SHORT);
        var other = cluster.connect(database, cluster.superuser())) {
      var before = store.commit(uniform(1, 5));
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute(lock);
      }
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.commit(uniform(2, 7)))
          .withMessageContaining(reason)
          .withMessageContaining("try again when it has ended");
      assertThat(store.currentRevision()).isEqualTo(before);
      GeodataStoreContract.assertUniform(store, 1, 5);
      other.rollback();
      assertThat(store.commit(uniform(2, 7)).number()).isEqualTo(2);
    }
  }
}
