package org.sozialradar.server.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sozialradar.export.feature.ExportRow;
import org.sozialradar.export.feature.FeatureSink;

/** Asks between rows whether to go on. For one thread. */
final class BoundedSink implements FeatureSink {
  /** Looking into the folder takes some microseconds, a tenth of what a row takes. */
  private static final int ROWS_BETWEEN_LOOKS = 16;

  private final FeatureSink sink;
  private final ExportBounds bounds;
  private final Path folder;
  private long rows;

  /**
   * A sink.
   *
   * @param folder where {@code sink} keeps its temporary files
   */
  BoundedSink(FeatureSink sink, ExportBounds bounds, Path folder) {
    this.sink = sink;
    this.bounds = bounds;
    this.folder = folder;
  }

  @Override
  public void write(ExportRow row) throws IOException {
    bounds.requireWanted();
    sink.write(row);
    rows++;
    if (rows % ROWS_BETWEEN_LOOKS == 0) {
      look();
    }
  }

  @Override
  public void finish() throws IOException {
    bounds.requireWanted();
    look();
    sink.finish();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  private void look() throws IOException {
    long bytes = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        bytes += Files.size(file);
      }
    }
    bounds.requireRoom(bytes);
  }
}
