package org.sozialradar.composite;

import java.util.Arrays;

/** Values in order, without the missing ones, to find ranks in. Immutable. */
final class OrderedValues {
  private final double[] sorted;

  private OrderedValues(double[] sorted) {
    this.sorted = sorted;
  }

  static OrderedValues of(double[] values) {
    // −0 and 0 are one value, though a sort tells them apart.
    var present = Arrays.stream(values).filter(x -> !Double.isNaN(x)).map(x -> x + 0.0).toArray();
    Arrays.sort(present);
    return new OrderedValues(present);
  }

  int size() {
    return sorted.length;
  }

  /** How many values are smaller. */
  int below(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many values are smaller or equal. */
  int upTo(double value) {
    return upTo(value, below(value));
  }

  /** Mean of the places, from 0, between which a value of these stands: its mean rank less ½. */
  double middle(double value) {
    int below = below(value);
    return (below + upTo(value, below)) / 2.0;
  }

  private int upTo(double value, int below) {
    int end = below;
    // Ties are few as a rule: a second search would cost more than these growing steps.
    int step = 1;
    while (end < sorted.length && sorted[end] == value) {
      int next = Math.min(sorted.length, end + step);
      boolean all = sorted[next - 1] == value;
      end = all ? next : end + 1;
      step = all ? 2 * step : 1;
    }
    return end;
  }
}
