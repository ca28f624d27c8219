package org.sozialradar.estimation;

/**
 * A coefficient of the model on the scale of its covariate.
 *
 * @param term name of the covariate, {@code (constant)} for the constant
 * @param value change of the modelled value for one unit more
 * @param standardError from Q; takes A as known
 * @param lower lower end of the 95 % interval
 * @param upper upper end of the 95 % interval
 */
public record Coefficient(
    String term, double value, double standardError, double lower, double upper) {
  /** The term of the constant. */
  public static final String CONSTANT = "(constant)";
}
