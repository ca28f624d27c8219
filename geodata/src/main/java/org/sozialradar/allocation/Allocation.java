package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds where units cover most demand, as {@link BestSearch} says. In the draws the fast allocation
 * stands for the optimum. Stateless and safe for use by many threads.
 */
public final class Allocation {
  private final AllocationQuestion question;
  private final Ground ground;

  private Allocation(AllocationQuestion question) {
    this.question = question;
    ground = Ground.of(question);
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
    var freed = new TreeMap<AllocationRules.Rule, BestSearch.Best>();
    for (var rule : question.rules().given()) {
      var free = best(question.rules().without(rule));
      freed.put(rule, free);
      if (free.value() > best.value()
          && new BestSearch(ground, question.rules(), question.limits()).keeps(free.units())) {
        best =
            BestSearch.Best.of(
                free.units(),
                free.value(),
                Math.max(best.bound(), free.value()),
                best.late() || free.late());
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
        Units.cost(ground, best.units()),
        best.value(),
        Arrays.stream(ground.demand).sum(),
        best.bound(),
        prices,
        best.late() || freed.values().stream().anyMatch(BestSearch.Best::late),
        draws.firmness());
  }

  private BestSearch.Best best(AllocationRules rules) {
    return new BestSearch(ground, rules, question.limits()).best();
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
        chosen[i] += Units.here(own, i) > 0 ? 1 : 0;
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
