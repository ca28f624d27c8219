package org.sozialradar.survey;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * 95 % intervals of a proportion that hold near 0 and 1 too, where the symmetric interval of Wald
 * fails.
 *
 * <p>Sources: Wilson (1927), Probable inference, the law of succession, and statistical inference;
 * Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion; Korn and Graubard
 * (1998), Confidence intervals for proportions with small expected number of positive counts
 * estimated from survey data.
 */
public enum ProportionInterval {
  /** Wilson's score interval on the effective size; the default, also good for 0 % and 100 %. */
  WILSON {
    @Override
    Interval at(double p, double n) {
      double z2 = Z * Z;
      double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
      double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
      return new Interval(
          p == 0 ? 0 : Math.max(0, Math.min(p, centre - half)),
          p == 1 ? 1 : Math.min(1, Math.max(p, centre + half)));
    }
  },
  /**
   * Symmetric on the scale of log odds: logit p ± z/√(n p (1 − p)). At 0 and 1, where log odds are
   * not finite, Wilson's interval stands in.
   */
  LOGIT {
    @Override
    Interval at(double p, double n) {
      if (p <= 0 || p >= 1) {
        return WILSON.at(p, n);
      }
      double odds = p / (1 - p);
      double factor = Math.exp(Z / Math.sqrt(n * p * (1 - p)));
      double low = odds / factor;
      double high = odds * factor;
      return new Interval(
          Math.min(p, low / (1 + low)),
          Double.isInfinite(high) ? 1 : Math.max(p, high / (1 + high)));
    }
  };

  private static final double Z = new NormalDistribution().inverseCumulativeProbability(0.975);

  /**
   * The 95 % interval.
   *
   * @param p proportion 0..1
   * @param n effective number of respondents, above 0; need not be whole
   */
  public Interval of(double p, double n) {
    if (!(p >= 0 && p <= 1) || !(n > 0)) {
      throw new IllegalArgumentException("no proportion: " + p + " of " + n);
    }
    return at(p, n);
  }

  abstract Interval at(double p, double n);
}
