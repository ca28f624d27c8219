package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.table.HeaderedTable;

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
   * Reads all lines of a resource; those of a wrong width are errors.
   *
   * @param columns headers that must be there; empty ones are passed over
   * @throws InputRejectedException if the table cannot be read or lacks a column
   */
  static List<TableLine> read(ResourceInput<?> input, List<String> columns) {
    var wanted = columns.stream().filter(column -> !column.isEmpty()).distinct().toList();
    var lines = new ArrayList<TableLine>();
    HeaderedTable.read(
        input,
        wanted,
        row -> {
          var cells = new HashMap<String, String>();
          wanted.forEach(column -> cells.put(column, row.text(column)));
          lines.add(new TableLine(row.number(), cells));
        });
    return lines;
  }
}
