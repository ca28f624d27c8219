package org.sozialradar.sample;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.sozialradar.sample.ByAge.Age;
import org.sozialradar.sample.InventedSample.Sampled;
import org.sozialradar.sample.InventedScale.Question;

/**
 * The answers of a wave of the invented survey, as the text of a CSV file.
 *
 * <p>An answer is a normal deviate, cut at four points: level of the municipality, age, what the
 * questions of a scale share, and a rest. What they share is partly common to all scales and partly
 * to the adults of a household, of whom several may answer: the household is the sampling unit.
 * Young people answer more seldom, which weights make good; who skips a question does so by chance,
 * some people more often than others, and few break off.
 */
final class InventedAnswers {
  /** Where a deviate becomes the next higher answer. */
  static final List<Double> CUTS = List.of(-1.5, -0.7, 0.05, 1.0);

  private static final double HOUSEHOLD_IN_GENERAL = 0.3;
  private static final double HOUSEHOLD_IN_SCALE = 0.25;
  private static final double SECOND_ADULT = 0.25;
  private static final double THIRD_ADULT = 0.03;
  private static final double CARELESSNESS = 0.6;
  private static final double BREAKING_OFF = 0.015;
  private static final double REFUSING = 0.35;
  private static final double WEIGHT_SPREAD = 0.12;
  private static final double LIGHTEST = 0.2;
  private static final double HEAVIEST = 4;

  private static final String UNKNOWN = "-7";
  private static final String REFUSED = "-8";
  private static final String SKIPPED = "-9";

  /** From the seed of the answers to that of the answers about safety. */
  private static final long SAFETY = 10_000;

  /** Readiness to take part, relative to the middle age. */
  private static final ByAge PARTICIPATION = new ByAge(0.7, 1, 1.25);

  private final SurveyGround ground;
  private final InventedSample sample;
  private final int wave;
  private final SeededNormal random;
  private final InventedSafety safety;
  private final StringBuilder text = new StringBuilder("ags,weight,stratum,unit");
  private int household;

  /**
   * @param wave year of the wave
   * @param seed another seed gives other respondents of the same municipalities
   */
  InventedAnswers(SurveyGround ground, InventedSample sample, int wave, long seed) {
    this.ground = ground;
    this.sample = sample;
    this.wave = wave;
    random = new SeededNormal(seed);
    safety = new InventedSafety(ground, wave, seed + SAFETY);
  }

  /** The file: a header, then a row each. To be called once. */
  String csv() {
    for (var scale : InventedScale.values()) {
      scale.questions().forEach(question -> text.append(',').append(question.id()));
    }
    text.append(',').append(InventedSafety.QUESTION).append('\n');
    var sampled = sample.of(wave);
    double adults = sampled.stream().mapToDouble(one -> one.weight() * one.respondents()).sum();
    int respondents = sampled.stream().mapToInt(Sampled::respondents).sum();
    for (var one : sampled) {
      addMunicipality(one, one.weight() * respondents / adults);
    }
    return text.toString();
  }

  private void addMunicipality(Sampled one, double weight) {
    int left = one.respondents();
    while (left > 0) {
      household++;
      double lot = random.uniform();
      int members = lot < THIRD_ADULT ? 3 : lot < THIRD_ADULT + SECOND_ADULT ? 2 : 1;
      var home = deviates();
      for (int i = 0; i < Math.min(members, left); i++) {
        addRespondent(one, weight, home);
      }
      left -= members;
    }
  }

  /** What a household or person has of its own: in general first, then for each scale. */
  private double[] deviates() {
    return random.next(1 + InventedScale.values().length);
  }

  private void addRespondent(Sampled one, double weight, double[] home) {
    var shares = ground.ages(wave, one.place());
    var age = age(shares);
    double own = weight * shares.times(PARTICIPATION) / PARTICIPATION.of(age);
    own *= StrictMath.exp(WEIGHT_SPREAD * random.next());
    var row = new StringJoiner(",");
    row.add(ground.counts(wave).get(one.place()).place().code());
    row.add(decimal(Math.max(LIGHTEST, Math.min(HEAVIEST, own))));
    row.add(one.stratum());
    row.add(Integer.toString(household));
    addAnswers(one.place(), age, shared(home), row);
    text.append(row).append('\n');
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private Age age(ByAge shares) {
    double lot = random.uniform() * shares.times(PARTICIPATION);
    for (var age : Age.values()) {
      lot -= shares.of(age) * PARTICIPATION.of(age);
      if (lot < 0) {
        return age;
      }
    }
    return Age.OLD;
  }

  /** What the questions of each scale share, with variance 1. */
  private Map<InventedScale, Double> shared(double[] home) {
    var person = deviates();
    double general = mixed(HOUSEHOLD_IN_GENERAL, home[0], person[0]);
    var result = new EnumMap<InventedScale, Double>(InventedScale.class);
    int i = 0;
    for (var scale : InventedScale.values()) {
      i++;
      double specific = mixed(HOUSEHOLD_IN_SCALE, home[i], person[i]);
      double correlation = scale.people().general();
      result.put(scale, mixed(correlation * correlation, general, specific));
    }
    return result;
  }

  /** A deviate of variance 1, a given share of it from the first. */
  private static double mixed(double share, double first, double second) {
    return StrictMath.sqrt(share) * first + StrictMath.sqrt(1 - share) * second;
  }

  private void addAnswers(int place, Age age, Map<InventedScale, Double> shared, StringJoiner row) {
    double careless =
        StrictMath.exp(CARELESSNESS * random.next() - CARELESSNESS * CARELESSNESS / 2);
    int end =
        random.uniform() < BREAKING_OFF ? (int) (random.uniform() * questions()) : questions();
    int asked = 0;
    for (var scale : InventedScale.values()) {
      double middle = ground.level(wave, scale, place) + scale.people().byAge().of(age);
      for (var question : scale.questions()) {
        double deviate = mixed(scale.people().shared(), shared.get(scale), random.next());
        boolean open = random.uniform() < question.unanswered() * careless;
        String silence = random.uniform() < REFUSING ? REFUSED : UNKNOWN;
        String answer = answer(question, middle + question.ease() + deviate);
        row.add(asked++ >= end ? SKIPPED : open ? silence : answer);
      }
    }
    String safe = safety.answer(place, age, UNKNOWN);
    row.add(asked > end ? SKIPPED : safe);
  }

  private static int questions() {
    return Arrays.stream(InventedScale.values()).mapToInt(scale -> scale.questions().size()).sum();
  }

  private static String answer(Question question, double deviate) {
    long passed = CUTS.stream().filter(cut -> deviate > cut).count();
    return Long.toString(question.reversed() ? CUTS.size() + 1 - passed : 1 + passed);
  }
}
