package org.sozialradar.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreInUseException;

/**
 * The right of this process to a store: a lock of the operating system on a file that names the
 * process.
 *
 * <p>The system frees the lock when the process ends, however it ends, so that nobody has to judge
 * whether the process of a left-over file still lives.
 */
final class StoreLock implements AutoCloseable {
  /** How often and how long to wait for the holder to write its process id. */
  private static final int PID_ATTEMPTS = 20;

  private static final long PID_PAUSE_MILLIS = 25;

  /**
   * Locked by this process. On POSIX systems closing any channel of a file drops the process's
   * locks on it, so a second attempt must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private StoreLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param path the lock file in an existing directory
   * @param store how messages name the store
   * @throws StoreInUseException if a process, this one included, holds it
   */
  static StoreLock take(Path path, Path store) {
    try {
      var real = path.toAbsolutePath().getParent().toRealPath().resolve(path.getFileName());
      if (!HELD.add(real)) {
        throw new StoreInUseException(store.toString(), ProcessHandle.current().pid());
      }
      return takeFile(real, store);
    } catch (IOException e) {
      throw new StoreException("no permission to write the store " + store + ": " + reason(e), e);
    }
  }

  private static StoreLock takeFile(Path path, Path store) throws IOException {
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new StoreInUseException(store.toString(), readHolder(path));
      }
      writeHolder(channel);
      taken = true;
      return new StoreLock(path, channel);
    } finally {
      if (!taken) {
        HELD.remove(path);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static void writeHolder(FileChannel channel) throws IOException {
    channel.truncate(0);
    var pid = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(pid.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), 0);
  }

  /** The process that holds the lock; 0 if it does not say so within half a second. */
  private static long readHolder(Path path) throws IOException {
    for (int attempt = 0; attempt < PID_ATTEMPTS; attempt++) {
      String text = Files.readString(path);
      if (text.matches("\\d{1,18}\n")) {
        return Long.parseLong(text.strip());
      }
      pause();
    }
    return 0;
  }

  private static void pause() {
    try {
      Thread.sleep(PID_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  /** Frees the lock. The file stays: deleting it would let two processes lock two files. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("cannot free the lock " + path, e);
    } finally {
      HELD.remove(path);
    }
  }
}
