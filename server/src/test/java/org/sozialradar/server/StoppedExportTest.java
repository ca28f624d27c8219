package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.store.Stores;

/** {@code radar export} that is told to stop, by Ctrl-C or SIGTERM, leaves no file behind. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedExportTest {
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir static Path shared;
  @TempDir Path target;
  @TempDir Path temporary;

  @BeforeAll
  static void fill() {
    try (var store = Stores.open(shared.resolve("store").toString())) {
      TestCountry.fill(store);
      LongTracks.addTo(store);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")).toList();
    }
  }

  private RadarProcess export(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("export"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--out", target.resolve("file").toString()));
    all.addAll(List.of("--store", shared.resolve("store").toString()));
    return RadarProcess.start(
        Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), all.toArray(String[]::new));
  }

  private boolean isUnpacking() throws IOException {
    var sqlite =
        files(temporary).stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> name.contains("sqlite"))
            .toList();
    assertThat(sqlite)
        .as("in a folder that the command deletes")
        .allMatch(name -> name.startsWith("radar-"));
    return !sqlite.isEmpty();
  }

  /** SQLite unpacks its library, and may not know yet that it has to delete it. */
  @Test
  void theLibraryOfSqliteIsNotLeftEither() throws Exception {
    for (int exit = 0; exit != ENDED_BY_SIGTERM; ) {
      Files.deleteIfExists(target.resolve("file"));
      try (var process = export("gpkg", "--level", "tracks")) {
        while (!isUnpacking() && process.isAlive()) {
          Thread.onSpinWait();
        }
        process.stop();
        exit = process.exitCode();
        assertThat(exit).as(process.said()).isIn(0, ENDED_BY_SIGTERM);
      }
      assertThat(files(temporary)).isEmpty();
    }
  }

  /** Some runs may end before the signal reaches them: those say nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {"gpkg --level tracks", "geojson --level tracks", "pyramid --layer municipality"})
  void nothingIsLeft(String arguments) throws Exception {
    for (int exit = 0; exit != ENDED_BY_SIGTERM; ) {
      Files.deleteIfExists(target.resolve("file"));
      try (var process = export(arguments.split(" "))) {
        while (files(target).isEmpty() && process.isAlive()) {
          Thread.onSpinWait();
        }
        process.stop();
        exit = process.exitCode();
        assertThat(exit).as(process.said()).isIn(0, ENDED_BY_SIGTERM);
      }
    }
    assertThat(files(target)).isSubsetOf(target.resolve("file"));
    assertThat(files(temporary)).isEmpty();
  }
}
