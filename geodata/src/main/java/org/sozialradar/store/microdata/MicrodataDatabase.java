package org.sozialradar.store.microdata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;

/** The database that holds survey rows. Safe for use by many threads. */
public interface MicrodataDatabase extends AutoCloseable {
  /** Where the migrations stand on the class path. */
  String MIGRATIONS = "classpath:db/microdata";

  /** Version of the newest of them. */
  int NEWEST_MIGRATION = 2;

  /** How messages name it. */
  String name();

  /** A connection for the caller, who closes it. */
  Connection connect() throws SQLException;

  /** Whoever has a connection holds it for reading, so that {@link #forgetDeleted} is alone. */
  ReadWriteLock use();

  /** Overwrites what was deleted, as far as the database can; waits until nobody uses it. */
  void forgetDeleted();

  @Override
  void close();
}
