package org.sozialradar.estimation;

import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/**
 * The model's value for an area on the scale of the result: a mean in its unit, or a proportion.
 *
 * @param area which
 * @param role whether it rests on the covariates alone
 * @param value EBLUP, or x'β̂ where there is no direct value
 * @param meanSquaredError after Prasad and Rao (1990): g1 + g2 + 2 g3, or A + x'Qx
 * @param lower lower end of the 95 % interval
 * @param upper upper end of the 95 % interval
 * @param shrinkage γ, the weight of the direct value, 0 without one. It tells the sampling
 *     variance: not for publication beside A
 * @param extrapolated whether x'Qx exceeds the largest of the sampled areas
 */
public record Prediction(
    AreaCode area,
    AreaRole role,
    double value,
    double meanSquaredError,
    double lower,
    double upper,
    double shrinkage,
    boolean extrapolated) {
  /** As a modelled observation. */
  public Estimate toEstimate() {
    return new Estimate(value, lower, upper, ObservationStatus.ESTIMATED);
  }

  /** The same with another value, the interval moved along and cut at the bounds. */
  Prediction movedTo(double other, double lowest, double highest) {
    double by = other - value;
    return new Prediction(
        area,
        role,
        other,
        meanSquaredError,
        Math.min(other, Math.max(lowest, lower + by)),
        Math.max(other, Math.min(highest, upper + by)),
        shrinkage,
        extrapolated);
  }
}
