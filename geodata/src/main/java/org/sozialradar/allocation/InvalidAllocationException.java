package org.sozialradar.allocation;

import java.util.Map;
import java.util.TreeMap;

/** A question about limited resources that cannot be answered as asked. */
public final class InvalidAllocationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final TreeMap<String, String> details;

  InvalidAllocationException(String code, String message, Map<String, String> details) {
    super(message);
    this.code = code;
    this.details = new TreeMap<>(details);
  }

  /**
   * Stable name of the fault: {@code no-areas}, {@code too-many-areas}, {@code area-twice}, {@code
   * demand-invalid}, {@code no-demand}, {@code no-kinds}, {@code too-many-kinds}, {@code
   * kind-twice}, {@code too-many-units}, {@code number-negative}, {@code capacity-not-positive},
   * {@code cost-negative}, {@code radius-negative}, {@code sites-without-radius}, {@code
   * unknown-place}, {@code distance-negative}, {@code minimum-negative}, {@code cap-negative},
   * {@code budget-not-positive}, {@code unknown-district}, {@code draws-out-of-range}, {@code
   * limits-invalid}, {@code too-many-pairs}, {@code infeasible}.
   */
  public String code() {
    return code;
  }

  /**
   * What the fault is about, such as {@code kind}, {@code area} or {@code most}; for {@code
   * infeasible} {@code rules}: an irreducible set, see {@link Contradiction}.
   */
  public Map<String, String> details() {
    return Map.copyOf(details);
  }
}
