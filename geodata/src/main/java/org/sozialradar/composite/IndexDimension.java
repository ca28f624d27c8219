package org.sozialradar.composite;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A dimension of an index: indicators that speak of one thing.
 *
 * @param id unique within the index
 * @param indicators at least one, none twice
 * @param weights how much each indicator counts within the dimension, by indicator id
 */
public record IndexDimension(String id, List<IndexIndicator> indicators, WeightScheme weights) {

  /**
   * Checks the dimension.
   *
   * @throws InvalidIndexException {@code index-empty}, {@code indicator-twice}, and the faults of
   *     {@link WeightScheme}
   */
  public IndexDimension {
    indicators = List.copyOf(indicators);
    if (indicators.isEmpty()) {
      throw new InvalidIndexException(
          "index-empty", "dimension " + id + " has no indicator", Map.of("dimension", id));
    }
    var seen = new HashSet<String>();
    for (var indicator : indicators) {
      if (!seen.add(indicator.id())) {
        throw new InvalidIndexException(
            "indicator-twice",
            "indicator " + indicator.id() + " stands twice in dimension " + id,
            Map.of("dimension", id, "indicator", indicator.id()));
      }
    }
    weights.requireFits(id, indicators.stream().map(IndexIndicator::id).toList());
  }

  /** Whether so many of the dimension's indicators are enough: at least two thirds. */
  boolean isEnough(int available) {
    return 3 * available >= 2 * indicators.size();
  }
}
