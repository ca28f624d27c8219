package org.sozialradar.server.exports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.file.Folders;

/**
 * The folder of one server for exports on their way. It is locked as long as the server runs; what
 * servers left that were killed is deleted by the next one.
 */
final class SpoolFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
  private static final String NAME = "radar-exports-";
  private static final String LOCK = "lock";

  /**
   * Folders of this process. Their locks must not be tried: POSIX gives up all locks that a process
   * has on a file when it closes the file once, however often it opened it.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path parent;
  private Path folder;
  private FileChannel lock;

  private SpoolFolder(Path parent) throws IOException {
    this.parent = parent;
    folder = made();
    lock = locked();
  }

  static SpoolFolder make(Path parent) throws IOException {
    removeAbandoned(parent);
    return new SpoolFolder(parent);
  }

  private Path made() throws IOException {
    var made = Files.createTempDirectory(parent, NAME);
    OWN.add(made);
    return made;
  }

  private FileChannel locked() throws IOException {
    var lock = open(folder.resolve(LOCK));
    if (lock.tryLock() == null) {
      lock.close();
      throw new IOException("cannot lock " + folder);
    }
    return lock;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void removeAbandoned(Path parent) {
    try (var folders = Files.newDirectoryStream(parent, NAME + "*")) {
      for (var folder : folders) {
        if (isAbandoned(folder)) {
          Folders.delete(folder);
          LOG.info("deleted exports that a server left when it ended");
        }
      }
    } catch (IOException failure) {
      LOG.warn("cannot look for exports that were left in {}", parent, failure);
    }
  }

  /** Only folders of the own user are touched; one that is just being made has no lock yet. */
  private static boolean isAbandoned(Path folder) throws IOException {
    if (OWN.contains(folder)
        || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !Files.getOwner(folder).getName().equals(System.getProperty("user.name"))
        || !Files.exists(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (var lock = open(folder.resolve(LOCK));
        var held = lock.tryLock()) {
      return held != null;
    }
  }

  /**
   * The folder; a new one if the system cleaned up the old one, as many do with temporary files.
   */
  synchronized Path path() throws IOException {
    if (!Files.exists(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
      LOG.warn("the folder of exports is gone, another is made");
      close();
      folder = made();
      lock = locked();
    }
    return folder;
  }

  @Override
  public synchronized void close() {
    try {
      lock.close();
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Folders.delete(folder);
      }
      OWN.remove(folder);
    } catch (IOException failure) {
      LOG.warn("the folder of exports could not be deleted", failure);
    }
  }
}
