package org.sozialradar.export.feature;

import java.io.IOException;
import org.sozialradar.filter.Value;

/** Checks rows against their layer before a format writes them. */
public abstract class RowSink implements FeatureSink {
  private final ExportLayer layer;
  private long written;
  private boolean finished;

  protected RowSink(ExportLayer layer) {
    this.layer = layer;
  }

  /** What is written. */
  protected final ExportLayer layer() {
    return layer;
  }

  /** Writes a row that fits. */
  protected abstract void append(ExportRow row) throws IOException;

  /** Ends the file after all rows. */
  protected abstract void end() throws IOException;

  @Override
  public final void write(ExportRow row) throws IOException {
    if (finished || written == layer.rows()) {
      throw new IllegalStateException(
          "more than the " + layer.rows() + " rows announced for " + layer.name());
    }
    check(row);
    append(row);
    written++;
  }

  private void check(ExportRow row) {
    var columns = layer.columns();
    if (row.values().size() != columns.size()) {
      throw new IllegalArgumentException(
          row.values().size() + " values for " + columns.size() + " columns in " + row.id());
    }
    for (int i = 0; i < columns.size(); i++) {
      var value = row.values().get(i);
      if (!(value instanceof Value.Missing) && value.type() != columns.get(i).type()) {
        throw new IllegalArgumentException(
            value.type() + " in column " + columns.get(i).name() + " of " + row.id());
      }
    }
  }

  @Override
  public final void finish() throws IOException {
    if (finished || written != layer.rows()) {
      throw new IllegalStateException(
          written + " of the " + layer.rows() + " rows announced for " + layer.name());
    }
    finished = true;
    end();
  }
}
