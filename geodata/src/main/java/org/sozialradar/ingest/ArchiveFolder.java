package org.sozialradar.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks an archive of data packages into a folder, after {@link ArchiveCheck} let it pass. */
public final class ArchiveFolder {
  private static final IssueType CONFLICT =
      IssueType.error(
          "archive-conflicting-names",
          "Das Archiv enthält denselben Namen mehrfach, oder als Datei und als Ordner.",
          "The archive has a name more than once, or as a file and as a folder.");

  private ArchiveFolder() {}

  /**
   * Unpacks an archive.
   *
   * @param archive a zip archive
   * @param folder an empty folder, to which nobody else writes
   * @param limits what is accepted of it
   * @throws InputRejectedException if it is no archive, has unsafe names or is beyond the limits
   * @throws IOException if the folder cannot be written
   */
  public static void unpack(Path archive, Path folder, ImportLimits limits) throws IOException {
    ArchiveCheck.check(InputFile.of(archive, limits));
    try (var zip = new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1)) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        unpack(zip, entries.nextElement(), folder);
      }
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
    var place = folder.resolve(entry.getName()).normalize();
    if (!place.startsWith(folder)) {
      throw new IllegalStateException("a checked name leads out of its folder");
    }
    if (isBlocked(place, folder, entry.isDirectory())) {
      String archive = Path.of(zip.getName()).getFileName().toString();
      throw new InputRejectedException(CONFLICT.at(IssuePlace.ofFile(archive), entry.getName()));
    }
    if (entry.isDirectory()) {
      Files.createDirectories(place);
      return;
    }
    Files.createDirectories(place.getParent());
    try (var in = zip.getInputStream(entry)) {
      Files.copy(in, place);
    }
  }

  private static boolean isBlocked(Path place, Path folder, boolean isFolder) {
    for (var above = place.getParent(); above.startsWith(folder); above = above.getParent()) {
      if (Files.isRegularFile(above)) {
        return true;
      }
    }
    return isFolder ? Files.isRegularFile(place) : Files.exists(place);
  }
}
