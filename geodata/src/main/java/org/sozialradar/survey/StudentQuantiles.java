package org.sozialradar.survey;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** The .975 quantiles of Student's t, computed once per degree of freedom. Thread safe. */
final class StudentQuantiles {
  /** Above it t and the normal distribution agree to six digits. */
  private static final int LIKE_NORMAL = 1_000_000;

  private static final double NORMAL = new NormalDistribution().inverseCumulativeProbability(0.975);

  private final ConcurrentMap<Integer, Double> known = new ConcurrentHashMap<>();

  double at(int degreesOfFreedom) {
    return degreesOfFreedom > LIKE_NORMAL
        ? NORMAL
        : known.computeIfAbsent(
            degreesOfFreedom, df -> new TDistribution(df).inverseCumulativeProbability(0.975));
  }
}
