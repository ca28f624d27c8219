package org.sozialradar.indicator;

import java.util.Arrays;

/** The cells of one period while a table is built, by row; grows with the rows. */
final class ColumnCells {
  private static final int FIRST_ROWS = 64;

  private double[] values = new double[FIRST_ROWS];
  private double[] lower = new double[FIRST_ROWS];
  private double[] upper = new double[FIRST_ROWS];

  /** Null where no cell was put. */
  private ObservationStatus[] statuses = new ObservationStatus[FIRST_ROWS];

  private NClass[] nClasses = new NClass[FIRST_ROWS];

  /** Puts a cell unless there is one, and says whether it did. */
  boolean put(int row, Estimate cell) {
    if (contains(row)) {
      return false;
    }
    if (row >= statuses.length) {
      grow(Math.max(row + 1, 2 * statuses.length));
    }
    values[row] = cell.value();
    lower[row] = cell.lower();
    upper[row] = cell.upper();
    statuses[row] = cell.status();
    nClasses[row] = cell.nClass();
    return true;
  }

  private void grow(int length) {
    values = Arrays.copyOf(values, length);
    lower = Arrays.copyOf(lower, length);
    upper = Arrays.copyOf(upper, length);
    statuses = Arrays.copyOf(statuses, length);
    nClasses = Arrays.copyOf(nClasses, length);
  }

  boolean contains(int row) {
    return row < statuses.length && statuses[row] != null;
  }

  double value(int row) {
    return values[row];
  }

  double lower(int row) {
    return lower[row];
  }

  double upper(int row) {
    return upper[row];
  }

  ObservationStatus status(int row) {
    return statuses[row];
  }

  NClass nClass(int row) {
    return nClasses[row];
  }
}
