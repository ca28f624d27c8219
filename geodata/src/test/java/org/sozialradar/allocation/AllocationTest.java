package org.sozialradar.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.allocation.Allocations.areas;
import static org.sozialradar.allocation.Allocations.kind;
import static org.sozialradar.allocation.Allocations.question;
import static org.sozialradar.allocation.Allocations.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
  private static final double NO_BUDGET = Double.POSITIVE_INFINITY;

  private static AllocationResult knapsack(double budget, int[] weights, int[] profits) {
    var kinds = new ArrayList<UnitKind>();
    for (int i = 0; i < weights.length; i++) {
      kinds.add(new UnitKind("item" + i, 1, profits[i], weights[i], 0, List.of()));
    }
    return Allocation.of(question(areas(1e6), kinds, rules(0, AllocationRules.NO_CAP, budget)));
  }

  /**
   * Problems P01 and P02 of J. Burkardt, KNAPSACK_01: Data for the 01 Knapsack Problem, Florida
   * State University, with their optimal solutions; P01 is of Kreher and Stinson, Combinatorial
   * Algorithms.
   */
  @Test
  void publishedKnapsacksHaveTheirPublishedOptimum() {
    var first =
        knapsack(
            165,
            new int[] {23, 31, 29, 44, 53, 38, 63, 85, 89, 82},
            new int[] {92, 57, 49, 68, 60, 43, 67, 84, 87, 72});
    assertThat(first.covered()).isCloseTo(309, within(1e-6));
    assertThat(first.cost()).isEqualTo(165);
    assertThat(first.isProven()).isTrue();
    assertThat(first.used().entrySet().stream().filter(one -> one.getValue() > 0))
        .extracting(one -> one.getKey())
        .containsExactly("item0", "item1", "item2", "item3", "item5");
    var second = knapsack(26, new int[] {12, 7, 11, 8, 9}, new int[] {24, 13, 23, 15, 16});
    assertThat(second.covered()).isCloseTo(51, within(1e-6));
    assertThat(second.isProven()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothingAmongAllAllocationsCoversMore(int seed) {
    var question = Enumeration.random(new Random(seed));
    var best = Enumeration.best(question);
    if (best.isEmpty()) {
      assertThat(Infeasible.rules(question)).isNotEmpty();
      return;
    }
    var result = Allocation.of(question);
    assertThat(result.isProven()).as("gap %s", result.gap()).isTrue();
    assertThat(result.covered()).isCloseTo(best.getAsDouble(), within(1e-5));
    assertThat(result.cost()).isLessThanOrEqualTo(question.rules().budget());
    assertThat(result.areas().stream().mapToDouble(AllocationResult.Served::covered).sum())
        .isCloseTo(result.covered(), within(1e-6));
    for (var price : result.prices()) {
      assertThat(price.price()).isNotNegative();
      var free = question.with(question.rules().without(price.rule()));
      assertThat(price.covered()).isCloseTo(Enumeration.best(free).orElseThrow(), within(1e-5));
    }
  }

  @Test
  void moreUnitsNeverCoverLess() {
    var demand = areas(13, 7, 2, 9, 5, 30);
    double before = 0;
    for (int number = 0; number < 12; number++) {
      var result =
          Allocation.of(
              question(
                  demand,
                  List.of(kind("team", number, 4), kind("pump", 2, 11)),
                  rules(0, 3, NO_BUDGET)));
      assertThat(result.covered()).isGreaterThanOrEqualTo(before - 1e-6);
      before = result.covered();
    }
    assertThat(before).isGreaterThan(22);
  }

  @Test
  void theOrderAndTheNamesOfAreasChangeNothing() {
    var demand = new ArrayList<>(areas(13, 7, 2, 9, 5, 30));
    var kinds = List.of(kind("team", 5, 4), kind("pump", 2, 11));
    var rules = rules(1, 3, NO_BUDGET);
    var first = Allocation.of(question(demand, kinds, rules));
    Collections.shuffle(demand, new Random(7));
    var shuffled = Allocation.of(question(demand, kinds, rules));
    assertThat(shuffled.areas()).isEqualTo(first.areas());
    var renamed =
        demand.stream()
            .map(
                one ->
                    Allocations.area(
                        "B" + (9 - one.code().value().charAt(1) + '0'),
                        one.district().value(),
                        one.demand()))
            .toList();
    assertThat(Allocation.of(question(renamed, kinds, rules)).covered())
        .isCloseTo(first.covered(), within(1e-6));
  }

  @Test
  void aRuleCostsWhatItKeepsFromBeingCovered() {
    // Without rules both teams go to A0, where 100 wait; the minimum sends one to D1 with 4.
    var result =
        Allocation.of(
            question(areas(100, 1, 4, 3), List.of(kind("team", 2, 10)), rules(1, 9, NO_BUDGET)));
    assertThat(result.covered()).isCloseTo(14, within(1e-6));
    assertThat(result.prices()).hasSize(2);
    assertThat(result.prices().get(0).rule()).isEqualTo(AllocationRules.Rule.MINIMUM_PER_DISTRICT);
    assertThat(result.prices().get(0).price()).isCloseTo(6, within(1e-6));
    assertThat(result.prices().get(1).price()).isZero();
    assertThat(result.prices()).allMatch(AllocationResult.Price::isProven);
  }

  @Test
  void whatWouldCoverNothingStaysAtHome() {
    var result =
        Allocation.of(question(areas(10, 5), List.of(kind("team", 50, 4)), AllocationRules.NONE));
    assertThat(result.covered()).isCloseTo(15, within(1e-6));
    assertThat(result.used()).containsEntry("team", 5);
    assertThat(result.isProven()).isTrue();
    assertThat(result.areas().get(0).units()).containsEntry("team", 3);
  }

  @Test
  void unitsWithoutLimitCoverAllWithinTheirRadius() {
    // In the row 5 1 1 1 5 1 9 a unit that reaches one step covers most at A5: 5 + 1 + 9.
    var areas = areas(5, 1, 1, 1, 5, 1, 9);
    var one = new UnitKind("mast", 1, Double.POSITIVE_INFINITY, 0, 1, List.of());
    var result = Allocation.of(question(areas, List.of(one), AllocationRules.NONE));
    assertThat(result.covered()).isCloseTo(15, within(1e-6));
    assertThat(result.areas().get(5).units()).containsEntry("mast", 1);
    assertThat(result.areas().get(6).covered()).isCloseTo(9, within(1e-6));
    assertThat(result.isProven()).isTrue();
  }

  @Test
  void unitsFromASiteGoNoFartherThanTheirRadius() {
    var areas = areas(5, 1, 1, 1, 50);
    var team = new UnitKind("team", 3, 10, 0, 2, List.of("A1"));
    var result = Allocation.of(question(areas, List.of(team), AllocationRules.NONE));
    assertThat(result.areas().get(4).covered()).isZero();
    assertThat(result.covered()).isCloseTo(7, within(1e-6));
  }

  @Test
  void areasThatMostDrawsChooseAreSaid() {
    var areas = areas(100, 20, 20, 1);
    var question =
        new AllocationQuestion(
            areas,
            List.of(kind("team", 2, 10)),
            Allocations.line(4),
            rules(0, 1, NO_BUDGET),
            DemandDraws.independent(areas, 200, 3),
            Allocations.PATIENT);
    var result = Allocation.of(question);
    assertThat(result.areas().get(0).chosen()).isCloseTo(1, within(1e-9));
    assertThat(result.areas().get(3).chosen()).isZero();
    assertThat(result.areas().get(1).chosen() + result.areas().get(2).chosen())
        .isCloseTo(1, within(1e-9));
    assertThat(result.firmness()).isBetween(0.95, 1.0);
    assertThat(Allocation.of(question)).isEqualTo(result);
    assertThat(DemandDraws.independent(areas, 200, 4)).isNotEqualTo(question.scenarios());
  }

  @Test
  void aSearchThatIsEndedTellsTheGap() {
    var kinds = List.of(kind("team", 9, 7), kind("pump", 5, 17), kind("boat", 3, 29));
    var limited =
        new AllocationQuestion(
            areas(31, 37, 41, 43, 47, 53, 59, 61),
            kinds,
            Allocations.line(8),
            rules(1, 2, 11.5),
            List.of(),
            SearchLimits.ofWork(1));
    var result = Allocation.of(limited);
    var whole =
        Allocation.of(
            new AllocationQuestion(
                limited.areas(),
                kinds,
                limited.travel(),
                limited.rules(),
                List.of(),
                Allocations.PATIENT));
    assertThat(whole.isProven()).isTrue();
    assertThat(result.bound()).isGreaterThanOrEqualTo(whole.covered() - 1e-6);
    assertThat(result.covered()).isLessThanOrEqualTo(whole.covered() + 1e-6);
  }

  @Test
  void straightLinesAreMeasuredOnTheEllipsoid() {
    // One degree of the equator, and a quarter of the meridian up to 45° (WGS 84: 4 984 944.378 m).
    var travel =
        Travel.straight(
            java.util.Map.of(
                "a", List.of(0.0, 0.0), "b", List.of(1.0, 0.0), "c", List.of(0.0, 45.0)));
    assertThat(travel.between("a", "b")).isCloseTo(111_319.491, within(0.01));
    assertThat(travel.between("a", "c")).isCloseTo(4_984_944.378, within(500.0));
    assertThat(travel.between("a", "a")).isZero();
    assertThat(travel.between("a", "moon")).isInfinite();
  }
}
