package org.sozialradar.survey;

import java.util.function.IntPredicate;

/**
 * Covariance of the means of two domains of one sample, for comparing them. Domains that share
 * respondents (a town and its district) or sampling units have one; the means of areas that share
 * neither, in a sample without strata of few units, have next to none.
 *
 * <p>With the linearised deviations u of the first and v of the second domain, both 0 outside it:
 * Σ_h (1 − f_h) · n_h/(n_h − 1) · Σ_c (u_hc − ū_h)(v_hc − v̄_h), as in {@link WeightedEstimator}. A
 * stratum of a single unit counts u·v.
 */
public final class DomainCovariance {
  private final SampleColumns sample;
  private final double[] scores;

  /**
   * Covariances of means of the same scores.
   *
   * @param scores score of each respondent; NaN for missing; not to be changed afterwards
   */
  public DomainCovariance(SampleColumns sample, double[] scores) {
    if (sample.respondents() != scores.length) {
      throw new IllegalArgumentException(
          scores.length + " scores for " + sample.respondents() + " respondents");
    }
    this.sample = sample;
    this.scores = scores.clone();
  }

  /**
   * The covariance of the means of two domains.
   *
   * @param first whether a respondent belongs to the first domain
   * @param second and to the second
   * @return the covariance; 0 if nobody of one of the domains answered
   */
  public double of(IntPredicate first, IntPredicate second) {
    double[] u = unitSums(first);
    double[] v = unitSums(second);
    int[] stratumOf = strataOfUnits();
    var products = new double[sample.strata()];
    var firstSums = new double[sample.strata()];
    var secondSums = new double[sample.strata()];
    for (int c = 0; c < u.length; c++) {
      products[stratumOf[c]] += u[c] * v[c];
      firstSums[stratumOf[c]] += u[c];
      secondSums[stratumOf[c]] += v[c];
    }
    double covariance = 0;
    for (int h = 0; h < products.length; h++) {
      double n = sample.unitsOf(h);
      double part =
          n > 1 ? n / (n - 1) * (products[h] - firstSums[h] * secondSums[h] / n) : products[h];
      covariance += (1 - sample.fraction(h)) * part;
    }
    return covariance;
  }

  private int[] strataOfUnits() {
    var strata = new int[sample.units()];
    for (int r = 0; r < scores.length; r++) {
      strata[sample.unit(r)] = sample.stratum(r);
    }
    return strata;
  }

  /** Sums of linearised deviations per sampling unit. */
  private double[] unitSums(IntPredicate domain) {
    double weight = 0;
    double weighted = 0;
    for (int r = 0; r < scores.length; r++) {
      if (counts(domain, r)) {
        weight += sample.weight(r);
        weighted += sample.weight(r) * scores[r];
      }
    }
    var sums = new double[sample.units()];
    for (int r = 0; r < scores.length; r++) {
      if (counts(domain, r)) {
        sums[sample.unit(r)] += sample.weight(r) * (scores[r] - weighted / weight) / weight;
      }
    }
    return sums;
  }

  private boolean counts(IntPredicate domain, int respondent) {
    return sample.weight(respondent) > 0
        && !Double.isNaN(scores[respondent])
        && domain.test(respondent);
  }
}
