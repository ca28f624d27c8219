package org.sozialradar.allocation;

import java.util.List;
import java.util.Map;

/**
 * A kind of unit, such as teams, generators or pallets of sandbags.
 *
 * @param id its id
 * @param number how many there are, ≥ 0
 * @param capacity demand that one unit serves, &gt; 0; infinite if it serves whatever it reaches
 * @param cost of one unit, ≥ 0, in the unit of the budget
 * @param radius how far a unit reaches, ≥ 0, in the unit of {@link Travel}; 0: the area it is in
 * @param sites places where units start. If there are any, a unit goes from one of them to an area
 *     within the radius and serves that area alone. If there are none, it may stand in the middle
 *     of any area and serves all areas whose middle is within the radius, up to its capacity
 */
public record UnitKind(
    String id, int number, double capacity, double cost, double radius, List<String> sites) {
  /**
   * Checks the numbers.
   *
   * @throws InvalidAllocationException {@code number-negative}, {@code capacity-not-positive},
   *     {@code cost-negative}, {@code radius-negative}, {@code sites-without-radius}
   */
  public UnitKind {
    sites = List.copyOf(sites);
    require(number >= 0, "number-negative", id, number);
    require(capacity > 0, "capacity-not-positive", id, capacity);
    require(cost >= 0 && Double.isFinite(cost), "cost-negative", id, cost);
    require(radius >= 0 && Double.isFinite(radius), "radius-negative", id, radius);
    require(sites.isEmpty() || radius > 0, "sites-without-radius", id, radius);
  }

  private static void require(boolean fits, String code, String id, double value) {
    if (!fits) {
      throw new InvalidAllocationException(
          code, code + ": " + id + " has " + value, Map.of("kind", id, "value", "" + value));
    }
  }

  /** Whether a unit serves other areas than the one it is in. */
  boolean covers() {
    return radius > 0 && sites.isEmpty();
  }
}
