package org.sozialradar.release;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The folder that keeps the files of releases, each release in a folder of its own. Files are
 * written once and never changed; several processes may share the folder. Safe for use by many
 * threads.
 *
 * <p>No link is followed below the folder, and names come only from records, which allow neither
 * slashes nor a dot at the beginning: nothing outside is ever read or deleted.
 */
public final class ReleaseFolder {
  /** Begins the name of what is not whole yet. */
  static final String UNFINISHED = ".unfinished-";

  private static final Pattern PLACE = Pattern.compile("[0-9a-z]+([.-][0-9a-z]+)*-[0-9a-f]{8}");

  private final Path root;

  /** Files whose bytes fit, as they were when that was found. */
  private final ConcurrentHashMap<Path, State> fitting = new ConcurrentHashMap<>();

  /** How a file stands on disk; another one has another number, another time or another length. */
  private record State(long bytes, FileTime changed, Optional<Object> number) {
    static State of(BasicFileAttributes attributes) {
      return new State(
          attributes.size(),
          attributes.lastModifiedTime(),
          Optional.ofNullable(attributes.fileKey()));
    }
  }

  /**
   * A folder, which need not be there yet.
   *
   * @param root the folder
   */
  public ReleaseFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Where it is. */
  public Path path() {
    return root;
  }

  static boolean isPlace(String text) {
    return PLACE.matcher(text).matches();
  }

  /**
   * Begins to write the files of a release. Nobody sees them before they are whole.
   *
   * @param fileWritten is told after each file
   * @throws ReleaseException {@code id-unfit}
   * @throws IOException if the folder cannot be made or written
   */
  public ReleaseDraft begin(String id, Runnable fileWritten) throws IOException {
    Release.requireId(id);
    Files.createDirectories(root);
    String place = id + "-" + UUID.randomUUID().toString().substring(0, 8);
    var unfinished = root.resolve(UNFINISHED + place);
    Files.createDirectory(unfinished);
    return new ReleaseDraft(place, unfinished, root.resolve(place), fileWritten);
  }

  /**
   * A file whose bytes are those that were frozen. They are read whole the first time, and again
   * when the file changed; in between its length, time and number on disk are compared.
   *
   * @return where it is
   * @throws IOException if it is not there, is no plain file, or its bytes are others
   */
  public Path get(Release release, ReleaseFile file) throws IOException {
    var folder = root.resolve(release.place());
    requireKind(folder, Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS));
    var path = folder.resolve(file.name());
    requireKind(path, Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
    var state = state(path);
    if (!state.equals(fitting.get(path))) {
      verify(path, file);
    }
    return path;
  }

  private static void requireKind(Path path, boolean plain) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileNotFoundException(path + " is not there");
    }
    if (!plain) {
      throw new IOException(path + " is a link, or not what it should be");
    }
  }

  /** One reads for all who ask at the same time. */
  private void verify(Path path, ReleaseFile file) throws IOException {
    synchronized (fitting) {
      var before = state(path);
      if (before.equals(fitting.get(path))) {
        return;
      }
      fitting.remove(path);
      var found = FileDigest.of(path);
      if (found.bytes() != file.bytes() || !found.sha256().equals(file.sha256())) {
        throw new IOException(
            "%s has %d bytes with SHA-256 %s; frozen were %d bytes with %s"
                .formatted(path, found.bytes(), found.sha256(), file.bytes(), file.sha256()));
      }
      fitting.put(path, before);
    }
  }

  private static State state(Path path) throws IOException {
    return State.of(
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  /**
   * Deletes the files of a release, if there are any.
   *
   * @return whether there were any
   * @throws IOException if one cannot be deleted
   */
  public boolean delete(Release release) throws IOException {
    var folder = root.resolve(release.place());
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    delete(folder);
    return true;
  }

  /** Deletes a folder with all that it holds; of links only themselves. */
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // Another process deletes the same.
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
