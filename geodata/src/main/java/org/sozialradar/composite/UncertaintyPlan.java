package org.sozialradar.composite;

import java.util.List;
import java.util.Map;

/**
 * Which choices of an index are drawn anew, how often and from which seed. In every draw all of
 * them are drawn together and independently of each other.
 *
 * @param draws {@value #FEWEST_DRAWS}..{@value #MOST_DRAWS}
 * @param seed start of the random numbers; the same seed gives the same ranks bit for bit, on any
 *     number of threads
 * @param normalisations one is drawn with equal chances; empty to keep the index's own
 * @param aggregations one is drawn with equal chances, for both steps; empty to keep the index's
 *     own. Where a mean is geometric the drawn normalisation is put on 1–100
 * @param weightConcentration c of the Dirichlet distribution around the weights w, with parameters
 *     c · w: a weight has the standard deviation √(w (1 − w)/(c + 1)); infinite to keep the weights
 * @param leavesOneOut whether one indicator, or none, is left out with equal chances 1/(q + 1); a
 *     dimension that has no other is left out with it
 * @param samplingErrors whether values are drawn from normal distributions with their standard
 *     errors, independently of each other
 */
public record UncertaintyPlan(
    int draws,
    long seed,
    List<Normalisation> normalisations,
    List<Aggregation> aggregations,
    double weightConcentration,
    boolean leavesOneOut,
    boolean samplingErrors) {
  /** Fewer draws give ends of intervals that move from seed to seed. */
  public static final int FEWEST_DRAWS = 1000;

  /** More draws change nothing that is shown. */
  public static final int MOST_DRAWS = 100_000;

  private static final double STANDARD_CONCENTRATION = 100;

  /**
   * Checks the plan.
   *
   * @throws InvalidIndexException {@code draws-out-of-range}, {@code concentration-not-positive}
   */
  public UncertaintyPlan {
    normalisations = List.copyOf(normalisations);
    aggregations = List.copyOf(aggregations);
    if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
      throw new InvalidIndexException(
          "draws-out-of-range",
          draws + " draws; " + FEWEST_DRAWS + " to " + MOST_DRAWS + " are possible",
          Map.of("draws", Integer.toString(draws)));
    }
    if (!(weightConcentration > 0)) {
      throw new InvalidIndexException(
          "concentration-not-positive",
          "weights cannot be drawn with a concentration of " + weightConcentration,
          Map.of("concentration", Double.toString(weightConcentration)));
    }
  }

  /**
   * Draws over min-max, z-score and percentile rank, arithmetic and geometric mean, weights with
   * concentration 100, one indicator left out, and sampling errors.
   */
  public static UncertaintyPlan standard(int draws, long seed) {
    return new UncertaintyPlan(
        draws,
        seed,
        List.of(
            new Normalisation.MinMax(0, 100),
            new Normalisation.ZScore(),
            new Normalisation.PercentileRank(0, 100)),
        List.of(Aggregation.ARITHMETIC, Aggregation.GEOMETRIC),
        STANDARD_CONCENTRATION,
        true,
        true);
  }

  /** Draws over the sampling errors alone; every choice of the index is kept. */
  public static UncertaintyPlan samplingOnly(int draws, long seed) {
    return new UncertaintyPlan(
        draws, seed, List.of(), List.of(), Double.POSITIVE_INFINITY, false, true);
  }

  boolean drawsWeights() {
    return !Double.isInfinite(weightConcentration);
  }
}
