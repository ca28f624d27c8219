package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.sozialradar.area.AreaCode;

/** Questions for tests. */
final class Allocations {
  static final SearchLimits PATIENT = SearchLimits.ofWork(100_000);

  private Allocations() {}

  /** Areas A0, A1, … of districts D0, D1, …, two areas each. */
  static List<AllocationArea> areas(double... demand) {
    var areas = new ArrayList<AllocationArea>();
    for (int i = 0; i < demand.length; i++) {
      areas.add(area("A" + i, "D" + i / 2, demand[i]));
    }
    return areas;
  }

  static AllocationArea area(String code, String district, double demand) {
    return new AllocationArea(new AreaCode(code), new AreaCode(district), demand, demand / 10);
  }

  static UnitKind kind(String id, int number, double capacity) {
    return new UnitKind(id, number, capacity, 1, 0, List.of());
  }

  static AllocationRules rules(int minimum, int cap, double budget) {
    return new AllocationRules(minimum, java.util.Set.of(), cap, budget);
  }

  static AllocationQuestion question(
      List<AllocationArea> areas, List<UnitKind> kinds, AllocationRules rules) {
    return new AllocationQuestion(areas, kinds, line(areas.size()), rules, List.of(), PATIENT);
  }

  /** The areas stand in a row, one step apart. */
  static Travel line(int areas) {
    var legs = new ArrayList<Travel.Leg>();
    for (int i = 0; i < areas; i++) {
      for (int j = 0; j < areas; j++) {
        legs.add(new Travel.Leg("A" + i, "A" + j, Math.abs(i - j)));
      }
    }
    return Travel.ofLegs(legs);
  }

  /**
   * The usual limits of work, whatever the machine does besides. As many municipalities and
   * districts as Saxony has, sizes spread as towns are.
   */
  static AllocationQuestion country(List<UnitKind> kinds, AllocationRules rules, int draws) {
    var random = new SplittableRandom(1);
    var areas = new ArrayList<AllocationArea>();
    var places = new HashMap<String, List<Double>>();
    for (int i = 0; i < 418; i++) {
      double size = 300 * Math.pow(random.nextDouble(), -1.1);
      String code = "%08d".formatted(14_000_000 + i);
      double east = random.nextDouble();
      double north = random.nextDouble();
      places.put(code, List.of(11.9 + 3.1 * east, 50.2 + 1.4 * north));
      String district = "%05d".formatted(14_500 + ((int) (4 * east)) * 4 + (int) (3.2 * north));
      areas.add(area(code, district, Math.min(size, 550_000) * random.nextDouble()));
    }
    return new AllocationQuestion(
        areas,
        kinds,
        Travel.straight(places),
        rules,
        DemandDraws.independent(areas, draws, 1),
        SearchLimits.ofWork());
  }
}
