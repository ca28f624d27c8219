package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings a matrix to reduced echelon form, in place: the first rows have a pivot of 1 each, alone
 * in its column, as far to the left as possible; all others become 0.
 */
final class EchelonForm {
  private static final double ZERO = 1e-9;

  private final double[][] matrix;
  private final List<Integer> pivots = new ArrayList<>();

  EchelonForm(double[][] matrix) {
    this.matrix = matrix;
    int columns = matrix.length == 0 ? 0 : matrix[0].length;
    for (int column = 0; column < columns && pivots.size() < matrix.length; column++) {
      int row = largest(column);
      if (Math.abs(matrix[row][column]) > ZERO) {
        swap(row, pivots.size());
        clear(column);
        pivots.add(column);
      }
    }
  }

  /** The columns of the pivots, by row. */
  int[] pivots() {
    return pivots.stream().mapToInt(Integer::intValue).toArray();
  }

  private int largest(int column) {
    int best = pivots.size();
    for (int row = best + 1; row < matrix.length; row++) {
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) {
        best = row;
      }
    }
    return best;
  }

  private void swap(int one, int other) {
    var row = matrix[one];
    matrix[one] = matrix[other];
    matrix[other] = row;
  }

  private void clear(int column) {
    var pivotRow = matrix[pivots.size()];
    double pivot = pivotRow[column];
    for (int i = 0; i < pivotRow.length; i++) {
      pivotRow[i] /= pivot;
    }
    for (var row : matrix) {
      double factor = row[column];
      if (row != pivotRow && factor != 0) {
        for (int i = 0; i < row.length; i++) {
          row[i] -= factor * pivotRow[i];
        }
      }
    }
  }
}
