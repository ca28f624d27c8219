package org.sozialradar.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.records.RecordStore;
import org.sozialradar.release.ReleaseStore;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.MeasurableStore;
import org.sozialradar.store.Revision;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Subscription;
import org.sozialradar.store.jdbc.ConnectionReader;
import org.sozialradar.store.jdbc.JdbcRecords;
import org.sozialradar.store.jdbc.JdbcReleases;
import org.sozialradar.store.jdbc.RevisionWriter;
import org.sozialradar.store.jdbc.Transactions;

/**
 * The store in PostgreSQL with PostGIS, schema {@code radar}; any number of processes may use it at
 * once.
 *
 * <p>Reading is done in read-only transactions of one state, each statement bounded in time.
 * Whoever makes or prunes revisions holds a lock of the database until the transaction ends.
 */
public final class PostgisGeodataStore implements GeodataStore, MeasurableStore {
  /** Names the lock that those who write wait for; any number that nobody else uses. */
  static final long WRITE_LOCK = 0x5261646172L;

  /**
   * Coordinates hardly shrink: the default way of PostgreSQL takes as long for trying as all else.
   */
  private static final String COMPRESS_FAST =
      """
      SELECT set_config('default_toast_compression', 'lz4', true) FROM pg_settings
      WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)\
      """;

  private static final Duration LONGEST_WAIT_TO_WRITE = Duration.ofMinutes(10);

  /** How often a transaction is tried that the database ended because of a deadlock. */
  private static final int ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(PostgisGeodataStore.class);

  private final PostgisDatabase database;
  private final RevisionChannel channel;
  private final Clock clock;
  private final Duration longestWait;

  private PostgisGeodataStore(PostgisDatabase database, Clock clock, Duration longestWait) {
    this.database = database;
    this.channel = new RevisionChannel(database);
    this.clock = clock;
    this.longestWait = longestWait;
  }

  /**
   * Opens a store; makes or updates its schema if that is needed and the role has the right to.
   *
   * @param address {@code jdbc:postgresql://HOST:PORT/DATABASE}, with settings of the driver
   * @param login name and password, as far as the address does not say them
   * @param clock tells when revisions were made
   * @throws org.sozialradar.store.StoreAddressException if the address is none of PostgreSQL
   * @throws StoreException if it cannot be opened: no server, no right, no PostGIS, a schema that
   *     is newer than the program, or older and the role must not change it
   */
  public static PostgisGeodataStore open(String address, StoreLogin login, Clock clock) {
    return open(address, login, clock, LONGEST_WAIT_TO_WRITE);
  }

  /** As above, but waits no longer for a lock. */
  static PostgisGeodataStore open(
      String address, StoreLogin login, Clock clock, Duration longestWait) {
    return new PostgisGeodataStore(PostgisDatabase.open(address, login), clock, longestWait);
  }

  /**
   * Makes the schema, or brings it to the state that this program knows.
   *
   * @return version of the schema
   * @throws StoreException as {@link #open}
   */
  public static int migrate(String address, StoreLogin login) {
    return PostgisDatabase.migrate(address, login);
  }

  @Override
  public <T> T read(Function<? super GeodataReader, ? extends T> work) {
    return onReader(connection -> work.apply(new ConnectionReader(connection, database.dialect())));
  }

  @Override
  public <T> T read(long revision, Function<? super GeodataReader, ? extends T> work) {
    return onReader(
        connection -> work.apply(ConnectionReader.of(connection, database.dialect(), revision)));
  }

  @Override
  public void measure(Object meters) {
    database.measure(meters);
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T onReader(Work<T> work) {
    try (var connection = database.connectReader()) {
      try {
        return work.on(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw PostgresFailure.explain("read", database.name(), e);
    }
  }

  @Override
  public Revision commit(ImportBatch batch) {
    return makeRevision(writer -> writer.write(batch, clock.instant()));
  }

  @Override
  public Revision restore(long number) {
    return makeRevision(writer -> writer.restore(number, clock.instant()));
  }

  @Override
  public Revision erase(List<Erasure> erasures) {
    return makeRevision(writer -> writer.erase(erasures, clock.instant()));
  }

  private interface Writing<T> {
    T write(RevisionWriter writer) throws SQLException;
  }

  /** A deadlock is nobody's fault, and nothing of the transaction remains: it is tried again. */
  private Revision makeRevision(Writing<Revision> writing) {
    for (int attempt = 1; ; attempt++) {
      try {
        return tryToMake(writing);
      } catch (StoreException failure) {
        if (attempt == ATTEMPTS || !PostgresFailure.isDeadlock(failure)) {
          throw failure;
        }
        LOG.warn("{}; trying again", failure.getMessage());
      }
    }
  }

  private Revision tryToMake(Writing<Revision> writing) {
    Revision revision = null;
    try (var connection = connectWriter()) {
      revision = writing.write(new RevisionWriter(connection, database.dialect()));
      announce(connection, revision);
      connection.commit();
      return revision;
    } catch (SQLException e) {
      return afterFailure(revision, PostgresFailure.explain("write", database.name(), e));
    }
  }

  /**
   * A connection in a transaction that holds the lock; closing it gives up what is not committed.
   */
  private Connection connectWriter() throws SQLException {
    var connection = database.connect();
    boolean locked = false;
    try {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("SET LOCAL lock_timeout = " + longestWait.toMillis());
        statement.execute("SELECT pg_advisory_xact_lock(" + WRITE_LOCK + ")");
        statement.execute(COMPRESS_FAST);
      } catch (SQLException e) {
        if (PostgresFailure.isLockTimeout(e)) {
          throw PostgresFailure.ofBusyStore(database.name(), e);
        }
        throw e;
      }
      locked = true;
      return connection;
    } finally {
      if (!locked) {
        connection.close();
      }
    }
  }

  /** Sent by the database when the transaction is committed, and only then. */
  private static void announce(Connection connection, Revision revision) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
      statement.setString(1, RevisionChannel.NAME);
      statement.setString(2, Long.toString(revision.number()));
      statement.execute();
    }
  }

  /**
   * A connection lost at the end of the transaction leaves open how it ended: the store decides.
   */
  private Revision afterFailure(Revision made, StoreException failure) {
    if (made == null) {
      throw failure;
    }
    try {
      if (listRevisions().contains(made)) {
        return made;
      }
    } catch (StoreException e) {
      failure.addSuppressed(e);
    }
    throw failure;
  }

  @Override
  public List<Revision> listRevisions() {
    return onReader(connection -> new RevisionWriter(connection, database.dialect()).list());
  }

  @Override
  public List<Revision> listPrunable(int keep) {
    return onReader(
        connection -> new RevisionWriter(connection, database.dialect()).listPrunable(keep));
  }

  @Override
  public List<Revision> prune(int keep) {
    try (var connection = connectWriter()) {
      var pruned = new RevisionWriter(connection, database.dialect()).prune(keep);
      connection.commit();
      return pruned;
    } catch (SQLException e) {
      throw PostgresFailure.explain("write", database.name(), e);
    }
  }

  @Override
  public RecordStore records() {
    return new JdbcRecords(new Reading(), new Changing(), database.dialect());
  }

  @Override
  public ReleaseStore releases() {
    return new JdbcReleases(new Reading(), new Changing(), database.dialect());
  }

  private final class Reading implements Transactions {
    @Override
    public <T> T run(Transactions.Work<T> work) {
      return onReader(work::on);
    }
  }

  private final class Changing implements Transactions {
    @Override
    public <T> T run(Transactions.Work<T> work) {
      try (var connection = connectWriter()) {
        T answer = work.on(connection);
        connection.commit();
        return answer;
      } catch (SQLException e) {
        throw PostgresFailure.explain("write", database.name(), e);
      }
    }
  }

  @Override
  public Subscription subscribe(Runnable listener) {
    return channel.subscribe(listener);
  }

  @Override
  public void close() {
    channel.close();
    database.close();
  }
}
