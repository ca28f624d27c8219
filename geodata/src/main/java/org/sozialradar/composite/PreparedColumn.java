package org.sozialradar.composite;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.sozialradar.indicator.SamplingError;

/** An indicator's values on their way to be normalised: outliers judged, direction applied. */
final class PreparedColumn {
  private final IndexIndicator indicator;
  private final OutlierReport outliers;
  private final double[] raw;
  private final SamplingError[] errors;
  private final double[] treated;
  private final boolean sampled;

  private PreparedColumn(IndexIndicator indicator, OutlierReport outliers, InputColumn column) {
    this.indicator = indicator;
    this.outliers = outliers;
    raw = values(column);
    errors = IntStream.range(0, raw.length).mapToObj(column::error).toArray(SamplingError[]::new);
    sampled = Arrays.stream(errors).anyMatch(SamplingError::isAny);
    treated = directed(outliers.treated(raw));
  }

  /**
   * Judges the outliers of a column.
   *
   * @throws InvalidIndexException {@code too-few-values}, {@code indicator-constant}
   */
  static PreparedColumn of(
      IndexIndicator indicator, InputColumn column, OutlierTreatment treatment) {
    var values = values(column);
    requireVariation(indicator, values);
    return new PreparedColumn(indicator, treatment.judge(indicator.id(), values), column);
  }

  private static double[] values(InputColumn column) {
    var values = new double[column.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = column.value(row);
    }
    return values;
  }

  private static void requireVariation(IndexIndicator indicator, double[] values) {
    int count = Moments.of(values).count();
    if (count < 2) {
      throw new InvalidIndexException(
          "too-few-values",
          "indicator " + indicator.id() + " has " + count + " values; 2 are needed",
          Map.of("indicator", indicator.id(), "values", Integer.toString(count)));
    }
    var range = Range.of(values);
    if (range.min() == range.max()) {
      throw new InvalidIndexException(
          "indicator-constant",
          "indicator " + indicator.id() + " has the same value everywhere",
          Map.of("indicator", indicator.id(), "value", Double.toString(range.min())));
    }
  }

  private double[] directed(double[] values) {
    for (int row = 0; row < values.length; row++) {
      values[row] *= indicator.direction().sign();
    }
    return values;
  }

  IndexIndicator indicator() {
    return indicator;
  }

  OutlierReport outliers() {
    return outliers;
  }

  /** Whether the value of a row was an outlier and was drawn in. */
  boolean isDrawnIn(int row) {
    return outliers.drawn().apply(raw[row]) != raw[row] && !Double.isNaN(raw[row]);
  }

  /** Values with outliers drawn in, in the direction of the index; NaN where missing. */
  double[] treated() {
    return treated;
  }

  /** Whether any value has a sampling error. */
  boolean isSampled() {
    return sampled;
  }

  /**
   * Values drawn anew within their sampling errors, then treated as the values themselves are:
   * drawn in to the same floor and ceiling.
   *
   * @param standardNormal a draw for every value that has an error, asked for in the order of rows
   */
  double[] drawn(java.util.function.DoubleSupplier standardNormal) {
    var values = new double[raw.length];
    for (int row = 0; row < values.length; row++) {
      double value = raw[row];
      if (errors[row].isAny()) {
        value = errors[row].drawn(value, standardNormal.getAsDouble());
      }
      values[row] = outliers.drawn().apply(value);
    }
    return directed(values);
  }
}
