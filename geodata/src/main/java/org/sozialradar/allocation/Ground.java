package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;

/**
 * A question in numbers: areas by code, districts by code, where each kind may stand and what it
 * serves from there. Immutable.
 */
final class Ground {
  /** Most pairs of a place and an area that a kind serves from it. */
  private static final int MOST_PAIRS = 100_000;

  final List<AllocationArea> areas;
  final List<UnitKind> kinds;
  final List<AreaCode> districts;
  final double[] demand;
  final int[] district;

  /** By kind and area: areas that are served from there; none if no unit may stand there. */
  final int[][][] reach;

  /** Place of each sorted area in the question. */
  final int[] given;

  private Ground(AllocationQuestion question) {
    given =
        IntStream.range(0, question.areas().size())
            .boxed()
            .sorted(Comparator.comparing(row -> question.areas().get(row).code()))
            .mapToInt(row -> row)
            .toArray();
    areas = IntStream.of(given).mapToObj(question.areas()::get).toList();
    kinds = question.kinds();
    var sorted = new TreeSet<AreaCode>();
    areas.forEach(area -> sorted.add(area.district()));
    districts = List.copyOf(sorted);
    demand = areas.stream().mapToDouble(AllocationArea::demand).toArray();
    district = areas.stream().mapToInt(area -> districts.indexOf(area.district())).toArray();
    reach = new int[kinds.size()][][];
    int pairs = 0;
    for (int k = 0; k < reach.length; k++) {
      reach[k] = reach(kinds.get(k), question.travel());
      for (int[] from : reach[k]) {
        pairs += from.length;
      }
    }
    if (pairs > MOST_PAIRS) {
      throw new InvalidAllocationException(
          "too-many-pairs",
          pairs + " pairs of a place and an area in reach, at most " + MOST_PAIRS,
          Map.of("value", Integer.toString(pairs), "most", Integer.toString(MOST_PAIRS)));
    }
  }

  static Ground of(AllocationQuestion question) {
    return new Ground(question);
  }

  private int[][] reach(UnitKind kind, Travel travel) {
    var all = new int[areas.size()][];
    for (int i = 0; i < all.length; i++) {
      String here = areas.get(i).code().value();
      all[i] = new int[] {i};
      if (kind.covers()) {
        all[i] = within(here, kind.radius(), travel);
      } else if (!kind.sites().isEmpty()
          && kind.sites().stream().noneMatch(site -> travel.between(site, here) <= kind.radius())) {
        all[i] = new int[0];
      }
    }
    return all;
  }

  private int[] within(String here, double radius, Travel travel) {
    var served = new ArrayList<Integer>();
    for (int i = 0; i < areas.size(); i++) {
      if (travel.between(here, areas.get(i).code().value()) <= radius) {
        served.add(i);
      }
    }
    return served.stream().mapToInt(i -> i).toArray();
  }

  boolean mayStand(int kind, int area) {
    return reach[kind][area].length > 0;
  }

  /** Whether every unit serves the area it is in and no other. */
  boolean isLocal() {
    return kinds.stream().noneMatch(UnitKind::covers);
  }

  /** A drawn demand in the order of the areas here. */
  double[] sorted(List<Double> scenario) {
    return IntStream.of(given).mapToDouble(scenario::get).toArray();
  }
}
