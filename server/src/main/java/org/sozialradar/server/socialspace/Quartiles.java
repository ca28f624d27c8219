package org.sozialradar.server.socialspace;

import java.util.stream.DoubleStream;

/**
 * Where the middle of some numbers lies, by linear interpolation between neighbours (type 7 of
 * Hyndman and Fan 1996, Sample quantiles in statistical packages).
 *
 * @param n how many numbers there are
 * @param lower lower quartile; NaN of no numbers
 * @param median the middle; NaN of no numbers
 * @param upper upper quartile; NaN of no numbers
 */
record Quartiles(int n, double lower, double median, double upper) {
  /** Of fewer numbers no quartiles are told. */
  static final int LEAST = 4;

  /** Where a number lies among others. */
  enum Position {
    BELOW,
    WITHIN,
    ABOVE
  }

  static Quartiles of(DoubleStream numbers) {
    double[] sorted = numbers.filter(Double::isFinite).sorted().toArray();
    return new Quartiles(
        sorted.length, quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = (sorted.length - 1) * share;
    int before = (int) place;
    double after = sorted[Math.min(before + 1, sorted.length - 1)];
    return sorted[before] + (place - before) * (after - sorted[before]);
  }

  /** Whether there are enough numbers to say where another lies among them. */
  boolean tell() {
    return n >= LEAST;
  }

  /** Whether a number lies in the middle half of these, its ends included. */
  Position position(double number) {
    if (!tell() || !Double.isFinite(number)) {
      throw new IllegalArgumentException("no place of " + number + " among " + n);
    }
    return number < lower ? Position.BELOW : number > upper ? Position.ABOVE : Position.WITHIN;
  }
}
