package org.sozialradar.allocation;

import java.util.Arrays;
import java.util.List;

/**
 * The search for the units that cover most under some rules. A fast allocation comes first; then
 * {@link Totals} and {@link TotalsSearch} lower the bound and try further fast allocations; if they
 * do not prove one to be the best, the mixed-integer program is searched, and the best of all is
 * taken. For one use by one thread.
 */
final class BestSearch {
  private static final double WHOLE = 1e-6;

  /** The root of a larger program alone takes longer than there is time, and heeds no limit. */
  private static final int MOST_VARIABLES = 7000;

  private final Ground ground;
  private final AllocationRules rules;
  private final SearchLimits limits;
  private final int[][] least;
  private int[][] units = new int[0][];
  private double value = -1;
  private boolean late;

  BestSearch(Ground ground, AllocationRules rules, SearchLimits limits) {
    this.ground = ground;
    this.rules = rules;
    this.limits = limits;
    least = new int[ground.kinds.size()][ground.districts.size()];
  }

  /**
   * The best units under some rules, and what nothing under them exceeds.
   *
   * @param late whether the guard of time ended the search, not its end or the limit of work
   */
  record Best(Units placed, double value, double bound, boolean late) {
    static Best of(int[][] units, double value, double bound, boolean late) {
      return new Best(new Units(units), value, bound, late);
    }

    int[][] units() {
      return placed.number();
    }
  }

  /**
   * The best units.
   *
   * @throws InvalidAllocationException {@code infeasible}
   */
  Best best() {
    int[][] minimum = Contradiction.requireNone(ground, rules);
    for (int k = 0; k < least.length; k++) {
      least[k] = minimum[k];
    }
    offer(Greedy.of(ground, rules, ground.demand, least));
    double bound = Math.min(Arrays.stream(ground.demand).sum(), capacity());
    var totals = Totals.of(ground, rules);
    if (totals.isPresent()) {
      bound = Math.min(bound, totals.get().bound());
      offer(totals.get().number(), Units.NONE);
    }
    if (!isReached(bound)) {
      bound = search(bound);
    }
    if (value < 0) {
      throw new IllegalStateException("rules can be kept, but no allocation was found");
    }
    return Best.of(trimmed(units), value, Math.max(bound, value), late);
  }

  private double search(double most) {
    var program = new CoverageProgram(ground, rules, limits);
    long begin = limits.nanos().getAsLong();
    double bound =
        Math.min(
            most,
            TotalsSearch.bound(
                program,
                value,
                this::offer,
                limits.programsFor(program.variables()),
                () -> hasTime(begin)));
    if (isReached(bound) || program.variables() > MOST_VARIABLES) {
      return bound;
    }
    long second = limits.nanos().getAsLong();
    var found = program.search();
    boolean ended = found.isPresent() && found.get().optimal();
    if (!ended) {
      hasTime(second);
    }
    if (found.isEmpty()) {
      return bound;
    }
    offer(found.get().units().number());
    return ended ? Math.min(bound, value) : bound;
  }

  /** Whether the guard lets a search go on; remembers if it did not. */
  private boolean hasTime(long begin) {
    boolean time = limits.nanos().getAsLong() - begin < limits.time().toNanos();
    late |= !time;
    return time;
  }

  private boolean isReached(double bound) {
    return bound - value <= AllocationResult.ROUNDING * bound;
  }

  /** Fast allocations with the numbers and with the whole units of a relaxed solution. */
  private double offer(CoverageProgram.Relaxed relaxed) {
    var number = relaxed.totals().stream().map(one -> (int) Math.floor(one + WHOLE)).toList();
    offer(number, Units.NONE);
    offer(ground.kinds.stream().map(UnitKind::number).toList(), relaxed.whole());
    return value;
  }

  private void offer(List<Integer> number, Units placed) {
    offer(Greedy.of(ground, rules, ground.demand, least, new Greedy.Start(number, placed)));
  }

  /** Keeps units if they keep the rules and cover more than those known. */
  private void offer(int[][] others) {
    if (!keeps(others)) {
      return;
    }
    double covered = Coverage.of(ground, ground.demand, others).total();
    if (covered > value) {
      value = covered;
      units = others;
    }
  }

  private double capacity() {
    return ground.kinds.stream()
        .mapToDouble(kind -> kind.number() == 0 ? 0 : kind.number() * kind.capacity())
        .sum();
  }

  boolean keeps(int[][] units) {
    var inDistrict = new int[ground.districts.size()];
    for (int i = 0; i < ground.demand.length; i++) {
      int here = Units.here(units, i);
      if (here > rules.capPerArea()) {
        return false;
      }
      inDistrict[ground.district[i]] += here;
    }
    for (int d = 0; d < inDistrict.length; d++) {
      if (inDistrict[d] < rules.minimum(ground.districts.get(d))) {
        return false;
      }
    }
    for (int k = 0; k < units.length; k++) {
      if (Arrays.stream(units[k]).sum() > ground.kinds.get(k).number()) {
        return false;
      }
    }
    return Units.cost(ground, units) <= rules.budget() * (1 + 1e-9);
  }

  /** Without units that cover nothing and that no rule asks for. */
  private int[][] trimmed(int[][] units) {
    var coverage = Coverage.of(ground, ground.demand, units);
    var trimmed = Arrays.stream(units).map(int[]::clone).toArray(int[][]::new);
    var spare = new int[ground.districts.size()];
    for (int d = 0; d < spare.length; d++) {
      spare[d] = -rules.minimum(ground.districts.get(d));
    }
    for (int i = 0; i < ground.demand.length; i++) {
      spare[ground.district[i]] += Units.here(units, i);
    }
    for (int k = 0; k < units.length; k++) {
      double capacity = ground.kinds.get(k).capacity();
      for (int i = 0; i < ground.demand.length; i++) {
        double used = coverage.used[k][i];
        double least = 1e-9 * (1 + ground.demand[i]);
        int needed = used <= least ? 0 : (int) Math.max(1, Math.ceil(used / capacity - 1e-9));
        int home = Math.min(Math.max(0, units[k][i] - needed), spare[ground.district[i]]);
        trimmed[k][i] -= home;
        spare[ground.district[i]] -= home;
      }
    }
    return trimmed;
  }
}
