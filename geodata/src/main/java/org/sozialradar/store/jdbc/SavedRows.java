package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.records.InvalidRecordException;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Records in a database, over a connection in a transaction that its owner ends. */
final class SavedRows {
  private static final Target RECORD =
      Target.of("saved_record", "record_kind", "record_id", "title", "saved_at", "body");
  private static final String COLUMNS =
      "SELECT record_kind, record_id, title, saved_at, body FROM saved_record WHERE record_kind ="
          + " ?";

  private final Statements statements;

  /** Records over a connection. */
  SavedRows(Connection connection, Dialect dialect) {
    statements = new Statements(connection, dialect);
  }

  /**
   * Saves a record in place of one of the same kind and id.
   *
   * @throws InvalidRecordException {@code too-many-records}
   */
  void put(SavedRecord saved) throws SQLException {
    delete(saved.kind(), saved.id());
    int others =
        statements
            .find(
                "SELECT COUNT(*) FROM saved_record WHERE record_kind = ?",
                row -> row.getInt(1),
                saved.kind())
            .orElseThrow();
    if (others >= RecordStore.MOST_OF_A_KIND) {
      throw new InvalidRecordException(
          "too-many-records", Map.of("most", Integer.toString(RecordStore.MOST_OF_A_KIND)));
    }
    statements.insert(
        RECORD,
        saved.kind(),
        saved.id(),
        saved.name(),
        saved.savedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
        saved.json());
  }

  /** The record of a kind with an id. */
  Optional<SavedRecord> find(String kind, String id) throws SQLException {
    return statements.find(COLUMNS + " AND record_id = ?", SavedRows::read, kind, id);
  }

  /** All records of a kind, by id. */
  List<SavedRecord> list(String kind) throws SQLException {
    return statements.list(COLUMNS, SavedRows::read, kind).stream()
        .sorted(java.util.Comparator.comparing(SavedRecord::id)) // Databases sort by their locale.
        .toList();
  }

  /** Deletes a record; whether there was one. */
  boolean delete(String kind, String id) throws SQLException {
    return statements.update(
            "DELETE FROM saved_record WHERE record_kind = ? AND record_id = ?", kind, id)
        > 0;
  }

  private static SavedRecord read(ResultSet row) throws SQLException {
    return new SavedRecord(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5));
  }
}
