package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.SamplingError;
import org.sozialradar.survey.ProportionInterval;

/**
 * Errors of scores and ranks of which the inputs lie near the ends of their scales, against truths
 * that are known. Each survey draws 40 towns anew: a proportion between 1 and 15 % and a mean
 * between 4.4 and 4.95 on a scale from 1 to 5, with 15 to 60 respondents each, published with
 * rounded intervals that are cut at the ends.
 */
class ScoreErrorsTest {
  private static final int TOWNS = 40;
  private static final int SURVEYS = 60;
  private static final double NORMAL_95 = 1.959963984540054;

  /** Of all answers, for towns of which all answers agree. */
  private static final double POOLED_VARIANCE = .25;

  private static final Indicator.Unit PERCENT =
      new Indicator.Unit("percent", LocalizedText.same("%"));
  private static final Indicator.Unit SCORE =
      new Indicator.Unit("score", LocalizedText.same("1–5"));

  /** What a survey says and what is true. */
  private record Survey(
      List<Double> trueShares,
      List<Double> trueMeans,
      List<Estimate> shares,
      List<Estimate> means) {}

  private static Survey survey(Random random) {
    var trueShares = random.doubles(TOWNS, .01, .15).boxed().toList();
    var trueMeans = random.doubles(TOWNS, 4.4, 4.95).boxed().toList();
    var shares = new ArrayList<Estimate>();
    var means = new ArrayList<Estimate>();
    for (int town = 0; town < TOWNS; town++) {
      int n = 15 + random.nextInt(46);
      shares.add(share(random, trueShares.get(town), n));
      means.add(mean(random, trueMeans.get(town), n));
    }
    return new Survey(trueShares, trueMeans, shares, means);
  }

  private static Estimate share(Random random, double truth, int n) {
    double p = (double) random.doubles(n).filter(x -> x < truth).count() / n;
    var interval = ProportionInterval.WILSON.of(p, n);
    return published(100 * p, 100 * interval.lower(), 100 * interval.upper(), 1, 0, 100);
  }

  private static Estimate mean(Random random, double truth, int n) {
    var answers = new double[n];
    for (int i = 0; i < n; i++) {
      answers[i] = 1 + random.doubles(4).filter(x -> x < (truth - 1) / 4).count();
    }
    double mean = Arrays.stream(answers).average().orElseThrow();
    double squares = Arrays.stream(answers).map(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt((squares > 0 ? squares / (n - 1) : POOLED_VARIANCE) / n);
    double half = new TDistribution(n - 1.0).inverseCumulativeProbability(.975) * error;
    return published(mean, mean - half, mean + half, .01, 1, 5);
  }

  private static Estimate published(
      double value, double lower, double upper, double step, double least, double most) {
    double rounded = Math.rint(value / step) * step;
    return new Estimate(
        rounded,
        Math.min(rounded, Math.max(least, Math.floor(lower / step) * step)),
        Math.max(rounded, Math.min(most, Math.ceil(upper / step) * step)),
        ObservationStatus.REPORTED);
  }

  private static final CompositeIndex INDEX = index("share", "mean");

  private static CompositeIndex index(String... ids) {
    var indicators =
        Arrays.stream(ids)
            .map(id -> new IndexIndicator(id, IndexIndicator.Direction.RAISES))
            .toList();
    var ends =
        Map.of(
            "share",
            new Normalisation.Goalposts.Ends(0, 100),
            "mean",
            new Normalisation.Goalposts.Ends(1, 5));
    return new CompositeIndex(
        "near_the_ends",
        List.of(new IndexDimension("all", indicators, new WeightScheme.Equal())),
        new WeightScheme.Equal(),
        OutlierTreatment.none(),
        new Normalisation.Goalposts(ends, 0, 100),
        Aggregation.ARITHMETIC,
        Aggregation.ARITHMETIC);
  }

  private static List<AreaCode> codes() {
    return IntStream.range(0, TOWNS)
        .mapToObj(town -> new AreaCode("%08d".formatted(14511000 + town)))
        .toList();
  }

  private static IndexInput input(Survey survey) {
    return IndexInput.builder(codes())
        .column("share", survey.shares, PERCENT)
        .column("mean", survey.means, SCORE)
        .build();
  }

  /** As somebody would who takes the width of every interval for that of a normal one. */
  private static IndexInput byWidth(Survey survey) {
    var builder = IndexInput.builder(codes());
    Map.of("share", survey.shares, "mean", survey.means)
        .forEach(
            (id, column) ->
                builder.column(
                    id, all(column, Estimate::value), all(column, ScoreErrorsTest::byWidth)));
    return builder.build();
  }

  private static double byWidth(Estimate one) {
    return (one.upper() - one.lower()) / (2 * NORMAL_95);
  }

  private static double[] all(List<Estimate> column, ToDoubleFunction<Estimate> number) {
    return column.stream().mapToDouble(number).toArray();
  }

  private static IndexInput truth(Survey survey) {
    return IndexInput.builder(codes())
        .column("share", survey.trueShares.stream().mapToDouble(x -> 100 * x).toArray())
        .column("mean", survey.trueMeans.stream().mapToDouble(x -> x).toArray())
        .build();
  }

  /** How often intervals hold the truth: everywhere, and where that of the mean was cut. */
  private static final class Coverage {
    private int held;
    private int towns;
    private int heldAtEnd;
    private int atEnd;

    void count(boolean holds, boolean end) {
      towns++;
      held += holds ? 1 : 0;
      atEnd += end ? 1 : 0;
      heldAtEnd += holds && end ? 1 : 0;
    }

    double everywhere() {
      return (double) held / towns;
    }

    double atTheEnd() {
      return (double) heldAtEnd / atEnd;
    }
  }

  private interface Draws {
    IndexInput input(Survey survey);
  }

  private static Coverage scores(CompositeIndex index, Draws draws) {
    var random = new Random(71);
    var coverage = new Coverage();
    for (int number = 0; number < SURVEYS; number++) {
      var survey = survey(random);
      var input = draws.input(survey);
      var errors = ScoreErrors.simulate(index, input, 400, number);
      var result = index.compute(input);
      var truth = index.compute(truth(survey));
      for (int town = 0; town < TOWNS; town++) {
        double off = Math.abs(result.score(town) - truth.score(town));
        coverage.count(off <= NORMAL_95 * errors.ofScore(town), isAtEnd(survey, town));
      }
    }
    return coverage;
  }

  private static boolean isAtEnd(Survey survey, int town) {
    return survey.means.get(town).upper() == 5;
  }

  private static Coverage ranks(CompositeIndex index, Draws draws) {
    var random = new Random(72);
    var coverage = new Coverage();
    for (int number = 0; number < SURVEYS; number++) {
      var survey = survey(random);
      var plan = UncertaintyPlan.samplingOnly(1000, number);
      var ranks = RankDraws.simulate(index, draws.input(survey), plan).intervals(10);
      var truth = RankDraws.simulate(index, truth(survey), plan).intervals(10);
      for (int town = 0; town < TOWNS; town++) {
        int rank = truth.at(town).nominal();
        var interval = ranks.at(town);
        coverage.count(interval.lower() <= rank && rank <= interval.upper(), isAtEnd(survey, town));
      }
    }
    return coverage;
  }

  @Test
  void intervalsOfScoresHoldTheTruthNearTheEndsOfScales() {
    var both = scores(INDEX, ScoreErrorsTest::input);
    assertThat(both.everywhere()).isBetween(.94, .99);
    assertThat(both.atTheEnd()).isBetween(.94, .99);
    var share = index("share");
    assertThat(scores(share, ScoreErrorsTest::input).everywhere()).isBetween(.94, .99);
    assertThat(scores(share, ScoreErrorsTest::byWidth).everywhere()).isLessThan(.94);
  }

  /** There t's intervals themselves, before they are cut, are somewhat too narrow. */
  @Test
  void aMeanAtTheEndOfItsScaleIsNotTakenForPrecise() {
    var mean = index("mean");
    var now = scores(mean, ScoreErrorsTest::input);
    var byWidth = scores(mean, ScoreErrorsTest::byWidth);
    assertThat(now.everywhere()).isBetween(.93, .98);
    assertThat(now.atTheEnd()).isGreaterThan(.83).isGreaterThan(byWidth.atTheEnd() + .05);
  }

  /** From the 5th to the 95th hundredth of the draws: 90 % is what they promise. */
  @Test
  void intervalsOfRanksHoldTheTruthNearTheEndsOfScales() {
    for (var index : List.of(INDEX, index("mean"), index("share"))) {
      var now = ranks(index, ScoreErrorsTest::input);
      var byWidth = ranks(index, ScoreErrorsTest::byWidth);
      assertThat(now.everywhere()).isBetween(.83, .95).isGreaterThan(byWidth.everywhere());
      assertThat(now.atTheEnd()).isBetween(.83, .95).isGreaterThan(byWidth.atTheEnd());
    }
  }

  @Test
  void aCutSideCountsAsTheOtherAndAPercentageKeepsBoth() {
    var cut = new Estimate(4.9, 4.6, 5, ObservationStatus.REPORTED);
    assertThat(SamplingError.of(cut, SCORE))
        .isEqualTo(new SamplingError(error(4.9, 4.6), error(4.9, 4.6)));
    var none = new Estimate(0, 0, 28, ObservationStatus.REPORTED);
    assertThat(SamplingError.of(none, PERCENT)).isEqualTo(new SamplingError(0, 28 / NORMAL_95));
    assertThat(SamplingError.of(none, PERCENT).drawn(0, -2)).isZero();
    assertThat(SamplingError.of(none, PERCENT).drawn(0, NORMAL_95)).isCloseTo(28, within(1e-9));
  }

  private static double error(double one, double other) {
    return (one - other) / NORMAL_95;
  }
}
