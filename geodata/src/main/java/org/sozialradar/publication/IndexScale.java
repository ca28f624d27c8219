package org.sozialradar.publication;

import org.sozialradar.composite.Normalisation;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ObservationStatus;

/**
 * The scale that scores of an index are published on.
 *
 * @param low lower end; infinite if it has none
 * @param high upper end
 * @param decimals digits after the decimal point
 */
record IndexScale(double low, double high, int decimals) {
  /** Standard errors to either side of a 95 % interval of a normal distribution. */
  private static final double NORMAL_95 = 1.959963984540054;

  private static final double NEGLIGIBLE = 1e-9;

  static IndexScale of(Normalisation normalisation) {
    if (normalisation instanceof Normalisation.MinMax one) {
      return new IndexScale(one.low(), one.high(), 1);
    }
    if (normalisation instanceof Normalisation.PercentileRank one) {
      return new IndexScale(one.low(), one.high(), 1);
    }
    if (normalisation instanceof Normalisation.Goalposts one) {
      return new IndexScale(one.low(), one.high(), 1);
    }
    return new IndexScale(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 2);
  }

  Indicator.Unit unit() {
    if (Double.isInfinite(low)) {
      return new Indicator.Unit(
          "standard_score", new LocalizedText("Standardwert", "standard score"));
    }
    String range = " (%s–%s)".formatted(Math.round(low), Math.round(high));
    return new Indicator.Unit("score", new LocalizedText("Punkte" + range, "points" + range));
  }

  /** A score with the interval that its standard error gives. */
  Estimate estimate(double score, double error, ObservationStatus status) {
    double parts = Math.pow(10, decimals);
    double value = Math.rint(score * parts) / parts;
    if (!(error > NEGLIGIBLE)) {
      return Estimate.of(value, status);
    }
    double lower = Math.max(low, score - NORMAL_95 * error);
    double upper = Math.min(high, score + NORMAL_95 * error);
    return new Estimate(
        value,
        Math.min(value, Math.floor(lower * parts + NEGLIGIBLE) / parts),
        Math.max(value, Math.ceil(upper * parts - NEGLIGIBLE) / parts),
        status);
  }
}
