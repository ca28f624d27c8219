package org.sozialradar.server.exports;

import java.io.IOException;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.export.feature.FeatureSink;

/** A table that is about to be written: what it is, and its rows. */
interface ExportTable {
  /** Columns, number of rows, and where they come from. */
  ExportLayer layer();

  /** Hands over all rows, one by one. */
  void writeRows(FeatureSink sink) throws IOException;
}
