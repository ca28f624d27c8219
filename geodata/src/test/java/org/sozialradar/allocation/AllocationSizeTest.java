package org.sozialradar.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.allocation.Allocations.country;
import static org.sozialradar.allocation.Allocations.rules;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions of the size of a state: 418 areas in 16 districts. */
class AllocationSizeTest {
  private static UnitKind kind(String id, int number, double capacity, double cost, double radius) {
    return new UnitKind(id, number, capacity, cost, radius, List.of());
  }

  @Test
  void threeKindsOfUnitsWithAllRules() {
    var kinds =
        List.of(
            kind("team", 60, 500, 4, 0),
            kind("generator", 40, 1200, 9, 0),
            kind("sandbags", 150, 150, 1, 0));
    var result = Allocation.of(country(kinds, rules(2, 6, 600), 20));
    // What units could cover if all were used in full: 23 teams, 40 generators, 148 pallets.
    assertThat(result.covered()).isEqualTo(81_700);
    assertThat(result.isProven()).isTrue();
    assertThat(result.late()).isFalse();
    assertThat(result.cost()).isLessThanOrEqualTo(600);
    assertThat(result.used()).containsOnlyKeys("generator", "sandbags", "team");
    assertThat(result.firmness()).isBetween(0.9, 1.0);
    assertThat(result.areas()).hasSize(418).allMatch(one -> one.covered() <= one.demand() + 1e-6);
    assertThat(result.prices()).hasSize(3).allMatch(one -> one.price() >= 0);
  }

  @Test
  void unitsWithARadiusAndNoLimitOfCapacity() {
    double all = Double.POSITIVE_INFINITY;
    var kinds =
        List.of(
            kind("mast", 5, all, 1, 15_000),
            kind("tower", 3, all, 1, 25_000),
            kind("siren", 6, all, 1, 10_000));
    var result = Allocation.of(country(kinds, rules(0, 1, all), 20));
    assertThat(result.isProven()).isTrue();
    assertThat(result.covered()).isLessThanOrEqualTo(result.bound());
    assertThat(result.covered()).isGreaterThan(result.demand() / 2);
  }
}
