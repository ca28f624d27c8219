package org.sozialradar.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.store.PartKey;
import org.sozialradar.store.Revision;

/** Reads revisions and which parts they are made of. */
final class RevisionRows {
  static final Revision NONE = new Revision(0, Instant.EPOCH, "", 0);

  private static final String COLUMNS =
      "SELECT revision_number, created_at, dataset_id, restored_from FROM revision ";

  private final Statements statements;

  RevisionRows(Statements statements) {
    this.statements = statements;
  }

  Revision newest() throws SQLException {
    return statements
        .find(
            COLUMNS + "WHERE revision_number = (SELECT MAX(revision_number) FROM revision)",
            RevisionRows::revision)
        .orElse(NONE);
  }

  List<Revision> all() throws SQLException {
    return statements.list(COLUMNS + "ORDER BY revision_number DESC", RevisionRows::revision);
  }

  Optional<Revision> find(long number) throws SQLException {
    return statements.find(COLUMNS + "WHERE revision_number = ?", RevisionRows::revision, number);
  }

  private static Revision revision(ResultSet row) throws SQLException {
    return new Revision(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getLong(4));
  }

  /** The ids of the parts of a revision. */
  Map<PartKey, Long> parts(long revision) throws SQLException {
    var parts = new HashMap<PartKey, Long>();
    statements
        .list(
            """
            SELECT p.part_id, p.part_kind, p.part_key FROM part p
            JOIN revision_part r ON r.part_id = p.part_id WHERE r.revision_number = ?\
            """,
            row -> Map.entry(key(row), row.getLong(1)),
            revision)
        .forEach(part -> parts.put(part.getKey(), part.getValue()));
    return parts;
  }

  private static PartKey key(ResultSet row) throws SQLException {
    return new PartKey(PartKey.Kind.valueOf(row.getString(2)), row.getString(3));
  }
}
