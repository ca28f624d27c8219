package org.sozialradar.server.socialspace;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sozialradar.server.snapshot.ShownEstimate;
import org.sozialradar.survey.Interval;

/**
 * The median of some estimates with a 95 % interval from draws: each value is drawn within its own
 * interval, on either side of it as from a normal distribution of that side's width, and the median
 * taken anew. No formula for equal expectations would do: where the estimates lie far apart, the
 * median has the error of the one in the middle, however many they are.
 *
 * <p>The same estimates have the same interval. Errors count as independent.
 */
final class MedianOfPeers {
  private static final long SEED = 1;
  private static final int MOST_DRAWS = 1000;
  private static final int LEAST_DRAWS = 200;

  /** Most numbers drawn: of more estimates, whose median is surer, there are fewer draws. */
  private static final int NUMBERS = 2_000_000;

  private static final double Z = 1.959963984540054;
  private static final double TAIL = 0.025;

  private MedianOfPeers() {}

  /**
   * The median.
   *
   * @param peers at least one
   */
  static ShownEstimate of(List<ShownEstimate> peers) {
    double median = median(peers.stream().mapToDouble(ShownEstimate::value).toArray());
    int draws = Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, NUMBERS / peers.size()));
    var normal =
        ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(SEED));
    double[] medians = new double[draws];
    for (int i = 0; i < draws; i++) {
      medians[i] = median(peers.stream().mapToDouble(one -> drawn(one, normal)).toArray());
    }
    Arrays.sort(medians);
    int beyond = (int) (TAIL * draws);
    return new ShownEstimate(
        median,
        new Interval(
            Math.min(median, medians[beyond]), Math.max(median, medians[draws - 1 - beyond])));
  }

  private static double drawn(ShownEstimate estimate, ContinuousSampler normal) {
    double error = normal.sample() / Z;
    double value = estimate.value();
    return error < 0
        ? value + error * (value - estimate.interval().lower())
        : value + error * (estimate.interval().upper() - value);
  }

  private static double median(double[] values) {
    return Quartiles.of(Arrays.stream(values)).median();
  }
}
