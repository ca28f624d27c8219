package org.sozialradar.composite;

import java.util.Map;

/**
 * When the values of an indicator have outliers, and how far they are drawn in.
 *
 * <p>Values are acceptable if |skewness| is below one limit or the kurtosis below another (both
 * corrected for bias, see {@link OutlierReport}). Else they are winsorised step by step: a step
 * gives the largest values (skewness above 0) or the smallest (below 0) the value that comes next,
 * until the values are acceptable or one more step would change more points than allowed. Values
 * are never made all equal. Fewer than four values are not judged.
 *
 * <p>Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators; limits as used by
 * the JRC's Competence Centre on Composite Indicators.
 *
 * @param skewnessLimit above 0, 2 as a rule; infinite to leave all values alone
 * @param kurtosisLimit limit of the excess kurtosis, 3.5 as a rule
 * @param mostPoints how many values may be changed, 0..{@value #MOST_POINTS}
 */
public record OutlierTreatment(double skewnessLimit, double kurtosisLimit, int mostPoints) {
  /** No more values than these are ever changed. */
  public static final int MOST_POINTS = 5;

  private static final int FEWEST_JUDGED = 4;

  /**
   * Checks the limits.
   *
   * @throws InvalidIndexException {@code limits-unfit}
   */
  public OutlierTreatment {
    if (!(skewnessLimit > 0)
        || Double.isNaN(kurtosisLimit)
        || mostPoints < 0
        || mostPoints > MOST_POINTS) {
      throw new InvalidIndexException(
          "limits-unfit",
          "outliers cannot be judged by skewness "
              + skewnessLimit
              + ", kurtosis "
              + kurtosisLimit
              + " and "
              + mostPoints
              + " points",
          Map.of("most-points", Integer.toString(mostPoints)));
    }
  }

  /** Skewness 2, kurtosis 3.5, five points. */
  public static OutlierTreatment standard() {
    return new OutlierTreatment(2, 3.5, MOST_POINTS);
  }

  /** Leaves all values alone, and calls them all acceptable. */
  public static OutlierTreatment none() {
    return new OutlierTreatment(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
  }

  /**
   * What is done about the outliers of an indicator; {@link OutlierReport#treated} does it.
   *
   * @param indicator its id
   * @param values in the indicator's own direction, NaN where missing; not changed
   */
  public OutlierReport judge(String indicator, double[] values) {
    var before = Moments.of(values);
    if (before.count() < FEWEST_JUDGED) {
      return new OutlierReport(indicator, Shape.UNKNOWN, Shape.UNKNOWN, Drawn.NOTHING, true);
    }
    var drawn = Drawn.NOTHING;
    var after = before;
    while (!isAcceptable(after)) {
      var next = drawn.further(values, after.third() > 0);
      if (next.points() > mostPoints || !next.leavesRange(values)) {
        break;
      }
      drawn = next;
      after = Moments.of(drawn.apply(values));
    }
    return new OutlierReport(
        indicator, Shape.of(before), Shape.of(after), drawn, isAcceptable(after));
  }

  private boolean isAcceptable(Moments moments) {
    return moments.second() == 0
        || Math.abs(moments.skewness()) < skewnessLimit
        || moments.kurtosis() < kurtosisLimit;
  }

  /**
   * Shape of a distribution.
   *
   * @param skewness G1, NaN if there are too few values
   * @param kurtosis G2, NaN if there are too few values
   */
  public record Shape(double skewness, double kurtosis) {
    static final Shape UNKNOWN = new Shape(Double.NaN, Double.NaN);

    static Shape of(Moments moments) {
      return new Shape(moments.skewness(), moments.kurtosis());
    }
  }

  /**
   * How far values were drawn in.
   *
   * @param floor smaller values became this one; −∞ if none was changed
   * @param ceiling larger values became this one; +∞ if none was changed
   * @param raised number of values that became the floor
   * @param lowered number of values that became the ceiling
   */
  public record Drawn(double floor, double ceiling, int raised, int lowered) {
    static final Drawn NOTHING =
        new Drawn(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);

    /** Number of values that were changed. */
    public int points() {
      return raised + lowered;
    }

    private Drawn further(double[] values, boolean fromAbove) {
      var range = Range.of(apply(values));
      int count = 0;
      double next = fromAbove ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      for (double value : values) {
        if (fromAbove ? value >= range.max() : value <= range.min()) {
          count++;
        } else if (!Double.isNaN(value)) {
          next = fromAbove ? Math.max(next, value) : Math.min(next, value);
        }
      }
      return fromAbove
          ? new Drawn(floor, next, raised, count)
          : new Drawn(next, ceiling, count, lowered);
    }

    private boolean leavesRange(double[] values) {
      var range = Range.of(values);
      return Math.max(floor, range.min()) < Math.min(ceiling, range.max());
    }

    double[] apply(double[] values) {
      var drawn = new double[values.length];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = apply(values[i]);
      }
      return drawn;
    }

    double apply(double value) {
      return Double.isNaN(value) ? value : Math.max(floor, Math.min(ceiling, value));
    }
  }
}
