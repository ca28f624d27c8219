package org.sozialradar.priority;

import java.util.List;

/** Weighted sum and two axes: each contribution is a share times the place on the scale. */
final class LinearScorer implements Scorer {
  private final List<Criterion> criteria;
  private final Scales scales;
  private final boolean axes;

  /**
   * A scorer.
   *
   * @param axes whether need and lack of help count alike, whatever their weights
   */
  LinearScorer(List<Criterion> criteria, Scales scales, boolean axes) {
    this.criteria = criteria;
    this.scales = scales;
    this.axes = axes;
  }

  @Override
  public double[] scores(double[][] columns, double[] weights) {
    double[] shares = shares(weights);
    var scores = new double[columns[0].length];
    for (int j = 0; j < columns.length; j++) {
      for (int row = 0; row < scores.length; row++) {
        scores[row] += shares[j] * scales.at(j, columns[j][row]);
      }
    }
    return scores;
  }

  @Override
  public double[][] contributions(double[][] columns, double[] weights) {
    double[] shares = shares(weights);
    var parts = new double[columns.length][columns[0].length];
    for (int j = 0; j < columns.length; j++) {
      for (int row = 0; row < parts[j].length; row++) {
        parts[j][row] = shares[j] * scales.at(j, columns[j][row]);
      }
    }
    return parts;
  }

  private double[] shares(double[] weights) {
    var shares = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      shares[j] = weights[j] / total(weights, j);
    }
    return shares;
  }

  private double total(double[] weights, int of) {
    double all = 0;
    double axis = 0;
    for (int j = 0; j < weights.length; j++) {
      all += weights[j];
      axis += criteria.get(j).role().isNeed() == criteria.get(of).role().isNeed() ? weights[j] : 0;
    }
    boolean bothAxes = axes && axis < all;
    return bothAxes ? 2 * axis : all;
  }
}
