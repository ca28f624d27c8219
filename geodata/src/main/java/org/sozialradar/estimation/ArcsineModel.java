package org.sozialradar.estimation;

/**
 * The arcsine transformation of proportions, with its way back.
 *
 * <p>z = asin √p has a sampling variance of nearly 1/(4 n_eff), whatever p is, so the sampling
 * variances count as known. If Z ~ N(μ, v) then E sin² Z = ½(1 − e^(−2v) cos 2μ): the way back by
 * the mean, which sin² μ would miss. Intervals are the transformed ends, clipped to [0, π/2]; a
 * centre beyond these bounds (a far extrapolation) is clipped before.
 *
 * <p>Sources: Jiang, Lahiri, Wan and Wu (2001), Jackknifing in the Fay–Herriot model with an
 * example; Sugasawa and Kubokawa (2017), Transforming response values in small area prediction.
 *
 * <p>Limit: poor where n_eff · p or n_eff · (1 − p) is below about 5.
 */
public final class ArcsineModel {
  private ArcsineModel() {}

  /**
   * z = asin √p.
   *
   * @param proportion 0..1
   */
  public static double transform(double proportion) {
    if (!(proportion >= 0 && proportion <= 1)) {
      throw new IllegalArgumentException("not a proportion: " + proportion);
    }
    return Math.asin(Math.sqrt(proportion));
  }

  /**
   * Sampling variance of z.
   *
   * @param effectiveSize number of respondents divided by the design effect, &gt; 0
   */
  public static double variance(double effectiveSize) {
    if (!(effectiveSize > 0 && Double.isFinite(effectiveSize))) {
      throw new IllegalArgumentException("not an effective sample size: " + effectiveSize);
    }
    return 1 / (4 * effectiveSize);
  }

  /** sin² z, with z clipped to [0, π/2]. */
  public static double back(double modelled) {
    double sine = Math.sin(clip(modelled));
    return sine * sine;
  }

  /**
   * E sin² Z for Z ~ N(mean, variance).
   *
   * @param mean on the arcsine scale, clipped to [0, π/2]
   * @param variance ≥ 0
   */
  public static double backMean(double mean, double variance) {
    return (1 - Math.exp(-2 * variance) * Math.cos(2 * clip(mean))) / 2;
  }

  /**
   * E (sin² Z − value)² for Z ~ N(mean, variance), the mean squared error on the scale of the
   * proportion; from E sin⁴ Z = 3/8 − ½ e^(−2v) cos 2μ + ⅛ e^(−8v) cos 4μ.
   */
  public static double backMeanSquaredError(double mean, double variance, double value) {
    double centre = clip(mean);
    double first = backMean(centre, variance);
    double fourth =
        3.0 / 8
            - Math.exp(-2 * variance) * Math.cos(2 * centre) / 2
            + Math.exp(-8 * variance) * Math.cos(4 * centre) / 8;
    return Math.max(0, fourth - 2 * value * first + value * value);
  }

  static double clip(double modelled) {
    return Math.min(Math.PI / 2, Math.max(0, modelled));
  }
}
