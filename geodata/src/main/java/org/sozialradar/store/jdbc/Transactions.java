package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in a transaction of its own; what went wrong is an exception of the store. */
public interface Transactions {
  /** Work on a connection, whose owner ends the transaction. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Runs work. */
  <T> T run(Work<T> work);
}
