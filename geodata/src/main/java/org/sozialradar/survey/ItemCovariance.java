package org.sozialradar.survey;

import java.util.List;

/** The covariance matrix of a scale's items, and what alpha needs of it. */
final class ItemCovariance {
  private final double[][] covariance;
  private final int k;

  ItemCovariance(List<double[]> scores, int[] rows) {
    k = scores.size();
    covariance = new double[k][k];
    var means = scores.stream().mapToDouble(column -> mean(column, rows)).toArray();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int r : rows) {
          sum += (scores.get(i)[r] - means[i]) * (scores.get(j)[r] - means[j]);
        }
        covariance[i][j] = sum / (rows.length - 1);
        covariance[j][i] = covariance[i][j];
      }
    }
  }

  private static double mean(double[] column, int[] rows) {
    double sum = 0;
    for (int r : rows) {
      sum += column[r];
    }
    return sum / rows.length;
  }

  /** Alpha without one item, or of all for −1; NaN if fewer than two remain or nothing varies. */
  double alpha(int without) {
    int items = without < 0 ? k : k - 1;
    double own = 0;
    double total = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (i != without && j != without) {
          total += covariance[i][j];
          own += i == j ? covariance[i][j] : 0;
        }
      }
    }
    return items < 2 || !(total > 1e-12 * own)
        ? Double.NaN
        : items / (items - 1.0) * (1 - own / total);
  }

  /** Correlation of an item with the sum of the others; NaN if one of them does not vary. */
  double correctedCorrelation(int item) {
    double others = 0;
    double between = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        others += i != item && j != item ? covariance[i][j] : 0;
      }
      between += i == item ? 0 : covariance[i][item];
    }
    double product = covariance[item][item] * others;
    return product > 0 ? between / Math.sqrt(product) : Double.NaN;
  }

  /** k·r̄/(1 + (k − 1)·r̄); NaN if an item does not vary. */
  double standardisedAlpha() {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        sum += covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
      }
    }
    double mean = sum / (k * (k - 1) / 2.0);
    double alpha = k * mean / (1 + (k - 1) * mean);
    return Double.isInfinite(alpha) ? Double.NaN : alpha;
  }
}
