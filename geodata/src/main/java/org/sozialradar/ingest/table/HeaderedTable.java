package org.sozialradar.ingest.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceInput;

/** Reads tables of fixed columns, found by their headers, such as crosswalks and milestones. */
public final class HeaderedTable implements RowSink {
  private final ResourceInput<?> input;
  private final Collection<String> wanted;
  private final boolean all;
  private final Consumer<NamedRow> rows;
  private final HeaderRows header;
  private Optional<Map<String, Integer>> columns = Optional.empty();

  private HeaderedTable(
      ResourceInput<?> input, Collection<String> wanted, boolean all, Consumer<NamedRow> rows) {
    this.all = all;
    this.input = input;
    this.wanted = List.copyOf(wanted);
    this.rows = rows;
    this.header = new HeaderRows(input.resource().dialect());
  }

  /**
   * Reads a table; counts its rows and skips blank ones.
   *
   * @param wanted headers that must be there once; empty texts are ignored
   * @param rows takes the rows
   * @throws InputRejectedException if the file cannot be read or lacks a header
   */
  public static void read(
      ResourceInput<?> input, Collection<String> wanted, Consumer<NamedRow> rows) {
    read(input, new HeaderedTable(input, wanted, false, rows));
  }

  /**
   * Reads a table with all its columns; those without a header are passed over, and of two with one
   * header the second.
   *
   * @throws InputRejectedException if the file cannot be read
   */
  public static void readAll(ResourceInput<?> input, Consumer<NamedRow> rows) {
    read(input, new HeaderedTable(input, List.of(), true, rows));
  }

  private static void read(ResourceInput<?> input, HeaderedTable table) {
    var format = TableReader.read(input.file(), input.resource(), table);
    if (table.columns.isEmpty()) {
      throw new InputRejectedException(RowIssues.HEADER_INCOMPLETE.at(input.place(), ""));
    }
    input.issues().add(TableIssues.FORMAT.at(input.place(), "", format));
  }

  @Override
  public void accept(TableRow row) {
    if (row.number() <= header.lastRow()) {
      header.add(row);
    } else if (row.isBlank()) {
      input.tally().add(Count.ROWS_SKIPPED);
    } else {
      input.tally().add(Count.ROWS_READ);
      pass(row);
    }
  }

  private void pass(TableRow row) {
    var texts = header.texts();
    if (columns.isEmpty()) {
      columns = Optional.of(positions(texts));
    }
    if (row.delimited() && row.cells().size() != texts.size()) {
      input.tally().add(Count.ROWS_LEFT_OUT);
      var place = input.place(row.number(), "");
      input.issues().add(RowIssues.WIDTH.at(place, "", row.cells().size(), texts.size()));
      return;
    }
    rows.accept(new NamedRow(row, columns.get()));
  }

  private Map<String, Integer> positions(List<String> texts) {
    var positions = new HashMap<String, Integer>();
    for (int i = 0; all && i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        positions.putIfAbsent(texts.get(i), i);
      }
    }
    var place = input.place(header.lastRow(), "");
    for (var name : wanted) {
      if (!name.isEmpty()) {
        int first = texts.indexOf(name);
        if (first < 0) {
          throw new InputRejectedException(
              Columns.HEADER_MISSING.at(place, "", name, String.join(", ", texts)));
        }
        if (first != texts.lastIndexOf(name)) {
          throw new InputRejectedException(Columns.HEADER_TWICE.at(place, "", name));
        }
        positions.put(name, first);
      }
    }
    return positions;
  }
}
