package org.sozialradar.indicator;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;

/**
 * The observations of one indicator on one level of one edition, in columns: area × period.
 *
 * <p>Cells that were never set have the status {@link ObservationStatus#NO_ROW}. Immutable and safe
 * for use by many threads.
 */
public final class IndicatorTable {
  private final String indicatorId;
  private final String edition;
  private final String level;
  private final List<AreaCode> codes;
  private final List<ReferencePeriod> periods;
  private final Map<AreaCode, Integer> rows = new HashMap<>();
  private final Map<ReferencePeriod, String> datasets;
  private final double[] values;
  private final double[] lower;
  private final double[] upper;
  private final ObservationStatus[] statuses;
  private final NClass[] nClasses;

  private IndicatorTable(Builder builder) {
    indicatorId = builder.indicatorId;
    edition = builder.edition;
    level = builder.level;
    codes = builder.rows.keySet().stream().sorted().toList();
    periods = builder.columns.keySet().stream().sorted().toList();
    datasets = new TreeMap<>();
    periods.forEach(
        period -> datasets.put(period, builder.datasets.getOrDefault(period, builder.datasetId)));
    int size = codes.size() * periods.size();
    values = new double[size];
    lower = new double[size];
    upper = new double[size];
    statuses = new ObservationStatus[size];
    nClasses = new NClass[size];
    for (int row = 0; row < codes.size(); row++) {
      rows.put(codes.get(row), row);
    }
    for (int column = 0; column < periods.size(); column++) {
      fillColumn(column, builder.rows, builder.columns.get(periods.get(column)));
    }
  }

  private void fillColumn(int column, Map<AreaCode, Integer> places, ColumnCells cells) {
    for (int row = 0; row < codes.size(); row++) {
      int place = places.get(codes.get(row));
      int i = index(row, column);
      boolean filled = cells.contains(place);
      values[i] = filled ? cells.value(place) : Double.NaN;
      lower[i] = filled ? cells.lower(place) : Double.NaN;
      upper[i] = filled ? cells.upper(place) : Double.NaN;
      statuses[i] = filled ? cells.status(place) : ObservationStatus.NO_ROW;
      nClasses[i] = filled ? cells.nClass(place) : NClass.NONE;
    }
  }

  private int index(int row, int column) {
    return column * codes.size() + row;
  }

  public String indicatorId() {
    return indicatorId;
  }

  public String edition() {
    return edition;
  }

  /** The level on which the values were recorded, or to which they were aggregated. */
  public String level() {
    return level;
  }

  /** Codes of the areas that have a row, ascending. */
  public List<AreaCode> codes() {
    return codes;
  }

  /** Periods that have a column, ascending. */
  public List<ReferencePeriod> periods() {
    return periods;
  }

  /**
   * The data set that the values of a period were imported with.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public String datasetId(ReferencePeriod period) {
    var dataset = datasets.get(period);
    if (dataset == null) {
      throw new IllegalArgumentException(indicatorId + " has no period " + period);
    }
    return dataset;
  }

  /**
   * This table with a newer one of the same indicator, edition and level put into it. Of a period
   * that both have, values of another data set give way as a whole; of the same data set those
   * areas keep theirs that the newer table does not name. Other periods stay.
   */
  public IndicatorTable replacedBy(IndicatorTable newer) {
    var builder = new Builder(indicatorId, edition, level, "");
    newer.periods().forEach(period -> builder.copy(newer, period));
    for (var period : periods) {
      if (!newer.periods().contains(period) || newer.datasetId(period).equals(datasetId(period))) {
        builder.copy(this, period);
      }
    }
    return builder.build();
  }

  /** This table without the columns that were imported with a data set. */
  public IndicatorTable without(String datasetId) {
    var builder = new Builder(indicatorId, edition, level, "");
    periods.stream()
        .filter(period -> !datasetId(period).equals(datasetId))
        .forEach(period -> builder.copy(this, period));
    return builder.build();
  }

  /** The observation of an area in a period; empty if the table has no such row or column. */
  public Optional<Estimate> find(AreaCode code, ReferencePeriod period) {
    Integer row = rows.get(code);
    int column = Collections.binarySearch(periods, period);
    return row == null || column < 0 ? Optional.empty() : Optional.of(at(row, column));
  }

  /**
   * The observation in a row and column of {@link #codes()} and {@link #periods()}.
   *
   * @throws IndexOutOfBoundsException beyond the table
   */
  public Estimate at(int row, int column) {
    java.util.Objects.checkIndex(row, codes.size());
    int i = index(row, java.util.Objects.checkIndex(column, periods.size()));
    return new Estimate(values[i], lower[i], upper[i], statuses[i], nClasses[i]);
  }

  /**
   * Begins a table.
   *
   * @param datasetId the data set of its values, unless a period names another
   */
  public static Builder builder(
      String indicatorId, String edition, String level, String datasetId) {
    return new Builder(indicatorId, edition, level, datasetId);
  }

  /** Collects the cells of a table; not safe for use by many threads. */
  public static final class Builder {
    private final String indicatorId;
    private final String edition;
    private final String level;
    private final String datasetId;
    private final Map<ReferencePeriod, String> datasets = new HashMap<>();
    private final Map<AreaCode, Integer> rows = new HashMap<>();
    private final Map<ReferencePeriod, ColumnCells> columns = new HashMap<>();

    /** What {@link #build} made, until something is set. */
    private Optional<IndicatorTable> built = Optional.empty();

    private Builder(String indicatorId, String edition, String level, String datasetId) {
      this.indicatorId = indicatorId;
      this.edition = edition;
      this.level = level;
      this.datasetId = datasetId;
    }

    /** Names the data set of the values of a period. */
    public Builder from(ReferencePeriod period, String dataset) {
      built = Optional.empty();
      datasets.put(period, dataset);
      return this;
    }

    /** Takes over the cells of a period, but for those that are set. */
    private void copy(IndicatorTable table, ReferencePeriod period) {
      from(period, table.datasetId(period));
      for (var code : table.codes()) {
        table
            .find(code, period)
            .filter(cell -> cell.status() != ObservationStatus.NO_ROW)
            .filter(cell -> !contains(code, period))
            .ifPresent(cell -> put(code, period, cell));
      }
    }

    /**
     * Sets one cell.
     *
     * @throws IllegalStateException if the cell was set before; importers report such a cell as an
     *     issue instead
     */
    public Builder put(AreaCode code, ReferencePeriod period, Estimate estimate) {
      built = Optional.empty();
      int row = rows.computeIfAbsent(code, unused -> rows.size());
      if (!columns.computeIfAbsent(period, unused -> new ColumnCells()).put(row, estimate)) {
        throw new IllegalStateException(
            indicatorId + ": cell " + code + " " + period + " set twice");
      }
      return this;
    }

    public boolean contains(AreaCode code, ReferencePeriod period) {
      var row = rows.get(code);
      var column = columns.get(period);
      return row != null && column != null && column.contains(row);
    }

    public IndicatorTable build() {
      if (built.isEmpty()) {
        built = Optional.of(new IndicatorTable(this));
      }
      return built.get();
    }
  }
}
