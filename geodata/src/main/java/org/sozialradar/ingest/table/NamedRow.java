package org.sozialradar.ingest.table;

import java.util.Map;
import java.util.OptionalInt;
import org.sozialradar.ingest.SchemaField;

/**
 * A row whose cells are asked for by their headers.
 *
 * @param row the row
 * @param columns positions by header
 */
public record NamedRow(TableRow row, Map<String, Integer> columns) {
  private static final SchemaField PLAIN_NUMBER =
      new SchemaField("number", "number", ".", null, null);

  public NamedRow {
    columns = Map.copyOf(columns);
  }

  /** Number of the row in the file, from 1. */
  public long number() {
    return row.number();
  }

  /**
   * The text of a cell, empty if the header is empty.
   *
   * @throws IllegalStateException if the table was not read with this header
   */
  public String text(String header) {
    return header.isEmpty() ? "" : cell(header).text();
  }

  /**
   * The number in a cell, with a decimal point in text files.
   *
   * @throws MalformedCellException if there is none
   */
  public double value(String header) throws MalformedCellException {
    return NumberText.parse(cell(header), PLAIN_NUMBER, OptionalInt.of('.'));
  }

  private TableCell cell(String header) {
    var column = columns.get(header);
    if (column == null) {
      throw new IllegalStateException("the table was read without the column " + header);
    }
    return row.cell(column);
  }
}
