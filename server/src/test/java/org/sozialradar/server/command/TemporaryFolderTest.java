package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir Path place;

  /** What a killed process left is such a folder too, maybe of the same number in a container. */
  @Test
  void anotherFolderOfTheSameFileIsInNobodysWay() throws IOException {
    var file = place.resolve("areas.csv");
    TemporaryFolder.writeWhole(
        file,
        first -> {
          TemporaryFolder.writeWhole(file, second -> Files.writeString(second, "second"));
          assertThat(file).hasContent("second");
          Files.writeString(first, "first");
        });
    assertThat(file).hasContent("first");
    try (var left = Files.list(place)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void theFolderIsNamedAfterItsFileAndLiesBesideIt() throws IOException {
    TemporaryFolder.writeWhole(
        place.resolve("areas.csv"),
        part -> {
          assertThat(part.getParent().getParent()).isEqualTo(place);
          assertThat(part.getParent().getFileName().toString()).startsWith("areas.csv.part-");
          Files.writeString(part, "");
        });
  }
}
