package org.sozialradar.classification;

import java.util.List;

/**
 * Classes of values: right-closed intervals between consecutive breaks, the first closed on both
 * sides.
 *
 * @param method how the breaks were found
 * @param breaks the ends of the classes, ascending: one more than classes. The first is the
 *     smallest value and the last the largest, unless breaks of one's own lie beyond. The first two
 *     are equal if the first class holds the smallest value alone. Empty if there were no values.
 * @param counts values per class; fewer classes than asked for if there are fewer distinct values
 * @param goodnessOfVarianceFit share of the sum of squares that the classes explain, 0..1; 1 if all
 *     values are equal, NaN if there are none
 */
public record ClassBreaks(
    ClassificationMethod method,
    List<Double> breaks,
    List<Integer> counts,
    double goodnessOfVarianceFit) {
  public ClassBreaks {
    breaks = List.copyOf(breaks);
    counts = List.copyOf(counts);
    if (breaks.size() != (counts.isEmpty() ? 0 : counts.size() + 1)) {
      throw new IllegalArgumentException(
          breaks.size() + " breaks do not fit " + counts.size() + " classes");
    }
    for (int i = 1; i < breaks.size(); i++) {
      if (!(breaks.get(i - 1) <= breaks.get(i))) {
        throw new IllegalArgumentException("breaks do not ascend: " + breaks);
      }
    }
  }

  /** Number of values that were classified. */
  public int size() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The class of a value, counted from 0; values beyond the ends belong to the first and last
   * class.
   *
   * @throws IllegalStateException if there are no classes
   */
  public int classOf(double value) {
    if (counts.isEmpty()) {
      throw new IllegalStateException("no classes");
    }
    int index = 0;
    while (index < counts.size() - 1 && value > breaks.get(index + 1)) {
      index++;
    }
    return index;
  }
}
