package org.sozialradar.disclosure;

import java.util.List;

/** A plain simplex algorithm on a tableau, with Bland's rule and the big-M of textbooks. */
final class Simplex {
  private static final double BIG = 1e6;
  private static final double EPS = 1e-9;

  private Simplex() {}

  /**
   * The maximum of a linear function of variables ≥ 0.
   *
   * @param rows equations, right-hand side last
   */
  static double maximum(List<double[]> rows, double[] objective) {
    int m = rows.size();
    int n = objective.length;
    var table = new double[m + 1][n + m + 1];
    var basis = new int[m];
    for (int i = 0; i < m; i++) {
      System.arraycopy(rows.get(i), 0, table[i], 0, n);
      table[i][n + i] = 1;
      table[i][n + m] = rows.get(i)[n];
      basis[i] = n + i;
    }
    for (int j = 0; j < n; j++) {
      table[m][j] = -objective[j];
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= n + m; j++) {
        if (j < n || j == n + m) {
          table[m][j] -= BIG * table[i][j];
        }
      }
    }
    while (step(table, basis, n, m)) {
      // until no column improves
    }
    double value = 0;
    for (int i = 0; i < m; i++) {
      if (basis[i] < n) {
        value += objective[basis[i]] * table[i][n + m];
      } else if (table[i][n + m] > 1e-5) {
        throw new IllegalStateException("infeasible");
      }
    }
    return value;
  }

  private static boolean step(double[][] table, int[] basis, int n, int m) {
    for (int column = 0; column < n; column++) {
      if (table[m][column] < -1e-7) {
        int row = leaving(table, basis, column, n, m);
        if (row < 0) {
          throw new IllegalStateException("unbounded");
        }
        pivot(table, row, column);
        basis[row] = column;
        return true;
      }
    }
    return false;
  }

  private static int leaving(double[][] table, int[] basis, int column, int n, int m) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < m; i++) {
      if (table[i][column] > EPS) {
        double ratio = table[i][n + m] / table[i][column];
        boolean tied = best >= 0 && ratio < least + 1e-12;
        if (ratio < least - 1e-12 || (tied && basis[i] < basis[best])) {
          least = ratio;
          best = i;
        }
      }
    }
    return best;
  }

  private static void pivot(double[][] table, int row, int column) {
    double by = table[row][column];
    for (int j = 0; j < table[row].length; j++) {
      table[row][j] /= by;
    }
    for (int i = 0; i < table.length; i++) {
      double factor = table[i][column];
      if (i != row && factor != 0) {
        for (int j = 0; j < table[i].length; j++) {
          table[i][j] -= factor * table[row][j];
        }
      }
    }
  }
}
