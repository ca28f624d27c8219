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

  public RakingLimits {
    if (!(lowest >= 0 && lowest < 1 && highest > 1)) {
      throw new IllegalArgumentException("weights " + lowest + ".." + highest + " of their mean");
    }
    if (!(tolerance > 0 && tolerance < 1) || rounds < 1 || rounds > 10_000) {
      throw new IllegalArgumentException("tolerance " + tolerance + ", " + rounds + " rounds");
    }
  }
}
