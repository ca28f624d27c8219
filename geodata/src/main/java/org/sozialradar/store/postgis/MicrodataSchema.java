package org.sozialradar.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.postgresql.ds.PGSimpleDataSource;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.jdbc.Schema;
import org.sozialradar.store.microdata.MicrodataDatabase;

/** The schema {@code survey_private}, which only the roles that migrate and import can see. */
public final class MicrodataSchema implements MicrodataDatabase {
  private static final String NAME = "survey_private";
  private static final String RIGHTS = "classpath:db/microdata_postgresql";

  private final PGSimpleDataSource source;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final String name;

  private MicrodataSchema(PGSimpleDataSource source, String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * Opens the schema; makes or updates it if that is needed and the role has the right to.
   *
   * @throws StoreException if it cannot be opened, or is older and the role must not change it
   */
  public static MicrodataSchema open(String address, StoreLogin login) {
    var source = PostgresSource.of(address, login);
    String name = PostgresSource.name(source) + "/" + NAME;
    source.setCurrentSchema(NAME);
    var schema = schema(source);
    if (!schema.isCurrent()) {
      migrate(PostgresSource.of(address, login));
    }
    return new MicrodataSchema(source, name);
  }

  /** Makes or updates the schema, by a role that may. */
  static void migrate(PGSimpleDataSource other) {
    try (var connection = other.getConnection();
        var statement = connection.createStatement()) {
      if (!hasSchema(statement)) {
        statement.execute("CREATE SCHEMA " + NAME);
      }
      var source = new PGSimpleDataSource();
      source.setUrl(other.getUrl());
      source.setUser(other.getUser());
      source.setPassword(other.getPassword());
      source.setCurrentSchema(NAME);
      schema(source).migrate();
    } catch (SQLException e) {
      throw new StoreException(
          "the schema survey_private cannot be made; the owner of the database runs: radar migrate",
          e);
    }
  }

  private static boolean hasSchema(Statement statement) throws SQLException {
    try (var rows =
        statement.executeQuery("SELECT 1 FROM pg_namespace WHERE nspname = '" + NAME + "'")) {
      return rows.next();
    }
  }

  private static Schema schema(PGSimpleDataSource source) {
    return new Schema(
        source,
        List.of(MIGRATIONS, RIGHTS),
        Map.of("key", "VARCHAR COLLATE \"C\"", "bytes", "BYTEA"),
        NEWEST_MIGRATION);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Connection connect() throws SQLException {
    return source.getConnection();
  }

  @Override
  public ReadWriteLock use() {
    return use;
  }

  /** Frees the space of deleted rows; only who owns the tables may, else autovacuum does later. */
  @Override
  public void forgetDeleted() {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("VACUUM survey_wave, survey_column, survey_release");
    } catch (SQLException e) {
      throw new StoreException("cannot free the space of deleted survey rows in " + name, e);
    }
  }

  @Override
  public void close() {
    // Connections are closed by those who asked for them.
  }
}
