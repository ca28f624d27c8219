package org.sozialradar.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file for a report: it appears whole or not at all. */
final class ReportFile {
  private final Path file;

  /**
   * A file that can be written.
   *
   * @throws CommandException if its folder is missing or cannot be written to, before any work is
   *     done
   */
  ReportFile(Path file) {
    this.file = file.toAbsolutePath();
    var folder = this.file.getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
      throw new CommandException(ExitCode.USAGE, "error.report-place", file);
    }
  }

  void write(String text) {
    try {
      var draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
      try {
        Files.writeString(draft, text);
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException failure) {
      throw new CommandException(
          ExitCode.REJECTED, "error.report", file, String.valueOf(failure.getMessage()));
    }
  }
}
