package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.store.StoreException;

/** The schema of the tables and the history of its migrations. */
public final class Schema {
  private static final String LOCATION = "classpath:db/migration";

  /** The newest migration; a test compares it with the files. */
  static final String NEWEST = "2";

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /**
   * Brings the schema to the state that this program knows.
   *
   * @throws StoreException if the schema is newer than the program, was changed by hand, or cannot
   *     be brought there
   */
  public static void migrate(DataSource source, Dialect dialect) {
    if (!isCurrent(source)) {
      migrate(flyway(source, dialect));
    }
  }

  /**
   * Whether the newest migration is the last that was made and none failed: asked without Flyway,
   * which takes a second to start.
   */
  static boolean isCurrent(DataSource source) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT "version", "success" FROM "flyway_schema_history"
                WHERE "version" IS NOT NULL ORDER BY "installed_rank" ASC""")) {
      String last = "";
      while (rows.next()) {
        last = rows.getBoolean(2) ? rows.getString(1) : "failed";
      }
      return last.equals(NEWEST);
    } catch (SQLException e) {
      LOG.debug("no history of the schema: {}", e.getMessage());
      return false;
    }
  }

  static Flyway flyway(DataSource source, Dialect dialect) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations(LOCATION)
        .placeholders(Map.of("binary", dialect.binaryType()))
        .load();
  }

  private static void migrate(Flyway flyway) {
    try {
      requireKnown(flyway);
      forgetFailed(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException("the schema cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  private static void requireKnown(Flyway flyway) {
    Stream.of(flyway.info().applied())
        .filter(migration -> !migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .findFirst()
        .ifPresent(
            version -> {
              throw new StoreException(
                  "was written by a newer version of the program (schema "
                      + version
                      + "); use that version, or another store");
            });
  }

  /** A migration that failed is run again; its statements bear that. */
  private static void forgetFailed(Flyway flyway) {
    if (Stream.of(flyway.info().all()).anyMatch(migration -> migration.getState().isFailed())) {
      flyway.repair();
    }
  }
}
