package org.sozialradar.indicator;

/**
 * One observation: a value with its interval, or the reason why there is none.
 *
 * @param value the number in the indicator's unit; NaN exactly if the status has no value
 * @param lower lower end of the 95 % interval, NaN for a full count
 * @param upper upper end of the 95 % interval, NaN for a full count
 * @param status what stands behind it
 * @param nClass how many respondents it rests on; none unless it is a direct result of a survey
 */
public record Estimate(
    double value, double lower, double upper, ObservationStatus status, NClass nClass) {
  public Estimate {
    if (status.hasValue() != Double.isFinite(value)) {
      throw new IllegalArgumentException("status " + status + " does not fit the value " + value);
    }
    if (Double.isFinite(lower) != Double.isFinite(upper) || lower > value || upper < value) {
      throw new IllegalArgumentException(
          "interval " + lower + ".." + upper + " does not hold " + value);
    }
    if (nClass != NClass.NONE && !status.hasValue()) {
      throw new IllegalArgumentException("a value that is not shown has no class of respondents");
    }
  }

  /** An estimate that is no direct result of a survey. */
  public Estimate(double value, double lower, double upper, ObservationStatus status) {
    this(value, lower, upper, status, NClass.NONE);
  }

  public static Estimate of(double value, ObservationStatus status) {
    return new Estimate(value, Double.NaN, Double.NaN, status);
  }

  public static Estimate missing(ObservationStatus reason) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, reason);
  }

  public boolean hasValue() {
    return status.hasValue();
  }

  /** Whether the value has an interval; a full count has none. */
  public boolean hasInterval() {
    return Double.isFinite(lower);
  }

  /** The same value and interval with another status that has a value too. */
  Estimate with(ObservationStatus other) {
    return new Estimate(value, lower, upper, other, nClass);
  }
}
