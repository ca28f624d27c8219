package org.sozialradar.sample;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far the counts of each municipality lie from what is expected there, in standard deviations:
 * first order autoregressive from year to year, so that stocks change slowly and events freely.
 */
final class Scatter {
  /** What is counted, with the correlation of one year's deviation with the next. */
  enum Count {
    UNDER_18(0.985),
    OVER_65(0.985),
    UNEMPLOYED(0.85),
    ONE_PERSON(0.97),
    MOVES(0.5),
    NEWCOMERS(0.9),
    VOTERS(0.9),
    CLUBS(0.96),
    VOLUNTEERS(0.96),
    CRIMES(0.5);

    private final double persistence;

    Count(double persistence) {
      this.persistence = persistence;
    }
  }

  private final SeededNormal random;
  private final Map<Count, double[]> deviations = new EnumMap<>(Count.class);

  Scatter(int places, SeededNormal random) {
    this.random = random;
    for (var count : Count.values()) {
      deviations.put(count, random.next(places));
    }
  }

  double of(Count count, int place) {
    return deviations.get(count)[place];
  }

  /** Moves to the next year. */
  void advance() {
    deviations.forEach(
        (count, now) -> {
          double change = StrictMath.sqrt(1 - count.persistence * count.persistence);
          for (int i = 0; i < now.length; i++) {
            now[i] = count.persistence * now[i] + change * random.next();
          }
        });
  }
}
