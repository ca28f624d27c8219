package org.sozialradar.disclosure;

/**
 * The answers of a set of respondents to one result, in sums that add up when sets are joined.
 * Internal: never published.
 *
 * @param respondents number of respondents with an answer
 * @param weight sum of their weights
 * @param total weighted sum of their values
 * @param squares weighted sum of their squared values
 */
public record AnswerSums(int respondents, double weight, double total, double squares) {
  /** Nobody answered. */
  public static final AnswerSums NONE = new AnswerSums(0, 0, 0, 0);

  public AnswerSums {
    boolean some = respondents > 0 && weight > 0 && Double.isFinite(weight);
    boolean none = respondents == 0 && weight == 0 && total == 0 && squares == 0;
    if ((!some && !none) || !Double.isFinite(total) || !(squares >= 0)) {
      throw new IllegalArgumentException("sums of answers that do not fit each other");
    }
  }

  /**
   * One respondent.
   *
   * @param weight above 0; respondents of weight 0 do not count as answers
   */
  public static AnswerSums of(double weight, double value) {
    return new AnswerSums(1, weight, weight * value, weight * value * value);
  }

  public AnswerSums plus(AnswerSums other) {
    return new AnswerSums(
        respondents + other.respondents,
        weight + other.weight,
        total + other.total,
        squares + other.squares);
  }

  /** The weighted mean; NaN if nobody answered. */
  public double mean() {
    return respondents == 0 ? Double.NaN : total / weight;
  }

  /** Without figures, so that no log and no message carries them. */
  @Override
  public String toString() {
    return "AnswerSums[…]";
  }
}
