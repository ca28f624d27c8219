package org.sozialradar.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether messages go to a terminal, where a line may be drawn anew, or to a file or pipe. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final List<String> TERMINALS = List.of("/dev/pts/", "/dev/tty", "/dev/console");

  private Terminal() {}

  static boolean hearsMessages() {
    try {
      String place = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return TERMINALS.stream().anyMatch(place::startsWith);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false; // Plain lines are right everywhere.
    }
  }
}
