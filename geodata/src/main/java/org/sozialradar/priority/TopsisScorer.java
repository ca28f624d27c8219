package org.sozialradar.priority;

import java.util.Arrays;
import java.util.List;

/** TOPSIS after Hwang and Yoon (1981), with vector normalisation. */
final class TopsisScorer implements Scorer {
  private final List<Criterion> criteria;

  TopsisScorer(List<Criterion> criteria) {
    this.criteria = criteria;
  }

  /** Squared distances from the best and the worst, by criterion and area. */
  private static final class Distances {
    private final double[][] best;
    private final double[][] worst;

    Distances(double[][] best, double[][] worst) {
      this.best = best;
      this.worst = worst;
    }

    double closeness(int row) {
      double fromBest = Math.sqrt(sum(best, row));
      double fromWorst = Math.sqrt(sum(worst, row));
      return fromWorst == 0 ? 0 : fromWorst / (fromBest + fromWorst);
    }

    double sumFromWorst(int row) {
      return sum(worst, row);
    }

    private static double sum(double[][] parts, int row) {
      double sum = 0;
      for (double[] part : parts) {
        sum += part[row];
      }
      return sum;
    }
  }

  @Override
  public double[] scores(double[][] columns, double[] weights) {
    var distances = distances(columns, weights);
    var scores = new double[columns[0].length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = distances.closeness(row);
    }
    return scores;
  }

  @Override
  public double[][] contributions(double[][] columns, double[] weights) {
    var distances = distances(columns, weights);
    var parts = new double[columns.length][columns[0].length];
    for (int row = 0; row < columns[0].length; row++) {
      double whole = distances.sumFromWorst(row);
      double closeness = distances.closeness(row);
      for (int j = 0; j < parts.length; j++) {
        parts[j][row] = whole == 0 ? 0 : closeness * distances.worst[j][row] / whole;
      }
    }
    return parts;
  }

  private Distances distances(double[][] columns, double[] weights) {
    double total = Arrays.stream(weights).sum();
    var best = new double[columns.length][];
    var worst = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      double factor = weights[j] / total / length(column);
      double min = Arrays.stream(column).min().orElseThrow();
      double max = Arrays.stream(column).max().orElseThrow();
      boolean raises = criteria.get(j).raises();
      best[j] = squares(column, raises ? max : min, factor);
      worst[j] = squares(column, raises ? min : max, factor);
    }
    return new Distances(best, worst);
  }

  private static double length(double[] column) {
    double squares = 0;
    for (double value : column) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static double[] squares(double[] column, double end, double factor) {
    var squares = new double[column.length];
    for (int row = 0; row < squares.length; row++) {
      double distance = (column[row] - end) * factor;
      squares[row] = distance * distance;
    }
    return squares;
  }
}
