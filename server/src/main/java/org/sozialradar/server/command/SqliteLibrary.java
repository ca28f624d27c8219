package org.sozialradar.server.command;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The native library of SQLite, which its driver unpacks into a folder at first use. By itself it
 * takes one that others use too, and leaves the library there if the process is told to end before
 * all is unpacked. Safe for use by many threads.
 */
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";

  private static boolean hasFolder;

  private SqliteLibrary() {}

  /** Gives it a folder that is deleted with the process; to be called before its first use. */
  static synchronized void useOwnFolder() throws IOException {
    if (!hasFolder) {
      var parent = Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir")));
      System.setProperty(
          FOLDER, TemporaryFolder.untilTheEnd(parent, "radar-sqlite-").toAbsolutePath().toString());
      hasFolder = true;
    }
  }
}
