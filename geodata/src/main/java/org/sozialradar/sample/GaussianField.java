package org.sozialradar.sample;

import java.util.List;

/**
 * A smooth random surface, seen at places: Gaussian with mean 0, variance 1 and the exponential
 * covariance exp(−d / range), by the Cholesky factor of the covariance matrix (Cressie, Statistics
 * for spatial data, 1993, section 3.6). Immutable.
 */
final class GaussianField {
  /** Share of the variance that each place has for itself. */
  private static final double OWN_SHARE = 0.15;

  private final double[][] factor;

  /**
   * @param places where the surface is seen, no two at one point
   * @param rangeKm distance at which the correlation has fallen to 1/e
   */
  GaussianField(List<Municipality> places, double rangeKm) {
    int n = places.size();
    factor = new double[n][n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        double covariance =
            StrictMath.exp(-places.get(row).kilometresTo(places.get(column)) / rangeKm);
        factor[row][column] = entry(row, column, covariance);
      }
    }
  }

  private double entry(int row, int column, double covariance) {
    double rest = covariance;
    for (int k = 0; k < column; k++) {
      rest -= factor[row][k] * factor[column][k];
    }
    return row == column ? StrictMath.sqrt(rest) : rest / factor[column][column];
  }

  /** The heights of a new surface at the places. */
  double[] draw(SeededNormal random) {
    var common = random.next(factor.length);
    var heights = new double[factor.length];
    for (int row = 0; row < factor.length; row++) {
      double sum = 0;
      for (int k = 0; k <= row; k++) {
        sum += factor[row][k] * common[k];
      }
      heights[row] =
          StrictMath.sqrt(1 - OWN_SHARE) * sum + StrictMath.sqrt(OWN_SHARE) * random.next();
    }
    return heights;
  }
}
