package org.sozialradar.allocation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is there, where it is wanted, and which rules hold.
 *
 * @param areas areas whose demand is known, each once, at most {@value #MOST_AREAS}
 * @param kinds kinds of units, each once, at most {@value #MOST_KINDS}
 * @param travel distances between places
 * @param rules rules besides the numbers of units
 * @param scenarios demands drawn within their errors, at most {@value #MOST_DRAWS} times, each for
 *     all areas in their order; see {@link DemandDraws}
 * @param limits how long the optimum is searched for
 */
public record AllocationQuestion(
    List<AllocationArea> areas,
    List<UnitKind> kinds,
    Travel travel,
    AllocationRules rules,
    List<List<Double>> scenarios,
    SearchLimits limits) {
  /** Most areas. */
  public static final int MOST_AREAS = 1000;

  /** Most kinds of units. */
  public static final int MOST_KINDS = 40;

  /** Most units of all kinds together. */
  public static final int MOST_UNITS = 20_000;

  /** Most draws. */
  public static final int MOST_DRAWS = 1000;

  /**
   * Checks the question.
   *
   * @throws InvalidAllocationException {@code no-areas}, {@code too-many-areas}, {@code
   *     area-twice}, {@code no-demand}, {@code no-kinds}, {@code too-many-kinds}, {@code
   *     kind-twice}, {@code too-many-units}, {@code unknown-district}, {@code unknown-place},
   *     {@code draws-out-of-range}, {@code scenario-unfit}
   */
  public AllocationQuestion {
    areas = List.copyOf(areas);
    kinds = List.copyOf(kinds);
    requireAreas(areas);
    requireKinds(kinds);
    rules.requireKnown(areas.stream().map(AllocationArea::district).collect(Collectors.toSet()));
    requireSites(kinds, travel);
    scenarios = List.copyOf(scenarios);
    requireAtMost("draws-out-of-range", scenarios.size(), MOST_DRAWS);
    int size = areas.size();
    require(
        scenarios.stream()
            .allMatch(one -> one.size() == size && one.stream().allMatch(x -> x >= 0 && x < 1e300)),
        "scenario-unfit",
        "");
  }

  private static void requireAreas(List<AllocationArea> areas) {
    require(!areas.isEmpty(), "no-areas", "");
    requireAtMost("too-many-areas", areas.size(), MOST_AREAS);
    var seen = new HashSet<>();
    areas.forEach(one -> require(seen.add(one.code()), "area-twice", one.code().value()));
    require(areas.stream().anyMatch(one -> one.demand() > 0), "no-demand", "");
  }

  private static void requireKinds(List<UnitKind> kinds) {
    require(!kinds.isEmpty(), "no-kinds", "");
    requireAtMost("too-many-kinds", kinds.size(), MOST_KINDS);
    var seen = new HashSet<>();
    kinds.forEach(one -> require(seen.add(one.id()), "kind-twice", one.id()));
    requireAtMost("too-many-units", kinds.stream().mapToLong(UnitKind::number).sum(), MOST_UNITS);
  }

  private static void requireSites(List<UnitKind> kinds, Travel travel) {
    for (var kind : kinds) {
      kind.sites().forEach(site -> require(travel.knows(site), "unknown-place", site));
    }
  }

  private static void requireAtMost(String code, long number, long most) {
    if (number > most) {
      throw new InvalidAllocationException(
          code,
          code + ": " + number + ", at most " + most,
          Map.of("value", Long.toString(number), "most", Long.toString(most)));
    }
  }

  private static void require(boolean fits, String code, String what) {
    if (!fits) {
      throw new InvalidAllocationException(code, code + " " + what, Map.of("value", what));
    }
  }

  /** The same question with other rules. */
  AllocationQuestion with(AllocationRules others) {
    return new AllocationQuestion(areas, kinds, travel, others, scenarios, limits);
  }
}
