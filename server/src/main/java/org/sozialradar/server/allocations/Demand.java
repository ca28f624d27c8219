package org.sozialradar.server.allocations;

import java.util.List;
import org.sozialradar.allocation.AllocationArea;

/**
 * A demand in numbers.
 *
 * @param areas areas whose demand is known
 * @param missing areas whose demand is not known
 * @param drawn draws of it, each in the order of the areas
 * @param datasets ids of the data sets that it rests on besides the boundaries
 */
record Demand(
    List<AllocationArea> areas,
    List<Missing> missing,
    List<List<Double>> drawn,
    List<String> datasets) {

  /**
   * An area whose demand is not known.
   *
   * @param indicators what it lacks; empty if whoever asked did not know its demand
   */
  record Missing(String code, List<String> indicators) {
    Missing {
      indicators = List.copyOf(indicators);
    }
  }

  Demand {
    areas = List.copyOf(areas);
    missing = List.copyOf(missing);
    drawn = List.copyOf(drawn);
    datasets = List.copyOf(datasets);
  }
}
