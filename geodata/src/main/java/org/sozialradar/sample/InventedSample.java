package org.sozialradar.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which municipalities take part in the invented survey, and how many people answer in each.
 *
 * <p>Strata are districts by size class. All municipalities of the largest class take part; of the
 * others a systematic sample, ordered by stratum, with {@value #MIDDLE_RATE} times the chance for
 * the middle class. The number of respondents grows with the power {@value #GROWTH} of the adult
 * population, is {@value #MORE_IN_LARGE} times as large in the largest class, and varies by chance;
 * in the smaller classes some are so few that their results must not be published. The same
 * municipalities take part in every wave. Immutable.
 */
final class InventedSample {
  static final int MUNICIPALITIES = 120;

  private static final long SMALL = 5_000;
  private static final long LARGE = 20_000;
  private static final double MIDDLE_RATE = 1.8;
  private static final double GROWTH = 0.68;

  /** Respondents expected where there are as many adults. */
  private static final double TYPICAL_RESPONDENTS = 8.2;

  private static final double TYPICAL_ADULTS = 1500;
  private static final double MORE_IN_LARGE = 1.4;
  private static final int FEWEST = 3;
  private static final long SEED = 20_261_124L;

  /**
   * A municipality that takes part.
   *
   * @param place its position among the places
   * @param stratum district and size class
   * @param respondents how many answer
   * @param weight adults that a respondent stands for, before ages are balanced
   */
  record Sampled(int place, String stratum, int respondents, double weight) {}

  private final SurveyGround ground;
  private final SortedMap<Integer, List<Sampled>> waves = new TreeMap<>();

  InventedSample(SurveyGround ground) {
    this.ground = ground;
    var random = new SeededNormal(SEED);
    var chances = new TreeMap<Integer, Double>();
    int first = SurveyGround.WAVES.get(0);
    var large =
        IntStream.range(0, ground.places()).filter(place -> sizeClass(first, place) == 3).toArray();
    for (int place : large) {
      chances.put(place, 1.0);
    }
    drawOthers(chances, MUNICIPALITIES - large.length, random);
    for (int wave : SurveyGround.WAVES) {
      var sampled = new ArrayList<Sampled>();
      chances.forEach((place, chance) -> sampled.add(sampled(wave, place, chance, random)));
      waves.put(wave, List.copyOf(sampled));
    }
  }

  private void drawOthers(SortedMap<Integer, Double> chances, int number, SeededNormal random) {
    int first = SurveyGround.WAVES.get(0);
    record Candidate(int place, double measure, String stratum, double key) {}
    var candidates =
        IntStream.range(0, ground.places())
            .filter(place -> !chances.containsKey(place))
            .mapToObj(
                place ->
                    new Candidate(
                        place,
                        sizeClass(first, place) == 2 ? MIDDLE_RATE : 1,
                        stratum(place),
                        random.uniform()))
            .sorted(Comparator.comparing(Candidate::stratum).thenComparing(Candidate::key))
            .toList();
    double step = candidates.stream().mapToDouble(Candidate::measure).sum() / number;
    double next = random.uniform() * step;
    double passed = 0;
    for (var candidate : candidates) {
      passed += candidate.measure();
      if (passed > next) {
        chances.put(candidate.place(), candidate.measure() / step);
        next += step;
      }
    }
  }

  private Sampled sampled(int wave, int place, double chance, SeededNormal random) {
    double adults = ground.adults(wave, place);
    double expected = TYPICAL_RESPONDENTS * StrictMath.pow(adults / TYPICAL_ADULTS, GROWTH);
    boolean large = sizeClass(SurveyGround.WAVES.get(0), place) == 3;
    double luck = StrictMath.exp((large ? 0.1 : 0.35) * random.next());
    long drawn = Math.round(expected * luck * (large ? MORE_IN_LARGE : 1));
    int respondents = (int) Math.max(FEWEST, drawn);
    return new Sampled(place, stratum(place), respondents, adults / (chance * respondents));
  }

  /** 1 small, 2 middle, 3 large. */
  private int sizeClass(int wave, int place) {
    long population = ground.counts(wave).get(place).population();
    if (population < SMALL) {
      return 1;
    }
    return population < LARGE ? 2 : 3;
  }

  private String stratum(int place) {
    int first = SurveyGround.WAVES.get(0);
    var one = ground.counts(first).get(place).place();
    return one.district() + "-" + sizeClass(first, place);
  }

  /** The municipalities of a wave, in the order of the places. */
  List<Sampled> of(int wave) {
    return waves.get(wave);
  }
}
