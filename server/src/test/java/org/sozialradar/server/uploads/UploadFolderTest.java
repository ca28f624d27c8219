package org.sozialradar.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was uploaded goes with its job, and what a killed server left goes at the next start. */
class UploadFolderTest {
  @TempDir Path parent;

  @Test
  void closingDeletesAll() throws IOException {
    var folder = UploadFolder.make(parent);
    Files.writeString(folder.files().resolve("answers.csv"), "x");
    folder.close();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void onlyFoldersOfProcessesThatEndedAreAbandoned() throws IOException {
    var alive = UploadFolder.make(parent);
    Files.writeString(alive.files().resolve("answers.csv"), "x");
    // No process of Linux has so great a number.
    var dead = Files.createDirectory(parent.resolve("radar-upload-999999999-1-x"));
    Files.writeString(dead.resolve("answers.csv"), "x");
    long pid = ProcessHandle.current().pid();
    var before = Files.createDirectory(parent.resolve("radar-upload-" + pid + "-1-x"));
    var other = Files.createDirectory(parent.resolve("radar-upload-x"));
    var outside = Files.writeString(parent.resolve("outside"), "x");
    var link = parent.resolve("radar-upload-999999998-1-x");
    Files.createSymbolicLink(link, parent.resolve("radar-upload-x"));
    Files.createSymbolicLink(dead.resolve("link"), outside);

    UploadFolder.removeAbandoned(parent);

    assertThat(dead).doesNotExist();
    assertThat(before).as("of another process that had the same number").doesNotExist();
    assertThat(alive.files().resolve("answers.csv")).exists();
    assertThat(other).exists();
    assertThat(outside).exists();
    assertThat(Files.isSymbolicLink(link)).isTrue();
    alive.close();
  }
}
