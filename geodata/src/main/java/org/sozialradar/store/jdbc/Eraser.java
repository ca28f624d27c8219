package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Deletes values from the parts of all revisions and notes that they were deleted. */
final class Eraser {
  private static final Target ERASURE = Target.of("erasure", "dataset_id", "period", "erased_at");

  private final Statements statements;

  Eraser(Statements statements) {
    this.statements = statements;
  }

  void erase(List<Erasure> erasures) throws SQLException {
    for (var erasure : erasures) {
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
    for (var table : List.of("method_document", "indicator", "dataset")) {
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
