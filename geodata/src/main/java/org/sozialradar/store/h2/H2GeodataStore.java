package org.sozialradar.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.records.RecordStore;
import org.sozialradar.release.ReleaseStore;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Revision;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.Subscription;
import org.sozialradar.store.UnknownRevisionException;
import org.sozialradar.store.jdbc.ConnectionReader;
import org.sozialradar.store.jdbc.Dialect;
import org.sozialradar.store.jdbc.JdbcRecords;
import org.sozialradar.store.jdbc.JdbcReleases;
import org.sozialradar.store.jdbc.RevisionWriter;
import org.sozialradar.store.jdbc.Transactions;

/**
 * The embedded store: one file of an H2 database, held by one process at a time.
 *
 * <p>Readers see the revision that was current when they began ({@link #read}), also while a commit
 * runs. A commit has reached the disk when it returns. If the disk fails during a commit, H2 closes
 * the database; the next call opens it again as it was before. Tables hold at most 65 536 areas,
 * the limit of H2's arrays.
 */
public final class H2GeodataStore implements GeodataStore {
  private static final Logger LOG = LoggerFactory.getLogger(H2GeodataStore.class);
  private static final Dialect DIALECT = new H2Dialect();

  /** Version of the schema that opening a store leads to. */
  public static final int SCHEMA_VERSION = DIALECT.newestMigration();

  private final Path path;
  private final Clock clock;
  private final StoreLock lock;
  private final DatabaseFile database;
  private final RevisionMark mark;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock committing = new ReentrantLock();

  private H2GeodataStore(Path path, Clock clock, StoreLock lock) {
    this.path = path;
    this.clock = clock;
    this.lock = lock;
    this.database = new DatabaseFile(path, DIALECT);
    this.mark = new RevisionMark(beside(path, ".revision"));
  }

  /**
   * Opens a store, and makes it if there is none.
   *
   * @param path the database file without its ending {@code .mv.db}; its directory is made if need
   *     be
   * @param clock tells when revisions were made
   * @throws org.sozialradar.store.StoreInUseException if a process, this one included, has it open
   * @throws StoreException if it cannot be opened: no permission, damaged, newer than the program
   */
  public static H2GeodataStore open(Path path, Clock clock) {
    makeDirectory(path);
    var lock = StoreLock.take(beside(path, ".lock"), path);
    var store = new H2GeodataStore(path, clock, lock);
    boolean opened = false;
    try {
      store.prepare();
      opened = true;
      return store;
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  private static void makeDirectory(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new StoreException("cannot make the directory of the store " + path + ": " + e, e);
    }
  }

  private static Path beside(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private void prepare() {
    var file = beside(path, ".mv.db");
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new StoreException("no permission to write the store " + file);
    }
    try (var connection = database.connect()) {
      mark.check(new ConnectionReader(connection, DIALECT).currentRevision().number());
    } catch (SQLException | StoreException e) {
      throw failure("open", e);
    }
  }

  @Override
  public <T> T read(Function<? super GeodataReader, ? extends T> work) {
    return onConnection(connection -> work.apply(new ConnectionReader(connection, DIALECT)));
  }

  @Override
  public <T> T read(long revision, Function<? super GeodataReader, ? extends T> work) {
    return onConnection(
        connection -> work.apply(ConnectionReader.of(connection, DIALECT, revision)));
  }

  private <T> T onConnection(Function<Connection, ? extends T> work) {
    try (var connection = database.connect()) {
      connection.setTransactionIsolation(DIALECT.snapshotIsolation());
      connection.setAutoCommit(false);
      return readAndEnd(connection, work);
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  private <T> T readAndEnd(Connection connection, Function<Connection, ? extends T> work)
      throws SQLException {
    try {
      T answer = work.apply(connection);
      DatabaseFile.requireRunning(connection);
      return answer;
    } catch (UnknownRevisionException e) {
      throw e;
    } catch (StoreException e) {
      throw failure("read", e);
    } finally {
      connection.rollback();
    }
  }

  private StoreException writeFailure(SQLException cause) {
    var failure = failure("write", cause);
    if (H2Failure.isOfTheFile(cause)) {
      database.discard();
    }
    return failure;
  }

  private StoreException failure(String action, Exception cause) {
    database.recover().ifPresent(cause::addSuppressed);
    return H2Failure.explain(action, path, cause);
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

  private Revision makeRevision(Writing<Revision> writing) {
    committing.lock();
    try {
      var revision = write(writing);
      listeners.forEach(Runnable::run);
      return revision;
    } finally {
      committing.unlock();
    }
  }

  private Revision write(Writing<Revision> writing) {
    Revision revision = null;
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      revision = writing.write(new RevisionWriter(connection, DIALECT));
      end(connection);
      note(revision);
      return revision;
    } catch (SQLException e) {
      return afterFailure(revision, writeFailure(e));
    }
  }

  private static void end(Connection connection) throws SQLException {
    connection.commit();
    try (var statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
    DatabaseFile.requireRunning(connection);
  }

  @Override
  public List<Revision> listRevisions() {
    return askWriter(RevisionWriter::list);
  }

  @Override
  public List<Revision> listPrunable(int keep) {
    return askWriter(writer -> writer.listPrunable(keep));
  }

  private <T> T askWriter(Writing<T> question) {
    try (var connection = database.connect()) {
      T answer = question.write(new RevisionWriter(connection, DIALECT));
      DatabaseFile.requireRunning(connection);
      return answer;
    } catch (SQLException e) {
      throw failure("read", e);
    }
  }

  @Override
  public List<Revision> prune(int keep) {
    committing.lock();
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      var pruned = new RevisionWriter(connection, DIALECT).prune(keep);
      end(connection);
      return pruned;
    } catch (SQLException e) {
      throw writeFailure(e);
    } finally {
      committing.unlock();
    }
  }

  @Override
  public RecordStore records() {
    return new JdbcRecords(new Reading(), new Changing(), DIALECT);
  }

  @Override
  public ReleaseStore releases() {
    return new JdbcReleases(new Reading(), new Changing(), DIALECT);
  }

  private final class Reading implements Transactions {
    @Override
    public <T> T run(Transactions.Work<T> work) {
      try (var connection = database.connect()) {
        T answer = work.on(connection);
        DatabaseFile.requireRunning(connection);
        return answer;
      } catch (SQLException e) {
        throw failure("read", e);
      }
    }
  }

  private final class Changing implements Transactions {
    @Override
    public <T> T run(Transactions.Work<T> work) {
      committing.lock();
      try (var connection = database.connect()) {
        connection.setAutoCommit(false);
        T answer = work.on(connection);
        end(connection);
        return answer;
      } catch (SQLException e) {
        throw writeFailure(e);
      } finally {
        committing.unlock();
      }
    }
  }

  /** Only this process makes revisions, so this process tells of them. */
  @Override
  public Subscription subscribe(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The mark only guards against a damaged file; a commit does not fail for want of it. */
  private void note(Revision revision) {
    try {
      mark.write(revision.number());
    } catch (IOException e) {
      LOG.warn(
          "cannot note revision {} of the store {}: {}", revision.number(), path, e.toString());
    }
  }

  /**
   * The transaction may be in the file although its end was reported as failed: the file decides.
   */
  private Revision afterFailure(Revision made, StoreException failure) {
    if (made == null) {
      throw failure;
    }
    database.discard();
    try {
      if (currentRevision().equals(made)) {
        return made;
      }
    } catch (StoreException e) {
      failure.addSuppressed(e);
    }
    throw failure;
  }

  /** Closes the file and frees it for other processes; waits for a commit that runs. */
  @Override
  public void close() {
    committing.lock();
    try {
      database.close();
    } finally {
      lock.close();
      committing.unlock();
    }
  }
}
