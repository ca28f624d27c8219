package org.sozialradar.survey;

/**
 * A design-based estimate of a mean or proportion for one domain. Internal: only {@code disclosure}
 * may turn it into something that leaves.
 *
 * @param value weighted mean, or proportion 0..1
 * @param variance linearised sampling variance of the value, 0 or more
 * @param lower lower end of the 95 % interval; NaN if the sample does not tell, see {@link
 *     #hasInterval}
 * @param upper upper end of the 95 % interval; NaN likewise
 * @param respondents respondents of the domain who answered and have a weight above 0, 1 or more
 * @param effectiveSize Kish's effective number of respondents, (Σw)²/Σw²
 * @param degreesOfFreedom of the variance: sampling units less strata that hold one of the
 *     respondents; those of {@link Basis#RESPONDENTS} are respondents − 1
 * @param elementVariance weighted variance of the answers within the domain, n/(n − 1) · Σw(y −
 *     ȳ)²/Σw; 0 for a single respondent
 * @param basis what the variance was computed from
 */
public record DirectEstimate(
    double value,
    double variance,
    double lower,
    double upper,
    int respondents,
    double effectiveSize,
    int degreesOfFreedom,
    double elementVariance,
    Basis basis) {

  /** What a variance was computed from. */
  public enum Basis {
    /** Sampling units and strata of the whole design. */
    DESIGN,
    /**
     * Respondents of the domain: it holds too few sampling units to compare (an area that is a
     * single sample point). The variance speaks of the domain given that point.
     */
    RESPONDENTS
  }

  public DirectEstimate {
    if (!Double.isFinite(value) || !(variance >= 0) || !(elementVariance >= 0)) {
      throw new IllegalArgumentException("no estimate: " + value + ", variance " + variance);
    }
    if (respondents < 1 || !(effectiveSize > 0) || degreesOfFreedom < 0) {
      throw new IllegalArgumentException("no sample: " + respondents + " respondents");
    }
    if (Double.isNaN(lower) != Double.isNaN(upper) || lower > value || upper < value) {
      throw new IllegalArgumentException("interval " + lower + ".." + upper + " of " + value);
    }
  }

  /**
   * Whether there is an interval. There is none for a single respondent, and for a mean where all
   * answers agree: a sample without any spread says nothing of its error.
   */
  public boolean hasInterval() {
    return Double.isFinite(lower);
  }

  /**
   * The 95 % interval.
   *
   * @throws IllegalStateException if there is none
   */
  public Interval interval() {
    if (!hasInterval()) {
      throw new IllegalStateException("an estimate without interval");
    }
    return new Interval(lower, upper);
  }

  public double standardError() {
    return Math.sqrt(variance);
  }

  /**
   * How many times as large the variance is as that of a simple random sample of as many
   * respondents: V / (s²/n). Where all answers agree it is n over the effective size, what the
   * weights alone cost.
   */
  public double designEffect() {
    return elementVariance > 0
        ? variance * respondents / elementVariance
        : respondents / effectiveSize;
  }
}
