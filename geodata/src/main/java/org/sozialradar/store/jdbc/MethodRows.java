package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Reads and writes what stands with computed results, and reads what was erased of them. */
final class MethodRows {
  private static final Target DOCUMENT =
      Target.of(
          "method_document",
          "part_id",
          "indicator_id",
          "period",
          "dataset_id",
          "method_kind",
          "body");

  private final Statements statements;

  MethodRows(Statements statements) {
    this.statements = statements;
  }

  void write(long part, MethodDocument document) throws SQLException {
    statements.insert(
        DOCUMENT,
        part,
        document.indicatorId(),
        document.period().id(),
        document.datasetId(),
        document.kind().name(),
        document.json());
  }

  List<MethodDocument> documents(long revision) throws SQLException {
    var documents =
        new ArrayList<>(
            statements.list(
                """
                SELECT m.indicator_id, m.period, m.dataset_id, m.method_kind, m.body
                FROM method_document m JOIN revision_part p ON p.part_id = m.part_id
                WHERE p.revision_number = ?\
                """,
                row ->
                    new MethodDocument(
                        row.getString(1),
                        new ReferencePeriod(row.getString(2)),
                        row.getString(3),
                        MethodDocument.Kind.valueOf(row.getString(4)),
                        row.getString(5)),
                revision));
    Collections.sort(documents);
    return documents;
  }

  List<Erasure> erasures() throws SQLException {
    return statements.list(
        "SELECT dataset_id, period, erased_at FROM erasure ORDER BY erased_at, dataset_id, period",
        row ->
            new Erasure(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant()));
  }
}
