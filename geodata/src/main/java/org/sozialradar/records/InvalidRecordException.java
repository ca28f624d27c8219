package org.sozialradar.records;

import java.util.Map;
import java.util.TreeMap;

/** A record that cannot be saved. */
public final class InvalidRecordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final TreeMap<String, String> details;

  /**
   * A fault.
   *
   * @param code stable name, see {@link #code()}
   * @param details what it is about
   */
  public InvalidRecordException(String code, Map<String, String> details) {
    super(code + " " + new TreeMap<>(details));
    this.code = code;
    this.details = new TreeMap<>(details);
  }

  /**
   * Stable name of the fault: {@code kind-unfit}, {@code id-unfit}, {@code name-unfit}, {@code
   * json-too-long}, {@code too-many-records}.
   */
  public String code() {
    return code;
  }

  /** What the fault is about, such as {@code id} or {@code most}. */
  public Map<String, String> details() {
    return Map.copyOf(details);
  }
}
