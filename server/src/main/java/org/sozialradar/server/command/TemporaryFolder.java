package org.sozialradar.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sozialradar.file.Folders;

/**
 * A folder that is there only as long as some work needs it. It goes as well when the process is
 * told to end meanwhile, by Ctrl-C or SIGTERM.
 */
final class TemporaryFolder {
  /** The work may make another file while its folder is being deleted. */
  private static final int ATTEMPTS = 100;

  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
  private static boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolder::deleteAll, "clean up"));
  }

  private TemporaryFolder() {}

  /** Work that needs a folder. */
  @FunctionalInterface
  interface Work<T> {
    T in(Path folder) throws IOException;
  }

  /** Makes a folder. */
  @FunctionalInterface
  private interface Making {
    Path make() throws IOException;
  }

  /** Writes a file that is not there yet. */
  @FunctionalInterface
  interface Writing {
    void to(Path file) throws IOException;
  }

  /** Does the work and deletes the folder with all that is in it. */
  static <T> T with(Work<T> work) {
    try {
      return in(() -> Files.createTempDirectory("radar-"), work);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Checks before long work that {@link #writeWhole} may put a file in a place. As root, it would
   * replace a device for everybody.
   *
   * @throws CommandException if there is something other than a file, or nothing can be written
   */
  static void requirePlace(Path file) {
    var folder = file.toAbsolutePath().getParent();
    boolean replaceable = !Files.exists(file) || Files.isRegularFile(file); // No device, no pipe.
    if (folder == null || !Files.isWritable(folder) || !replaceable) {
      throw new CommandException(ExitCode.USAGE, "error.export-place", file);
    }
  }

  /**
   * Makes a file appear whole or not at all; one that was there stays until then. A link stays one.
   */
  static void writeWhole(Path file, Writing writing) throws IOException {
    var target = Files.exists(file) ? file.toRealPath() : file;
    var absolute = file.toAbsolutePath();
    in(
        () -> Files.createTempDirectory(absolute.getParent(), absolute.getFileName() + ".part-"),
        place -> {
          var whole = place.resolve("file");
          writing.to(whole);
          return Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        });
  }

  /** Makes a folder that is there until the process ends. */
  static Path untilTheEnd(Path parent, String prefix) throws IOException {
    return open(() -> Files.createTempDirectory(parent, prefix));
  }

  private static <T> T in(Making making, Work<T> work) throws IOException {
    var folder = open(making);
    try {
      return work.in(folder);
    } finally {
      Folders.delete(folder);
      OPEN.remove(folder);
    }
  }

  /** Whatever is made is known to the thread that deletes it at the end. */
  private static Path open(Making making) throws IOException {
    synchronized (OPEN) {
      if (ending) {
        throw new IOException("the process was told to end");
      }
      var folder = making.make();
      OPEN.add(folder);
      return folder;
    }
  }

  private static void deleteAll() {
    synchronized (OPEN) {
      ending = true;
    }
    for (var folder : OPEN) {
      for (int attempt = 1; Files.exists(folder); attempt++) {
        try {
          Folders.delete(folder);
        } catch (IOException failure) {
          if (attempt == ATTEMPTS) {
            System.err.println(failure); // Logging may have ended already.
            break;
          }
        }
      }
    }
  }
}
