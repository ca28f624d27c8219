package org.sozialradar.ingest.microdata;

import java.util.Map;
import org.sozialradar.ingest.table.TableCell;
import org.sozialradar.ingest.table.TableRow;

/**
 * A row of a file of answers; cells are asked for by their headings. Prints nothing of what it
 * holds.
 *
 * @param row the row
 * @param columns positions by heading
 */
record AnswerRow(TableRow row, Map<String, Integer> columns) {
  AnswerRow {
    columns = Map.copyOf(columns);
  }

  /** Number of the row in the file, from 1. */
  long number() {
    return row.number();
  }

  /**
   * The cell under a heading.
   *
   * @throws IllegalStateException if the table was not read with it
   */
  TableCell cell(String heading) {
    var column = columns.get(heading);
    if (column == null) {
      throw new IllegalStateException("the table was read without the column " + heading);
    }
    return row.cell(column);
  }

  String text(String heading) {
    return cell(heading).text();
  }

  @Override
  public String toString() {
    return "AnswerRow[" + number() + "]";
  }
}
