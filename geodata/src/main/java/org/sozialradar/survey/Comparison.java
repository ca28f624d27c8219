package org.sozialradar.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Two estimates compared: two waves, a town with its peers, a district with the state.
 *
 * <p>From variances: d = a − b, V = V_a + V_b − 2·cov, Student's t with Welch's and Satterthwaite's
 * degrees of freedom. From published intervals, which may be asymmetric: the ends by the method of
 * variance estimates recovery, d − √((a − l_a)² + (u_b − b)²) and d + √((u_a − a)² + (b − l_b)²).
 * The p-value says at which level the interval begins to exclude 0.
 *
 * <p>The covariance is 0 only if the two share neither respondents nor a model. Where a map or
 * table makes many comparisons, {@link #adjust} holds the expected share of false findings.
 *
 * <p>Sources: Welch (1947); Zou and Donner (2008), Construction of confidence limits about effect
 * measures; Zou (2007), Toward using confidence intervals to compare correlations; Benjamini and
 * Hochberg (1995), Controlling the false discovery rate.
 *
 * @param difference first less second
 * @param variance variance of the difference, 0 or more
 * @param lower lower end of the 95 % interval of the difference
 * @param upper upper end
 * @param pValue two-sided, 0..1
 * @param verdict what may be said
 */
public record Comparison(
    double difference,
    double variance,
    double lower,
    double upper,
    double pValue,
    Verdict verdict) {

  /** What may be said of a difference. */
  public enum Verdict {
    ABOUT_THE_SAME,
    PROBABLY_HIGHER,
    PROBABLY_LOWER
  }

  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double Z = NORMAL.inverseCumulativeProbability(0.975);

  public Comparison {
    if (!Double.isFinite(difference) || !(variance >= 0) || !(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException("no comparison: " + difference + " ± " + variance);
    }
    if (!(lower <= difference && difference <= upper)) {
      throw new IllegalArgumentException("interval " + lower + ".." + upper + " of " + difference);
    }
  }

  /**
   * Compares two direct estimates by their variances; by their intervals where one of them is a
   * proportion of 0 or 1, whose variance is 0 although it has an error.
   *
   * @param covariance of the two; 0 if they share no respondents
   * @throws IllegalArgumentException if one of them has no interval, or the covariance is larger
   *     than the variances allow
   */
  public static Comparison of(DirectEstimate first, DirectEstimate second, double covariance) {
    if (!first.hasInterval() || !second.hasInterval()) {
      throw new IllegalArgumentException("an estimate without interval cannot be compared");
    }
    double a = first.variance();
    double b = second.variance();
    if (a == 0 || b == 0) {
      return ofIntervals(first.value(), first.interval(), second.value(), second.interval());
    }
    double variance = a + b - 2 * covariance;
    if (!(covariance * covariance <= a * b * (1 + 1e-9))) {
      throw new IllegalArgumentException("covariance " + covariance + " of " + a + " and " + b);
    }
    double freedom =
        (a + b) * (a + b) / (a * a / first.degreesOfFreedom() + b * b / second.degreesOfFreedom());
    return ofVariance(first.value() - second.value(), Math.max(0, variance), freedom);
  }

  private static Comparison ofVariance(double difference, double variance, double freedom) {
    if (variance == 0) {
      return judged(difference, 0, difference, difference, difference == 0 ? 1 : 0);
    }
    var t = new TDistribution(freedom);
    double error = Math.sqrt(variance);
    double half = t.inverseCumulativeProbability(0.975) * error;
    double p = 2 * t.cumulativeProbability(-Math.abs(difference) / error);
    return judged(difference, variance, difference - half, difference + half, p);
  }

  /**
   * Compares two published values that share neither respondents nor a model.
   *
   * @param first value
   * @param firstInterval its 95 % interval; both ends the value itself for a full count
   * @param second value
   * @param secondInterval its 95 % interval
   */
  public static Comparison ofIntervals(
      double first, Interval firstInterval, double second, Interval secondInterval) {
    return ofCorrelated(first, firstInterval, second, secondInterval, 0);
  }

  /**
   * Compares two published values whose errors are correlated, because they share respondents or a
   * model: d − √(p² + q² − 2·r·p·q) with p = a − l_a and q = u_b − b, the upper end likewise (Zou
   * 2007).
   *
   * @param first value
   * @param firstInterval its 95 % interval
   * @param second value
   * @param secondInterval its 95 % interval
   * @param correlation r of the two errors, −1..1; a smaller one makes the interval wider, and −1
   *     one that holds for whatever correlation
   */
  public static Comparison ofCorrelated(
      double first,
      Interval firstInterval,
      double second,
      Interval secondInterval,
      double correlation) {
    if (!(correlation >= -1 && correlation <= 1)) {
      throw new IllegalArgumentException("not a correlation: " + correlation);
    }
    return ofMargins(
        first - second,
        joined(first - firstInterval.lower(), secondInterval.upper() - second, correlation),
        joined(firstInterval.upper() - first, second - secondInterval.lower(), correlation));
  }

  private static double joined(double one, double other, double correlation) {
    return Math.sqrt(Math.max(0, one * one + other * other - 2 * correlation * one * other));
  }

  private static Comparison ofMargins(double difference, double below, double above) {
    double towardsZero = (difference > 0 ? below : above) / Z;
    double p =
        towardsZero > 0
            ? 2 * NORMAL.cumulativeProbability(-Math.abs(difference) / towardsZero)
            : difference == 0 ? 1 : 0;
    return judged(difference, towardsZero * towardsZero, difference - below, difference + above, p);
  }

  private static Comparison judged(
      double difference, double variance, double lower, double upper, double p) {
    var verdict =
        lower > 0
            ? Verdict.PROBABLY_HIGHER
            : upper < 0 ? Verdict.PROBABLY_LOWER : Verdict.ABOUT_THE_SAME;
    return new Comparison(difference, variance, lower, upper, Math.min(1, p), verdict);
  }

  /**
   * The same comparisons with verdicts that hold the false discovery rate (Benjamini and Hochberg):
   * with p-values in rising order, the differences up to the last with p ≤ rate · rank/number
   * stand; the others are about the same. Intervals and p-values stay as they are.
   *
   * @param comparisons all comparisons that are shown together
   * @param rate expected share of false findings among those that stand, such as 0.05
   */
  public static List<Comparison> adjust(List<Comparison> comparisons, double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("false discovery rate " + rate);
    }
    double[] sorted = comparisons.stream().mapToDouble(Comparison::pValue).sorted().toArray();
    double limit =
        IntStream.range(0, sorted.length)
            .filter(i -> sorted[i] <= rate * (i + 1) / sorted.length)
            .mapToDouble(i -> sorted[i])
            .max()
            .orElse(-1);
    var adjusted = new ArrayList<Comparison>();
    for (var comparison : comparisons) {
      adjusted.add(comparison.pValue <= limit ? comparison : comparison.aboutTheSame());
    }
    return List.copyOf(adjusted);
  }

  private Comparison aboutTheSame() {
    return new Comparison(difference, variance, lower, upper, pValue, Verdict.ABOUT_THE_SAME);
  }
}
