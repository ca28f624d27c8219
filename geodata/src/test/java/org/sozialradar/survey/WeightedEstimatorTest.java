package org.sozialradar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.sozialradar.survey.DirectEstimate.Basis;

/**
 * Direct estimates against R 4.2.2, package survey 4.1.1, on 30 invented respondents in three
 * strata and ten sampling units, and against numbers by hand.
 *
 * <p>Computed with {@code svydesign(ids=~c, strata=~h, weights=~w, fpc=~N, nest=TRUE)} and parts of
 * it, {@code svymean(~y, design, deff="replace")}, {@code subset(design, area == "A")}, {@code
 * degf} and {@code confint(mean, df = degf(design))}.
 */
class WeightedEstimatorTest {
  private static final Percentage NEAR = Percentage.withPercentage(1e-8);

  /** Stratum, unit, area, weight, score. */
  private static final List<String> ROWS =
      """
      h 1 A 0.7 3.3
      h 1 A 2.8 2.0
      h 1 A 0.6 2.7
      h 1 A 1.9 2.6
      h 2 A 2.1 3.3
      h 2 C 2.9 2.7
      h 3 A 1.9 2.1
      h 3 C 0.8 3.2
      h 4 A 2.0 2.1
      h 4 C 1.0 2.9
      h 4 C 0.6 4.5
      k 1 B 1.7 2.3
      k 1 B 1.4 3.5
      k 2 A 1.9 3.6
      k 2 C 1.6 1.2
      k 3 B 0.9 3.3
      k 3 B 0.9 2.8
      k 3 C 0.7 2.6
      k 3 C 1.9 2.9
      m 1 B 2.0 2.8
      m 1 A 2.9 2.4
      m 1 B 2.2 2.8
      m 1 B 2.1 4.6
      m 2 B 2.7 3.6
      m 2 B 0.6 2.7
      m 2 A 1.7 2.8
      m 2 A 2.4 3.5
      m 3 B 0.7 3.8
      m 3 A 2.5 2.2
      m 3 C 1.2 3.6
      """
          .lines()
          .toList();

  private static final double[] SCORES = numbers(ROWS, 4);
  private static final Domains AREAS =
      Domains.of(ROWS.stream().mapToInt(row -> "ABC".indexOf(cell(row, 2))).toArray(), 3);

  private static String cell(String row, int column) {
    return row.split(" ", -1)[column];
  }

  private static double[] numbers(List<String> rows, int column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(cell(row, column))).toArray();
  }

  private static String[] texts(List<String> rows, int column) {
    return rows.stream().map(row -> cell(row, column)).toArray(String[]::new);
  }

  private static SampleColumns clustered(List<String> rows, double[] population) {
    return SampleColumns.designed(numbers(rows, 3), texts(rows, 0), texts(rows, 1), population);
  }

  private static double[] populationUnits() {
    return ROWS.stream()
        .mapToDouble(row -> List.of(40, 12, 25).get("hkm".indexOf(cell(row, 0))))
        .toArray();
  }

  private static DirectEstimate whole(SampleColumns sample, double[] scores) {
    return new WeightedEstimator(sample, Domains.whole(sample.respondents()), LonelyUnits.REFUSE)
        .means(scores)
        .find(0)
        .orElseThrow();
  }

  private static DirectEstimate area(SampleColumns sample, int area) {
    return new WeightedEstimator(sample, AREAS, LonelyUnits.REFUSE)
        .means(SCORES)
        .find(area)
        .orElseThrow();
  }

  private static void assertMean(
      DirectEstimate estimate, double mean, double variance, int df, double lower, double upper) {
    assertThat(estimate.value()).isCloseTo(mean, NEAR);
    assertThat(estimate.variance()).isCloseTo(variance, NEAR);
    assertThat(estimate.degreesOfFreedom()).isEqualTo(df);
    assertThat(estimate.lower()).isCloseTo(lower, NEAR);
    assertThat(estimate.upper()).isCloseTo(upper, NEAR);
    assertThat(estimate.basis()).isEqualTo(Basis.DESIGN);
  }

  @Test
  void withoutDesignEveryRespondentIsAUnit() {
    var sample = SampleColumns.simple(numbers(ROWS, 3));
    var whole = whole(sample, SCORES);
    assertMean(whole, 2.86673427992, 0.0209109297955, 29, 2.57098155789, 3.16248700194);
    assertThat(whole.designEffect()).isCloseTo(1.1766770428, NEAR);
    assertMean(area(sample, 0), 2.65170940171, 0.032077554347, 11, 2.25750838587, 3.04591041755);
    assertMean(area(sample, 1), 3.27105263158, 0.0617966767784, 9, 2.70870439899, 3.83340086417);
    assertMean(area(sample, 2), 2.76261682243, 0.0777304552153, 7, 2.10335527586, 3.421878369);
  }

  @Test
  void strataLowerTheVariance() {
    var sample =
        SampleColumns.designed(numbers(ROWS, 3), texts(ROWS, 0), new String[0], new double[0]);
    var whole = whole(sample, SCORES);
    assertMean(whole, 2.86673427992, 0.0205936737535, 27, 2.57228642223, 3.16118213761);
    assertThat(whole.designEffect()).isCloseTo(1.15882475669, NEAR);
    assertMean(area(sample, 0), 2.65170940171, 0.032574080205, 9, 2.24342869783, 3.05999010559);
    assertMean(area(sample, 2), 2.76261682243, 0.0756459140885, 5, 2.05560907643, 3.46962456843);
  }

  @Test
  void samplingUnitsNestedInStrata() {
    var sample = clustered(ROWS, new double[0]);
    assertThat(sample.units()).isEqualTo(10);
    var whole = whole(sample, SCORES);
    assertMean(whole, 2.86673427992, 0.00735128713787, 7, 2.66399223033, 3.06947632951);
    assertThat(whole.designEffect()).isCloseTo(0.4136636149, NEAR);
    assertMean(area(sample, 0), 2.65170940171, 0.0372306405506, 5, 2.15570938796, 3.14770941546);
    assertMean(area(sample, 1), 3.27105263158, 0.00669713060683, 3, 3.01061396136, 3.5314913018);
    assertMean(area(sample, 2), 2.76261682243, 0.0795501892014, 3, 1.86501920039, 3.66021444447);
  }

  @Test
  void finitePopulationCorrection() {
    var sample = clustered(ROWS, populationUnits());
    assertMean(
        whole(sample, SCORES), 2.86673427992, 0.00642820923278, 7, 2.6771478967, 3.05632066314);
    assertMean(area(sample, 1), 3.27105263158, 0.00510651152671, 3, 3.04363546558, 3.49846979758);
    assertMean(area(sample, 2), 2.76261682243, 0.0627185191058, 3, 1.96561560906, 3.5596180358);
  }

  /**
   * R: {@code vcov(svyby(~y, ~area, design, svymean, covmat = TRUE))}; area A against everybody by
   * {@code svycontrast} of the ratios of {@code svytotal(~y + one + ya + a, design)}.
   */
  @Test
  void covarianceOfAreasThatShareSamplingUnitsOrRespondents() {
    var sample = clustered(ROWS, populationUnits());
    var covariance = new DomainCovariance(sample, SCORES);
    assertThat(covariance.of(r -> AREAS.of(r) == 0, r -> AREAS.of(r) == 1))
        .isCloseTo(0.00324591127370, NEAR);
    assertThat(covariance.of(r -> AREAS.of(r) == 2, r -> AREAS.of(r) == 1))
        .isCloseTo(-0.01145923017642, NEAR);
    double shared = covariance.of(r -> true, r -> AREAS.of(r) == 0);
    assertThat(shared).isCloseTo(0.00894961329382, NEAR);
    assertThat(covariance.of(r -> AREAS.of(r) == 2, r -> AREAS.of(r) == 2))
        .isCloseTo(area(sample, 2).variance(), NEAR);
    assertThat(covariance.of(r -> true, r -> false)).isZero();
    assertThat(covariance.withHolders(AREAS, Domains.whole(30))[0])
        .isCloseTo(0.00894961329382, NEAR);
    var comparison = Comparison.of(area(sample, 0), whole(sample, SCORES), shared);
    assertThat(comparison.difference()).isCloseTo(-0.2150248782, within(1e-9));
    assertThat(Math.sqrt(comparison.variance())).isCloseTo(0.1441, within(5e-5));
  }

  @Test
  void partsOfSeveralWholesHaveTheCovariancesOfTheirPairs() {
    // Areas A and B make up one whole, C another; who is in the third of the sample is in none.
    int[] parts = new int[30];
    int[] wholes = new int[30];
    for (int r = 0; r < 30; r++) {
      parts[r] = r % 5 == 4 ? Domains.NONE : AREAS.of(r);
      wholes[r] = parts[r] == Domains.NONE ? Domains.NONE : parts[r] / 2;
    }
    double[] scores = SCORES.clone();
    scores[3] = Double.NaN;
    for (var sample :
        java.util.List.of(clustered(ROWS, new double[0]), SampleColumns.simple(numbers(ROWS, 3)))) {
      var covariance = new DomainCovariance(sample, scores);
      double[] found = covariance.withHolders(Domains.of(parts, 4), Domains.of(wholes, 3));
      for (int part = 0; part < 3; part++) {
        int own = part;
        assertThat(found[part])
            .isCloseTo(
                covariance.of(r -> parts[r] == own, r -> wholes[r] == own / 2), within(1e-15));
        assertThat(found[part]).isNotZero();
      }
      assertThat(found[3]).isZero();
    }
    assertThatThrownBy(
            () ->
                new DomainCovariance(clustered(ROWS, new double[0]), SCORES)
                    .withHolders(Domains.whole(30), AREAS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProportionHasTheSameVarianceAndAnotherInterval() {
    double[] members = java.util.Arrays.stream(SCORES).map(y -> y > 3 ? 1 : 0).toArray();
    var estimator =
        new WeightedEstimator(
            clustered(ROWS, new double[0]), Domains.whole(30), LonelyUnits.REFUSE);
    var estimate = estimator.proportions(members, ProportionInterval.WILSON).find(0).orElseThrow();
    assertThat(estimate.value()).isCloseTo(0.354969574037, NEAR);
    assertThat(estimate.variance()).isCloseTo(0.00563056649287, NEAR);
    assertThat(estimate.designEffect()).isCloseTo(0.713146506922, NEAR);
    // Kish's size is below n/deff here, so it makes the interval.
    var interval = ProportionInterval.WILSON.of(estimate.value(), estimate.effectiveSize());
    assertThat(estimate.interval()).isEqualTo(interval);
  }

  @Test
  void neighboursWhoAnswerAlikeWidenTheIntervalOfAProportion() {
    // Four units of five who agree: 20 answers say no more than four.
    var units = new String[20];
    var members = new double[20];
    for (int r = 0; r < 20; r++) {
      units[r] = "point " + r / 5;
      members[r] = r < 5 ? 1 : 0;
    }
    var weights = new double[20];
    java.util.Arrays.fill(weights, 1);
    var sample = SampleColumns.designed(weights, new String[0], units, new double[0]);
    var estimate =
        new WeightedEstimator(sample, Domains.whole(20), LonelyUnits.REFUSE)
            .proportions(members, ProportionInterval.WILSON)
            .find(0)
            .orElseThrow();
    // V = 4/3 · (3 · (5·0.25/20)² + (5·0.75/20)²) = 0.0625; s² = 20/19 · 3/16
    assertThat(estimate.variance()).isCloseTo(0.0625, NEAR);
    assertThat(estimate.effectiveSize()).isCloseTo(20, NEAR);
    // s²/V = 60/19; quantiles of Student's t (tables): 2.0930240544 on 19, 3.1824463053 on 3.
    double size = 60.0 / 19 * Math.pow(2.0930240544 / 3.1824463053, 2);
    var expected = ProportionInterval.WILSON.of(0.25, size);
    assertThat(estimate.lower()).isCloseTo(expected.lower(), within(1e-9));
    assertThat(estimate.upper()).isCloseTo(expected.upper(), within(1e-9));
  }

  @Test
  void aLonelyUnitIsRefusedOrCentredAtTheSample() {
    var rows = ROWS.stream().filter(row -> !row.startsWith("k") || row.startsWith("k 1")).toList();
    var sample = clustered(rows, new double[0]);
    var everybody = Domains.whole(rows.size());
    var refused =
        catchThrowableOfType(
            InvalidSampleException.class,
            () -> new WeightedEstimator(sample, everybody, LonelyUnits.REFUSE));
    assertThat(refused.code()).isEqualTo("lonely-unit");
    assertThat(refused.text().en()).contains("'k'");
    // R: options(survey.lonely.psu = "adjust")
    var estimate =
        new WeightedEstimator(sample, everybody, LonelyUnits.CENTRE_AT_SAMPLE)
            .means(numbers(rows, 4))
            .find(0)
            .orElseThrow();
    assertThat(estimate.value()).isCloseTo(2.89251207729, NEAR);
    assertThat(estimate.variance()).isCloseTo(0.00917400332312, NEAR);
    assertThat(estimate.degreesOfFreedom()).isEqualTo(5);
  }

  @Test
  void aUnitThatWasCertainToBeDrawnIsNotLonely() {
    var sample =
        SampleColumns.designed(
            new double[] {1, 1, 1, 1},
            new String[] {"a", "a", "b", "b"},
            new String[] {"1", "2", "3", "3"},
            new double[] {10, 10, 1, 1});
    // Only stratum a errs: u = (−1.25, −0.25)/4, n/(n−1) · Σ(u − ū)² = 0.0625 · 2 · 0.5, times 0.8.
    var estimate = whole(sample, new double[] {1, 2, 3, 3});
    assertThat(estimate.variance()).isCloseTo(0.0625 * 0.8, NEAR);
  }

  @Test
  void anAreaOfOneSamplePointIsEstimatedFromItsRespondents() {
    var sample =
        SampleColumns.designed(
            new double[] {1, 1, 1, 1, 1, 1},
            new String[0],
            new String[] {"p", "p", "p", "q", "q", "r"},
            new double[0]);
    var estimates =
        new WeightedEstimator(
                sample, Domains.of(new int[] {0, 0, 0, 1, 1, 2}, 4), LonelyUnits.REFUSE)
            .means(new double[] {1, 2, 3, 4, 4, 5});
    var first = estimates.find(0).orElseThrow();
    assertThat(first.basis()).isEqualTo(Basis.RESPONDENTS);
    assertThat(first.variance()).isCloseTo(1.0 / 3, NEAR);
    assertThat(first.degreesOfFreedom()).isEqualTo(2);
    assertThat(first.interval().upper()).isCloseTo(2 + 4.3026527297 / Math.sqrt(3), NEAR);
    // All answers agree, and a single respondent: no interval rather than one of width 0.
    assertThat(estimates.find(1).orElseThrow().hasInterval()).isFalse();
    assertThat(estimates.find(2).orElseThrow().hasInterval()).isFalse();
    assertThat(estimates.find(2).orElseThrow().respondents()).isEqualTo(1);
    assertThat(estimates.find(3)).isEmpty();
    assertThat(estimates.list()).hasSize(3);
  }

  @Test
  void missingAnswersAndWeightsOfZeroAreLeftOut() {
    var estimate =
        whole(
            SampleColumns.simple(new double[] {1, 1, 2, 4, 0, 3}),
            new double[] {1, 2, 3, 4, 5, Double.NaN});
    assertThat(estimate.respondents()).isEqualTo(4);
    assertThat(estimate.value()).isCloseTo(25.0 / 8, NEAR);
    // Reference: weights 1, 1, 2, 4.
    assertThat(estimate.effectiveSize()).isCloseTo(2.909091, within(5e-7));
  }

  @Test
  void samplesThatSayNothingAreRefused() {
    refused("sample-empty", -1, () -> SampleColumns.simple(new double[0]));
    refused("weight-invalid", 1, () -> SampleColumns.simple(new double[] {1, -1}));
    refused("weight-invalid", 0, () -> SampleColumns.simple(new double[] {Double.NaN}));
    refused("weights-all-zero", -1, () -> SampleColumns.simple(new double[] {0, 0}));
    var ones = new double[] {1, 1};
    var strata = new String[] {"a", "a"};
    var none = new String[0];
    refused(
        "population-units-invalid",
        0,
        () -> SampleColumns.designed(ones, strata, none, new double[] {1, 1}));
    refused(
        "population-units-differ",
        1,
        () -> SampleColumns.designed(ones, strata, none, new double[] {4, 5}));
    assertThatThrownBy(
            () ->
                new WeightedEstimator(
                        SampleColumns.simple(ones), Domains.whole(2), LonelyUnits.REFUSE)
                    .proportions(new double[] {0, 0.5}, ProportionInterval.WILSON))
        .hasMessageContaining("0.5");
  }

  private static void refused(String code, int row, Runnable making) {
    var refused = catchThrowableOfType(InvalidSampleException.class, making::run);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.row()).isEqualTo(row);
    assertThat(refused.text().de()).isNotBlank();
  }
}
