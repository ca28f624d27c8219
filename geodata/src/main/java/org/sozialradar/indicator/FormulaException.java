package org.sozialradar.indicator;

/** A formula that cannot be used. */
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int position;

  FormulaException(String code, int position, String message) {
    super(message + " (at character " + (position + 1) + " of the formula)");
    this.code = code;
    this.position = position;
  }

  /**
   * Stable name of the fault: {@code formula-too-long}, {@code formula-too-deep}, {@code
   * formula-syntax}, {@code formula-without-indicator}, {@code formula-unknown-indicator}, {@code
   * formula-unit}, {@code formula-cycle}.
   */
  public String code() {
    return code;
  }

  /** Place of the fault in the text, counted from 0. */
  public int position() {
    return position;
  }
}
