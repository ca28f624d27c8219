package org.sozialradar.server.snapshot;

import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.survey.Interval;

/**
 * An estimate with the digits that are published: nothing that is said of it rests on others.
 *
 * @param value the value
 * @param interval its 95 % interval; both ends the value itself where it has none
 */
public record ShownEstimate(double value, Interval interval) {

  /**
   * An estimate as it is shown.
   *
   * @param estimate one with a value
   * @param digits digits of its indicator
   */
  public static ShownEstimate of(Estimate estimate, int digits) {
    double value = shown(estimate.value(), digits);
    return new ShownEstimate(
        value,
        estimate.hasInterval()
            ? new Interval(shown(estimate.lower(), digits), shown(estimate.upper(), digits))
            : new Interval(value, value));
  }

  private static double shown(double value, int digits) {
    return Decimals.round(value, digits).doubleValue();
  }
}
