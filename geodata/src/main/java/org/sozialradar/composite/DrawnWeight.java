package org.sozialradar.composite;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * Weights drawn around those that somebody chose. Divided by their sum they have a Dirichlet
 * distribution with parameters c · w. Stateless and safe for use by many threads.
 */
public final class DrawnWeight {
  /** Keeps a drawn weight from underflowing to 0, which would leave the part out. */
  private static final double SMALLEST = 1e-12;

  private DrawnWeight() {}

  /**
   * A gamma variate with shape c · w.
   *
   * @param weight w, one of weights that sum to 1; 0 stays 0
   * @param concentration c, above 0: a weight has the standard deviation √(w (1 − w)/(c + 1))
   */
  public static double around(double weight, double concentration, UniformRandomProvider random) {
    if (weight == 0) {
      return weight;
    }
    double shape = concentration * weight;
    double drawn = AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
    return Math.max(SMALLEST, drawn);
  }
}
