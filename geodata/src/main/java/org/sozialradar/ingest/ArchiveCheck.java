package org.sozialradar.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks a zip archive before anything in it is used: names that would leave the folder, too many
 * entries, content that unpacks to more than is allowed. Sizes that the archive states are not
 * believed: all entries are unpacked once, into nothing.
 */
public final class ArchiveCheck {
  private static final IssueType NOT_AN_ARCHIVE =
      IssueType.error(
          "archive-unreadable",
          "Das Archiv lässt sich nicht lesen: %s",
          "The archive cannot be read: %s");
  private static final IssueType UNSAFE_NAME =
      IssueType.error(
          "archive-unsafe-name",
          "Das Archiv enthält einen Namen, der aus dem Ordner hinausführt.",
          "The archive has an entry whose name leads out of the folder.");
  private static final IssueType NAME_TOO_LONG =
      IssueType.error(
          "archive-name-too-long",
          "Das Archiv enthält einen Namen, der für eine Datei zu lang ist: %s …",
          "The archive has a name that is too long for a file: %s …");

  /** Longest name of a file or folder that every usual file system takes, in bytes of UTF-8. */
  private static final int LONGEST_NAME = 255;

  /** Longest path within the folder, in bytes of UTF-8. */
  private static final int LONGEST_PATH = 2_000;

  private static final int SHOWN = 40;
  private static final IssueType TOO_MANY =
      IssueType.error(
          "archive-too-many-entries",
          "Das Archiv enthält mehr als %s Dateien.",
          "The archive has more than %s entries.");

  private ArchiveCheck() {}

  /**
   * Checks an archive.
   *
   * @throws InputRejectedException if it is no archive, truncated or beyond the limits
   */
  public static void check(InputFile file) {
    // names that are not marked as UTF-8 must not make an archive unreadable
    try (var zip = new ZipFile(file.path().toFile(), StandardCharsets.ISO_8859_1)) {
      if (zip.size() > file.limits().archiveEntries()) {
        int most = file.limits().archiveEntries();
        throw new InputRejectedException(TOO_MANY.at(IssuePlace.ofFile(file.name()), "", most));
      }
      long left = file.limits().unpackedBytes(file.source().bytes());
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        left -= checkedSize(zip, entries.nextElement(), left, file);
      }
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw new InputRejectedException(
          NOT_AN_ARCHIVE.at(IssuePlace.ofFile(file.name()), "", reason), e);
    }
  }

  private static long checkedSize(ZipFile zip, ZipEntry entry, long left, InputFile file)
      throws IOException {
    String name = entry.getName();
    if (!isSafe(name)) {
      throw new InputRejectedException(UNSAFE_NAME.at(IssuePlace.ofFile(file.name()), name));
    }
    if (!isShort(name)) {
      throw new InputRejectedException(
          NAME_TOO_LONG.at(IssuePlace.ofFile(file.name()), "", name.substring(0, SHOWN)));
    }
    try (InputStream in = new BoundedStream(zip.getInputStream(entry), left, file.name())) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Whether a name stays within the folder into which it is unpacked. */
  public static boolean isSafe(String name) {
    if (name.contains("\\") || name.contains("\0") || name.contains(":")) {
      return false;
    }
    try {
      var path = Path.of(name);
      return !path.isAbsolute() && !path.normalize().startsWith("..") && !hasParentStep(path);
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }

  /** Whether a name, with the folders in it, is short enough for a file. */
  public static boolean isShort(String name) {
    for (var step : name.split("/", -1)) {
      if (step.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        return false;
      }
    }
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
  }

  private static boolean hasParentStep(Path path) {
    for (var step : path) {
      if (step.toString().equals("..")) {
        return true;
      }
    }
    return false;
  }
}
