package org.sozialradar.composite;

/**
 * The smallest and the largest of values, without the missing ones.
 *
 * @param min the smallest; positive infinity if there is none
 * @param max the largest; negative infinity if there is none
 */
record Range(double min, double max) {
  static Range of(double[] values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (value < min) {
        min = value;
      }
      if (value > max) {
        max = value;
      }
    }
    return new Range(min, max);
  }
}
