package org.sozialradar.estimation;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The rows of X with covariates centred and scaled by mean and standard deviation over the sampled
 * areas, and direct values less their mean: the same model, better conditioned. Column 0 is the
 * constant.
 */
final class Design {
  /** Spread below this share of the size of the values is rounding. */
  private static final double CONSTANT = 1e-12;

  private final ModelInput input;
  private final int columns;
  private final int[] sampled;
  private final double[] means;
  private final double[] deviations;
  private final double[] rows;
  private final double valueMean;

  Design(ModelInput input) {
    this.input = input;
    columns = input.covariates().size() + 1;
    sampled = IntStream.range(0, input.size()).filter(input::isSampled).toArray();
    means = new double[columns - 1];
    deviations = new double[columns - 1];
    for (int j = 0; j < columns - 1; j++) {
      moments(j);
    }
    rows = new double[input.size() * columns];
    for (int i = 0; i < input.size(); i++) {
      fill(i);
    }
    valueMean = IntStream.of(sampled).mapToDouble(input::value).average().orElse(0);
  }

  ModelInput input() {
    return input;
  }

  /** Number of coefficients, the constant included. */
  int columns() {
    return columns;
  }

  /** Places of the sampled areas in the input. */
  int[] sampled() {
    return sampled;
  }

  /** Element of the standardised row of an area. */
  double at(int area, int column) {
    return rows[area * columns + column];
  }

  /** Direct value of a sampled area less the mean of all. */
  double centredValue(int area) {
    return input.value(area) - valueMean;
  }

  double valueMean() {
    return valueMean;
  }

  boolean isConstant(int covariate) {
    double size = Math.abs(means[covariate]) + deviations[covariate];
    return !(deviations[covariate] > CONSTANT * size);
  }

  /** A covariate's value as the model sees it. */
  double standardise(int covariate, double value) {
    return (value - means[covariate]) / deviations[covariate];
  }

  double mean(int covariate) {
    return means[covariate];
  }

  double deviation(int covariate) {
    return deviations[covariate];
  }

  /** Σ row · coefficients. */
  double dot(int area, double[] coefficients) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += rows[area * columns + j] * coefficients[j];
    }
    return sum;
  }

  /** row' M row. */
  double quadratic(int area, DMatrixRMaj matrix) {
    var row = new double[columns];
    System.arraycopy(rows, area * columns, row, 0, columns);
    return quadratic(row, matrix);
  }

  static double quadratic(double[] row, DMatrixRMaj matrix) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      double inner = 0;
      for (int k = 0; k < row.length; k++) {
        inner += matrix.unsafe_get(j, k) * row[k];
      }
      sum += row[j] * inner;
    }
    return sum;
  }

  /** Correlations of the covariates over the sampled areas. */
  DMatrixRMaj correlations() {
    var matrix = new DMatrixRMaj(columns - 1, columns - 1);
    for (int j = 0; j < columns - 1; j++) {
      for (int k = 0; k < columns - 1; k++) {
        double sum = 0;
        for (int i : sampled) {
          sum += at(i, j + 1) * at(i, k + 1);
        }
        matrix.set(j, k, j == k ? 1 : sum / (sampled.length - 1));
      }
    }
    return matrix;
  }

  private void moments(int covariate) {
    double sum = 0;
    for (int i : sampled) {
      sum += input.covariate(i, covariate) / sampled.length;
    }
    means[covariate] = sum;
    double squares = 0;
    for (int i : sampled) {
      double off = input.covariate(i, covariate) - means[covariate];
      squares += off * off;
    }
    deviations[covariate] = Math.sqrt(squares / Math.max(1, sampled.length - 1));
  }

  private void fill(int area) {
    rows[area * columns] = 1;
    for (int j = 0; j < columns - 1; j++) {
      rows[area * columns + j + 1] = standardise(j, input.covariate(area, j));
    }
  }
}
