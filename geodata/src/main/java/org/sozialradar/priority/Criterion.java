package org.sozialradar.priority;

import java.util.Map;
import org.sozialradar.composite.IndexIndicator;

/**
 * A criterion with its weight.
 *
 * @param id id of its indicator
 * @param role what it says of an area
 * @param direction whether more of it raises or lowers the priority: expected support lowers it as
 *     a rule
 * @param weight ≥ 0, in relation to the weights of the others; with 0 it takes no part
 */
public record Criterion(String id, Role role, IndexIndicator.Direction direction, double weight) {
  /**
   * Checks the weight.
   *
   * @throws InvalidPriorityException {@code weight-negative}, also if it is no finite number
   */
  public Criterion {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new InvalidPriorityException(
          "weight-negative",
          "the weight of " + id + " is " + weight + ", not 0 or more",
          Map.of("criterion", id, "weight", Double.toString(weight)));
    }
  }

  boolean raises() {
    return direction == IndexIndicator.Direction.RAISES;
  }
}
