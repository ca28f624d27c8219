package org.sozialradar.disclosure;

/**
 * A release that does not fit what was published before: the difference between the two would speak
 * of the few respondents that came or went.
 */
public final class ReleaseConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  /** What does not fit. */
  public enum Code {
    /** The cell has other respondents than when it was published. */
    RESPONDENTS_CHANGED,
    /** The cell is not there any more, as its area gets no results of its own now. */
    CELL_GONE,
    /** The cell was published with other results, or results of another meaning. */
    RESULTS_CHANGED
  }

  ReleaseConflictException(Code code, CellKey cell) {
    super(code + " of " + cell);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
