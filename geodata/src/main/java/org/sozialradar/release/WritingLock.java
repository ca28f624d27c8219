package org.sozialradar.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that a process works on the files of one release. The system gives the lock up when the
 * process ends, however it ends; the file stays then and tells that the work was not done.
 */
final class WritingLock implements AutoCloseable {
  /**
   * Files that this process has open. They must not be opened again: POSIX gives up all locks that
   * a process has on a file when it closes the file once, however often it opened it.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private boolean done;

  private WritingLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, if nobody has it.
   *
   * @param file is made if it is not there
   */
  static Optional<WritingLock> find(Path file) throws IOException {
    if (!OWN.add(file)) {
      return Optional.empty();
    }
    Optional<WritingLock> taken = Optional.empty();
    try {
      taken = open(file);
      return taken;
    } finally {
      if (taken.isEmpty()) {
        OWN.remove(file);
      }
    }
  }

  private static Optional<WritingLock> open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      // Whoever had it may have deleted the file after it was opened here.
      taken = isLocked(channel) && Files.exists(file);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? Optional.of(new WritingLock(file, channel)) : Optional.empty();
  }

  @SuppressWarnings("resource") // Closing the channel gives it up.
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException another) {
      return false;
    }
  }

  /** The work is done: the file goes with the lock. */
  void done() {
    done = true;
  }

  @Override
  public void close() throws IOException {
    try {
      if (done) {
        Files.deleteIfExists(file);
      }
    } finally {
      channel.close();
      OWN.remove(file);
    }
  }
}
