package org.sozialradar.survey;

/**
 * Weights after raking, and how it went. Immutable; safe for use by several threads.
 *
 * <p>Weights sum to the population of the first margin. Respondents with a weight of 0 keep it.
 */
public final class RakingResult {
  private final double[] weights;
  private final Report report;

  /**
   * How raking went.
   *
   * @param converged whether all totals are met within the tolerance and all weights are within the
   *     limits
   * @param rounds rounds that it took
   * @param largestDeviation largest relative deviation of a category's weight from its total
   * @param atLimit respondents whose weight is at one of the limits
   * @param effectiveSizeBefore Kish's effective size of the weights before
   * @param effectiveSizeAfter and after
   * @param smallestWeight smallest weight above 0, as a multiple of the mean
   * @param largestWeight largest weight, as a multiple of the mean
   */
  public record Report(
      boolean converged,
      int rounds,
      double largestDeviation,
      int atLimit,
      double effectiveSizeBefore,
      double effectiveSizeAfter,
      double smallestWeight,
      double largestWeight) {}

  RakingResult(double[] weights, Report report) {
    this.weights = weights;
    this.report = report;
  }

  /** Weight of each respondent; the array belongs to the caller. */
  public double[] weights() {
    return weights.clone();
  }

  public Report report() {
    return report;
  }
}
