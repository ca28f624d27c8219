package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;

/** Records of a database, each question or change in a transaction of its own. */
public final class JdbcRecords implements RecordStore {
  private final Transactions reading;
  private final Transactions writing;
  private final Dialect dialect;

  /** Records over transactions for reading and for writing. */
  public JdbcRecords(Transactions reading, Transactions writing, Dialect dialect) {
    this.reading = reading;
    this.writing = writing;
    this.dialect = dialect;
  }

  private SavedRows rows(Connection connection) {
    return new SavedRows(connection, dialect);
  }

  @Override
  public void put(SavedRecord saved) {
    writing.run(
        connection -> {
          rows(connection).put(saved);
          return true;
        });
  }

  @Override
  public Optional<SavedRecord> find(String kind, String id) {
    return reading.run(connection -> rows(connection).find(kind, id));
  }

  @Override
  public List<SavedRecord> list(String kind) {
    return reading.run(connection -> rows(connection).list(kind));
  }

  @Override
  public boolean delete(String kind, String id) {
    return writing.run(connection -> rows(connection).delete(kind, id));
  }
}
