package org.sozialradar.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sozialradar.allocation.Allocations.area;
import static org.sozialradar.allocation.Allocations.areas;
import static org.sozialradar.allocation.Allocations.kind;
import static org.sozialradar.allocation.Allocations.question;
import static org.sozialradar.allocation.Allocations.rules;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class InvalidAllocationTest {
  private static final List<UnitKind> TEAMS = List.of(kind("team", 2, 10));

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidAllocationException.class, one -> assertThat(one.code()).isEqualTo(code));
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    refused("demand-invalid", () -> areas(-1));
    refused("demand-invalid", () -> areas(Double.NaN));
    refused("number-negative", () -> kind("a", -1, 1));
    refused("capacity-not-positive", () -> kind("a", 1, 0));
    refused("cost-negative", () -> new UnitKind("a", 1, 1, -1, 0, List.of()));
    refused("radius-negative", () -> new UnitKind("a", 1, 1, 0, -1, List.of()));
    refused("sites-without-radius", () -> new UnitKind("a", 1, 1, 0, 0, List.of("A0")));
    refused("distance-negative", () -> new Travel.Leg("A0", "A1", -1));
    refused("minimum-negative", () -> rules(-1, 1, 1));
    refused("cap-negative", () -> rules(0, -1, 1));
    refused("budget-not-positive", () -> rules(0, 1, 0));
    refused("limits-invalid", () -> SearchLimits.ofWork(0));
  }

  @Test
  void questionsThatDoNotFitAreRefused() {
    var none = AllocationRules.NONE;
    refused("no-areas", () -> question(List.of(), TEAMS, none));
    refused("no-demand", () -> question(areas(0, 0), TEAMS, none));
    refused("no-kinds", () -> question(areas(1), List.of(), none));
    refused("kind-twice", () -> question(areas(1), List.of(TEAMS.get(0), TEAMS.get(0)), none));
    refused(
        "area-twice",
        () -> question(List.of(area("A0", "D0", 1), area("A0", "D0", 2)), TEAMS, none));
    refused("too-many-areas", () -> question(areas(new double[1001]), TEAMS, none));
    refused(
        "too-many-kinds", () -> question(areas(1), Collections.nCopies(41, TEAMS.get(0)), none));
    refused("too-many-units", () -> question(areas(1), List.of(kind("a", 20_001, 1)), none));
    refused(
        "unknown-district",
        () -> question(areas(1), TEAMS, new AllocationRules(1, Set.of(new AreaCode("D7")), 1, 1)));
    refused(
        "unknown-place",
        () -> question(areas(1), List.of(new UnitKind("a", 1, 1, 0, 1, List.of("moon"))), none));
    var areas = areas(1);
    refused(
        "draws-out-of-range",
        () ->
            new AllocationQuestion(
                areas,
                TEAMS,
                Allocations.line(1),
                none,
                Collections.nCopies(1001, List.of(1.0)),
                SearchLimits.ofWork()));
    refused(
        "scenario-unfit",
        () ->
            new AllocationQuestion(
                areas,
                TEAMS,
                Allocations.line(1),
                none,
                List.of(List.of(-1.0)),
                SearchLimits.ofWork()));
  }

  @Test
  void rulesThatContradictEachOtherAreNamedAndNoOthers() {
    // Two teams for three districts; the budget has nothing to do with it.
    assertThat(Infeasible.rules(question(areas(1, 1, 1, 1, 1), TEAMS, rules(1, 5, 100))))
        .isEqualTo("number:team, minimum:D0, minimum:D1, minimum:D2");
    // One team costs more than there is.
    assertThat(
            Infeasible.rules(
                question(
                    areas(1, 1),
                    List.of(new UnitKind("team", 5, 1, 3, 0, List.of())),
                    rules(1, 5, 2))))
        .isEqualTo("minimum:D0, budget");
    // No unit may stand anywhere.
    assertThat(Infeasible.rules(question(areas(1, 1), TEAMS, rules(1, 0, 2))))
        .isEqualTo("minimum:D0, cap");
    // The only site reaches the first district alone.
    var near = List.of(new UnitKind("team", 5, 1, 1, 1, List.of("A0")));
    assertThat(Infeasible.rules(question(areas(1, 1, 1), near, rules(1, 5, 100))))
        .isEqualTo("minimum:D1");
  }
}
