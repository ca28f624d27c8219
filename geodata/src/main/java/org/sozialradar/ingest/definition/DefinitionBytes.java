package org.sozialradar.ingest.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;

/** The bytes of definitions. */
public final class DefinitionBytes {
  /** The largest definition that is read. */
  public static final int MOST = 1_000_000;

  static final IssueType TOO_LARGE =
      IssueType.error(
          "definition-too-large",
          "Die Datei ist größer als erlaubt (%s Byte).",
          "The file is larger than allowed (%s bytes).");
  static final IssueType UNREADABLE =
      IssueType.error(
          "definition-unreadable",
          "Die Datei lässt sich nicht lesen: %s",
          "The file cannot be read: %s");

  private DefinitionBytes() {}

  /**
   * The bytes of a file.
   *
   * @throws InputRejectedException if it cannot be read or is too large
   */
  public static byte[] of(Path path) {
    String file = path.getFileName().toString();
    try {
      if (Files.size(path) > MOST) {
        throw new InputRejectedException(TOO_LARGE.at(IssuePlace.ofFile(file), "", MOST));
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new InputRejectedException(
          UNREADABLE.at(IssuePlace.ofFile(file), "", String.valueOf(e.getMessage())), e);
    }
  }
}
