package org.sozialradar.composite;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.SamplingError;

/**
 * What an index is made from: columns of published values, one per indicator, over the same areas.
 *
 * <p>Where a status says that there is no value, none is kept, whatever the caller hands over: a
 * suppressed value is missing with that reason, and nothing can depend on it. Immutable and safe
 * for use by many threads.
 */
public final class IndexInput {
  private final List<AreaCode> codes;
  private final Map<String, InputColumn> columns;

  private IndexInput(Builder builder) {
    codes = builder.codes;
    columns = Map.copyOf(builder.columns);
  }

  /** Areas, one per row. */
  public List<AreaCode> codes() {
    return codes;
  }

  /** Whether there is a column of an indicator. */
  public boolean has(String indicator) {
    return columns.containsKey(indicator);
  }

  /**
   * The status of an indicator in a row.
   *
   * @throws InvalidIndexException {@code indicator-missing}
   */
  public ObservationStatus status(String indicator, int row) {
    return column(indicator).statuses().get(row);
  }

  InputColumn column(String indicator) {
    var column = columns.get(indicator);
    if (column == null) {
      throw new InvalidIndexException(
          "indicator-missing",
          "there are no values of indicator " + indicator,
          Map.of("indicator", indicator));
    }
    return column;
  }

  /**
   * Begins an input.
   *
   * @param codes areas, none twice
   * @throws InvalidIndexException {@code column-unfit} if an area stands twice
   */
  public static Builder builder(List<AreaCode> codes) {
    return new Builder(codes);
  }

  /** Collects columns; not safe for use by many threads. */
  public static final class Builder {
    private final List<AreaCode> codes;
    private final Map<String, InputColumn> columns = new HashMap<>();

    private Builder(List<AreaCode> codes) {
      this.codes = List.copyOf(codes);
      if (new HashSet<>(this.codes).size() < this.codes.size()) {
        throw new InvalidIndexException("column-unfit", "an area stands twice", Map.of());
      }
    }

    /**
     * Adds a column of a full count.
     *
     * @param values one per area; NaN where the cell is empty
     * @throws InvalidIndexException {@code column-unfit}
     */
    public Builder column(String indicator, double[] values) {
      return column(indicator, values, new double[values.length]);
    }

    /**
     * Adds a column with standard errors.
     *
     * @param values one per area; NaN where the cell is empty
     * @param standardErrors one per area, in the unit of the values; NaN or 0 for a full count
     * @throws InvalidIndexException {@code column-unfit}
     */
    public Builder column(String indicator, double[] values, double[] standardErrors) {
      var statuses =
          Arrays.stream(values)
              .mapToObj(x -> Double.isNaN(x) ? ObservationStatus.EMPTY : ObservationStatus.REPORTED)
              .toList();
      return column(indicator, values, standardErrors, statuses);
    }

    /**
     * Adds a column of estimates with the sampling errors that their intervals tell.
     *
     * @param estimates one per area
     * @param unit of the indicator, see {@link SamplingError}
     * @throws InvalidIndexException {@code column-unfit}
     */
    public Builder column(String indicator, List<Estimate> estimates, Indicator.Unit unit) {
      return add(
          indicator,
          estimates.stream().mapToDouble(Estimate::value).toArray(),
          estimates.stream().map(one -> SamplingError.of(one, unit)).toList(),
          estimates.stream().map(Estimate::status).toList());
    }

    /**
     * Adds a column.
     *
     * @param values one per area, finite where the status has a value; others are not kept
     * @param standardErrors one per area, in the unit of the values; NaN or 0 for a full count
     * @param statuses one per area
     * @throws InvalidIndexException {@code column-unfit} if sizes differ, a value is not finite, an
     *     error is negative or infinite, or the indicator has a column
     */
    public Builder column(
        String indicator,
        double[] values,
        double[] standardErrors,
        List<ObservationStatus> statuses) {
      if (Arrays.stream(standardErrors).anyMatch(x -> x < 0 || Double.isInfinite(x))) {
        throw unfit(indicator, "has an error that is negative or infinite");
      }
      var errors =
          Arrays.stream(standardErrors)
              .mapToObj(x -> Double.isNaN(x) ? SamplingError.NONE : new SamplingError(x, x))
              .toList();
      return add(indicator, values.clone(), errors, statuses);
    }

    private Builder add(
        String indicator,
        double[] values,
        List<SamplingError> errors,
        List<ObservationStatus> statuses) {
      int size = codes.size();
      if (values.length != size || errors.size() != size || statuses.size() != size) {
        throw unfit(indicator, "does not have " + size + " rows");
      }
      var column = new InputColumn(values, errors, List.copyOf(statuses));
      for (int row = 0; row < size; row++) {
        requireFinite(indicator, column, row);
      }
      if (columns.putIfAbsent(indicator, column) != null) {
        throw unfit(indicator, "was given twice");
      }
      return this;
    }

    private void requireFinite(String indicator, InputColumn column, int row) {
      if (column.isPresent(row) && !Double.isFinite(column.value(row))) {
        throw unfit(indicator, "has no finite value for area " + codes.get(row));
      }
    }

    private static InvalidIndexException unfit(String indicator, String what) {
      return new InvalidIndexException(
          "column-unfit",
          "column of indicator " + indicator + " " + what,
          Map.of("indicator", indicator));
    }

    public IndexInput build() {
      return new IndexInput(this);
    }
  }
}
