package org.sozialradar.allocation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;

/**
 * Rules that hold besides the numbers of units.
 *
 * @param minimumPerDistrict units, of whatever kind, that stand in each district at least; 0 for no
 *     such rule
 * @param districts the districts for which the minimum holds; empty for all
 * @param capPerArea units, of whatever kind, that stand in one area at most; {@link #NO_CAP} for no
 *     such rule
 * @param budget what all units that are used may cost together; infinite for no such rule
 */
public record AllocationRules(
    int minimumPerDistrict, Set<AreaCode> districts, int capPerArea, double budget) {
  /** No cap per area. */
  public static final int NO_CAP = Integer.MAX_VALUE;

  /** No rule at all. */
  public static final AllocationRules NONE =
      new AllocationRules(0, Set.of(), NO_CAP, Double.POSITIVE_INFINITY);

  /** A family of rules that can be left out. */
  public enum Rule {
    MINIMUM_PER_DISTRICT,
    CAP_PER_AREA,
    BUDGET
  }

  /**
   * Checks the numbers.
   *
   * @throws InvalidAllocationException {@code minimum-negative}, {@code cap-negative}, {@code
   *     budget-not-positive}
   */
  public AllocationRules {
    districts = Set.copyOf(districts);
    require(minimumPerDistrict >= 0, "minimum-negative", minimumPerDistrict);
    require(capPerArea >= 0, "cap-negative", capPerArea);
    require(budget > 0, "budget-not-positive", budget);
  }

  private static void require(boolean fits, String code, double value) {
    if (!fits) {
      throw new InvalidAllocationException(code, code + ": " + value, Map.of("value", "" + value));
    }
  }

  /** The rules that are given. */
  public Set<Rule> given() {
    var given = new TreeSet<Rule>();
    if (minimumPerDistrict > 0) {
      given.add(Rule.MINIMUM_PER_DISTRICT);
    }
    if (capPerArea < NO_CAP) {
      given.add(Rule.CAP_PER_AREA);
    }
    if (budget < Double.POSITIVE_INFINITY) {
      given.add(Rule.BUDGET);
    }
    return given;
  }

  /** The same rules without one. */
  public AllocationRules without(Rule rule) {
    return new AllocationRules(
        rule == Rule.MINIMUM_PER_DISTRICT ? 0 : minimumPerDistrict,
        districts,
        rule == Rule.CAP_PER_AREA ? NO_CAP : capPerArea,
        rule == Rule.BUDGET ? Double.POSITIVE_INFINITY : budget);
  }

  /** Units that stand in a district at least. */
  int minimum(AreaCode district) {
    return districts.isEmpty() || districts.contains(district) ? minimumPerDistrict : 0;
  }

  void requireKnown(Set<AreaCode> known) {
    var unknown =
        districts.stream().filter(one -> !known.contains(one)).map(AreaCode::value).sorted();
    String codes = unknown.collect(Collectors.joining(", "));
    if (!codes.isEmpty()) {
      throw new InvalidAllocationException(
          "unknown-district", "there is no district " + codes, Map.of("district", codes));
    }
  }
}
