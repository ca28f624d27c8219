package org.sozialradar.ingest.table;

import java.util.List;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.ingest.table.Columns.Column;

/**
 * Reads cells of values: a number, or the reason why there is none.
 *
 * @param missingValues texts that the manifest declares as missing
 * @param status what stands behind a number
 * @param format decimal separator of the file
 */
record ValueCells(List<String> missingValues, ObservationStatus status, NumberFormatOfFile format) {
  ValueCells {
    missingValues = List.copyOf(missingValues);
  }

  /** The value of a cell with what stands beside it. */
  Estimate read(TableRow row, Column column, BesideValue beside) throws MalformedCellException {
    return beside.isEmpty() ? read(row, column) : beside.complete(row, read(row, column), this);
  }

  /** A number that may be missing, without a reason why. */
  double number(TableRow row, Column column) throws MalformedCellException {
    return read(row, column).value();
  }

  private Estimate read(TableRow row, Column column) throws MalformedCellException {
    var cell = row.cell(column.index());
    if (cell instanceof TableCell.Text text) {
      var sign = MissingSign.find(text.text(), missingValues, status);
      if (sign.isPresent()) {
        return sign.get();
      }
    } else if (missingValues.contains(cell.text())) {
      return Estimate.missing(ObservationStatus.EMPTY);
    }
    double value = NumberText.parse(cell, column.field(), format.findDecimal(column.field()));
    return Estimate.of(value, status);
  }

  /** Learns the format from a row that will be read later. */
  void learn(TableRow row, List<Column> columns) {
    for (var column : columns) {
      if (column.field().decimalChar().isEmpty()
          && row.cell(column.index()) instanceof TableCell.Text text) {
        format.learn(text.text());
      }
    }
  }
}
