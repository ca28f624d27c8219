package org.sozialradar.store.h2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sozialradar.store.StoreException;

/**
 * A file beside the database that tells the last revision which the database was seen to hold.
 *
 * <p>H2 opens a file that lost its end as the older, perhaps empty state that it still finds in it.
 * The mark makes that a failure instead of a store that silently forgot.
 */
final class RevisionMark {
  private final Path path;

  RevisionMark(Path path) {
    this.path = path;
  }

  /**
   * Compares the database with the mark.
   *
   * @param found the newest revision in the database
   * @throws StoreException if the mark knows of a newer one
   */
  void check(long found) {
    long known = read();
    if (found < known) {
      throw new StoreException(
          "the file is damaged: it holds revision "
              + found
              + ", but revision "
              + known
              + " was stored. Restore a copy; if you just did so, delete "
              + path.getFileName());
    }
  }

  private long read() {
    try {
      if (!Files.exists(path)) {
        return 0;
      }
      String text = Files.readString(path).strip();
      return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    } catch (IOException e) {
      throw new StoreException("cannot read " + path + ": " + e, e);
    }
  }

  /** Notes a revision that is on disk. */
  void write(long revision) throws IOException {
    var draft = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(draft, revision + "\n", StandardCharsets.US_ASCII);
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
