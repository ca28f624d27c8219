package org.sozialradar.composite;

import java.util.Arrays;
import java.util.List;

/**
 * Weighs and aggregates normalised columns; the one place where scores come from, for the index
 * itself and for every draw. Immutable and safe for use by many threads.
 */
final class Scoring {
  private final int rows;

  /** Index of the first column of each dimension, and after the last the number of columns. */
  private final int[] first;

  private final boolean[][] enough;

  Scoring(List<IndexDimension> dimensions, double[][] columns) {
    rows = columns[0].length;
    first = new int[dimensions.size() + 1];
    enough = new boolean[dimensions.size()][rows];
    for (int dimension = 0; dimension < dimensions.size(); dimension++) {
      first[dimension + 1] = first[dimension] + dimensions.get(dimension).indicators().size();
      for (int row = 0; row < rows; row++) {
        enough[dimension][row] =
            dimensions.get(dimension).isEnough(available(columns, dimension, row));
      }
    }
  }

  private int available(double[][] columns, int dimension, int row) {
    int count = 0;
    for (int column = first[dimension]; column < first[dimension + 1]; column++) {
      if (!Double.isNaN(columns[column][row])) {
        count++;
      }
    }
    return count;
  }

  int rows() {
    return rows;
  }

  int dimensions() {
    return enough.length;
  }

  int first(int dimension) {
    return first[dimension];
  }

  /** The dimension of a column. */
  int dimensionOf(int column) {
    int dimension = 0;
    while (first[dimension + 1] <= column) {
      dimension++;
    }
    return dimension;
  }

  /**
   * Scores of the dimensions; NaN where too much is missing. Weights need not sum to 1; columns of
   * weight 0 are left out, and a dimension without any weight has no column of scores (empty).
   */
  double[][] dimensionScores(double[][] columns, double[] weights, Aggregation aggregation) {
    var scores = new double[enough.length][];
    for (int dimension = 0; dimension < scores.length; dimension++) {
      int from = first[dimension];
      int to = first[dimension + 1];
      scores[dimension] =
          means(
              Arrays.copyOfRange(columns, from, to),
              Arrays.copyOfRange(weights, from, to),
              aggregation);
      for (int row = 0; row < scores[dimension].length; row++) {
        if (!enough[dimension][row]) {
          scores[dimension][row] = Double.NaN;
        }
      }
    }
    return scores;
  }

  /** Scores of the index; NaN where a dimension has none. Dimensions without a column stay out. */
  double[] scores(double[][] dimensionScores, double[] weights, Aggregation aggregation) {
    var used = weights.clone();
    for (int dimension = 0; dimension < used.length; dimension++) {
      if (dimensionScores[dimension].length == 0) {
        used[dimension] = 0;
      }
    }
    var scores = means(dimensionScores, used, aggregation);
    for (var column : dimensionScores) {
      for (int row = 0; row < column.length; row++) {
        if (Double.isNaN(column[row])) {
          scores[row] = Double.NaN;
        }
      }
    }
    return scores;
  }

  /** Weighted means over the columns that have a value; empty if no column has a weight. */
  private double[] means(double[][] columns, double[] weights, Aggregation aggregation) {
    if (Arrays.stream(weights).sum() == 0) {
      return new double[0];
    }
    var sums = new double[rows];
    var totals = new double[rows];
    for (int column = 0; column < columns.length; column++) {
      if (weights[column] > 0) {
        add(columns[column], weights[column], aggregation, sums, totals);
      }
    }
    for (int row = 0; row < rows; row++) {
      sums[row] = aggregation.mean(sums[row] / totals[row]);
    }
    return sums;
  }

  private static void add(
      double[] column, double weight, Aggregation aggregation, double[] sums, double[] totals) {
    for (int row = 0; row < column.length; row++) {
      if (!Double.isNaN(column[row])) {
        sums[row] += weight * aggregation.term(column[row]);
        totals[row] += weight;
      }
    }
  }
}
