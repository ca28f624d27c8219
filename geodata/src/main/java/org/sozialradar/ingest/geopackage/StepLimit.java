package org.sozialradar.ingest.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/**
 * Ends a query of a database that somebody made to keep the machine busy: the steps of its virtual
 * machine are counted, and each row that comes out allows some more. For one connection and one
 * thread.
 */
final class StepLimit extends ProgressHandler {
  /** Steps between two looks; a row of the widest table takes fewer. */
  private static final int STEPS = 10_000;

  /** Looks without a row: 50 million steps, some seconds. */
  private static final long MOST = 5000;

  private long left = MOST;

  private StepLimit() {}

  /** Watches over all queries of a connection. */
  static StepLimit of(Connection connection) throws SQLException {
    var limit = new StepLimit();
    setHandler(connection, STEPS, limit);
    return limit;
  }

  /** A row came. */
  void addRow() {
    left++;
  }

  @Override
  protected int progress() {
    left--;
    return left < 0 ? 1 : 0;
  }
}
