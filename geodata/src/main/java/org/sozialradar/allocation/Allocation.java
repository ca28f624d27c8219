package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds where units cover most demand. A fast allocation comes first; if the bound of the relaxed
 * program does not prove it to be the best, the mixed-integer program is searched, and the better
 * of both is taken. In the draws the fast allocation stands for the optimum. Stateless and safe for
 * use by many threads.
 */
public final class Allocation {
  private final AllocationQuestion question;
  private final Ground ground;

  private Allocation(AllocationQuestion question) {
    this.question = question;
    ground = Ground.of(question);
  }

  /** The best units under some rules, and what nothing under them exceeds. */
  private record Best(Units placed, double value, double bound) {
    static Best of(int[][] units, double value, double bound) {
      return new Best(new Units(units), value, bound);
    }

    int[][] units() {
      return placed.number();
    }
  }

  /**
   * The allocation with its proof or gap, the price of each rule and how often areas are chosen.
   *
   * @throws InvalidAllocationException {@code too-many-pairs}, {@code infeasible}
   */
  public static AllocationResult of(AllocationQuestion question) {
    return new Allocation(question).result();
  }

  private AllocationResult result() {
    var best = best(question.rules());
    var freed = new TreeMap<AllocationRules.Rule, Best>();
    for (var rule : question.rules().given()) {
      var free = best(question.rules().without(rule));
      freed.put(rule, free);
      if (free.value() > best.value() && keeps(question.rules(), free.units())) {
        best = Best.of(free.units(), free.value(), Math.max(best.bound(), free.value()));
      }
    }
    var prices = new ArrayList<AllocationResult.Price>();
    for (var free : freed.entrySet()) {
      // What holds with the rule holds without it.
      double value = Math.max(free.getValue().value(), best.value());
      prices.add(
          new AllocationResult.Price(
              free.getKey(),
              value,
              Math.max(free.getValue().bound(), value),
              Math.max(0, value - best.value())));
    }
    var draws = draws(best.units());
    return new AllocationResult(
        question,
        served(best.units(), draws),
        used(best.units()),
        cost(best.units()),
        best.value(),
        Arrays.stream(ground.demand).sum(),
        best.bound(),
        prices,
        draws.firmness());
  }

  private Best best(AllocationRules rules) {
    int[][] least = Contradiction.requireNone(ground, rules);
    int[][] fast = Greedy.of(ground, rules, ground.demand, least);
    double value = keeps(rules, fast) ? value(fast) : -1;
    var program = new CoverageProgram(ground, rules, question.limits());
    double most = Math.min(Arrays.stream(ground.demand).sum(), capacity());
    double bound = Math.min(most, program.bound().orElse(most));
    if (bound - value <= AllocationResult.ROUNDING * bound) {
      return Best.of(trimmed(rules, fast), value, Math.max(bound, value));
    }
    var found = program.search();
    if (found.isPresent() && keeps(rules, found.get().units().number())) {
      double searched = value(found.get().units().number());
      boolean optimal = found.get().optimal();
      if (optimal) {
        bound = Math.min(bound, Math.max(searched, value));
      }
      if (searched > value) {
        return Best.of(
            trimmed(rules, found.get().units().number()), searched, Math.max(bound, searched));
      }
    }
    if (value < 0) {
      throw new IllegalStateException("rules can be kept, but no allocation was found");
    }
    return Best.of(trimmed(rules, fast), value, Math.max(bound, value));
  }

  private double value(int[][] units) {
    return Coverage.of(ground, ground.demand, units).total();
  }

  private double capacity() {
    return ground.kinds.stream()
        .mapToDouble(kind -> kind.number() == 0 ? 0 : kind.number() * kind.capacity())
        .sum();
  }

  private double cost(int[][] units) {
    double cost = 0;
    for (int k = 0; k < units.length; k++) {
      cost += Arrays.stream(units[k]).sum() * ground.kinds.get(k).cost();
    }
    return cost;
  }

  private boolean keeps(AllocationRules rules, int[][] units) {
    var inDistrict = new int[ground.districts.size()];
    for (int i = 0; i < ground.demand.length; i++) {
      int here = here(units, i);
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
    return cost(units) <= rules.budget() * (1 + 1e-9);
  }

  private static int here(int[][] units, int area) {
    int here = 0;
    for (int[] own : units) {
      here += own[area];
    }
    return here;
  }

  /** Without units that cover nothing and that no rule asks for. */
  private int[][] trimmed(AllocationRules rules, int[][] units) {
    var coverage = Coverage.of(ground, ground.demand, units);
    var trimmed = Arrays.stream(units).map(int[]::clone).toArray(int[][]::new);
    var spare = new int[ground.districts.size()];
    for (int d = 0; d < spare.length; d++) {
      spare[d] = -rules.minimum(ground.districts.get(d));
    }
    for (int i = 0; i < ground.demand.length; i++) {
      spare[ground.district[i]] += here(units, i);
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

  private SortedMap<String, Integer> used(int[][] units) {
    var used = new TreeMap<String, Integer>();
    for (int k = 0; k < units.length; k++) {
      used.put(ground.kinds.get(k).id(), Arrays.stream(units[k]).sum());
    }
    return used;
  }

  private List<AllocationResult.Served> served(int[][] units, Draws draws) {
    var coverage = Coverage.of(ground, ground.demand, units);
    var areas = new ArrayList<AllocationResult.Served>();
    for (int i = 0; i < ground.demand.length; i++) {
      var here = new TreeMap<String, Integer>();
      for (int k = 0; k < units.length; k++) {
        if (units[k][i] > 0) {
          here.put(ground.kinds.get(k).id(), units[k][i]);
        }
      }
      areas.add(
          new AllocationResult.Served(
              ground.areas.get(i).code(),
              ground.demand[i],
              coverage.covered[i],
              here,
              draws.chosen().get(i)));
    }
    return areas;
  }

  private record Draws(List<Double> chosen, double firmness) {}

  /** Each draw anew with the units that the nominal allocation has to keep in the districts. */
  private Draws draws(int[][] nominal) {
    var chosen = new double[ground.demand.length];
    int number = question.scenarios().size();
    double firmness = 0;
    int[][] least = kept(nominal);
    for (var scenario : question.scenarios()) {
      double[] demand = ground.sorted(scenario);
      int[][] own = Greedy.of(ground, question.rules(), demand, least);
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] += here(own, i) > 0 ? 1 : 0;
      }
      double covered = Coverage.of(ground, demand, nominal).total();
      double most = Math.max(covered, Coverage.of(ground, demand, own).total());
      firmness += most > 0 ? covered / most : 1;
    }
    // Without draws shares are 0/0, which is what NaN says.
    return new Draws(
        Arrays.stream(chosen).mapToObj(one -> one / number).toList(),
        number == 0 ? Double.NaN : Math.min(1, firmness / number));
  }

  /** As many units of the nominal allocation as each district must have, by kind. */
  private int[][] kept(int[][] nominal) {
    var kept = new int[nominal.length][ground.districts.size()];
    for (int d = 0; d < ground.districts.size(); d++) {
      int missing = question.rules().minimum(ground.districts.get(d));
      for (int k = 0; k < nominal.length && missing > 0; k++) {
        int there = 0;
        for (int i = 0; i < nominal[k].length; i++) {
          there += ground.district[i] == d ? nominal[k][i] : 0;
        }
        kept[k][d] = Math.min(there, missing);
        missing -= kept[k][d];
      }
    }
    return kept;
  }
}
