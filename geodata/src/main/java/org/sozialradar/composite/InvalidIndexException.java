package org.sozialradar.composite;

import java.util.Map;
import java.util.TreeMap;

/** An index, or the uncertainty of its ranks, that cannot be computed from what was given. */
public final class InvalidIndexException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final TreeMap<String, String> details;

  InvalidIndexException(String code, String message, Map<String, String> details) {
    super(message);
    this.code = code;
    this.details = new TreeMap<>(details);
  }

  /**
   * Stable name of the fault: {@code index-empty}, {@code dimension-twice}, {@code
   * indicator-twice}, {@code weights-unfit}, {@code weights-sum}, {@code anchor-unknown}, {@code
   * scale-not-positive}, {@code range-unfit}, {@code goalposts-missing}, {@code limits-unfit},
   * {@code indicator-missing}, {@code column-unfit}, {@code indicator-constant}, {@code
   * too-few-values}, {@code too-few-complete-areas}, {@code draws-out-of-range}, {@code
   * concentration-not-positive}, {@code first-not-positive}, {@code too-many-ranks}, {@code
   * no-scores}, {@code peer-group-too-small}, {@code size-classes-unfit}.
   */
  public String code() {
    return code;
  }

  /** What the fault is about, such as {@code indicator}, {@code dimension} or {@code sum}. */
  public Map<String, String> details() {
    return Map.copyOf(details);
  }
}
