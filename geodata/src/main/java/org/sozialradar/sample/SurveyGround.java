package org.sozialradar.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.sample.InventedYear.Counts;

/**
 * The hidden levels of all {@link InventedScale}s in all municipalities and waves: what the
 * invented survey is to find again. Immutable.
 */
final class SurveyGround {
  /** Years of the waves. */
  static final List<Integer> WAVES = List.of(2021, 2023);

  private static final long SEED = 20_261_123L;

  /** Correlation of a municipality's effect with that of the wave before. */
  private static final double PERSISTENCE = 0.9;

  /** What changed everywhere from the first wave to the second. */
  private static final Map<InventedScale, Double> TREND =
      Map.of(
          InventedScale.CONTACTS, 0.15,
          InventedScale.READINESS, 0.06,
          InventedScale.TRUST, -0.08);

  private final Map<Integer, List<Counts>> counts = new TreeMap<>();
  private final Map<Integer, Map<InventedScale, double[]>> levels = new TreeMap<>();

  SurveyGround(InventedTables tables) {
    var random = new SeededNormal(SEED);
    int places = tables.of(WAVES.get(0)).size();
    var effects = new EnumMap<InventedScale, double[]>(InventedScale.class);
    for (var scale : InventedScale.values()) {
      effects.put(scale, random.next(places));
    }
    for (int wave : WAVES) {
      if (!levels.isEmpty()) {
        effects.values().forEach(effect -> advance(effect, random));
      }
      counts.put(wave, List.copyOf(tables.of(wave)));
      levels.put(wave, levels(wave, effects));
    }
  }

  private static void advance(double[] effect, SeededNormal random) {
    double change = StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE);
    for (int i = 0; i < effect.length; i++) {
      effect[i] = PERSISTENCE * effect[i] + change * random.next();
    }
  }

  private Map<InventedScale, double[]> levels(int wave, Map<InventedScale, double[]> effects) {
    var result = new EnumMap<InventedScale, double[]>(InventedScale.class);
    var places = counts.get(wave);
    double waves = WAVES.indexOf(wave);
    for (var scale : InventedScale.values()) {
      var own = new double[places.size()];
      for (int i = 0; i < own.length; i++) {
        own[i] =
            scale.effects().of(places.get(i))
                + scale.ownDeviation() * effects.get(scale)[i]
                + waves * TREND.getOrDefault(scale, 0.0);
        // In the order of the scales, so that sums round alike everywhere.
        for (var part : InventedScale.values()) {
          own[i] += scale.parts().containsKey(part) ? part(scale, part, result.get(part)[i]) : 0;
        }
      }
      result.put(scale, own);
    }
    return result;
  }

  private static double part(InventedScale scale, InventedScale part, double level) {
    return scale.parts().get(part) * level;
  }

  /** The counts of a wave's year, in the order of the places. */
  List<Counts> counts(int wave) {
    return counts.get(wave);
  }

  /** Number of municipalities. */
  int places() {
    return counts.get(WAVES.get(0)).size();
  }

  /** Level of a scale in a municipality. */
  double level(int wave, InventedScale scale, int place) {
    return levels.get(wave).get(scale)[place];
  }

  /** Shares of the ages among the adults of a municipality. */
  ByAge ages(int wave, int place) {
    var one = counts.get(wave).get(place);
    double old = (double) one.over65() / adults(wave, place);
    return new ByAge(0.4 * (1 - old), 0.6 * (1 - old), old);
  }

  /** Adults of a municipality. */
  long adults(int wave, int place) {
    var one = counts.get(wave).get(place);
    return one.population() - one.under18();
  }
}
