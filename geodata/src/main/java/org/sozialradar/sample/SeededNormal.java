package org.sozialradar.sample;

import java.util.Random;

/**
 * Independent draws of the standard normal distribution from a seed, the same on every machine;
 * uniform ones beside them.
 *
 * <p>Method: Box and Muller, A note on the generation of random normal deviates (1958), on the
 * linear congruential generator that {@link Random} specifies. Used by one thread at a time.
 */
final class SeededNormal {
  private final Random random;

  SeededNormal(long seed) {
    random = new Random(seed);
  }

  double next() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  /** The next draw of the uniform distribution on [0, 1). */
  double uniform() {
    return random.nextDouble();
  }

  double[] next(int count) {
    var draws = new double[count];
    for (int i = 0; i < count; i++) {
      draws[i] = next();
    }
    return draws;
  }
}
