package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All municipalities of Germany with twenty columns of values leave in every format from a process
 * with a heap of 256 MB ({@link RadarProcess}).
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GermanyExportTest {
  @TempDir static Path folder;
  private static String store;
  private static int areas;

  @BeforeAll
  static void fill() throws Exception {
    var file = GermanAreas.requireFile();
    store = folder.resolve("store").toString();
    areas = GermanAreas.fill(store, file);
    assertThat(areas).isGreaterThan(11_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "geojsonseq", "gpkg", "fgb", "csv", "csv-long"})
  void leavesWholeFromASmallHeap(String format) throws Exception {
    var file = folder.resolve("germany." + format);
    var command =
        List.of(
            "export",
            format,
            "--level",
            "municipality",
            "--form",
            "file",
            "--out",
            file.toString(),
            "--store",
            store);
    try (var process = RadarProcess.start(command.toArray(String[]::new))) {
      assertThat(process.exitCode()).as(process.said()).isZero();
      assertThat(process.said()).doesNotContain("OutOfMemory");
    }
    assertThat(rows(format, file)).isEqualTo(areas);
    Files.delete(file);
  }

  private static long rows(String format, Path file) throws Exception {
    if (format.equals("csv") || format.startsWith("geojsons")) {
      try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
        return lines.count() - (format.equals("csv") ? 1 : 0);
      }
    }
    if (format.equals("csv-long")) {
      try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
        return (lines.count() - 1) / GermanAreas.COLUMNS;
      }
    }
    return ReadFeatures.of(file).size();
  }
}
