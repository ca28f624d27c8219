package org.sozialradar.priority;

import java.util.List;

/** P = (H·E)^a · N^b · (1 − κS)^c; see {@link PriorityMethod.Product}. */
final class ProductScorer implements Scorer {
  /** Keeps one least value from making the whole product 0. */
  private static final double FLOOR = 0.01;

  private final List<Criterion> criteria;
  private final Scales scales;
  private final PriorityMethod.Product formula;

  ProductScorer(List<Criterion> criteria, Scales scales, PriorityMethod.Product formula) {
    this.criteria = criteria;
    this.scales = scales;
    this.formula = formula;
  }

  @Override
  public double[] scores(double[][] columns, double[] weights) {
    double[][] parts = contributions(columns, weights);
    var scores = new double[columns[0].length];
    for (double[] part : parts) {
      for (int row = 0; row < scores.length; row++) {
        scores[row] += part[row];
      }
    }
    for (int row = 0; row < scores.length; row++) {
      scores[row] = Math.exp(scores[row]);
    }
    return scores;
  }

  /**
   * Logarithms. The logarithm of 1 − κS is divided among the criteria of S by their parts w s of
   * it.
   */
  @Override
  public double[][] contributions(double[][] columns, double[] weights) {
    var parts = new double[columns.length][columns[0].length];
    double[] shares = shares(weights);
    var help = new double[columns[0].length];
    for (int j = 0; j < columns.length; j++) {
      boolean need = criteria.get(j).role().isNeed();
      double exponent = criteria.get(j).role() == Role.HAZARD ? formula.a() : formula.b();
      for (int row = 0; row < help.length; row++) {
        double place = scales.at(j, columns[j][row]);
        if (need) {
          parts[j][row] =
              exponent * shares[j] * Math.log(Math.max(FLOOR, FLOOR + (1 - FLOOR) * place));
        } else {
          parts[j][row] = shares[j] * Math.max(0, Math.min(1, 1 - place));
          help[row] += parts[j][row];
        }
      }
    }
    divideHelp(parts, help);
    return parts;
  }

  private void divideHelp(double[][] parts, double[] help) {
    for (int j = 0; j < parts.length; j++) {
      if (criteria.get(j).role().isNeed()) {
        continue;
      }
      for (int row = 0; row < help.length; row++) {
        double logarithm = formula.c() * Math.log1p(-formula.kappa() * help[row]);
        parts[j][row] = help[row] == 0 ? 0 : logarithm * parts[j][row] / help[row];
      }
    }
  }

  /** Weights within the factor that a criterion belongs to. */
  private double[] shares(double[] weights) {
    var shares = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += factor(k) == factor(j) ? weights[k] : 0;
      }
      shares[j] = weights[j] / sum;
    }
    return shares;
  }

  private Role factor(int criterion) {
    var role = criteria.get(criterion).role();
    return role == Role.CAPACITY ? Role.SUPPORT : role;
  }
}
