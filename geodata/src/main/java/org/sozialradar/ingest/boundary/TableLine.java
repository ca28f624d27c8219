package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.table.TableReader;
import org.sozialradar.ingest.table.TableRow;

/**
 * A line of a small table with one header.
 *
 * @param number line or row in the file, from 1
 * @param cells texts by header
 */
record TableLine(long number, Map<String, String> cells) {
  TableLine {
    cells = Map.copyOf(cells);
  }

  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  /**
   * Reads all lines of a resource.
   *
   * @param columns headers that must be there; empty ones are passed over
   * @throws InputRejectedException if the table cannot be read or lacks a column
   */
  static List<TableLine> read(ResourceInput<?> input, List<String> columns) {
    var rows = new Rows(input, columns);
    TableReader.read(input.file(), input.resource(), rows::add);
    rows.requireHeader();
    input.tally().add(Count.ROWS_READ, rows.lines.size());
    return rows.lines;
  }

  private static final class Rows {
    private final ResourceInput<?> input;
    private final List<String> columns;
    private final List<TableLine> lines = new ArrayList<>();
    private List<String> header = List.of();

    Rows(ResourceInput<?> input, List<String> columns) {
      this.input = input;
      this.columns = columns;
    }

    void add(TableRow row) {
      if (row.isBlank()) {
        return;
      }
      if (header.isEmpty()) {
        header = row.cells().stream().map(cell -> cell.text()).toList();
        requireColumns(row.number());
        return;
      }
      var cells = new HashMap<String, String>();
      for (int i = 0; i < header.size(); i++) {
        cells.put(header.get(i), row.cell(i).text());
      }
      lines.add(new TableLine(row.number(), cells));
    }

    private void requireColumns(long row) {
      for (var column : columns) {
        if (!column.isEmpty() && !header.contains(column)) {
          throw missing(row, column);
        }
      }
    }

    void requireHeader() {
      if (header.isEmpty()) {
        throw missing(0, columns.get(0));
      }
    }

    private InputRejectedException missing(long row, String column) {
      var place = new IssuePlace(input.file().name(), row, "");
      String there = String.join(", ", new TreeSet<>(header));
      return new InputRejectedException(
          BoundaryIssues.COLUMN_MISSING.at(place, column, column, there));
    }
  }
}
