package org.sozialradar.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.jdbc.Dialect;

/**
 * Connections to the database: a pool for reading, single ones for all else. Safe for use by many
 * threads.
 */
final class PostgisDatabase implements AutoCloseable {
  /** The schema that holds the tables. */
  static final String SCHEMA = "radar";

  private static final int READING_CONNECTIONS = 8;
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /** How long a database that was away may take to answer, before it is tried again. */
  private static final Duration ANSWERING = Duration.ofSeconds(2);

  /** Longest statement of a reader. */
  private static final Duration READING = Duration.ofMinutes(2);

  private final String name;
  private final PGSimpleDataSource source;
  private final Dialect dialect;
  private final HikariDataSource readers;
  private final PGSimpleDataSource probe;
  private volatile boolean suspected;

  private PostgisDatabase(
      String name, PGSimpleDataSource source, String address, StoreLogin login) {
    this.name = name;
    this.source = source;
    readers = readers(source);
    probe = PostgresSource.of(address, login);
    probe.setConnectTimeout((int) ANSWERING.toSeconds());
    probe.setSocketTimeout((int) ANSWERING.toSeconds());
    dialect = new PostgisDialect();
  }

  /**
   * Opens the database with the schema that this program knows; makes or updates it if the role has
   * the right to.
   */
  static PostgisDatabase open(String address, StoreLogin login) {
    var source = PostgresSource.of(address, login);
    String name = PostgresSource.name(source);
    try {
      new SchemaSetup(source, name).prepare();
      return new PostgisDatabase(name, source, address, login);
    } catch (SQLException | PoolInitializationException e) {
      throw PostgresFailure.explain("open", name, e);
    }
  }

  /**
   * Makes or updates the schema.
   *
   * @return its version
   */
  static int migrate(String address, StoreLogin login) {
    var source = PostgresSource.of(address, login);
    try {
      return new SchemaSetup(source, PostgresSource.name(source)).migrate();
    } catch (SQLException e) {
      throw PostgresFailure.explain("prepare", PostgresSource.name(source), e);
    }
  }

  private static HikariDataSource readers(DataSource source) {
    var config = new HikariConfig();
    config.setPoolName("radar-readers");
    config.setDataSource(source);
    config.setMaximumPoolSize(READING_CONNECTIONS);
    config.setMinimumIdle(0); // Else the pool tries on by itself while the database is away.
    config.setConnectionTimeout(CONNECTING.toMillis());
    config.setAutoCommit(false);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.setConnectionInitSql("SET statement_timeout = " + READING.toMillis());
    return new HikariDataSource(config);
  }

  /** Has the pool's figures written into a registry of Micrometer. */
  void measure(Object meters) {
    readers.setMetricRegistry(meters);
  }

  /** Host, port and database, for messages. */
  String name() {
    return name;
  }

  Dialect dialect() {
    return dialect;
  }

  /**
   * A connection that only reads, each transaction of one state. Tested, as connections of the pool
   * may have died with a server that is back already.
   */
  Connection connectReader() throws SQLException {
    if (suspected) {
      requireAnswer();
    }
    try {
      return connectTested();
    } catch (SQLException e) {
      suspected = true;
      throw e;
    }
  }

  /** That the database may be away: it is tried before the pool is asked, which would wait. */
  void suspect() {
    suspected = true;
  }

  private void requireAnswer() throws SQLException {
    probe.getConnection().close();
    suspected = false;
  }

  private Connection connectTested() throws SQLException {
    for (int i = 0; i < READING_CONNECTIONS; i++) {
      var connection = readers.getConnection();
      if (connection.isValid((int) CONNECTING.toSeconds())) {
        return connection;
      }
      readers.evictConnection(connection);
    }
    return readers.getConnection();
  }

  /** A connection of its own, with auto-commit. */
  Connection connect() throws SQLException {
    return source.getConnection();
  }

  @Override
  public void close() {
    readers.close();
  }
}
