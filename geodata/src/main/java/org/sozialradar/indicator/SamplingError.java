package org.sozialradar.indicator;

/**
 * The sampling error of a published value, told from its 95 % interval alone: a standard error
 * below the value and one above.
 *
 * <p>Intervals of means are symmetric where they are not cut at the end of their scale. The side
 * that was cut says nothing of the error, so the longer side counts for both; half the width would
 * understate the error by up to half where the value lies at the end. Intervals of proportions
 * (Wilson's, and those on the arcsine scale) stay within 0 and 100 by themselves and are longer on
 * the side away from the end: each side counts for itself, so that draws of the value have the
 * published interval.
 *
 * <p>Limits: where Student's t has few degrees of freedom, as nobody outside can tell, the error
 * comes out too large by t/1.96.
 *
 * @param below standard error of draws below the value, in its unit, 0 or more
 * @param above standard error of draws above it
 */
public record SamplingError(double below, double above) {
  /** The error of a full count. */
  public static final SamplingError NONE = new SamplingError(0, 0);

  /** Standard errors to either side of a 95 % interval of a normal distribution. */
  private static final double NORMAL_95 = 1.959963984540054;

  private static final String PERCENT = "percent";

  public SamplingError {
    if (!(below >= 0 && above >= 0)) {
      throw new IllegalArgumentException("no error: " + below + " below, " + above + " above");
    }
  }

  /**
   * The error of an estimate of a known unit.
   *
   * @param unit of the indicator; in percent each side of the interval counts for itself
   */
  public static SamplingError of(Estimate estimate, Indicator.Unit unit) {
    if (!estimate.hasInterval()) {
      return NONE;
    }
    double below = (estimate.value() - estimate.lower()) / NORMAL_95;
    double above = (estimate.upper() - estimate.value()) / NORMAL_95;
    return unit.id().equals(PERCENT)
        ? new SamplingError(below, above)
        : new SamplingError(Math.max(below, above), Math.max(below, above));
  }

  /**
   * A value drawn anew: normal to either side of it.
   *
   * @param standardNormal a draw from the standard normal distribution
   */
  public double drawn(double value, double standardNormal) {
    return value + standardNormal * (standardNormal < 0 ? below : above);
  }

  /** Whether there is any. */
  public boolean isAny() {
    return below > 0 || above > 0;
  }
}
