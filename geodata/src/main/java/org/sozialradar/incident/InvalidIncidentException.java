package org.sozialradar.incident;

import java.util.Map;
import java.util.TreeMap;

/** An area of an incident that cannot be used. */
public final class InvalidIncidentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final TreeMap<String, String> details;

  /**
   * A fault.
   *
   * @param code stable name, see {@link #code()}
   * @param details what it is about
   */
  InvalidIncidentException(String code, String message, Map<String, String> details) {
    super(message);
    this.code = code;
    this.details = new TreeMap<>(details);
  }

  /**
   * Stable name of the fault: {@code empty}, {@code crosses-itself} (with {@code lon} and {@code
   * lat} of the place), {@code too-many-corners} ({@code corners}, {@code most}), {@code
   * buffer-needed}, {@code buffer-out-of-range} ({@code buffer}, {@code most}), {@code
   * buffer-too-wide} ({@code kilometres}, {@code most}), {@code not-on-earth}, {@code too-complex}
   * (edges that cross too often, or too many pieces to be cut with areas).
   */
  public String code() {
    return code;
  }

  /** What the fault is about, such as {@code corners} or {@code most}. */
  public Map<String, String> details() {
    return Map.copyOf(details);
  }
}
