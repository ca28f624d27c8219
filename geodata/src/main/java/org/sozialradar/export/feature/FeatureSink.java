package org.sozialradar.export.feature;

import java.io.Closeable;
import java.io.IOException;

/**
 * Takes the rows of a layer and writes them in some format. Keeps a bounded number of rows in
 * memory. For one thread.
 *
 * <p>{@link #finish} makes the file whole. {@link #close} without it gives up what was written:
 * temporary files are deleted, and what has left already has no end. Never closes the stream that
 * it writes to.
 */
public interface FeatureSink extends Closeable {
  /**
   * Writes a row.
   *
   * @throws IllegalArgumentException if its values do not fit the columns
   * @throws IllegalStateException if more rows come than the layer announced
   */
  void write(ExportRow row) throws IOException;

  /**
   * Ends the file, once, after all rows.
   *
   * @throws IllegalStateException if fewer rows came than the layer announced
   */
  void finish() throws IOException;
}
