package org.sozialradar.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds class breaks. Stateless and safe for use by many threads.
 *
 * <ul>
 *   <li>Quantile: breaks at the quantiles i/k of type 7 (Hyndman and Fan 1996, the default of R and
 *       NumPy). Breaks that coincide, or that would leave a class empty, are joined.
 *   <li>Equal interval: min + i (max − min)/k; classes may be empty.
 *   <li>Jenks and Fisher: the partition with the smallest sum of squared deviations from the means
 *       of the classes (Fisher 1958; Jenks 1977), exactly; see {@link NaturalBreaks}. With fewer
 *       distinct values than classes each value is a class.
 *   <li>Standard deviation: k − 1 breaks one standard deviation (n − 1) apart and symmetric about
 *       the mean; those outside the range of the values are left out. Classes may be empty.
 *   <li>Manual: the given breaks between the smallest and largest value; classes may be empty.
 * </ul>
 */
public final class Classification {
  /** Fewest classes that may be asked for. */
  public static final int MIN_CLASSES = 1;

  /** Most classes that may be asked for; more colours cannot be told apart. */
  public static final int MAX_CLASSES = 12;

  private Classification() {}

  /**
   * Classes of values by a method other than {@link ClassificationMethod#MANUAL}.
   *
   * @param values finite values in any order; may be empty
   * @param classes number of classes wanted, {@value #MIN_CLASSES}..{@value #MAX_CLASSES}
   * @throws InvalidClassificationException if the number is out of range or a value is not finite
   */
  public static ClassBreaks classify(double[] values, ClassificationMethod method, int classes) {
    if (classes < MIN_CLASSES || classes > MAX_CLASSES) {
      throw new InvalidClassificationException(
          "classes-out-of-range",
          classes + " classes; " + MIN_CLASSES + " to " + MAX_CLASSES + " are possible");
    }
    var distinct = DistinctValues.of(values);
    if (method == ClassificationMethod.MANUAL) {
      throw new InvalidClassificationException("breaks-missing", "manual classes need breaks");
    }
    if (distinct.size() == 0) {
      return new ClassBreaks(method, List.of(), List.of(), Double.NaN);
    }
    return measured(method, distinct, ends(distinct, inner(distinct, method, classes)));
  }

  /**
   * Classes between breaks of one's own.
   *
   * @param values finite values in any order; may be empty
   * @param breaks inner breaks, strictly ascending, 1..{@value #MAX_CLASSES} − 1 of them. The ends
   *     are added: the smallest value or the first break, whichever is smaller, and likewise above.
   * @throws InvalidClassificationException if a value or break is not finite or the breaks do not
   *     ascend
   */
  public static ClassBreaks manual(double[] values, List<Double> breaks) {
    requireAscending(breaks);
    var distinct = DistinctValues.of(values);
    return measured(ClassificationMethod.MANUAL, distinct, ends(distinct, breaks));
  }

  private static void requireAscending(List<Double> breaks) {
    if (breaks.isEmpty()) {
      throw new InvalidClassificationException("breaks-missing", "manual classes need breaks");
    }
    if (breaks.size() >= MAX_CLASSES) {
      throw new InvalidClassificationException(
          "too-many-breaks", breaks.size() + " breaks; " + (MAX_CLASSES - 1) + " are possible");
    }
    for (int i = 0; i < breaks.size(); i++) {
      if (!Double.isFinite(breaks.get(i))) {
        throw new InvalidClassificationException(
            "break-not-finite", "break " + (i + 1) + " is " + breaks.get(i));
      }
      if (i > 0 && breaks.get(i) <= breaks.get(i - 1)) {
        throw new InvalidClassificationException(
            "breaks-not-ascending", "break " + breaks.get(i) + " follows " + breaks.get(i - 1));
      }
    }
  }

  private static List<Double> inner(
      DistinctValues values, ClassificationMethod method, int classes) {
    return switch (method) {
      case QUANTILE -> quantiles(values, classes);
      case EQUAL -> equalIntervals(values, classes);
      case JENKS -> NaturalBreaks.of(values, classes).largestValues();
      case FISHER -> NaturalBreaks.of(values, classes).midpoints();
      case STANDARD_DEVIATION -> standardDeviations(values, classes);
      case MANUAL -> throw new IllegalStateException("manual breaks are given");
    };
  }

  private static List<Double> quantiles(DistinctValues values, int classes) {
    var breaks = new ArrayList<Double>();
    int below = 0;
    for (int i = 1; i < classes; i++) {
      double quantile = quantile(values, (double) i / classes);
      int upTo = countUpTo(values, quantile);
      if (upTo > below && upTo < values.count()) {
        breaks.add(quantile);
        below = upTo;
      }
    }
    return breaks;
  }

  /** Quantile of type 7: linear between the order statistics at (n − 1) p. */
  private static double quantile(DistinctValues values, double share) {
    double place = (values.count() - 1) * share;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, values.count() - 1);
    double low = values.sorted(below);
    double high = values.sorted(above);
    return low == high ? low : low + (place - below) * (high - low);
  }

  private static int countUpTo(DistinctValues values, double limit) {
    int count = 0;
    while (count < values.count() && values.sorted(count) <= limit) {
      count++;
    }
    return count;
  }

  private static List<Double> equalIntervals(DistinctValues values, int classes) {
    double step = values.max() / classes - values.min() / classes;
    return inside(values, classes, i -> values.min() + i * step);
  }

  private static List<Double> standardDeviations(DistinctValues values, int classes) {
    double mean = values.mean();
    double deviation = values.standardDeviation();
    return inside(values, classes, i -> mean + (i - classes / 2.0) * deviation);
  }

  private static List<Double> inside(
      DistinctValues values, int classes, java.util.function.IntToDoubleFunction place) {
    var breaks = new ArrayList<Double>();
    double last = values.min();
    for (int i = 1; i < classes; i++) {
      double next = place.applyAsDouble(i);
      if (next > last && next < values.max()) {
        breaks.add(next);
        last = next;
      }
    }
    return breaks;
  }

  private static List<Double> ends(DistinctValues values, List<Double> inner) {
    var breaks = new ArrayList<Double>(inner);
    boolean none = values.size() == 0;
    double first = inner.isEmpty() ? values.min() : inner.get(0);
    double last = inner.isEmpty() ? values.max() : inner.get(inner.size() - 1);
    breaks.add(0, none ? first : Math.min(values.min(), first));
    breaks.add(none ? last : Math.max(values.max(), last));
    return breaks;
  }

  private static ClassBreaks measured(
      ClassificationMethod method, DistinctValues values, List<Double> breaks) {
    int classes = breaks.size() - 1;
    var counts = new ArrayList<Integer>();
    double within = 0;
    int start = 0;
    for (int i = 0; i < classes; i++) {
      int end = i == classes - 1 ? values.size() : firstAbove(values, start, breaks.get(i + 1));
      var moments = Moments.of(values, start, end);
      counts.add(moments.count());
      within += moments.squares();
      start = end;
    }
    double total = Moments.of(values, 0, values.size()).squares();
    return new ClassBreaks(method, breaks, counts, goodness(values, within, total));
  }

  private static int firstAbove(DistinctValues values, int start, double limit) {
    int index = start;
    while (index < values.size() && values.value(index) <= limit) {
      index++;
    }
    return index;
  }

  private static double goodness(DistinctValues values, double within, double total) {
    if (values.size() == 0) {
      return Double.NaN;
    }
    return total == 0 ? 1 : Math.max(0, 1 - within / total);
  }

  /** Number of values of a class and sum of their squared deviations from their mean. */
  private record Moments(int count, double squares) {
    static Moments of(DistinctValues values, int start, int end) {
      int count = 0;
      double mean = 0;
      double squares = 0;
      for (int i = start; i < end; i++) {
        int weight = values.multiplicity(i);
        count += weight;
        double off = values.value(i) - mean;
        mean += off * ((double) weight / count);
        squares += weight * off * (values.value(i) - mean);
      }
      return new Moments(count, squares);
    }
  }
}
