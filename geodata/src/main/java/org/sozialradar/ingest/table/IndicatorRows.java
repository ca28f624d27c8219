package org.sozialradar.ingest.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceInput;

/**
 * Takes the rows of a table: first the header, then rows that wait until the format of the numbers
 * is known, and passes them on.
 */
final class IndicatorRows implements RowSink {
  /** Rows from which the decimal separator is learnt before the first one is read. */
  private static final int LEARNING_ROWS = 1000;

  private final ResourceInput<IndicatorSettings> input;
  private final BatchBuilder batch;
  private final SortedSet<AreaCode> known;
  private final HeaderRows header;
  private final ValueCells cells;
  private final Deque<TableRow> waiting = new ArrayDeque<>();
  private Optional<RowStore> store = Optional.empty();

  IndicatorRows(
      ResourceInput<IndicatorSettings> input, BatchBuilder batch, SortedSet<AreaCode> known) {
    this.input = input;
    this.batch = batch;
    this.known = known;
    this.header = new HeaderRows(input.resource().dialect());
    this.cells =
        new ValueCells(
            input.resource().schema().missingValues(),
            input.settings().status().status(),
            new NumberFormatOfFile());
  }

  @Override
  public void accept(TableRow row) {
    if (row.number() <= header.lastRow()) {
      header.add(row);
      return;
    }
    var target = store();
    cells.learn(row, target.columns().columns().values());
    waiting.add(row);
    if (waiting.size() > LEARNING_ROWS) {
      target.put(waiting.remove());
    }
  }

  private RowStore store() {
    if (store.isEmpty()) {
      var columns = IndicatorColumns.of(header.texts(), input, batch);
      var ignored = columns.columns().ignored();
      if (!ignored.isEmpty()) {
        String names = String.join(", ", ignored);
        input.issues().add(RowIssues.COLUMNS_IGNORED.at(input.place(), "", names));
      }
      store = Optional.of(new RowStore(input, columns, cells, known));
    }
    return store.get();
  }

  /**
   * The table ended.
   *
   * @return areas of the edition, within the scope, that it has no row for
   */
  List<AreaCode> end() {
    if (store.isEmpty()) {
      throw new InputRejectedException(RowIssues.HEADER_INCOMPLETE.at(input.place(), ""));
    }
    while (!waiting.isEmpty()) {
      store().put(waiting.remove());
    }
    return store().areasWithoutRow();
  }
}
