package org.sozialradar.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.jdbc.Schema;

/** Finds out what the database has, and makes what is missing. */
final class SchemaSetup {
  private static final int OLDEST_SERVER = 140000;
  private static final int OLDEST_POSTGIS = 303;
  private static final Pattern POSTGIS = Pattern.compile("(\\d+)\\.(\\d+).*");

  private static final String POSTGIS_SCHEMA =
      """
      SELECT quote_ident(n.nspname) FROM pg_extension e
      JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'\
      """;
  private static final String MAY_MIGRATE =
      """
      SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'radar')
        THEN has_schema_privilege('radar', 'CREATE')
        ELSE has_database_privilege(current_database(), 'CREATE') END
        AND NOT pg_is_in_recovery()\
      """;

  private final PGSimpleDataSource source;
  private final String name;
  private final Schema schema;

  /** From here on, connections find the tables first and PostGIS' functions second. */
  SchemaSetup(PGSimpleDataSource source, String name) throws SQLException {
    this.source = source;
    this.name = name;
    try (var connection = source.getConnection()) {
      requireVersions(connection);
      source.setCurrentSchema(PostgisDatabase.SCHEMA + "," + text(connection, POSTGIS_SCHEMA));
    }
    schema = new Schema(source, new PostgisDialect());
  }

  private void requireVersions(Connection connection) throws SQLException {
    String server = text(connection, "SHOW server_version_num");
    if (Integer.parseInt(server) < OLDEST_SERVER) {
      throw new StoreException("the store " + name + ": PostgreSQL 14 or newer is needed");
    }
    if (text(connection, POSTGIS_SCHEMA).isEmpty()) {
      addPostgis(connection);
    }
    var version =
        POSTGIS.matcher(
            text(connection, "SELECT extversion FROM pg_extension WHERE extname = 'postgis'"));
    if (!version.matches()
        || Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2))
            < OLDEST_POSTGIS) {
      throw new StoreException("the store " + name + ": PostGIS 3.3 or newer is needed");
    }
  }

  private void addPostgis(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
    } catch (SQLException e) {
      throw new StoreException(
          "the store "
              + name
              + ": the database has no PostGIS; its administrator installs it and then runs:"
              + " CREATE EXTENSION postgis",
          e);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  void prepare() throws SQLException {
    if (!isCurrent()) {
      requireRightToMigrate();
      migrate();
    }
  }

  private boolean isCurrent() {
    try {
      return schema.isCurrent();
    } catch (StoreException e) {
      throw named(e);
    }
  }

  private StoreException named(StoreException failure) {
    if (failure.getCause() instanceof SQLException cause) {
      return PostgresFailure.explain("open", name, cause);
    }
    return new StoreException("the store " + name + ": " + failure.getMessage(), failure);
  }

  private void requireRightToMigrate() throws SQLException {
    try (var connection = source.getConnection()) {
      if (!text(connection, MAY_MIGRATE).equals("t")) {
        throw new StoreException(
            "the store %s has schema %d, this program needs %d; its owner runs: radar migrate"
                .formatted(name, schema.version(), new PostgisDialect().newestMigration()));
      }
    }
  }

  int migrate() throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      if (text(connection, "SELECT 1 FROM pg_namespace WHERE nspname = 'radar'").isEmpty()) {
        statement.execute("CREATE SCHEMA radar");
      }
    }
    try {
      schema.migrate();
      MicrodataSchema.migrate(source);
    } catch (StoreException e) {
      throw named(e);
    }
    return schema.version();
  }
}
