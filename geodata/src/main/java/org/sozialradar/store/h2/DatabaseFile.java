package org.sozialradar.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.jdbc.Dialect;
import org.sozialradar.store.jdbc.Schema;

/**
 * The H2 database in a file, opened again after the disk failed it. Safe for use by many threads.
 */
final class DatabaseFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

  /** Geometries up to this size stand in their rows, which was measured to read twice as fast. */
  private static final int INLINE_BYTES = 256 << 10;

  private final Path path;
  private final Dialect dialect;
  private final JdbcDataSource source = new JdbcDataSource();

  private static final List<String> TABLES_OF_PARTS =
      List.of(
          "revision_part",
          "dataset",
          "dataset_file",
          "edition",
          "area_set",
          "area",
          "coverage",
          "correspondence",
          "correspondence_link",
          "indicator",
          "indicator_table",
          "indicator_column",
          "milestone",
          "network_total",
          "method_document");

  /** Keeps the database open between uses; null until opened and after a failure. */
  private Connection anchor;

  private boolean closed;

  DatabaseFile(Path path, Dialect dialect) {
    this.path = path;
    this.dialect = dialect;
    // H2 must not close the file by itself at the end of the process while the store is in use, nor
    // write a trace file, nor move what is stored while it closes: killed then, it came back as the
    // older state that it found at its end. It writes at once and in one thread (WRITE_DELAY=0):
    // what
    // it writes behind (seen with 2.5.252) may not list what it wrote just before, and killed then
    // it
    // cannot read its own file again ("Chunk 2 not found").
    source.setURL(
        "jdbc:h2:file:"
            + path.toAbsolutePath()
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0;WRITE_DELAY=0");
    source.setUser("radar");
    source.setPassword("");
  }

  /** A connection of its own for the caller, who closes it. */
  Connection connect() throws SQLException {
    ensureOpen();
    return source.getConnection();
  }

  private synchronized void ensureOpen() throws SQLException {
    if (closed) {
      throw new StoreException("the store " + path + " is closed");
    }
    recover();
    if (anchor != null) {
      return;
    }
    requireNewest();
    var connection = source.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("SET MAX_LENGTH_INPLACE_LOB " + INLINE_BYTES);
      migrate();
      removeLeftovers(statement);
      statement.execute("CHECKPOINT SYNC");
      anchor = connection;
    } finally {
      if (anchor == null) {
        connection.close();
      }
    }
  }

  private void requireNewest() {
    try {
      new PageFile(path.resolveSibling(path.getFileName() + ".mv.db")).requireNewest();
    } catch (IOException failure) {
      throw new StoreException(
          "cannot open the store " + path + ": " + failure.getMessage(), failure);
    }
  }

  private void migrate() {
    var schema = new Schema(source, dialect);
    if (!schema.isCurrent()) {
      schema.migrate();
    }
  }

  /**
   * After a write that failed on a full disk, H2 has been seen to keep rows of the transaction that
   * it took back. They belong to no part, so nobody sees them, but they stand where the next import
   * writes.
   */
  private static void removeLeftovers(Statement statement) throws SQLException {
    for (var table : TABLES_OF_PARTS) {
      int rows =
          statement.executeUpdate(
              "DELETE FROM "
                  + table
                  + " WHERE part_id > (SELECT COALESCE(MAX(part_id), 0) FROM part)");
      if (rows > 0) {
        LOG.warn("removed {} rows of an import that failed from {}", rows, table);
      }
    }
  }

  /**
   * Lets go of a database that stopped, so that the next use opens the file again. H2 stops a
   * database for good when a write fails, to keep the file as it was.
   *
   * @return why it stopped; empty if it runs
   */
  synchronized Optional<Throwable> recover() {
    if (anchor == null) {
      return Optional.empty();
    }
    var pages = pages(anchor);
    if (pages.isEmpty() || !pages.get().isClosed()) {
      return Optional.empty();
    }
    LOG.warn("the database {} stopped after a failure; it is opened again when needed", path);
    discard();
    return Optional.ofNullable(pages.get().getPanicException());
  }

  /**
   * Refuses what was read from a database that stopped meanwhile: after a failed write it still
   * answers from memory, without what the failed transaction was about to replace.
   *
   * @throws SQLException if the database of the connection stopped
   */
  static void requireRunning(Connection connection) throws SQLException {
    if (pages(connection).map(MVStore::isClosed).orElse(true)) {
      throw new SQLException("the database stopped after a failure");
    }
  }

  /** The file behind a connection; empty if the connection was closed. */
  private static Optional<MVStore> pages(Connection connection) {
    try {
      var session = connection.unwrap(JdbcConnection.class).getSession();
      return session instanceof SessionLocal local && local.getDatabase().getStore() != null
          ? Optional.of(local.getDatabase().getStore().getMvStore())
          : Optional.empty();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  /**
   * Closes the database without writing anything; the next use opens the file again. Not by SQL: a
   * database whose disk failed may never end another statement.
   */
  synchronized void discard() {
    if (anchor == null) {
      return;
    }
    try (var connection = anchor) {
      if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local) {
        local.getDatabase().shutdownImmediately();
      }
    } catch (SQLException e) {
      LOG.debug("shutdown of {} after a failure: {}", path, e.getMessage());
    }
    anchor = null;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    recover();
    if (anchor == null) {
      return;
    }
    try (var connection = anchor;
        var statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      LOG.warn("the database {} did not close cleanly: {}", path, e.getMessage());
    }
    anchor = null;
  }
}
