package org.sozialradar.release;

import java.util.Map;
import java.util.TreeMap;

/** A release that cannot be made or changed as asked. */
public final class ReleaseException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final TreeMap<String, String> details;

  /**
   * A fault.
   *
   * @param code stable name, see {@link #code()}
   * @param details what it is about
   */
  public ReleaseException(String code, Map<String, String> details) {
    super(code + " " + new TreeMap<>(details));
    this.code = code;
    this.details = new TreeMap<>(details);
  }

  /**
   * Stable name of the fault: {@code id-unfit}, {@code title-unfit}, {@code notes-unfit}, {@code
   * authors-unfit}, {@code file-unfit}, {@code files-unfit}, {@code reason-unfit}, {@code exists},
   * {@code unknown}, {@code too-many}, {@code erased-meanwhile}.
   */
  public String code() {
    return code;
  }

  /** What the fault is about, such as {@code id} or {@code most}. */
  public Map<String, String> details() {
    return Map.copyOf(details);
  }

  static void require(boolean holds, String code, Map<String, String> details) {
    if (!holds) {
      throw new ReleaseException(code, details);
    }
  }

  /** Whether a text is of one line, not blank, and not too long. */
  static boolean isLine(String text, int most) {
    return !text.isBlank()
        && text.length() <= most
        && text.chars().noneMatch(Character::isISOControl);
  }
}
