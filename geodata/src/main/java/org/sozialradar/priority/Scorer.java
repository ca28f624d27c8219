package org.sozialradar.priority;

/**
 * A method for some criteria and areas. Immutable and safe for use by many threads. Columns hold
 * one value per area, by criterion, as published or drawn.
 */
interface Scorer {
  /**
   * Scores, one per area.
   *
   * @param weights by criterion, above 0, of any sum
   */
  double[] scores(double[][] columns, double[] weights);

  /** What each criterion contributes, by criterion and area. */
  double[][] contributions(double[][] columns, double[] weights);
}
