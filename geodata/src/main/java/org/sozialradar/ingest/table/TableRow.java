package org.sozialradar.ingest.table;

import java.util.List;

/**
 * A row of a table.
 *
 * @param number row or line in the file, from 1
 * @param cells cells from the first column on; cells behind the last one are empty
 * @param delimited whether delimiters state the number of cells, as in CSV; a spreadsheet leaves
 *     out empty cells at the end
 */
public record TableRow(long number, List<TableCell> cells, boolean delimited) {
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** The cell in a column from 0, empty beyond the last. */
  public TableCell cell(int column) {
    return column < cells.size() ? cells.get(column) : TableCell.Text.EMPTY;
  }

  public boolean isBlank() {
    for (var cell : cells) { // asked of every row of every table
      if (!cell.isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
