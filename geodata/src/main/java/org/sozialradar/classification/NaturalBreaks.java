package org.sozialradar.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * The partition of ordered values into k classes with the smallest sum of squared deviations from
 * the means of the classes, exactly.
 *
 * <p>Dynamic programming over the distinct values (Fisher 1958, "On grouping for maximum
 * homogeneity"): D(c, j) = min over i of D(c − 1, i − 1) + SSW(i..j). The best i does not fall as j
 * grows, so each row is filled by divide and conquer in O(n log n) instead of O(n²). SSW comes from
 * prefix sums of the values less their mean. Where several partitions are equally good, the one
 * whose upper classes begin lowest is taken.
 */
final class NaturalBreaks {
  private final DistinctValues values;
  private final double[] weights;
  private final double[] sums;
  private final double[] squares;
  private double[] best;
  private double[] next;
  private int[] starts;

  /** Index of the first distinct value of each class. */
  private final int[] classStarts;

  private NaturalBreaks(DistinctValues values, int classes) {
    this.values = values;
    int n = values.size();
    weights = new double[n + 1];
    sums = new double[n + 1];
    squares = new double[n + 1];
    double mean = values.mean();
    for (int i = 0; i < n; i++) {
      double off = values.value(i) - mean;
      double weight = values.multiplicity(i);
      weights[i + 1] = weights[i] + weight;
      sums[i + 1] = sums[i] + weight * off;
      squares[i + 1] = squares[i] + weight * off * off;
    }
    classStarts = solve(Math.min(classes, n));
  }

  static NaturalBreaks of(DistinctValues values, int classes) {
    return new NaturalBreaks(values, classes);
  }

  /** Inner breaks at the largest value of each class but the last. */
  List<Double> largestValues() {
    var breaks = new ArrayList<Double>();
    for (int c = 1; c < classStarts.length; c++) {
      breaks.add(values.value(classStarts[c] - 1));
    }
    return breaks;
  }

  /** Inner breaks midway between the largest value of a class and the smallest of the next. */
  List<Double> midpoints() {
    var breaks = new ArrayList<Double>();
    for (int c = 1; c < classStarts.length; c++) {
      double below = values.value(classStarts[c] - 1);
      double above = values.value(classStarts[c]);
      double middle = below / 2 + above / 2;
      breaks.add(middle > below && middle < above ? middle : below);
    }
    return breaks;
  }

  private int[] solve(int classes) {
    int n = values.size();
    var rows = new ArrayList<int[]>();
    best = new double[n];
    for (int j = 0; j < n; j++) {
      best[j] = within(0, j);
    }
    for (int c = 1; c < classes; c++) {
      next = new double[n];
      starts = new int[n];
      fill(c, n - 1, c, n - 1);
      rows.add(starts);
      best = next;
    }
    return trace(rows, classes);
  }

  private int[] trace(List<int[]> rows, int classes) {
    var result = new int[classes];
    int end = values.size() - 1;
    for (int c = classes - 1; c > 0; c--) {
      result[c] = rows.get(c - 1)[end];
      end = result[c] - 1;
    }
    return result;
  }

  /** Fills D(c, low..high) knowing that the best start lies in from..to. */
  private void fill(int low, int high, int from, int to) {
    if (low > high) {
      return;
    }
    int middle = (low + high) >>> 1;
    double least = Double.POSITIVE_INFINITY;
    int start = from;
    for (int i = from; i <= Math.min(middle, to); i++) {
      double cost = best[i - 1] + within(i, middle);
      if (cost < least) {
        least = cost;
        start = i;
      }
    }
    next[middle] = least;
    starts[middle] = start;
    fill(low, middle - 1, from, start);
    fill(middle + 1, high, start, to);
  }

  /** Sum of squared deviations from their mean of the distinct values first..last. */
  private double within(int first, int last) {
    double weight = weights[last + 1] - weights[first];
    double sum = sums[last + 1] - sums[first];
    return Math.max(0, squares[last + 1] - squares[first] - sum * sum / weight);
  }
}
