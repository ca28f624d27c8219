package org.sozialradar.store.microdata;

import java.sql.Connection;
import java.sql.SQLException;

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

  /** Overwrites what was deleted, as far as the database can. */
  void forgetDeleted();

  @Override
  void close();
}
