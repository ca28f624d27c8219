package org.sozialradar.disclosure;

/**
 * A result of a survey and the range that its values lie in, which everybody knows.
 *
 * @param id the result, such as a scale or a proportion of a questionnaire
 * @param kind which thresholds of the rule hold for it
 * @param lower the least possible value: 0 for proportions
 * @param upper the largest possible value: 1 for proportions
 * @param meaning says what is computed from which answers, whatever it is called: results of the
 *     same meaning have the same values, and a result that has come to mean something else is
 *     another result
 */
public record ResultRange(String id, Kind kind, double lower, double upper, String meaning) {
  /** Shares of respondents, or means of answers on a scale. */
  public enum Kind {
    PROPORTION,
    SCALE
  }

  public ResultRange {
    if (id.isBlank() || meaning.isBlank()) {
      throw new IllegalArgumentException("a result needs an id and a meaning");
    }
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower >= upper) {
      throw new IllegalArgumentException(id + ": no range of values " + lower + ".." + upper);
    }
    if (kind == Kind.PROPORTION && (lower != 0 || upper != 1)) {
      throw new IllegalArgumentException(id + ": proportions lie between 0 and 1");
    }
  }

  /** A result that its id tells the meaning of. */
  public ResultRange(String id, Kind kind, double lower, double upper) {
    this(id, kind, lower, upper, id);
  }

  /** The same result with a meaning that its id does not tell. */
  public ResultRange withMeaning(String text) {
    return new ResultRange(id, kind, lower, upper, text);
  }

  /** A share, 0..1. */
  public static ResultRange proportion(String id) {
    return new ResultRange(id, Kind.PROPORTION, 0, 1);
  }

  /** A mean of answers between two codes. */
  public static ResultRange scale(String id, double lower, double upper) {
    return new ResultRange(id, Kind.SCALE, lower, upper);
  }

  /** Upper less lower end. */
  public double width() {
    return upper - lower;
  }
}
