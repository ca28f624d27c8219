package org.sozialradar.survey;

/**
 * How far raking goes.
 *
 * @param lowest smallest weight allowed, as a multiple of the mean weight, 0 for none
 * @param highest largest weight allowed, as a multiple of the mean weight, infinite for none
 * @param tolerance largest relative deviation from a known total at which raking is done
 * @param rounds how many rounds at most, 1..10000
 */
public record RakingLimits(double lowest, double highest, double tolerance, int rounds) {
  /** Weights from a fifth to five times the mean, totals met to a millionth, 1000 rounds. */
  public static final RakingLimits DEFAULT = new RakingLimits(0.2, 5, 1e-6, 1000);

  /** The same without limits on weights. */
  public static final RakingLimits UNLIMITED =
      new RakingLimits(0, Double.POSITIVE_INFINITY, 1e-6, 1000);

  /** Largest multiple of the mean weight that {@link #upTo} takes. */
  public static final double LARGEST = 100;

  /**
   * The default limits with another range of weights.
   *
   * @param highest largest weight allowed, as a multiple of the mean weight, above 1 and up to
   *     {@link #LARGEST}; the smallest is its reciprocal
   * @throws IllegalArgumentException if it is none of these
   */
  public static RakingLimits upTo(double highest) {
    if (!(highest > 1 && highest <= LARGEST)) {
      throw new IllegalArgumentException("largest weight: " + highest);
    }
    return new RakingLimits(1 / highest, highest, DEFAULT.tolerance(), DEFAULT.rounds());
  }

  public RakingLimits {
    if (!(lowest >= 0 && lowest < 1 && highest > 1)) {
      throw new IllegalArgumentException("weights " + lowest + ".." + highest + " of their mean");
    }
    if (!(tolerance > 0 && tolerance < 1) || rounds < 1 || rounds > 10_000) {
      throw new IllegalArgumentException("tolerance " + tolerance + ", " + rounds + " rounds");
    }
  }
}
