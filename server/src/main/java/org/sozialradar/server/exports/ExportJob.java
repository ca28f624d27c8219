package org.sozialradar.server.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sozialradar.export.feature.FeatureFormat;
import org.sozialradar.export.format.FeatureFiles;

/**
 * Writes what was chosen: the bare file, or the package with its description. Keeps a bounded
 * number of rows in memory. For one thread.
 */
public final class ExportJob {
  private final ExportChoice choice;
  private final Path folder;

  /**
   * A job.
   *
   * @param folder an existing folder for temporary files; the job leaves none behind
   */
  public ExportJob(ExportChoice choice, Path folder) {
    this.choice = choice;
    this.folder = folder;
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
        new ExportPackage(choice, own).write(out);
      } else {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        writeData(ExportRows.of(choice), buffered, own);
        buffered.flush();
      }
    } finally {
      SpoolFolder.delete(own);
    }
    out.flush();
  }

  private void writeData(ExportRows rows, OutputStream out, Path own) throws IOException {
    var format = choice.format();
    switch (format.table()) {
      case WIDE -> writeTable(rows.wide(!format.isCsv()), choice, format.features(), out, own);
      case LONG -> new LongRows(rows).write(out);
      case CODEBOOK -> writeTable(rows.codebook(), choice, format.features(), out, own);
    }
  }

  /** A text as it stands in files. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void writeTable(
      ExportTable table, ExportChoice choice, FeatureFormat format, OutputStream out, Path folder)
      throws IOException {
    try (var sink = FeatureFiles.open(format, table.layer(), choice.dialect(), out, folder)) {
      table.writeRows(sink);
      sink.finish();
    }
  }
}
