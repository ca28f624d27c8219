package org.sozialradar.classification;

/** A classification that cannot be made from what was asked for. */
public final class InvalidClassificationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;

  InvalidClassificationException(String code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * Stable name of the fault: {@code classes-out-of-range}, {@code breaks-missing}, {@code
   * breaks-not-ascending}, {@code too-many-breaks}, {@code break-not-finite}, {@code
   * value-not-finite}.
   */
  public String code() {
    return code;
  }
}
