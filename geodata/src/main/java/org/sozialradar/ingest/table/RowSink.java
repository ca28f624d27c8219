package org.sozialradar.ingest.table;

/** Takes the rows of a table, one after the other. */
@FunctionalInterface
public interface RowSink {
  void accept(TableRow row);
}
