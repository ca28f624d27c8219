package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;

/** Records of a database, each question or change in a transaction of its own. */
public final class JdbcRecords implements RecordStore {
  private final Transactions reading;
  private final Transactions writing;

  /** Work on rows. */
  public interface Work<T> {
    T on(SavedRows rows) throws SQLException;
  }

  /** Runs work in a transaction; what went wrong is an exception of the store. */
  public interface Transactions {
    <T> T run(Work<T> work);
  }

  /** Records over transactions for reading and for writing. */
  public JdbcRecords(Transactions reading, Transactions writing) {
    this.reading = reading;
    this.writing = writing;
  }

  @Override
  public void put(SavedRecord saved) {
    writing.run(
        rows -> {
          rows.put(saved);
          return true;
        });
  }

  @Override
  public Optional<SavedRecord> find(String kind, String id) {
    return reading.run(rows -> rows.find(kind, id));
  }

  @Override
  public List<SavedRecord> list(String kind) {
    return reading.run(rows -> rows.list(kind));
  }

  @Override
  public boolean delete(String kind, String id) {
    return writing.run(rows -> rows.delete(kind, id));
  }
}
