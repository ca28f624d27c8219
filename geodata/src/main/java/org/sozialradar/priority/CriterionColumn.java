package org.sozialradar.priority;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/**
 * The published values of a criterion, one per area, with their errors: x̃ = x + l·z + e, where z
 * is standard normal and the same for all areas of a draw (what predictions of one model share),
 * and e is the area's own. A value that is not published is NaN. Immutable and safe for use by many
 * threads.
 */
public final class CriterionColumn {
  /** Standard errors to either side of a 95 % interval of a normal distribution. */
  private static final double NORMAL_95 = 1.959963984540054;

  private static final double[] NOTHING_SHARED = {};

  private final double[] values;
  private final double[] own;
  private final double[][] shared;
  private final int unknownErrors;
  private final boolean drawn;

  private CriterionColumn(double[] values, double[] own, double[][] shared, int unknownErrors) {
    this.values = values;
    this.own = own;
    this.shared = shared;
    this.unknownErrors = unknownErrors;
    drawn =
        Arrays.stream(own).anyMatch(x -> x > 0)
            || Arrays.stream(shared).anyMatch(CriterionColumn::isAny);
  }

  private static boolean isAny(double[] loads) {
    return Arrays.stream(loads).anyMatch(x -> x != 0);
  }

  /**
   * A column of estimates. The standard error is the width of the 95 % interval / 3.92; readers of
   * published values do not know quantiles of t. An estimate without interval counts as exact and
   * as one of {@link #unknownErrors()}.
   */
  public static CriterionColumn of(List<Estimate> estimates) {
    return new CriterionColumn(
        estimates.stream().mapToDouble(Estimate::value).toArray(),
        estimates.stream()
            .mapToDouble(x -> x.hasInterval() ? (x.upper() - x.lower()) / (2 * NORMAL_95) : 0)
            .toArray(),
        nothingShared(estimates.size()),
        (int) estimates.stream().filter(CriterionColumn::hasUnknownError).count());
  }

  private static boolean hasUnknownError(Estimate estimate) {
    return !estimate.hasInterval()
        && (estimate.status() == ObservationStatus.ESTIMATED
            || estimate.status() == ObservationStatus.LIMITED_PRECISION);
  }

  private static double[][] nothingShared(int size) {
    return IntStream.range(0, size).mapToObj(i -> NOTHING_SHARED).toArray(double[][]::new);
  }

  /**
   * The same values and standard errors, of which a part is shared by all areas.
   *
   * @param loads for each area how much of each shared error it takes, in the unit of the values;
   *     what makes up more than the standard error is scaled down to it
   * @throws InvalidPriorityException {@code column-unfit} if sizes differ
   */
  public CriterionColumn sharing(List<double[]> loads) {
    int factors = loads.isEmpty() ? 0 : loads.get(0).length;
    if (loads.size() != values.length || loads.stream().anyMatch(one -> one.length != factors)) {
      throw new InvalidPriorityException(
          "column-unfit", "shared errors do not fit the values", Map.of());
    }
    var rest = new double[values.length];
    var scaled = new double[values.length][];
    for (int row = 0; row < rest.length; row++) {
      double variance = own[row] * own[row];
      double common = squares(loads.get(row));
      double factor = common > variance ? Math.sqrt(variance / common) : 1;
      scaled[row] = Arrays.stream(loads.get(row)).map(x -> x * factor).toArray();
      rest[row] = Math.sqrt(Math.max(0, variance - common));
    }
    return new CriterionColumn(values, rest, scaled, unknownErrors);
  }

  /**
   * The same values and standard errors, all of which go along with each other as far as they can:
   * the cautious choice for means where nobody knows what errors share.
   */
  public CriterionColumn sharingAll() {
    return sharing(Arrays.stream(own).mapToObj(error -> new double[] {error}).toList());
  }

  /** A weighted mean of rows: places and weights above 0; without rows it is missing. */
  public record Mean(List<Integer> rows, List<Double> weights) {
    public Mean {
      rows = List.copyOf(rows);
      weights = List.copyOf(weights);
      if (rows.size() != weights.size() || weights.stream().anyMatch(weight -> !(weight > 0))) {
        throw new IllegalArgumentException("a mean needs rows with weights above 0");
      }
    }

    private double[] shares() {
      double sum = weights.stream().mapToDouble(x -> x).sum();
      return weights.stream().mapToDouble(weight -> weight / sum).toArray();
    }
  }

  /**
   * Weighted means of areas, such as districts of municipalities, with the variance that follows:
   * shared errors add up, own ones average out. A mean is missing as soon as one of its values is.
   */
  public CriterionColumn means(List<Mean> means) {
    var mean = new double[means.size()];
    var rest = new double[means.size()];
    var loads = new double[means.size()][];
    for (int i = 0; i < mean.length; i++) {
      var rows = means.get(i).rows();
      double[] shares = means.get(i).shares();
      mean[i] = rows.isEmpty() ? Double.NaN : 0;
      loads[i] = new double[values.length == 0 ? 0 : shared[0].length];
      for (int k = 0; k < rows.size(); k++) {
        double share = shares[k];
        int row = rows.get(k);
        mean[i] += share * values[row];
        rest[i] += share * own[row] * (share * own[row]);
        for (int f = 0; f < loads[i].length; f++) {
          loads[i][f] += share * shared[row][f];
        }
      }
      rest[i] = Math.sqrt(rest[i]);
    }
    return new CriterionColumn(mean, rest, loads, unknownErrors);
  }

  /** Some rows in a new order. */
  CriterionColumn rows(int... rows) {
    return new CriterionColumn(
        IntStream.of(rows).mapToDouble(row -> values[row]).toArray(),
        IntStream.of(rows).mapToDouble(row -> own[row]).toArray(),
        IntStream.of(rows).mapToObj(row -> shared[row]).toArray(double[][]::new),
        unknownErrors);
  }

  /** Number of areas. */
  public int size() {
    return values.length;
  }

  /** Whether there is a published value. */
  public boolean isPresent(int row) {
    return Double.isFinite(values[row]);
  }

  /** The value; NaN if there is none. */
  public double value(int row) {
    return values[row];
  }

  /** The standard error, shared and own parts together; 0 for a full count. */
  public double standardError(int row) {
    return Math.sqrt(own[row] * own[row] + squares(shared[row]));
  }

  /** How many values are estimates whose error nobody knows. */
  public int unknownErrors() {
    return unknownErrors;
  }

  /** The values; not to be changed. */
  double[] values() {
    return values;
  }

  /** Values drawn within their errors; the values themselves if they have none. */
  double[] drawn(UniformRandomProvider random) {
    if (!drawn) {
      return values;
    }
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] common = draw(normal, shared[0].length);
    var result = new double[values.length];
    for (int row = 0; row < result.length; row++) {
      double value = values[row];
      for (int f = 0; f < common.length; f++) {
        value += shared[row][f] * common[f];
      }
      result[row] = own[row] > 0 ? value + own[row] * normal.sample() : value;
    }
    return result;
  }

  private static double[] draw(SharedStateContinuousSampler normal, int number) {
    var drawn = new double[number];
    for (int i = 0; i < number; i++) {
      drawn[i] = normal.sample();
    }
    return drawn;
  }

  private static double squares(double[] numbers) {
    return Arrays.stream(numbers).map(x -> x * x).sum();
  }
}
