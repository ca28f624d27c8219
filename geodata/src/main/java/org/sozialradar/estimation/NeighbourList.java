package org.sozialradar.estimation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaCode;

/**
 * Which areas touch which. Need not be symmetric; an area is never its own neighbour. Immutable.
 */
public final class NeighbourList {
  private final Map<AreaCode, List<AreaCode>> neighbours;

  private NeighbourList(Map<AreaCode, List<AreaCode>> neighbours) {
    this.neighbours = neighbours;
  }

  /**
   * A list of neighbours.
   *
   * @param neighbours by area; an area that is missing has none
   */
  public static NeighbourList of(Map<AreaCode, ? extends List<AreaCode>> neighbours) {
    var copy = new HashMap<AreaCode, List<AreaCode>>();
    neighbours.forEach(
        (area, list) ->
            copy.put(area, list.stream().distinct().filter(other -> !other.equals(area)).toList()));
    return new NeighbourList(copy);
  }

  /** The neighbours of an area, empty if it has none. */
  public List<AreaCode> of(AreaCode area) {
    return neighbours.getOrDefault(area, List.of());
  }
}
