package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.sozialradar.area.AreaCode;

/** The optimum of small questions, found by trying all allocations. */
final class Enumeration {
  private final AllocationQuestion question;
  private final int[][] units;
  private double best = -1;

  private Enumeration(AllocationQuestion question) {
    this.question = question;
    units = new int[question.kinds().size()][question.areas().size()];
  }

  /** Some areas in a row, two kinds, and rules of which some cannot be kept. */
  static AllocationQuestion random(Random random) {
    int size = 3 + random.nextInt(2);
    var demand = new double[size];
    for (int i = 0; i < size; i++) {
      demand[i] = random.nextInt(20);
    }
    demand[0] += 1;
    var kinds = new ArrayList<UnitKind>();
    for (int k = 0; k < 2; k++) {
      boolean unlimited = random.nextInt(5) == 0;
      int radius = random.nextInt(3);
      var sites = radius > 0 && random.nextBoolean() ? List.of("A1") : List.<String>of();
      kinds.add(
          new UnitKind(
              "k" + k,
              1 + random.nextInt(2),
              unlimited ? Double.POSITIVE_INFINITY : 2 + random.nextInt(9),
              1 + random.nextInt(4),
              radius,
              sites));
    }
    int budget = random.nextInt(12);
    int cap = random.nextInt(4);
    var rules =
        new AllocationRules(
            random.nextInt(3) == 0 ? 1 : 0,
            Set.of(),
            cap == 0 ? AllocationRules.NO_CAP : cap,
            budget == 0 ? Double.POSITIVE_INFINITY : budget);
    return Allocations.question(Allocations.areas(demand), kinds, rules);
  }

  /** Most demand that can be covered; empty if the rules cannot be kept. */
  static OptionalDouble best(AllocationQuestion question) {
    var enumeration = new Enumeration(question);
    enumeration.tryAll(0, 0, 0);
    return enumeration.best < 0 ? OptionalDouble.empty() : OptionalDouble.of(enumeration.best);
  }

  private void tryAll(int kind, int area, int placed) {
    if (kind == units.length) {
      if (keepsRules()) {
        best = Math.max(best, covered());
      }
      return;
    }
    if (area == units[kind].length) {
      tryAll(kind + 1, 0, 0);
      return;
    }
    int most = mayStand(kind, area) ? question.kinds().get(kind).number() - placed : 0;
    for (int number = 0; number <= most; number++) {
      units[kind][area] = number;
      tryAll(kind, area + 1, placed + number);
    }
    units[kind][area] = 0;
  }

  private boolean mayStand(int kind, int area) {
    var one = question.kinds().get(kind);
    return one.sites().isEmpty() || Math.abs(area - 1) <= one.radius();
  }

  private boolean keepsRules() {
    double cost = 0;
    for (int k = 0; k < units.length; k++) {
      for (int number : units[k]) {
        cost += number * question.kinds().get(k).cost();
      }
    }
    boolean capped = true;
    var districts = new int[(units[0].length + 1) / 2];
    for (int i = 0; i < units[0].length; i++) {
      int here = units[0][i] + units[1][i];
      capped &= here <= question.rules().capPerArea();
      districts[i / 2] += here;
    }
    boolean enough = true;
    for (int d = 0; d < districts.length; d++) {
      enough &= districts[d] >= question.rules().minimum(new AreaCode("D" + d));
    }
    return capped && enough && cost <= question.rules().budget();
  }

  /** The smallest cut between units and demand, over all sets of areas. */
  private double covered() {
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << units[0].length; set++) {
      double cut = 0;
      for (int i = 0; i < units[0].length; i++) {
        cut += (set >> i & 1) == 0 ? question.areas().get(i).demand() : 0;
      }
      for (int k = 0; k < units.length; k++) {
        for (int i = 0; i < units[k].length; i++) {
          if (units[k][i] > 0 && reaches(k, i, set)) {
            cut += units[k][i] * question.kinds().get(k).capacity();
          }
        }
      }
      least = Math.min(least, cut);
    }
    return least;
  }

  private boolean reaches(int kind, int from, int set) {
    var one = question.kinds().get(kind);
    double radius = one.sites().isEmpty() ? one.radius() : 0;
    for (int i = 0; i < units[kind].length; i++) {
      if ((set >> i & 1) == 1 && Math.abs(i - from) <= radius) {
        return true;
      }
    }
    return false;
  }
}
