package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Deletes values from the parts of all revisions and notes that they were deleted. */
final class Eraser {
  private static final Target ERASURE = Target.of("erasure", "dataset_id", "period", "erased_at");

  private final Statements statements;

  Eraser(Statements statements) {
    this.statements = statements;
  }

  /**
   * Erases.
   *
   * @return ids of the tables that lost values, of which some are gone
   */
  Set<Long> erase(List<Erasure> erasures) throws SQLException {
    var concerned = new HashSet<Long>();
    for (var erasure : erasures) {
      concerned.addAll(tables(erasure));
      if (erasure.period().isPresent()) {
        erasePeriod(erasure.datasetId(), erasure.periodId());
      } else {
        eraseDataset(erasure.datasetId());
      }
      statements.insert(
          ERASURE,
          erasure.datasetId(),
          erasure.periodId(),
          erasure.erasedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
    deleteEmptyTables();
    return concerned;
  }

  private List<Long> tables(Erasure erasure) throws SQLException {
    return statements.list(
        """
        SELECT DISTINCT part_id FROM indicator_column
        WHERE dataset_id = ? AND (period = ? OR ? = '')\
        """,
        row -> row.getLong(1),
        erasure.datasetId(),
        erasure.periodId(),
        erasure.periodId());
  }

  private void erasePeriod(String dataset, String period) throws SQLException {
    statements.update(
        "DELETE FROM indicator_column WHERE dataset_id = ? AND period = ?", dataset, period);
    statements.update(
        """
        DELETE FROM part WHERE part_id IN (
          SELECT part_id FROM method_document WHERE dataset_id = ? AND period = ?)\
        """,
        dataset,
        period);
  }

  private void eraseDataset(String dataset) throws SQLException {
    statements.update("DELETE FROM indicator_column WHERE dataset_id = ?", dataset);
    for (var table :
        List.of("method_document", "indicator", "context_layer", "population_grid", "dataset")) {
      statements.update(
          "DELETE FROM part WHERE part_id IN (SELECT part_id FROM %s WHERE dataset_id = ?)"
              .formatted(table),
          dataset);
    }
  }

  private void deleteEmptyTables() throws SQLException {
    statements.update(
        """
        DELETE FROM part WHERE part_id IN (
          SELECT t.part_id FROM indicator_table t WHERE NOT EXISTS (
            SELECT 1 FROM indicator_column c WHERE c.part_id = t.part_id))\
        """);
  }
}
