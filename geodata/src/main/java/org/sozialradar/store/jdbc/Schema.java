package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.store.StoreException;

/**
 * The schema of the tables and the history of its migrations: one line of versions for all
 * databases, of which some migrations are for one database alone.
 */
public final class Schema {
  private static final String SHARED_MIGRATIONS = "classpath:db/migration";

  /** Before version 0.1.0 the history had another name, and tables that no migration leads from. */
  private static final String OLD_HISTORY = "flyway_schema_history";

  private static final String HISTORY = "schema_history";

  /** States that say that there is no such table: PostgreSQL's, and the three of H2. */
  private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private final DataSource source;
  private final List<String> locations;
  private final Map<String, String> placeholders;
  private final int newest;

  /**
   * @param source gives connections whose default schema is the store's
   * @param dialect of its database
   */
  public Schema(DataSource source, Dialect dialect) {
    this(
        source,
        Stream.concat(Stream.of(SHARED_MIGRATIONS), dialect.ownMigrations().stream()).toList(),
        dialect.placeholders(),
        dialect.newestMigration());
  }

  /**
   * @param source gives connections whose default schema is meant
   * @param locations where the migrations stand on the class path
   * @param placeholders what stands for the placeholders in them
   * @param newest version of the newest one
   */
  public Schema(
      DataSource source, List<String> locations, Map<String, String> placeholders, int newest) {
    this.source = source;
    this.locations = List.copyOf(locations);
    this.placeholders = Map.copyOf(placeholders);
    this.newest = newest;
  }

  /**
   * The version of the schema in the database; 0 if there is none, or the last migration failed.
   * Asked without Flyway, which takes a second to start.
   *
   * @throws StoreException if the database does not say, as where it is away or the role may not
   *     read: an empty database is not to be concluded from that
   */
  public int version() {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT \"version\", \"success\" FROM \"%s\" WHERE \"version\" IS NOT NULL"
                        .formatted(HISTORY)
                    + " ORDER BY \"installed_rank\"")) {
      int version = 0;
      while (rows.next()) {
        version = rows.getBoolean(2) ? Integer.parseInt(rows.getString(1)) : 0;
      }
      return version;
    } catch (SQLException e) {
      if (!NO_TABLE.contains(String.valueOf(e.getSQLState()))) {
        throw new StoreException("its schema cannot be read: " + e.getMessage(), e);
      }
      LOG.debug("no history of the schema: {}", e.getMessage());
      return 0;
    }
  }

  /**
   * Whether the schema is the one that this program knows.
   *
   * @throws StoreException if it is newer than the program, or the database does not say
   */
  public boolean isCurrent() {
    int version = version();
    requireNotTooNew(version);
    return version == newest;
  }

  private void requireNotTooNew(int version) {
    if (version > newest) {
      throw new StoreException(
          "was written by a newer version of the program: its schema is "
              + version
              + ", this program knows schemas up to "
              + newest
              + "; use that version, or another store");
    }
  }

  /**
   * Brings the schema to the state that this program knows; also where it is there already, since
   * more than tables may hang on it, such as rights of roles that were added later.
   *
   * @throws StoreException if the schema is newer or much older than the program, was changed by
   *     hand, or cannot be brought there
   */
  public void migrate() {
    requireNotTooNew(version());
    requireNotTooOld();
    try {
      var flyway = flyway();
      forgetFailed(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException("the schema cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  private void requireNotTooOld() {
    if (hasTable(OLD_HISTORY) && !hasTable(HISTORY)) {
      throw new StoreException(
          "was written by a version before 0.1.0, whose stores cannot be taken over: import the"
              + " data again into a new store");
    }
  }

  private boolean hasTable(String name) {
    try (var connection = source.getConnection();
        var rows =
            connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
      return rows.next();
    } catch (SQLException e) {
      throw new StoreException("the tables cannot be listed: " + e.getMessage(), e);
    }
  }

  Flyway flyway() {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations(locations.toArray(String[]::new))
        .placeholders(placeholders)
        .table(HISTORY)
        .load();
  }

  /** A migration that failed is run again; its statements bear that. */
  private static void forgetFailed(Flyway flyway) {
    if (Stream.of(flyway.info().all()).anyMatch(migration -> migration.getState().isFailed())) {
      flyway.repair();
    }
  }
}
