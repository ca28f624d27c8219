package org.sozialradar.survey;

import java.util.List;

/**
 * How the weights of a wave were raked, as far as it may be told: nothing of it is a number of
 * respondents.
 *
 * @param margins names of the margins, in the order in which they were met
 * @param lowest smallest weight that was allowed, as a multiple of the mean weight, 0 for none
 * @param highest largest weight that was allowed, as a multiple of the mean weight
 * @param converged whether all totals are met and all weights are within the limits
 * @param rounds rounds that it took
 * @param largestDeviation largest relative deviation of a category's weight from its total
 * @param smallestWeight smallest weight above 0, as a multiple of the mean
 * @param largestWeight largest weight, as a multiple of the mean
 */
public record WeightCalibration(
    List<String> margins,
    double lowest,
    double highest,
    boolean converged,
    int rounds,
    double largestDeviation,
    double smallestWeight,
    double largestWeight) {

  public WeightCalibration {
    margins = List.copyOf(margins);
    if (margins.isEmpty()) {
      throw new IllegalArgumentException("raked to no margin");
    }
  }

  /** What a report tells of weights that were raked to margins within limits. */
  public static WeightCalibration of(
      List<String> margins, RakingLimits limits, RakingResult.Report report) {
    return new WeightCalibration(
        margins,
        limits.lowest(),
        limits.highest(),
        report.converged(),
        report.rounds(),
        report.largestDeviation(),
        report.smallestWeight(),
        report.largestWeight());
  }
}
