package org.sozialradar.allocation;

import java.util.Map;
import org.sozialradar.area.AreaCode;

/**
 * An area and its demand.
 *
 * @param code its code
 * @param district the district whose minimum it counts for
 * @param demand ≥ 0, in the unit of the capacities
 * @param error standard error of the demand, ≥ 0; 0 if it is taken as known
 */
public record AllocationArea(AreaCode code, AreaCode district, double demand, double error) {
  /**
   * Checks the numbers.
   *
   * @throws InvalidAllocationException {@code demand-invalid} if one is negative or no finite
   *     number
   */
  public AllocationArea {
    if (!isAmount(demand) || !isAmount(error)) {
      throw new InvalidAllocationException(
          "demand-invalid",
          "the demand of " + code.value() + " is " + demand + " ± " + error,
          Map.of("area", code.value(), "demand", Double.toString(demand)));
    }
  }

  private static boolean isAmount(double number) {
    return number >= 0 && number < Double.POSITIVE_INFINITY;
  }
}
