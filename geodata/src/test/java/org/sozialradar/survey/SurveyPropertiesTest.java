package org.sozialradar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.sozialradar.dataset.LocalizedText;

/** What holds for every sample, tried on invented ones. */
class SurveyPropertiesTest {
  private static final Percentage NEAR = Percentage.withPercentage(1e-7);
  private static final int AREAS = 4;

  /** An invented sample: two or more sampling units in each of three strata. */
  private static final class Sample {
    final double[] weights;
    final String[] strata;
    final String[] units;
    final double[] scores;
    final int[] areas;

    Sample(long seed, int n) {
      var random = new Random(seed);
      weights = random.doubles(n, 0.2, 5).toArray();
      strata = new String[n];
      units = new String[n];
      scores = random.doubles(n, 1, 5).toArray();
      areas = random.ints(n, 0, AREAS).toArray();
      for (int r = 0; r < n; r++) {
        strata[r] = "s" + r % 3;
        units[r] = r < 6 ? "u" + r / 3 : "u" + random.nextInt(4);
        scores[r] = random.nextInt(8) == 0 ? Double.NaN : scores[r];
      }
    }

    Sample(Sample other, List<Integer> order) {
      weights = order.stream().mapToDouble(r -> other.weights[r]).toArray();
      strata = order.stream().map(r -> other.strata[r]).toArray(String[]::new);
      units = order.stream().map(r -> other.units[r]).toArray(String[]::new);
      scores = order.stream().mapToDouble(r -> other.scores[r]).toArray();
      areas = order.stream().mapToInt(r -> other.areas[r]).toArray();
    }

    SampleColumns columns() {
      return SampleColumns.designed(weights, strata, units, new double[0]);
    }

    DomainEstimates means(SampleColumns columns) {
      return new WeightedEstimator(columns, Domains.of(areas, AREAS), LonelyUnits.REFUSE)
          .means(scores);
    }
  }

  private static void assertSame(DomainEstimates actual, DomainEstimates expected) {
    assertThat(actual.count()).isEqualTo(expected.count());
    for (int i = 0; i < expected.count(); i++) {
      assertThat(actual.find(i).isPresent()).isEqualTo(expected.find(i).isPresent());
      if (expected.find(i).isPresent()) {
        assertSame(actual.find(i).orElseThrow(), expected.find(i).orElseThrow());
      }
    }
  }

  private static void assertSame(DirectEstimate actual, DirectEstimate expected) {
    assertThat(actual.value()).isCloseTo(expected.value(), NEAR);
    assertThat(actual.variance()).isCloseTo(expected.variance(), within(1e-9));
    assertThat(actual.effectiveSize()).isCloseTo(expected.effectiveSize(), NEAR);
    assertThat(actual.respondents()).isEqualTo(expected.respondents());
    assertThat(actual.degreesOfFreedom()).isEqualTo(expected.degreesOfFreedom());
    assertThat(actual.hasInterval()).isEqualTo(expected.hasInterval());
    if (expected.hasInterval()) {
      assertThat(actual.lower()).isCloseTo(expected.lower(), within(1e-6));
    }
  }

  @Property(tries = 100)
  void rescaledWeightsChangeNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 6, max = 80) int n,
      @ForAll @IntRange(min = -9, max = 9) int power) {
    var sample = new Sample(seed, n);
    var columns = sample.columns();
    double[] rescaled =
        Arrays.stream(sample.weights).map(w -> w * 3 * Math.pow(10, power)).toArray();
    assertSame(sample.means(columns.withWeights(rescaled)), sample.means(columns));
  }

  @Property(tries = 100)
  void theOrderOfRespondentsChangesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 80) int n) {
    var sample = new Sample(seed, n);
    var order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, new Random(seed + 1));
    var shuffled = new Sample(sample, order);
    assertSame(shuffled.means(shuffled.columns()), sample.means(sample.columns()));
  }

  @Property(tries = 100)
  void aDomainThatIsEverythingIsTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 12, max = 80) int n) {
    var sample = new Sample(seed, n);
    var columns = sample.columns();
    var all = new int[n];
    Arrays.fill(all, 2);
    var domain =
        new WeightedEstimator(columns, Domains.of(all, 3), LonelyUnits.REFUSE).means(sample.scores);
    var whole =
        new WeightedEstimator(columns, Domains.whole(n), LonelyUnits.REFUSE).means(sample.scores);
    assertThat(domain.find(2)).isEqualTo(whole.find(0));
    assertThat(domain.find(0)).isEmpty();
  }

  /** The linearised variance as the formula is written, over all units and with zeros outside. */
  @Property(tries = 100)
  void onePassGivesWhatTheFormulaGives(
      @ForAll long seed, @ForAll @IntRange(min = 12, max = 80) int n) {
    var sample = new Sample(seed, n);
    var columns = sample.columns();
    var estimates = sample.means(columns);
    for (int area = 0; area < AREAS; area++) {
      var estimate = estimates.find(area);
      if (estimate.isPresent() && estimate.get().basis() == DirectEstimate.Basis.DESIGN) {
        assertThat(estimate.get().variance())
            .isCloseTo(formula(sample, columns, area), within(1e-10));
      }
    }
  }

  private static double formula(Sample sample, SampleColumns columns, int area) {
    var inside =
        IntStream.range(0, sample.weights.length)
            .filter(r -> sample.areas[r] == area && !Double.isNaN(sample.scores[r]))
            .toArray();
    double total = Arrays.stream(inside).mapToDouble(r -> sample.weights[r]).sum();
    double mean =
        Arrays.stream(inside).mapToDouble(r -> sample.weights[r] * sample.scores[r]).sum() / total;
    var unitSums = new double[columns.units()];
    for (int r : inside) {
      unitSums[columns.unit(r)] += sample.weights[r] * (sample.scores[r] - mean) / total;
    }
    double variance = 0;
    for (int h = 0; h < columns.strata(); h++) {
      int stratum = h;
      double[] sums =
          IntStream.range(0, sample.weights.length)
              .filter(r -> columns.stratum(r) == stratum)
              .map(columns::unit)
              .distinct()
              .mapToDouble(u -> unitSums[u])
              .toArray();
      double average = Arrays.stream(sums).average().orElseThrow();
      double squares = Arrays.stream(sums).map(u -> (u - average) * (u - average)).sum();
      variance += sums.length / (sums.length - 1.0) * squares;
    }
    return variance;
  }

  @Property(tries = 100)
  void kishSizeLiesBetweenOneAndTheRespondents(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 80) int n) {
    var sample = new Sample(seed, n);
    for (var estimate : sample.means(sample.columns()).list()) {
      assertThat(estimate.effectiveSize()).isBetween(1 - 1e-9, estimate.respondents() * (1 + 1e-9));
    }
  }

  @Property(tries = 300)
  void intervalsOfProportionsHoldTheProportionAndStayWithinBounds(
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0.5, max = 1e5) double n) {
    for (var kind : ProportionInterval.values()) {
      var interval = kind.of(p, n);
      assertThat(interval.lower()).isBetween(0.0, p);
      assertThat(interval.upper()).isBetween(p, 1.0);
      assertThat(interval.upper() - interval.lower()).isPositive();
    }
  }

  /** Totals of a table that exists can be met, whatever the weights before. */
  @Property(tries = 100)
  void rakedWeightsMeetTheMargins(@ForAll long seed, @ForAll @IntRange(min = 30, max = 120) int n) {
    var random = new Random(seed);
    int[] ages = IntStream.range(0, n).map(r -> r < 12 ? r % 3 : random.nextInt(3)).toArray();
    int[] districts = IntStream.range(0, n).map(r -> r < 12 ? r / 3 : random.nextInt(4)).toArray();
    double[] truth = random.doubles(n, 10, 100).toArray();
    double[] before = random.doubles(n, 0.3, 3).toArray();
    var margins = List.of(margin("age", ages, truth, 3), margin("district", districts, truth, 4));
    var result = Raking.rake(SampleColumns.simple(before), margins, RakingLimits.UNLIMITED);
    assertThat(result.report().converged()).isTrue();
    for (var margin : margins) {
      assertThat(sums(margin, result.weights()))
          .containsExactly(
              margin.totals().stream().mapToDouble(Double::doubleValue).toArray(),
              within(1e-6 * margin.total()));
    }
    assertThat(Arrays.stream(result.weights())).allMatch(weight -> weight > 0);
  }

  @Property(tries = 100)
  void rakedWeightsStayWithinTheLimitsOrSayThatTheyCannot(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double lowest,
      @ForAll @DoubleRange(min = 1.1, max = 4) double highest) {
    var random = new Random(seed);
    int n = 60;
    int[] ages = IntStream.range(0, n).map(r -> r % 3).toArray();
    double[] truth = random.doubles(n, 10, 100).toArray();
    double[] before = random.doubles(n, 0.3, 3).toArray();
    var limits = new RakingLimits(lowest, highest, 1e-4, 200);
    var margin = margin("age", ages, truth, 3);
    var result = Raking.rake(SampleColumns.simple(before), List.of(margin), limits);
    double mean = margin.total() / n;
    assertThat(Arrays.stream(result.weights()))
        .allMatch(w -> w >= lowest * mean * (1 - 1e-12) && w <= highest * mean * (1 + 1e-12));
    double deviation = 0;
    for (int c = 0; c < 3; c++) {
      double sum = sums(margin, result.weights())[c];
      deviation = Math.max(deviation, Math.abs(sum / margin.totals().get(c) - 1));
    }
    assertThat(result.report().converged()).isEqualTo(deviation <= 1e-4);
  }

  private static RakingMargin margin(String name, int[] categories, double[] truth, int count) {
    var totals = new double[count];
    for (int r = 0; r < categories.length; r++) {
      totals[categories[r]] += truth[r];
    }
    var labels = IntStream.range(0, count).mapToObj(c -> LocalizedText.same(name + c)).toList();
    return new RakingMargin(name, labels, Arrays.stream(totals).boxed().toList(), categories);
  }

  private static double[] sums(RakingMargin margin, double[] weights) {
    var sums = new double[margin.labels().size()];
    for (int r = 0; r < weights.length; r++) {
      sums[margin.category(r)] += weights[r];
    }
    return sums;
  }

  /** A false finding needs luck: adjusted verdicts are never more than those before. */
  @Property(tries = 100)
  void adjustedVerdictsAreSomeOfThoseBefore(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int number) {
    var random = new Random(seed);
    var comparisons =
        IntStream.range(0, number)
            .mapToObj(
                i -> {
                  double value = random.nextGaussian() * 2;
                  return Comparison.ofIntervals(
                      value, new Interval(value - 1.96, value + 1.96), 0, new Interval(0, 0));
                })
            .toList();
    var adjusted = Comparison.adjust(comparisons, 0.05);
    for (int i = 0; i < number; i++) {
      assertThat(adjusted.get(i).verdict())
          .isIn(comparisons.get(i).verdict(), Comparison.Verdict.ABOUT_THE_SAME);
    }
    assertThat(Comparison.adjust(List.of(comparisons.get(0)), 0.05).get(0).verdict())
        .isEqualTo(comparisons.get(0).verdict());
  }
}
