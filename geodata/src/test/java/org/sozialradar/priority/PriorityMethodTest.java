package org.sozialradar.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.priority.Priorities.area;
import static org.sozialradar.priority.Priorities.capacity;
import static org.sozialradar.priority.Priorities.column;
import static org.sozialradar.priority.Priorities.exact;
import static org.sozialradar.priority.Priorities.hazard;
import static org.sozialradar.priority.Priorities.input;
import static org.sozialradar.priority.Priorities.need;
import static org.sozialradar.priority.Priorities.question;
import static org.sozialradar.priority.Priorities.scores;
import static org.sozialradar.priority.Priorities.sum;
import static org.sozialradar.priority.Priorities.support;

import org.junit.jupiter.api.Test;
import org.sozialradar.composite.IndexIndicator.Direction;

/** Scores against published numbers, or numbers that were computed apart from this code. */
class PriorityMethodTest {
  /**
   * Four fighter aircraft: speed, range, payload, cost, reliability, manoeuvrability (Hwang and
   * Yoon 1981, Multiple Attribute Decision Making, example of TOPSIS).
   */
  private static final double[][] AIRCRAFT = {
    {2.0, 1500, 20_000, 5.5, 5, 9},
    {2.5, 2700, 18_000, 6.5, 3, 5},
    {1.8, 2000, 21_000, 4.5, 7, 7},
    {2.2, 1800, 20_000, 5.0, 5, 5}
  };

  private static PriorityInput four() {
    return input(
        4,
        "poverty",
        exact(10, 20, 40, 25),
        "flood",
        exact(.1, .5, .3, 0),
        "help",
        exact(3.2, 2.8, 3.0, 2.5),
        "shelters",
        exact(5, 1, 2, 4));
  }

  private static PriorityQuestion fourCriteria(PriorityMethod method) {
    return question(
        method,
        need("poverty", .4),
        hazard("flood", .2),
        support("help", .3),
        capacity("shelters", .1));
  }

  @Test
  void topsisGivesTheNumbersOfHwangAndYoon() {
    var result =
        Prioritisation.of(
            question(
                new PriorityMethod.Topsis(),
                need("speed", .2),
                need("range", .1),
                need("payload", .1),
                new Criterion("cost", Role.NEED, Direction.LOWERS, .1),
                need("reliability", .2),
                need("manoeuvrability", .3)),
            input(
                4,
                "speed",
                exact(column(AIRCRAFT, 0)),
                "range",
                exact(column(AIRCRAFT, 1)),
                "payload",
                exact(column(AIRCRAFT, 2)),
                "cost",
                exact(column(AIRCRAFT, 3)),
                "reliability",
                exact(column(AIRCRAFT, 4)),
                "manoeuvrability",
                exact(column(AIRCRAFT, 5))));
    assertThat(scores(result)).containsExactly(new double[] {.643, .268, .613, .312}, within(6e-4));
    assertThat(result.areas()).extracting(one -> one.rank().nominal()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void weightedSumAddsPlacesOnTheScales() {
    var result = Prioritisation.of(fourCriteria(new PriorityMethod.WeightedSum()), four());
    assertThat(scores(result))
        .containsExactly(
            new double[] {.04, .604761904761905, .6807142857142858, .525}, within(1e-12));
    assertThat(area(result, 2).contributions())
        .hasEntrySatisfying("poverty", x -> assertThat(x).isCloseTo(.4, within(1e-12)))
        .hasEntrySatisfying("flood", x -> assertThat(x).isCloseTo(.12, within(1e-12)));
  }

  @Test
  void twoAxesCountAlikeWhateverTheirWeights() {
    var result = Prioritisation.of(fourCriteria(new PriorityMethod.TwoAxes()), four());
    assertThat(scores(result))
        .containsExactly(
            new double[] {
              .03333333333333334, .6170634920634923, .6342261904761906, .5729166666666667
            },
            within(1e-12));
    var third = area(result, 2);
    assertThat((third.need() + 1 - third.help()) / 2).isCloseTo(third.score(), within(1e-12));
  }

  @Test
  void productFollowsItsVisibleFormula() {
    var formula = new PriorityMethod.Product(1.5, 1, 2, .6);
    var result = Prioritisation.of(fourCriteria(formula), four());
    assertThat(scores(result))
        .containsExactly(
            new double[] {
              .00015178015258919729, .2215030612244899, .19291600114331695, .00039776640625
            },
            within(1e-12));
  }

  @Test
  void contributionsAddUpAsTheMethodSays() {
    for (var method :
        new PriorityMethod[] {
          new PriorityMethod.TwoAxes(), new PriorityMethod.WeightedSum(),
          new PriorityMethod.Topsis(), new PriorityMethod.Product(1.5, .5, 2, .6)
        }) {
      for (var area : Prioritisation.of(fourCriteria(method), four()).areas()) {
        boolean log = method.decomposition() == PriorityMethod.Decomposition.LOGARITHM;
        double whole = log ? Math.log(area.score()) : area.score();
        assertThat(sum(area.contributions())).as(method.id()).isCloseTo(whole, within(1e-12));
      }
    }
  }

  @Test
  void ordersOfMethodsAreHeldAgainstEachOther() {
    var exposure = new PriorityMethod.Product(5, 0, 0, 0);
    var result = Prioritisation.of(fourCriteria(exposure), four());
    assertThat(result.agreement()).containsOnlyKeys("two-axes", "weighted-sum", "topsis");
    assertThat(result.disagreement())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.ranks()).hasSize(4).containsKey("product"));
    assertThat(result.disagreement())
        .extracting(PriorityResult.Disagreement::spread)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void ranksWithoutSupportLeaveItOut() {
    var result = Prioritisation.of(fourCriteria(new PriorityMethod.WeightedSum()), four());
    // 0.4 poverty + 0.2 flood + 0.1 shelters: 0.04, 0.433, 0.595, 0.225.
    assertThat(result.areas().stream().sorted(java.util.Comparator.comparing(PriorityArea::code)))
        .extracting(PriorityArea::rankWithoutSupport)
        .containsExactly(4, 2, 1, 3);
    var alone =
        Prioritisation.of(
            question(new PriorityMethod.WeightedSum(), support("help", 1)),
            input(2, "help", exact(1, 2)));
    assertThat(alone.areas()).allMatch(area -> area.rankWithoutSupport() == 0);
    assertThat(alone.areas()).allMatch(area -> Double.isNaN(area.need()));
  }
}
