package org.sozialradar.survey;

/**
 * The two ends of an interval.
 *
 * @param lower lower end
 * @param upper upper end, not below {@code lower}
 */
public record Interval(double lower, double upper) {
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("no interval: " + lower + ".." + upper);
    }
  }
}
