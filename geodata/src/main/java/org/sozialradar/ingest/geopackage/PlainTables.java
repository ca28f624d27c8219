package org.sozialradar.ingest.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.feature.FeatureFileIssues;

/**
 * Lets only tables be read that hold what they show. Views, virtual tables and generated columns
 * are small programs, which a stranger's file must not run.
 */
final class PlainTables {
  /** SQLite itself refuses a schema whose text is not of the type that its row says. */
  private static final String COMPUTED =
      """
      SELECT 1 FROM sqlite_master
      WHERE name = ?1 COLLATE NOCASE AND type IN ('table', 'view')
        AND (type <> 'table' OR coalesce(rootpage, 0) <= 0)
      """;

  private static final String GENERATED = "SELECT 1 FROM pragma_table_xinfo(?1) WHERE hidden <> 0";

  private PlainTables() {}

  /**
   * Checks a table before it is read. One that is missing is left to whoever reads it.
   *
   * @throws InputRejectedException if it computes anything
   */
  static void require(Connection connection, String table, InputFile file) throws SQLException {
    if (has(connection, COMPUTED, table) || has(connection, GENERATED, table)) {
      throw new InputRejectedException(
          FeatureFileIssues.LAYER_COMPUTED.at(IssuePlace.ofFile(file.name()), "", table));
    }
  }

  private static boolean has(Connection connection, String query, String table)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
