package org.sozialradar.allocation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;

/**
 * Where units go.
 *
 * @param question what was asked
 * @param areas all areas by code
 * @param used how many units of each kind are used; what would cover nothing and no rule asks for
 *     stays where it is
 * @param cost of the units that are used
 * @param covered demand that is covered
 * @param demand all demand
 * @param bound no allocation under these rules covers more
 * @param prices what each rule costs, in the order of {@link AllocationRules.Rule}
 * @param late whether a guard of time ended a search, so that another run may find more; else the
 *     same question has the same answer
 * @param firmness share of the draws' covered demand that the nominal allocation reaches, the mean
 *     over draws of (covered by the nominal allocation) / (covered by the draw's own); NaN without
 *     draws
 */
public record AllocationResult(
    AllocationQuestion question,
    List<Served> areas,
    SortedMap<String, Integer> used,
    double cost,
    double covered,
    double demand,
    double bound,
    List<Price> prices,
    boolean late,
    double firmness) {
  /** Gaps up to this share of the covered demand are rounding errors of the solver. */
  static final double ROUNDING = 1e-6;

  /**
   * An area.
   *
   * @param units units that stand in it, by kind; kinds without one are left out
   * @param covered demand of it that is covered, from wherever
   * @param chosen share of the draws in which at least one unit stands in it; NaN without draws
   */
  public record Served(
      AreaCode code,
      double demand,
      double covered,
      SortedMap<String, Integer> units,
      double chosen) {
    public Served {
      units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }
  }

  /**
   * What a rule costs.
   *
   * @param covered demand that could be covered without it
   * @param bound no allocation without it covers more
   * @param price demand that stays uncovered because of it, ≥ 0
   */
  public record Price(AllocationRules.Rule rule, double covered, double bound, double price) {
    /** Whether the demand without the rule is a proven optimum. */
    public boolean isProven() {
      return bound - covered <= ROUNDING * bound;
    }

    /** Whether the price is no more than rounding errors of the solver. */
    public boolean isNothing() {
      return price <= ROUNDING * covered;
    }
  }

  public AllocationResult {
    areas = List.copyOf(areas);
    used = Collections.unmodifiableSortedMap(new TreeMap<>(used));
    prices = List.copyOf(prices);
  }

  /** Whether nothing can cover more, up to rounding errors of the solver (10⁻⁶). */
  public boolean isProven() {
    return gap() <= ROUNDING;
  }

  /** By how much of the bound the covered demand may fall short of the optimum, 0..1. */
  public double gap() {
    return bound > 0 ? Math.max(0, (bound - covered) / bound) : 0;
  }
}
