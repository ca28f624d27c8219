package org.sozialradar.export.feature;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.format.FeatureFiles;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.GeoJsonReader;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.layer.GeometryKind;

/**
 * Times areas of a file with twenty columns of invented values in each format; for {@code
 * scripts/bench}. Prints, for each: format, best seconds of three, processor seconds, bytes, peak
 * of the heap in MB.
 */
public final class ExportBenchmark {
  private static final int VALUES = 18;
  private static final int RUNS = 3;

  private ExportBenchmark() {}

  /** Arguments: a file of GeoJSON, and a folder for what is written. */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[1]);
    var rows = rows(Path.of(arguments[0]));
    var layer =
        ExportedLayers.layer(
            ReferenceSystem.CRS84,
            GeometryKind.POLYGON,
            columns(),
            rows.size(),
            ExportedLayers.OFFICIAL);
    for (var format : FeatureFormat.values()) {
      measure(format, layer, rows, folder);
    }
  }

  private static List<ExportColumn> columns() {
    var columns = new ArrayList<ExportColumn>();
    columns.add(column("code", ValueType.TEXT));
    columns.add(column("name", ValueType.TEXT));
    for (int i = 0; i < VALUES; i++) {
      columns.add(column("value_" + i, ValueType.NUMBER));
    }
    return columns;
  }

  private static ExportColumn column(String name, ValueType type) {
    return new ExportColumn(name, type, LocalizedText.same(name), "", "");
  }

  private static List<ExportRow> rows(Path file) {
    var random = new SplittableRandom(1);
    var rows = new ArrayList<ExportRow>();
    var keep =
        new FeatureSink() {
          @Override
          public void accept(RawFeature feature) {
            var values = new ArrayList<Value>();
            values.add(Value.of("%08d".formatted(feature.number())));
            values.add(Value.of(feature.properties().getOrDefault("GEN", "–")));
            for (int i = 0; i < VALUES; i++) {
              values.add(Value.of(random.nextInt(1_000_000) / 100.0));
            }
            rows.add(
                new ExportRow(
                    Long.toString(feature.number()), Optional.of(feature.geometry()), values));
          }

          @Override
          public void refuse(
              long number, java.util.Map<String, String> properties, BadGeometryException reason) {
            throw new IllegalStateException(number + " " + reason.type().code());
          }
        };
    new GeoJsonReader().read(InputFile.of(file, ImportLimits.STANDARD), keep);
    return rows;
  }

  private static void measure(
      FeatureFormat format, ExportLayer layer, List<ExportRow> rows, Path folder)
      throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    var file = folder.resolve("areas." + format.ending());
    double best = Double.MAX_VALUE;
    double processor = Double.MAX_VALUE;
    resetPeak();
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      write(format, layer, rows, file, folder);
      processor = Math.min(processor, (threads.getCurrentThreadCpuTime() - used) / 1e9);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf(
        Locale.ROOT,
        "%s %.3f %.3f %d %d%n",
        format.id(),
        best,
        processor,
        Files.size(file),
        peakMegabytes());
  }

  private static void write(
      FeatureFormat format, ExportLayer layer, List<ExportRow> rows, Path file, Path folder)
      throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        var sink = FeatureFiles.open(format, layer, CsvDialect.STANDARD, out, folder)) {
      for (var row : rows) {
        sink.write(row);
      }
      sink.finish();
    }
  }

  private static void resetPeak() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
  }

  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
