package org.sozialradar.survey;

import java.util.Optional;

/**
 * How well the mean of an area's respondents tells areas apart: λ = τ²/(τ² + σ²/n), the share of
 * the variance of area means that is difference between areas and not chance. On a map it matters
 * more than alpha.
 *
 * <p>τ² and σ² from a one-way analysis of variance without weights: σ² = within mean square, τ² =
 * max(0, (between mean square − σ²)/n₀) with n₀ = (N − Σn²/N)/(m − 1). Assumes equal variance
 * within areas and respondents drawn independently. Sources: Raudenbush and Sampson (1999),
 * Ecometrics; Searle, Casella and McCulloch (1992), Variance components, chapter 3.
 *
 * @param betweenVariance τ², variance of true means between areas, 0 or more
 * @param withinVariance σ², variance of respondents within areas, 0 or more
 */
public record AreaReliability(double betweenVariance, double withinVariance) {
  public AreaReliability {
    if (!(betweenVariance >= 0) || !(withinVariance >= 0)) {
      throw new IllegalArgumentException("variances " + betweenVariance + " and " + withinVariance);
    }
  }

  /**
   * The variances of scores between and within areas.
   *
   * @param scores score of each respondent; NaN for missing
   * @param areas area of each respondent
   * @return empty if fewer than two areas have respondents or none has two
   */
  public static Optional<AreaReliability> of(double[] scores, Domains areas) {
    if (scores.length != areas.respondents()) {
      throw new IllegalArgumentException(
          scores.length + " scores for " + areas.respondents() + " respondents");
    }
    var sums = new double[areas.count()];
    var sizes = new double[areas.count()];
    double total = 0;
    double n = 0;
    for (int r = 0; r < scores.length; r++) {
      if (counts(scores, areas, r)) {
        sums[areas.of(r)] += scores[r];
        sizes[areas.of(r)]++;
        total += scores[r];
        n++;
      }
    }
    double within = 0;
    for (int r = 0; r < scores.length; r++) {
      if (counts(scores, areas, r)) {
        double off = scores[r] - sums[areas.of(r)] / sizes[areas.of(r)];
        within += off * off;
      }
    }
    return of(sums, sizes, total / n, within);
  }

  private static boolean counts(double[] scores, Domains areas, int respondent) {
    return areas.of(respondent) != Domains.NONE && !Double.isNaN(scores[respondent]);
  }

  private static Optional<AreaReliability> of(
      double[] sums, double[] sizes, double mean, double within) {
    double n = 0;
    double squares = 0;
    double between = 0;
    int areas = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        areas++;
        n += sizes[i];
        squares += sizes[i] * sizes[i];
        between += sizes[i] * Math.pow(sums[i] / sizes[i] - mean, 2);
      }
    }
    if (areas < 2 || n <= areas) {
      return Optional.empty();
    }
    double meanSquare = within / (n - areas);
    double size = (n - squares / n) / (areas - 1);
    double tau2 = Math.max(0, (between / (areas - 1) - meanSquare) / size);
    return Optional.of(new AreaReliability(tau2, meanSquare));
  }

  /**
   * Reliability of an area's mean, 0..1; 0 if nothing varies.
   *
   * @param respondents respondents of the area, 1 or more
   */
  public double ofMean(int respondents) {
    if (respondents < 1) {
      throw new IllegalArgumentException(respondents + " respondents");
    }
    double total = betweenVariance + withinVariance / respondents;
    return total == 0 ? 0 : betweenVariance / total;
  }
}
