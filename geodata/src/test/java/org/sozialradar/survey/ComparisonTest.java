package org.sozialradar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.survey.Comparison.Verdict;

/** Intervals of proportions, comparisons and smoothed variances against published numbers and R. */
class ComparisonTest {

  private static DirectEstimate mean(double... scores) {
    var weights = new double[scores.length];
    Arrays.fill(weights, 1);
    return new WeightedEstimator(
            SampleColumns.simple(weights), Domains.whole(scores.length), LonelyUnits.REFUSE)
        .means(scores)
        .find(0)
        .orElseThrow();
  }

  private static Interval wilson(double members, double of) {
    return ProportionInterval.WILSON.of(members / of, of);
  }

  /**
   * The first row is the project's reference; all are those of R 4.2.2, {@code prop.test(x, n,
   * correct = FALSE)}.
   */
  @ParameterizedTest
  @CsvSource({
    "15, 50, 0.191035535009, 0.437503504645",
    "0, 20, 0, 0.161125158053",
    "20, 20, 0.838874841947, 1"
  })
  void wilsonIntervals(double members, double of, double lower, double upper) {
    assertThat(wilson(members, of).lower()).isCloseTo(lower, within(1e-11));
    assertThat(wilson(members, of).upper()).isCloseTo(upper, within(1e-11));
  }

  /** R 4.2.2: {@code plogis(qlogis(p) + c(-1, 1) * qnorm(.975) / sqrt(n * p * (1 - p)))}. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 50, 0.189669996078, 0.439685177627",
    "0.02, 31.5, 0.00168179109254, 0.19822458591433"
  })
  void logitIntervals(double p, double n, double lower, double upper) {
    var interval = ProportionInterval.LOGIT.of(p, n);
    assertThat(interval.lower()).isCloseTo(lower, within(1e-11));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-11));
  }

  @Test
  void logitFallsBackToWilsonAtTheEnds() {
    assertThat(ProportionInterval.LOGIT.of(0, 20)).isEqualTo(ProportionInterval.WILSON.of(0, 20));
    assertThat(ProportionInterval.LOGIT.of(1, 20)).isEqualTo(ProportionInterval.WILSON.of(1, 20));
    assertThatThrownBy(() -> ProportionInterval.WILSON.of(1.1, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** R 4.2.2: {@code t.test(x, y)} after Welch. */
  @Test
  void differenceOfTwoMeans() {
    var comparison =
        Comparison.of(mean(3.1, 2.4, 4.0, 3.6, 2.9, 3.3), mean(2.2, 2.9, 2.4, 1.8, 2.6), 0);
    assertThat(comparison.difference()).isCloseTo(3.2166666666667 - 2.38, within(1e-12));
    assertThat(comparison.lower()).isCloseTo(0.1724172895746, within(1e-8));
    assertThat(comparison.upper()).isCloseTo(1.5009160437588, within(1e-8));
    assertThat(comparison.pValue()).isCloseTo(0.0191514134329, within(1e-9));
    assertThat(comparison.verdict()).isEqualTo(Verdict.PROBABLY_HIGHER);
  }

  @Test
  void comparingTheOtherWayRoundTurnsTheVerdict() {
    var low = mean(1, 2, 1, 2, 1.5);
    var high = mean(4, 3, 4, 5, 4.5);
    assertThat(Comparison.of(low, high, 0).verdict()).isEqualTo(Verdict.PROBABLY_LOWER);
    assertThat(Comparison.of(high, low, 0).verdict()).isEqualTo(Verdict.PROBABLY_HIGHER);
    assertThat(Comparison.of(high, mean(4, 3, 4, 5, 4), 0).verdict())
        .isEqualTo(Verdict.ABOUT_THE_SAME);
  }

  @Test
  void sharedRespondentsLowerTheVariance() {
    var a = mean(3.1, 2.4, 4.0, 3.6, 2.9, 3.3);
    var b = mean(2.2, 2.9, 2.4, 1.8, 2.6);
    double covariance = 0.5 * Math.sqrt(a.variance() * b.variance());
    assertThat(Comparison.of(a, b, covariance).variance())
        .isCloseTo(a.variance() + b.variance() - 2 * covariance, within(1e-12));
    assertThat(Comparison.of(a, a, a.variance()).verdict()).isEqualTo(Verdict.ABOUT_THE_SAME);
    assertThatThrownBy(() -> Comparison.of(a, b, 1)).hasMessageContaining("covariance");
    assertThatThrownBy(() -> Comparison.of(a, mean(3, 3), 0)).hasMessageContaining("interval");
  }

  /**
   * Newcombe (1998), Interval estimation for the difference between independent proportions,
   * Statistics in Medicine 17, 873–890, table II, method 10: 56/70 − 48/80 has .0524 to .3339, and
   * 9/10 − 3/10 has .1705 to .8090.
   */
  @ParameterizedTest
  @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090"})
  void differenceOfPublishedProportions(
      double x1, double n1, double x2, double n2, double lower, double upper) {
    var comparison = Comparison.ofIntervals(x1 / n1, wilson(x1, n1), x2 / n2, wilson(x2, n2));
    assertThat(comparison.lower()).isCloseTo(lower, within(5e-5));
    assertThat(comparison.upper()).isCloseTo(upper, within(5e-5));
    assertThat(comparison.pValue()).isLessThan(0.05);
    assertThat(comparison.verdict()).isEqualTo(Verdict.PROBABLY_HIGHER);
  }

  @Test
  void noneOfTenAndTenOfTenAreNotTheSameAlthoughTheirVarianceIsZero() {
    var weights = new double[10];
    var all = new double[10];
    Arrays.fill(weights, 1);
    Arrays.fill(all, 1);
    var estimator =
        new WeightedEstimator(SampleColumns.simple(weights), Domains.whole(10), LonelyUnits.REFUSE);
    var none = estimator.proportions(new double[10], ProportionInterval.WILSON).find(0);
    var ten = estimator.proportions(all, ProportionInterval.WILSON).find(0);
    assertThat(none.orElseThrow().variance()).isZero();
    assertThat(none.orElseThrow().interval()).isEqualTo(wilson(0, 10));
    assertThat(Comparison.of(none.orElseThrow(), ten.orElseThrow(), 0).verdict())
        .isEqualTo(Verdict.PROBABLY_LOWER);
  }

  @Test
  void fullCountsDifferForCertain() {
    var comparison = Comparison.ofIntervals(2, new Interval(2, 2), 1, new Interval(1, 1));
    assertThat(comparison.pValue()).isZero();
    assertThat(comparison.verdict()).isEqualTo(Verdict.PROBABLY_HIGHER);
    assertThat(Comparison.ofIntervals(1, new Interval(1, 1), 1, new Interval(1, 1)).verdict())
        .isEqualTo(Verdict.ABOUT_THE_SAME);
  }

  /**
   * The 15 p-values of Benjamini and Hochberg (1995), section 4.2: the first four stand at 5 %,
   * though nine are below .05.
   */
  @Test
  void manyComparisonsHoldTheFalseDiscoveryRate() {
    double[] pValues = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    var comparisons =
        Arrays.stream(pValues)
            .mapToObj(p -> new Comparison(1, 1, 0.5, 1.5, p, Verdict.PROBABLY_HIGHER))
            .toList();
    var adjusted = Comparison.adjust(comparisons, 0.05);
    assertThat(adjusted.stream().map(Comparison::verdict).limit(4))
        .containsOnly(Verdict.PROBABLY_HIGHER);
    assertThat(adjusted.stream().map(Comparison::verdict).skip(4))
        .containsOnly(Verdict.ABOUT_THE_SAME);
    assertThat(adjusted.stream().mapToDouble(Comparison::pValue).toArray()).isEqualTo(pValues);
    assertThat(Comparison.adjust(List.of(), 0.05)).isEmpty();
  }

  @Test
  void smoothedVariancesOfASimpleRandomSampleHaveNoDesignEffect() {
    // Equal spread in all areas: V_i = (n_i − 1)/n_i · s²/n_i · N/(N − 1), N = 9.
    double[] scores = {1, 3, 2, 4, 3, 5, 4, 6, 5};
    int[] areas = {0, 0, 0, 1, 1, 1, 2, 2, 2};
    var estimates =
        new WeightedEstimator(
                SampleColumns.simple(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}),
                Domains.of(areas, 3),
                LonelyUnits.REFUSE)
            .means(scores)
            .list();
    var smoothed = SmoothedVariance.of(estimates);
    assertThat(smoothed.pooledVariance()).isCloseTo(1, within(1e-12));
    assertThat(smoothed.pooledDesignEffect()).isCloseTo(9.0 / 8, within(1e-12));
    assertThat(smoothed.of(5)).isCloseTo(9.0 / 40, within(1e-12));
  }

  @Test
  void whereTheCovarianceIsUnknownTheMarginsAdd() {
    var apart = Comparison.ofCorrelated(3, new Interval(2.8, 3.3), 2, new Interval(1.5, 2.6), -1);
    assertThat(apart.lower()).isCloseTo(1 - 0.2 - 0.6, within(1e-12));
    assertThat(apart.upper()).isCloseTo(1 + 0.3 + 0.5, within(1e-12));
    assertThat(apart.verdict()).isEqualTo(Verdict.PROBABLY_HIGHER);
    assertThat(apart.pValue()).isLessThan(0.05);
    // Independent errors would make this a difference.
    var near = Comparison.ofCorrelated(3, new Interval(2.5, 3.5), 2.2, new Interval(1.7, 2.7), -1);
    assertThat(near.verdict()).isEqualTo(Verdict.ABOUT_THE_SAME);
    assertThat(near.pValue()).isGreaterThan(0.05);
    assertThat(
            Comparison.ofIntervals(3, new Interval(2.5, 3.5), 2.2, new Interval(1.7, 2.7))
                .verdict())
        .isEqualTo(Verdict.PROBABLY_HIGHER);
  }

  @Test
  void errorsThatGoTogetherNarrowTheIntervalOfADifference() {
    // Margins below 0.2 and 0.6, above 0.3 and 0.5; √(.04 + .36 − .12), √(.09 + .25 − .15).
    var half = Comparison.ofCorrelated(3, new Interval(2.8, 3.3), 2, new Interval(1.5, 2.6), 0.5);
    assertThat(half.lower()).isCloseTo(1 - 0.529150262212918, within(1e-12));
    assertThat(half.upper()).isCloseTo(1 + 0.435889894354067, within(1e-12));
    var alike = Comparison.ofCorrelated(3, new Interval(2.5, 3.5), 2.9, new Interval(2.4, 3.4), 1);
    assertThat(alike.lower()).isCloseTo(0.1, within(1e-7));
    assertThat(alike.verdict()).isEqualTo(Verdict.PROBABLY_HIGHER);
    assertThatThrownBy(
            () ->
                Comparison.ofCorrelated(
                    3, new Interval(2.5, 3.5), 2, new Interval(1, 3), 1.0000001))
        .hasMessageContaining("correlation");
  }

  @Test
  void smoothedVariancesPoolUnequalAreas() {
    // s² = 8 with n = 2 and 2 with n = 4: (1·8 + 3·2)/4; areas with one respondent do not count.
    var estimates = List.of(estimate(2, 5, 8), estimate(4, 1, 2), estimate(1, 0, 0));
    var smoothed = SmoothedVariance.of(estimates);
    assertThat(smoothed.pooledVariance()).isCloseTo(3.5, within(1e-12));
    assertThat(smoothed.pooledDesignEffect()).isCloseTo((4 * 5 + 16 * 1) / 14.0, within(1e-12));
    assertThatThrownBy(() -> SmoothedVariance.of(List.of(estimate(1, 0, 0))))
        .isInstanceOf(InvalidSampleException.class);
    assertThatThrownBy(() -> smoothed.of(0)).hasMessageContaining("0 respondents");
  }

  private static DirectEstimate estimate(int n, double variance, double elementVariance) {
    return new DirectEstimate(
        3,
        variance,
        Double.NaN,
        Double.NaN,
        n,
        n,
        n - 1,
        elementVariance,
        DirectEstimate.Basis.DESIGN);
  }
}
