package org.sozialradar.priority;

import java.util.Map;
import java.util.TreeMap;

/** A question about priorities that cannot be answered as asked. */
public final class InvalidPriorityException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final TreeMap<String, String> details;

  InvalidPriorityException(String code, String message, Map<String, String> details) {
    super(message);
    this.code = code;
    this.details = new TreeMap<>(details);
  }

  /**
   * Stable name of the fault: {@code no-criteria}, {@code too-many-criteria}, {@code
   * criterion-twice}, {@code weight-negative}, {@code weights-zero}, {@code axis-missing}, {@code
   * exponent-out-of-range}, {@code kappa-out-of-range}, {@code draws-out-of-range}, {@code
   * too-many-ranks}, {@code column-missing}, {@code column-unfit}, {@code too-many-missing}, {@code
   * too-few-areas}, {@code criterion-constant}, {@code first-out-of-range}.
   */
  public String code() {
    return code;
  }

  /** What the fault is about, such as {@code criterion}, {@code areas} or {@code most}. */
  public Map<String, String> details() {
    return Map.copyOf(details);
  }
}
