package org.sozialradar.composite;

/**
 * What was found and done about the outliers of an indicator.
 *
 * @param indicator its id
 * @param before skewness and excess kurtosis of the values as they came, corrected for bias: G1 =
 *     √(n(n − 1))/(n − 2) · m₃/m₂^1.5, G2 = (n − 1)/((n − 2)(n − 3)) · ((n + 1)(m₄/m₂² − 3) + 6)
 *     (Joanes and Gill 1998)
 * @param after the same of the values that went on
 * @param drawn how far values were drawn in
 * @param acceptable whether the values that went on are within the limits
 */
public record OutlierReport(
    String indicator,
    OutlierTreatment.Shape before,
    OutlierTreatment.Shape after,
    OutlierTreatment.Drawn drawn,
    boolean acceptable) {

  /** Values drawn in as reported; NaN stays. */
  double[] treated(double[] values) {
    return drawn.apply(values);
  }
}
