package org.sozialradar.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A fast allocation, not proven to be the best: first the units that districts must have, each
 * where it covers most, then one unit after another where it covers most demand that is still open,
 * per cost if there is a budget. Gains only shrink, so that a queue of old gains finds the best
 * one.
 */
final class Greedy {
  private final Ground ground;
  private final AllocationRules rules;
  private final double[] open;
  private final int[][] units;
  private final int[] left;
  private final int[] standing;
  private double money;

  private Greedy(Ground ground, AllocationRules rules, double[] demand, List<Integer> number) {
    this.ground = ground;
    this.rules = rules;
    open = demand.clone();
    units = new int[ground.kinds.size()][demand.length];
    left = number.stream().mapToInt(one -> one).toArray();
    standing = new int[demand.length];
    money = rules.budget();
  }

  /**
   * Units of each kind in each area.
   *
   * @param minimum units of each kind in each district that are placed first
   */
  static int[][] of(Ground ground, AllocationRules rules, double[] demand, int[][] minimum) {
    var number = ground.kinds.stream().map(UnitKind::number).toList();
    return of(ground, rules, demand, minimum, new Start(number, Units.NONE));
  }

  /**
   * What an allocation begins with.
   *
   * @param number units of each kind that are there
   * @param placed units of each kind in each area that are placed before all others
   */
  record Start(List<Integer> number, Units placed) {
    Start {
      number = List.copyOf(number);
    }
  }

  static int[][] of(
      Ground ground, AllocationRules rules, double[] demand, int[][] minimum, Start start) {
    var greedy = new Greedy(ground, rules, demand, start.number());
    greedy.placeAll(start.placed().number());
    for (int d = 0; d < ground.districts.size(); d++) {
      for (int k = 0; k < ground.kinds.size(); k++) {
        greedy.placeMinimum(d, k, minimum[k][d]);
      }
    }
    greedy.placeRest();
    return greedy.units;
  }

  private void placeAll(int[][] placed) {
    for (int k = 0; k < placed.length; k++) {
      for (int i = 0; i < placed[k].length; i++) {
        for (int unit = 0; unit < placed[k][i] && fits(k, i); unit++) {
          place(k, i);
        }
      }
    }
  }

  private int standingIn(int district) {
    return IntStream.range(0, open.length)
        .filter(i -> ground.district[i] == district)
        .map(i -> standing[i])
        .sum();
  }

  private void placeMinimum(int district, int kind, int number) {
    int missing = rules.minimum(ground.districts.get(district)) - standingIn(district);
    for (int unit = 0; unit < Math.min(number, missing); unit++) {
      IntStream.range(0, open.length)
          .filter(i -> ground.district[i] == district && fits(kind, i))
          .boxed()
          .max(Comparator.comparingDouble(i -> gain(kind, i)))
          .ifPresent(i -> place(kind, i));
    }
  }

  private record Candidate(double worth, int kind, int area) {}

  private void placeRest() {
    var queue =
        new PriorityQueue<Candidate>(
            Comparator.comparingDouble(Candidate::worth)
                .reversed()
                .thenComparingInt(Candidate::area)
                .thenComparingInt(Candidate::kind));
    for (int k = 0; k < units.length; k++) {
      for (int i = 0; i < open.length; i++) {
        queue.add(new Candidate(worth(k, i), k, i));
      }
    }
    while (!queue.isEmpty()) {
      var best = queue.remove();
      if (!fits(best.kind(), best.area()) || !(gain(best.kind(), best.area()) > 0)) {
        continue;
      }
      double now = worth(best.kind(), best.area());
      if (now >= best.worth()) {
        place(best.kind(), best.area());
        now = worth(best.kind(), best.area());
      }
      queue.add(new Candidate(now, best.kind(), best.area()));
    }
  }

  private boolean fits(int kind, int area) {
    return ground.mayStand(kind, area)
        && left[kind] > 0
        && standing[area] < rules.capPerArea()
        && ground.kinds.get(kind).cost() <= money;
  }

  private double worth(int kind, int area) {
    double cost = ground.kinds.get(kind).cost();
    boolean dear = rules.budget() < Double.POSITIVE_INFINITY;
    return dear ? gain(kind, area) / Math.max(cost, 1e-9) : gain(kind, area);
  }

  private double gain(int kind, int area) {
    double sum = 0;
    for (int served : ground.reach[kind][area]) {
      sum += open[served];
    }
    return Math.min(sum, ground.kinds.get(kind).capacity());
  }

  /** A unit serves the area it is in first, then the others by what is open there. */
  private void place(int kind, int area) {
    units[kind][area]++;
    left[kind]--;
    standing[area]++;
    money -= ground.kinds.get(kind).cost();
    double rest = ground.kinds.get(kind).capacity();
    int[] served =
        IntStream.of(ground.reach[kind][area])
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> i != area)
                    .thenComparing(Comparator.comparingDouble((Integer i) -> -open[i])))
            .mapToInt(i -> i)
            .toArray();
    for (int i : served) {
      double taken = Math.min(rest, open[i]);
      open[i] -= taken;
      rest -= taken;
    }
  }
}
