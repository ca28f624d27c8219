package org.sozialradar.release;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sozialradar.file.Folders;

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

  /** Ends the name of the file that is locked while a release is being written. */
  private static final String LOCK = ".lock";

  /** Length of the random part of a folder's name. */
  private static final int RANDOM = 8;

  private static final int MOST_ATTEMPTS = 5;

  private static final Pattern PLACE = Pattern.compile("[0-9a-z]+([.-][0-9a-z]+)*-[0-9a-f]{8}");

  private final Path root;
  private final Reading reader;

  /** Files whose bytes fit, as they were when that was found. */
  private final ConcurrentHashMap<Path, State> fitting = new ConcurrentHashMap<>();

  /** For each file what those wait for who ask for it while somebody reads it. */
  private final ConcurrentHashMap<Path, Object> reading = new ConcurrentHashMap<>();

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
    this(root, FileDigest::of);
  }

  /** The same, whose files are read as said. */
  ReleaseFolder(Path root, Reading reader) {
    this.root = root.toAbsolutePath().normalize();
    this.reader = reader;
  }

  /** Reads a file whole. */
  @FunctionalInterface
  interface Reading {
    FileDigest read(Path file) throws IOException;
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
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      String place = id + "-" + UUID.randomUUID().toString().substring(0, RANDOM);
      var lock = WritingLock.find(lockFile(place));
      if (lock.isPresent()) {
        return begin(place, fileWritten, lock.get());
      }
    }
    throw new IOException("no file can be locked in " + root);
  }

  private ReleaseDraft begin(String place, Runnable fileWritten, WritingLock lock)
      throws IOException {
    var unfinished = root.resolve(UNFINISHED + place);
    try {
      Files.createDirectory(unfinished);
    } catch (IOException | RuntimeException failure) {
      lock.done();
      lock.close();
      throw failure;
    }
    return new ReleaseDraft(place, unfinished, root.resolve(place), fileWritten, lock);
  }

  private Path lockFile(String place) {
    return root.resolve(UNFINISHED + place + LOCK);
  }

  /** Says whether there is a record of a release. */
  @FunctionalInterface
  public interface Recorded {
    /**
     * Looks whether there is one.
     *
     * @param id id of the release
     * @param place name of the folder of its files
     */
    boolean isRecorded(String id, String place);
  }

  /**
   * Deletes what processes left that ended while they wrote a release: what is unfinished, and what
   * was finished but never recorded. What somebody still writes stays, and so does whatever was not
   * left like that.
   *
   * @param records is asked for what was finished
   * @return names of the folders of which something was deleted
   * @throws IOException if something cannot be read or deleted
   */
  public List<String> removeAbandoned(Recorded records) throws IOException {
    var removed = new ArrayList<String>();
    for (var place : unfinishedPlaces()) {
      var lock = WritingLock.find(lockFile(place));
      if (lock.isPresent() && removes(place, records, lock.get())) {
        removed.add(place);
      }
    }
    return removed;
  }

  private Set<String> unfinishedPlaces() throws IOException {
    var places = new TreeSet<String>();
    if (!Files.isDirectory(root)) {
      return places;
    }
    try (var entries = Files.newDirectoryStream(root, UNFINISHED + "*")) {
      for (var entry : entries) {
        String name = entry.getFileName().toString().substring(UNFINISHED.length());
        places.add(name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name);
      }
    }
    places.removeIf(place -> !isPlace(place));
    return places;
  }

  private boolean removes(String place, Recorded records, WritingLock held) throws IOException {
    try (held) {
      boolean removed = false;
      String id = place.substring(0, place.length() - RANDOM - 1);
      var target = root.resolve(place);
      if (exists(target) && !records.isRecorded(id, place)) {
        Folders.delete(target);
        removed = true;
      }
      var unfinished = root.resolve(UNFINISHED + place);
      if (exists(unfinished)) {
        Folders.delete(unfinished);
        removed = true;
      }
      held.done();
      return removed;
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
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
    if (!exists(path)) {
      throw new FileNotFoundException(path + " is not there");
    }
    if (!plain) {
      throw new IOException(path + " is a link, or not what it should be");
    }
  }

  /** One reads for all who ask for the same file at the same time. */
  private void verify(Path path, ReleaseFile file) throws IOException {
    synchronized (reading.computeIfAbsent(path, unread -> new Object())) {
      var before = state(path);
      if (before.equals(fitting.get(path))) {
        return;
      }
      fitting.remove(path);
      var found = reader.read(path);
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
    if (!exists(folder)) {
      return false;
    }
    Folders.delete(folder);
    return true;
  }
}
