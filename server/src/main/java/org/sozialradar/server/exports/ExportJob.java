package org.sozialradar.server.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.feature.FeatureFormat;
import org.sozialradar.export.format.FeatureFiles;
import org.sozialradar.file.Folders;

/**
 * Writes what was chosen: the bare file, or the package with its description. Keeps a bounded
 * number of rows in memory. For one thread.
 */
public final class ExportJob {
  private final ExportChoice choice;
  private final Path folder;
  private final ExportBounds bounds;

  /**
   * A job.
   *
   * @param folder an existing folder for temporary files; the job leaves none behind
   */
  public ExportJob(ExportChoice choice, Path folder) {
    this(choice, folder, ExportBounds.NONE);
  }

  /** A job that ends before its end if it has to. */
  ExportJob(ExportChoice choice, Path folder, ExportBounds bounds) {
    this.choice = choice;
    this.folder = folder;
    this.bounds = bounds;
  }

  /**
   * Writes everything from beginning to end.
   *
   * @param out is flushed, never closed
   * @throws IOException if {@code out} or the folder cannot be written: what was written so far is
   *     of no use
   */
  public void write(OutputStream out) throws IOException {
    var own = Files.createTempDirectory(folder, "export-");
    try {
      if (choice.packed()) {
        new ExportPackage(choice, own, bounds).write(out);
      } else {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        writeData(ExportRows.of(choice, bounds), buffered, own);
        buffered.flush();
      }
    } finally {
      Folders.delete(own);
    }
    out.flush();
  }

  private void writeData(ExportRows rows, OutputStream out, Path own) throws IOException {
    var format = choice.format();
    switch (format.table()) {
      case WIDE -> writeTable(rows.wide(!format.isCsv()), format.features(), out, own);
      case LONG -> new LongRows(rows, bounds).write(out);
      case CODEBOOK -> writeTable(rows.codebook(), format.features(), out, own);
    }
  }

  /** A text as it stands in files. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void writeTable(ExportTable table, FeatureFormat format, OutputStream out, Path own)
      throws IOException {
    writeTable(table, format, choice.dialect(), out, own, bounds);
  }

  static void writeTable(
      ExportTable table,
      FeatureFormat format,
      CsvDialect dialect,
      OutputStream out,
      Path folder,
      ExportBounds bounds)
      throws IOException {
    var file = FeatureFiles.open(format, table.layer(), dialect, out, folder);
    try (var sink = new BoundedSink(file, bounds, folder)) {
      table.writeRows(sink);
      sink.finish();
    }
    bounds.requireRoom(0); // Its temporary files are gone.
  }
}
