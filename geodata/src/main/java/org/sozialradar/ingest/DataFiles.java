package org.sozialradar.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files of a manifest: beside it, then below each data folder by relative path, then by
 * file name alone.
 *
 * @param dataFolders folders to look in, in order
 */
record DataFiles(List<Path> dataFolders) {
  static final IssueType NOT_FOUND =
      IssueType.error(
          "file-not-found",
          "Die Datei „%s“ liegt weder neben dem Manifest noch in einem Datenordner.",
          "The file '%s' is neither beside the manifest nor in a data folder.");
  static final IssueType AMBIGUOUS =
      IssueType.error(
          "file-ambiguous",
          "Den Namen „%s“ tragen mehrere Dateien im Datenordner: %s",
          "Several files in the data folder have the name '%s': %s");
  private static final IssueType FOLDER_UNREADABLE =
      IssueType.error(
          "folder-unreadable",
          "Der Datenordner %s lässt sich nicht lesen.",
          "The data folder %s cannot be read.");

  private static final int MAX_DEPTH = 8;

  DataFiles {
    dataFolders = List.copyOf(dataFolders);
  }

  /**
   * The file of a resource, whose path is relative and without {@code ..}.
   *
   * @throws InputRejectedException if there is none, or more than one of that name
   */
  Path get(ManifestResource resource, Path manifestFolder) {
    return findAt(manifestFolder, resource.path())
        .or(() -> firstOf(folder -> findAt(folder, resource.path())))
        .or(() -> firstOf(folder -> findByName(folder, resource.fileName())))
        .orElseThrow(
            () ->
                new InputRejectedException(
                    NOT_FOUND.at(IssuePlace.ofFile(resource.fileName()), "", resource.path())));
  }

  private Optional<Path> firstOf(java.util.function.Function<Path, Optional<Path>> search) {
    return dataFolders.stream().map(search).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Path> findAt(Path folder, String path) {
    var candidate = folder.resolve(path);
    return Files.isRegularFile(candidate) ? Optional.of(candidate) : Optional.empty();
  }

  private static Optional<Path> findByName(Path folder, String name) {
    var found = filesNamed(folder, name);
    if (found.size() > 1) {
      String places = String.join(", ", found.stream().map(Path::toString).toList());
      throw new InputRejectedException(AMBIGUOUS.at(IssuePlace.ofFile(name), "", name, places));
    }
    return found.stream().findFirst();
  }

  private static List<Path> filesNamed(Path folder, String name) {
    try (var files =
        Files.find(
            folder,
            MAX_DEPTH,
            (file, facts) -> facts.isRegularFile() && file.getFileName().toString().equals(name))) {
      return files.sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new InputRejectedException(FOLDER_UNREADABLE.issue(folder), e);
    }
  }
}
