package org.sozialradar.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.priority.Priorities.exact;
import static org.sozialradar.priority.Priorities.input;
import static org.sozialradar.priority.Priorities.need;
import static org.sozialradar.priority.Priorities.support;
import static org.sozialradar.priority.Priorities.withError;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/** Draws against probabilities that have a formula. */
class PriorityDrawsTest {
  private static final int MANY = 10_000;

  /** Four standard deviations of a share of one half in so many draws. */
  private static final double CLOSE = 4 * Math.sqrt(.25 / MANY);

  private static PriorityResult draw(int first, PriorityInput input, Criterion... criteria) {
    return Prioritisation.of(
        new PriorityQuestion(List.of(criteria), new PriorityMethod.WeightedSum(), MANY, 3, first),
        input);
  }

  @Test
  void independentErrorsGiveTheNormalProbability() {
    // The difference 1 has the standard error √2: Φ(0.7071) = 0.7602.
    var result = draw(2, input(3, "a", withError(1, 0, 1, -9)), need("a", 1));
    assertThat(result.pairs()).hasSize(1);
    assertThat(result.pairs().get(0).probability()).isCloseTo(.7602, within(CLOSE));
    assertThat(result.pairs().get(0).isProbablyDifferent()).isFalse();
  }

  @Test
  void errorsThatAreSharedDoNotChangeTheOrder() {
    var shared =
        withError(1, 0, 1, -9)
            .sharing(List.of(new double[] {1}, new double[] {1}, new double[] {1}));
    var result = draw(2, input(3, "a", shared), need("a", 1));
    assertThat(result.pairs().get(0).probability()).isEqualTo(1);
    assertThat(result.pairs().get(0).isProbablyDifferent()).isTrue();
    assertThat(shared.standardError(1)).isCloseTo(1, within(1e-12));
    // Half of the variance shared: the difference has the standard error 1, Φ(1) = 0.8413.
    double half = Math.sqrt(.5);
    var partly =
        withError(1, 0, 1, -9)
            .sharing(List.of(new double[] {half}, new double[] {half}, new double[] {half}));
    var other = draw(2, input(3, "a", partly), need("a", 1));
    assertThat(other.pairs().get(0).probability()).isCloseTo(.8413, within(CLOSE));
  }

  @Test
  void weightsAreDrawnAroundThoseGiven() {
    // The first is ahead if a weighs more than b; Beta(50, 50) is symmetric, Beta(60, 40) has
    // P(w > 0.5) = 0.9783 (regularised incomplete beta function).
    var input = input(2, "a", exact(1, 0), "b", exact(0, 1));
    assertThat(draw(1, input, need("a", 1), need("b", 1)).areas().get(0).topProbability())
        .isCloseTo(.5, within(CLOSE));
    assertThat(draw(1, input, need("a", 3), need("b", 2)).areas().get(0).topProbability())
        .isCloseTo(BETA_60_40, within(CLOSE));
  }

  /** 1 − I(0.5; 60, 40). */
  private static final double BETA_60_40 = binomialTail(99, 60);

  /** I(½; a, b) = P(Bin(a + b − 1, ½) ≥ a), so 1 − I is the chance of fewer than a. */
  private static double binomialTail(int trials, int a) {
    double sum = 0;
    double term = Math.pow(.5, trials);
    for (int k = 0; k < a; k++) {
      sum += term;
      term = term * (trials - k) / (k + 1);
    }
    return sum;
  }

  @Test
  void theSameSeedGivesTheSameAnswerInAnyOrderOfAreas() {
    var values = IntStream.range(0, 40).mapToDouble(i -> i * 17 % 40).toArray();
    var help = IntStream.range(0, 40).mapToDouble(i -> i * 29 % 40).toArray();
    var turned = IntStream.range(0, 40).mapToDouble(i -> values[39 - i]).toArray();
    var turnedHelp = IntStream.range(0, 40).mapToDouble(i -> help[39 - i]).toArray();
    var codes = Priorities.codes(40);
    var reversed = IntStream.range(0, 40).mapToObj(i -> codes.get(39 - i)).toList();
    var question =
        new PriorityQuestion(
            List.of(need("a", .5), support("b", .5)), new PriorityMethod.Topsis(), 1000, 11, 5);
    var one =
        Prioritisation.of(
            question,
            new PriorityInput(codes, Map.of("a", withError(3, values), "b", withError(2, help))));
    var other =
        Prioritisation.of(
            question,
            new PriorityInput(
                reversed, Map.of("a", withError(3, turned), "b", withError(2, turnedHelp))));
    assertThat(other).isEqualTo(one);
    assertThat(one.areas()).anyMatch(area -> area.rank().lower() < area.rank().upper());
  }

  @Test
  void weightsRescaleWithoutEffect() {
    var input = input(3, "a", withError(1, 0, 1, 2), "b", withError(1, 2, 0, 1));
    var one = draw(1, input, need("a", .75), support("b", .25));
    var other = draw(1, input, need("a", 24), support("b", 8));
    assertThat(other.areas()).isEqualTo(one.areas());
    assertThat(other.pairs()).isEqualTo(one.pairs());
  }

  @Test
  void firmOrdersAreFirmAndTheDecidingCriterionStandsFirst() {
    var result = draw(2, input(4, "a", exact(1, 2, 3, 4)), need("a", 1));
    assertThat(result.stability().correlation()).isCloseTo(1, within(1e-9));
    assertThat(result.stability().kept()).isCloseTo(1, within(1e-9));
    var two =
        draw(
            2,
            input(4, "a", exact(1, 2, 3, 4), "b", exact(4, 3.9, 3.8, 4.1)),
            need("a", .8),
            need("b", .2));
    assertThat(two.decisive()).extracting(PriorityResult.Influence::criterion).startsWith("a");
    assertThat(two.decisive().get(0).meanRankChange())
        .isGreaterThan(two.decisive().get(1).meanRankChange());
    var vague = draw(2, input(4, "a", withError(5, 1, 2, 3, 4)), need("a", 1));
    assertThat(vague.stability().kept()).isLessThan(.8);
    assertThat(vague.stability().correlation()).isBetween(0.0, .8);
  }

  @Test
  void meansAddSharedErrorsAndAverageOutTheOthers() {
    var column =
        withError(1, 10, 20, 40)
            .sharing(List.of(new double[] {.6}, new double[] {.6}, new double[] {.6}));
    var mean =
        column.means(
            List.of(
                new CriterionColumn.Mean(List.of(0, 1), List.of(300.0, 100.0)),
                new CriterionColumn.Mean(List.of(2), List.of(50.0))));
    assertThat(mean.value(0)).isCloseTo(12.5, within(1e-12));
    // 0.6² + 0.8² (0.75² + 0.25²) = 0.76.
    assertThat(mean.standardError(0)).isCloseTo(Math.sqrt(.76), within(1e-12));
    assertThat(mean.standardError(1)).isCloseTo(1, within(1e-12));
    var cautious =
        withError(1, 10, 20)
            .sharingAll()
            .means(List.of(new CriterionColumn.Mean(List.of(0, 1), List.of(1.0, 1.0))));
    assertThat(cautious.standardError(0)).isCloseTo(1, within(1e-12));
  }

  @Test
  void aMeanIsMissingAsSoonAsOneOfItsValuesIs() {
    var column =
        CriterionColumn.of(
            List.of(
                Estimate.of(3, ObservationStatus.REPORTED),
                Estimate.missing(ObservationStatus.SUPPRESSED)));
    var mean = column.means(List.of(new CriterionColumn.Mean(List.of(0, 1), List.of(1000.0, 1.0))));
    assertThat(mean.isPresent(0)).isFalse();
  }

  @Test
  void areasWithoutAValueAreNamedAndTakeNoPart() {
    var some =
        CriterionColumn.of(
            List.of(
                Estimate.of(1, ObservationStatus.REPORTED),
                Estimate.of(2, ObservationStatus.REPORTED),
                Estimate.missing(ObservationStatus.SUPPRESSED),
                Estimate.of(4, ObservationStatus.REPORTED)));
    var result = draw(1, input(4, "a", some, "b", exact(1, 2, 1e9, 3)), need("a", 1), need("b", 1));
    assertThat(result.areas()).hasSize(3);
    assertThat(result.unranked())
        .containsExactly(new PriorityResult.Unranked(Priorities.codes(4).get(2), List.of("a")));
    // Its extreme value of b does not stretch the scale of the others.
    assertThat(Priorities.area(result, 1).contributions().get("b")).isCloseTo(.25, within(1e-12));
  }

  @Test
  void criteriaWithoutWeightTakeNoPart() {
    var input = input(3, "a", exact(1, 2, 3), "b", exact(1, 1, 1));
    var result = draw(1, input, need("a", 1), need("b", 0));
    assertThat(result.areas().get(0).contributions()).containsOnlyKeys("a");
  }

  @Test
  void estimatesOfUnknownErrorAreCounted() {
    var column =
        CriterionColumn.of(
            List.of(
                Estimate.of(1, ObservationStatus.ESTIMATED),
                Estimate.of(2, ObservationStatus.LIMITED_PRECISION),
                Estimate.of(3, ObservationStatus.REPORTED)));
    assertThat(draw(1, input(3, "a", column), need("a", 1)).unknownErrors())
        .containsExactly(Map.entry("a", 2));
  }
}
