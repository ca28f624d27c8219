package org.sozialradar.export.feature;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.CsvLines;
import org.sozialradar.filter.Value;

/** Writes a table with a row for each feature and a column for each of its values, no geometry. */
public final class CsvFeatures extends RowSink {
  private final Writer writer;
  private final CsvLines lines;

  /** Begins the table with its header. */
  public CsvFeatures(ExportLayer layer, CsvDialect dialect, OutputStream out) throws IOException {
    super(layer);
    writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    lines = CsvLines.begin(writer, dialect);
    for (var column : layer.columns()) {
      lines.text(column.name());
    }
    lines.end();
    writer.flush();
  }

  @Override
  protected void append(ExportRow row) throws IOException {
    for (var value : row.values()) {
      if (value instanceof Value.Numeric) {
        lines.number(ValueText.of(value));
      } else {
        lines.text(ValueText.of(value));
      }
    }
    lines.end();
  }

  @Override
  protected void end() throws IOException {
    writer.flush();
  }

  @Override
  public void close() {
    // The stream is the caller's; what is still in the buffer belongs to a file that was given up.
  }
}
