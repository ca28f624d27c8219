package org.sozialradar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.sozialradar.dataset.LocalizedText;

/** Raking against R 4.2.2, package survey 4.1.1, and what it refuses and reports. */
class RakingTest {
  /**
   * Area, stratum and weight of 30 invented respondents, those of {@link WeightedEstimatorTest}.
   */
  private static final String AREAS = "AAAAACACACCBBACBBCCBABBBBAABAC";

  private static final String STRATA = "hhhhhhhhhhhkkkkkkkkmmmmmmmmmmm";
  private static final double[] WEIGHTS = {
    0.7, 2.8, 0.6, 1.9, 2.1, 2.9, 1.9, 0.8, 2.0, 1.0, 0.6, 1.7, 1.4, 1.9, 1.6, 0.9, 0.9, 0.7, 1.9,
    2.0, 2.9, 2.2, 2.1, 2.7, 0.6, 1.7, 2.4, 0.7, 2.5, 1.2
  };
  private static final SampleColumns SAMPLE = SampleColumns.simple(WEIGHTS);

  private static RakingMargin margin(String categories, String ofRespondents, Double... totals) {
    return new RakingMargin(
        "Rand " + categories,
        categories.chars().mapToObj(c -> LocalizedText.same(Character.toString(c))).toList(),
        List.of(totals),
        ofRespondents.chars().map(categories::indexOf).toArray());
  }

  private static RakingMargin areas(Double... totals) {
    return margin("ABC", AREAS, totals);
  }

  private static RakingMargin strata(Double... totals) {
    return margin("hkm", STRATA, totals);
  }

  private static double sum(double[] weights, String ofRespondents, char category) {
    return IntStream.range(0, weights.length)
        .filter(r -> ofRespondents.charAt(r) == category)
        .mapToDouble(r -> weights[r])
        .sum();
  }

  private static void refused(String code, String mentions, Runnable raking) {
    var refused = catchThrowableOfType(InvalidSampleException.class, raking::run);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.text().de()).contains(mentions);
    assertThat(refused.text().en()).contains(mentions);
  }

  /** R: {@code rake(design, list(~area, ~h), …, control = list(epsilon = 1e-12))}. */
  @Test
  void twoMargins() {
    var limits = new RakingLimits(0, Double.POSITIVE_INFINITY, 1e-12, 1000);
    var result =
        Raking.rake(SAMPLE, List.of(areas(400., 350., 250.), strata(300., 250., 450.)), limits);
    double[] weights = result.weights();
    int[] rows = {0, 1, 5, 11, 13, 14, 18, 20, 29};
    double[] expected = {
      10.8771937909,
      43.5087751635,
      62.1222792661,
      38.2140931256,
      34.5541028999,
      40.1140546229,
      47.6354398647,
      54.6359138632,
      31.1667858871
    };
    for (int i = 0; i < rows.length; i++) {
      assertThat(weights[rows[i]]).isCloseTo(expected[i], Percentage.withPercentage(1e-7));
    }
    assertThat(result.report().converged()).isTrue();
    assertThat(result.report().atLimit()).isZero();
    assertThat(result.report().largestDeviation()).isLessThan(1e-12);
    assertThat(result.report().smallestWeight()).isCloseTo(0.279699268908, within(1e-9));
    assertThat(result.report().largestWeight()).isCloseTo(1.886226524184, within(1e-9));
    assertThat(result.report().effectiveSizeAfter()).isCloseTo(24.9109275434, within(1e-7));
  }

  @Test
  void limitsCutExtremeWeightsAndTheTotalsHoldNonetheless() {
    var limits = new RakingLimits(0.4, 2, 1e-6, 1000);
    var result =
        Raking.rake(SAMPLE, List.of(areas(400., 350., 250.), strata(300., 250., 450.)), limits);
    var report = result.report();
    assertThat(report.converged()).isTrue();
    assertThat(report.atLimit()).isPositive();
    assertThat(report.smallestWeight()).isGreaterThanOrEqualTo(0.4 - 1e-5);
    assertThat(report.largestWeight()).isLessThanOrEqualTo(2 + 1e-5);
    assertThat(sum(result.weights(), AREAS, 'C')).isCloseTo(250, within(1e-3));
    assertThat(sum(result.weights(), STRATA, 'm')).isCloseTo(450, within(1e-3));
  }

  @Test
  void limitsThatAreTooTightAreReported() {
    var limits = new RakingLimits(0.8, 1.2, 1e-6, 50);
    var result = Raking.rake(SAMPLE, List.of(areas(100., 100., 800.)), limits);
    assertThat(result.report().converged()).isFalse();
    assertThat(result.report().rounds()).isEqualTo(50);
    assertThat(result.report().largestDeviation()).isGreaterThan(0.1);
    double mean = 1000.0 / 30;
    assertThat(Arrays.stream(result.weights()))
        .allMatch(w -> w >= 0.8 * mean - 1e-9 && w <= 1.2 * mean + 1e-9);
  }

  @Test
  void respondentsOfUnknownCategoryKeepTheirShare() {
    // Of weight 10 the category of 2 is not known: 0.8 of the totals are spread over the others.
    var sample = SampleColumns.simple(new double[] {2, 3, 3, 2});
    var result =
        Raking.rake(sample, List.of(margin("ab", "aab?", 600., 400.)), RakingLimits.UNLIMITED);
    assertThat(result.weights()).containsExactly(new double[] {192, 288, 320, 200}, within(1e-6));
  }

  @Test
  void weightsOfZeroStayZero() {
    var sample = SampleColumns.simple(new double[] {1, 0, 1});
    var result = Raking.rake(sample, List.of(margin("ab", "aab", 6., 4.)), RakingLimits.DEFAULT);
    assertThat(result.weights()).containsExactly(new double[] {6, 0, 4}, within(1e-6));
  }

  @Test
  void marginsThatCannotBeMetAreRefused() {
    var sample = SampleColumns.simple(new double[] {1, 1, 1, 1});
    // a and x are the same people, yet shall be 70 % and 20 %.
    var contradicting = List.of(margin("ab", "aabb", 70., 30.), margin("xy", "xxyy", 20., 80.));
    refused(
        "margins-contradict",
        "%",
        () -> Raking.rake(sample, contradicting, RakingLimits.UNLIMITED));
    refused("margins-missing", "", () -> Raking.rake(sample, List.of(), RakingLimits.DEFAULT));
    refused(
        "margin-totals-differ",
        "Rand xy",
        () ->
            Raking.rake(
                sample,
                List.of(margin("ab", "aabb", 70., 30.), margin("xy", "xyxy", 50., 51.)),
                RakingLimits.DEFAULT));
    refused(
        "margin-category-empty",
        "c",
        () ->
            Raking.rake(sample, List.of(margin("abc", "aabb", 1., 1., 1.)), RakingLimits.DEFAULT));
    refused(
        "margin-category-excluded",
        "b",
        () -> Raking.rake(sample, List.of(margin("ab", "aabb", 1., 0.)), RakingLimits.DEFAULT));
    refused(
        "margin-unknown-all",
        "Rand ab",
        () -> Raking.rake(sample, List.of(margin("ab", "????", 1., 1.)), RakingLimits.DEFAULT));
    refused("margin-total-invalid", "a", () -> margin("ab", "aabb", -1., 1.));
    refused("margin-total-invalid", "0", () -> margin("ab", "aabb", 0., 0.));
    assertThatThrownBy(
            () -> Raking.rake(sample, List.of(margin("a", "aaa", 1.)), RakingLimits.DEFAULT))
        .hasMessageContaining("3 of 4");
  }

  @Test
  void totalsThatDifferByRoundingAreScaled() {
    var sample = SampleColumns.simple(new double[] {1, 1, 1, 1});
    var result =
        Raking.rake(
            sample,
            List.of(margin("ab", "aabb", 5000., 5000.), margin("xy", "xyxy", 4000., 6001.)),
            RakingLimits.DEFAULT);
    assertThat(Arrays.stream(result.weights()).sum()).isCloseTo(10000, within(0.1));
    assertThat(result.report().converged()).isTrue();
  }
}
