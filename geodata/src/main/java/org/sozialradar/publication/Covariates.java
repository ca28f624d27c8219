package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;

/** The published values that a model rests on, by area. */
final class Covariates {
  /**
   * A column.
   *
   * @param indicator id of the indicator
   * @param period its period
   */
  record Column(String indicator, ReferencePeriod period) {}

  private final List<Column> columns;
  private final Map<AreaCode, double[]> rows;

  private Covariates(List<Column> columns, Map<AreaCode, double[]> rows) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  static Covariates of(ModelDefinition model, PublishedValues values, PublishedValues.Place place) {
    int size = model.covariates().size();
    var rows = new HashMap<AreaCode, double[]>();
    values.codes(place).forEach(code -> rows.put(code, missing(size)));
    var columns = new ArrayList<Column>();
    for (int c = 0; c < size; c++) {
      var covariate = model.covariates().get(c);
      String id = covariate.indicator();
      String field = "covariates/" + c;
      values.indicator(id, field);
      var period =
          covariate.period().orElseGet(() -> values.newest(id, place, model.wave(), field));
      columns.add(new Column(id, period));
      int column = c;
      values
          .column(id, place, period, field)
          .forEach((code, estimate) -> rows.get(code)[column] = estimate.value());
    }
    return new Covariates(columns, rows);
  }

  private static double[] missing(int size) {
    var row = new double[size];
    Arrays.fill(row, Double.NaN);
    return row;
  }

  List<Column> columns() {
    return columns;
  }

  List<String> names() {
    return columns.stream().map(Column::indicator).toList();
  }

  /** The values of an area, NaN where one is missing; not to be changed. */
  double[] of(AreaCode code) {
    return rows.get(code);
  }
}
