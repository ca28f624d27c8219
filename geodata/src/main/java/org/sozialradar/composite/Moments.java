package org.sozialradar.composite;

/**
 * Mean, spread and shape of values, without the missing ones.
 *
 * @param count number of values
 * @param mean their mean, NaN if there are none
 * @param second central moment Σ(x − mean)²/n
 * @param third central moment
 * @param fourth central moment
 */
record Moments(int count, double mean, double second, double third, double fourth) {
  static Moments of(double[] values) {
    int count = 0;
    double sum = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        count++;
        sum += value;
      }
    }
    return about(sum / count, count, values);
  }

  private static Moments about(double mean, int count, double[] values) {
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        double deviation = value - mean;
        double square = deviation * deviation;
        squares += square;
        cubes += square * deviation;
        fourths += square * square;
      }
    }
    return new Moments(count, mean, squares / count, cubes / count, fourths / count);
  }

  /** Standard deviation with n − 1. */
  double standardDeviation() {
    return Math.sqrt(second * count / (count - 1));
  }

  /**
   * Skewness corrected for bias, G1 = √(n(n − 1))/(n − 2) · m₃/m₂^1.5 (Joanes and Gill 1998); needs
   * three values.
   */
  double skewness() {
    double n = count;
    return Math.sqrt(n * (n - 1)) / (n - 2) * third / Math.pow(second, 1.5);
  }

  /**
   * Excess kurtosis corrected for bias, G2 = (n − 1)/((n − 2)(n − 3)) · ((n + 1)(m₄/m₂² − 3) + 6)
   * (Joanes and Gill 1998), 0 for a normal distribution; needs four values.
   */
  double kurtosis() {
    double n = count;
    double excess = fourth / (second * second) - 3;
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
  }
}
