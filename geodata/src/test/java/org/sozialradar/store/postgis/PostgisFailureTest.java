package org.sozialradar.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.uniform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sozialradar.store.Batches;
import org.sozialradar.store.GeodataStoreContract;
import org.sozialradar.store.Revision;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.jdbc.Schema;

/** A store that cannot be opened or written says why; what goes wrong leaves it as it was. */
class PostgisFailureTest {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  private PostgisGeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }

  private void assertRefused(String... words) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .satisfies(failure -> assertThat(failure.getMessage()).contains(words).contains(database));
  }

  @Test
  void refusesASchemaThatIsNewerThanTheProgram() throws SQLException {
    open().close();
    cluster.execute(
        database,
        """
        INSERT INTO radar.schema_history (installed_rank, version, description, type, script,
          checksum, installed_by, execution_time, success)
        VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, 'x', 1, TRUE)\
        """);
    assertRefused("its schema is 99", "schemas up to " + new PostgisDialect().newestMigration());
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () -> PostgisGeodataStore.migrate(cluster.address(database), cluster.superuser()))
        .withMessageContaining("its schema is 99");
  }

  @Test
  void aRoleThatMayNotReadTheHistoryIsNotToldOfAnEmptyStore() throws SQLException {
    open().close();
    var guest = new StoreLogin("guest_of_" + database, "x");
    cluster.execute(database, "CREATE ROLE " + guest.user() + " LOGIN PASSWORD 'x'");
    cluster.execute(database, "GRANT USAGE ON SCHEMA radar TO " + guest.user());
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () -> PostgisGeodataStore.open(cluster.address(database), guest, Clock.systemUTC()))
        .withMessageContaining("lacks the right")
        .withMessageContaining(database);
  }

  @Test
  void aServerThatWentAwayIsNotTakenForAnEmptyStore() throws IOException {
    var source = new PGSimpleDataSource();
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      source.setURL("jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/radar");
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new Schema(source, new PostgisDialect()).version())
        .withMessageContaining("its schema cannot be read");
  }

  @Test
  void refusesADatabaseThatIsNotThere() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                PostgisGeodataStore.open(
                    cluster.address("nowhere"), cluster.superuser(), Clock.systemUTC()))
        .withMessageContaining("no such database")
        .withMessageContaining("nowhere");
  }

  @Test
  void saysThatNoServerAnswers() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                PostgisGeodataStore.open(
                    "jdbc:postgresql://127.0.0.1:" + port + "/radar?password=geheim",
                    StoreLogin.NONE,
                    Clock.systemUTC()))
        .withMessageContaining("cannot be reached")
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("geheim"));
  }

  @Test
  void aConnectionCutDuringAnImportLeavesTheStoreAsItWas() throws Exception {
    try (var store = open()) {
      var before = store.commit(uniform(1, 5));
      var pool = Executors.newSingleThreadExecutor();
      try {
        var lock = cluster.connect(database, cluster.superuser());
        lock.setAutoCommit(false);
        try (var statement = lock.createStatement()) {
          statement.execute("LOCK TABLE radar.coverage IN EXCLUSIVE MODE");
        }
        var commit = pool.submit(() -> store.commit(uniform(2, 50)));
        cutConnectionThatWaitsForTheTable();
        lock.close();
        assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
            .isThrownBy(() -> commit.get(1, TimeUnit.MINUTES))
            .withCauseInstanceOf(StoreException.class);
      } finally {
        pool.shutdownNow();
      }
      assertThat(store.currentRevision()).isEqualTo(before);
      GeodataStoreContract.assertUniform(store, 1, 5);
      assertThat(store.commit(uniform(2, 7)).number()).isEqualTo(2);
      GeodataStoreContract.assertUniform(store, 2, 7);
    }
  }

  private void cutConnectionThatWaitsForTheTable() throws SQLException {
    try (var connection = cluster.connect(database, cluster.superuser());
        var statement = connection.createStatement()) {
      boolean cut = false;
      while (!cut) {
        try (var rows =
            statement.executeQuery(
                """
                SELECT pg_terminate_backend(pid) FROM pg_locks
                WHERE relation = 'radar.coverage'::regclass AND NOT granted\
                """)) {
          cut = rows.next();
        }
      }
    }
  }

  @Test
  void twoStoresSeeEachOthersRevisionsAndHearOfThem() throws Exception {
    try (var one = open();
        var other = open()) {
      var told = new java.util.concurrent.Semaphore(0);
      try (var subscription = other.subscribe(told::release)) {
        assertThat(subscription).isNotNull();
        var made = one.commit(uniform(1, 5));
        do {
          assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        } while (!other.currentRevision().equals(made));
      }
    }
  }

  @Test
  void hearsOfRevisionsAgainAfterItsConnectionsWereCut() throws Exception {
    try (var one = open();
        var other = open()) {
      var told = new java.util.concurrent.Semaphore(0);
      try (var subscription = other.subscribe(told::release)) {
        assertThat(subscription).isNotNull();
        assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).as("it listens").isTrue();
        cluster.execute(
            database,
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()\
            """);
        Revision made = one.commit(uniform(1, 5));
        do {
          assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        } while (!other.currentRevision().equals(made));
      }
    }
  }

  @Test
  void refusesAGeometryOfAnotherReferenceSystem() throws SQLException {
    try (var store = open()) {
      store.commit(uniform(1, 3));
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () ->
                  cluster.execute(
                      database, "UPDATE radar.area SET geometry = ST_SetSRID(geometry, 3857)"));
      assertThat(store.listAreas(Batches.EDITION, "municipality").get(0).geometry().getSRID())
          .isEqualTo(4326);
    }
  }
}
