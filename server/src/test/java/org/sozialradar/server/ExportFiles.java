package org.sozialradar.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of exports that this process holds open. */
public final class ExportFiles {
  private ExportFiles() {}

  /** Those without a name as well, as the system calls them. */
  public static List<Path> open() throws IOException {
    var found = new ArrayList<Path>();
    try (var descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (var descriptor : descriptors) {
        file(descriptor)
            .filter(file -> file.toString().contains("/radar-exports-"))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Another thread may close it at any time. */
  private static Optional<Path> file(Path descriptor) throws IOException {
    try {
      return Optional.of(Files.readSymbolicLink(descriptor));
    } catch (NoSuchFileException closed) {
      return Optional.empty();
    }
  }
}
