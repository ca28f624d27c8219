package org.sozialradar.classification;

import java.util.Arrays;

/** Distinct values, ascending, with how often each occurs. */
final class DistinctValues {
  private final double[] sorted;
  private final double[] values;
  private final int[] multiplicities;

  private DistinctValues(double[] sorted) {
    this.sorted = sorted;
    var distinct = new double[sorted.length];
    var counts = new int[sorted.length];
    int size = 0;
    for (double value : sorted) {
      if (size == 0 || value != distinct[size - 1]) {
        distinct[size++] = value;
      }
      counts[size - 1]++;
    }
    values = Arrays.copyOf(distinct, size);
    multiplicities = Arrays.copyOf(counts, size);
  }

  /**
   * Sorts values.
   *
   * @throws InvalidClassificationException if one is not finite
   */
  static DistinctValues of(double[] values) {
    var sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new InvalidClassificationException(
            "value-not-finite", "value " + (i + 1) + " is " + values[i]);
      }
      sorted[i] = values[i] + 0.0; // turns -0.0 into 0.0
    }
    Arrays.sort(sorted);
    return new DistinctValues(sorted);
  }

  /** Number of distinct values. */
  int size() {
    return values.length;
  }

  double value(int index) {
    return values[index];
  }

  int multiplicity(int index) {
    return multiplicities[index];
  }

  double min() {
    return values[0];
  }

  double max() {
    return values[values.length - 1];
  }

  /** Number of values, equal ones counted each. */
  int count() {
    return sorted.length;
  }

  /** The value at a place of the ascending order, equal ones counted each. */
  double sorted(int place) {
    return sorted[place];
  }

  double mean() {
    double sum = 0;
    for (double value : sorted) {
      sum += value / sorted.length;
    }
    return sum;
  }

  /** Standard deviation with n − 1; 0 for a single value. */
  double standardDeviation() {
    double mean = mean();
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return sorted.length < 2 ? 0 : Math.sqrt(squares / (sorted.length - 1));
  }
}
