package org.sozialradar.server.tiles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.Fields;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.tile.AttributeSource;

/**
 * Columns of values inside tiles: {@code ?columns=population:2021,unemployed} puts the attributes
 * {@code population_2021} and {@code unemployed} (the newest period) into each feature, and beside
 * each the letter of its status as {@code …_status}. Areas without a value have only the status.
 */
final class TileColumns {
  static final String PARAMETER = "columns";

  private record Column(
      String name, Indicator indicator, PublishedTable table, ReferencePeriod period) {}

  private TileColumns() {}

  /** The columns that the parameters of a query name. */
  static List<String> wanted(Fields parameters) {
    for (var field : parameters) {
      if (!field.getName().equals(PARAMETER)) {
        throw ProblemException.ofParameter(ProblemType.UNKNOWN_PARAMETER, field.getName());
      }
      if (field.getValues().size() > 1) {
        throw ProblemException.ofParameter(ProblemType.REPEATED_PARAMETER, PARAMETER);
      }
    }
    String text = String.join("", parameters.getValuesOrEmpty(PARAMETER));
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
  }

  static AttributeSource of(Snapshot snapshot, String edition, String level, List<String> wanted) {
    var columns = new ArrayList<Column>();
    wanted.forEach(column -> columns.add(column(snapshot, edition, level, column)));
    return code -> attributes(columns, code);
  }

  private static Column column(Snapshot snapshot, String edition, String level, String wanted) {
    var parts = wanted.split(":", 2);
    var indicator = Selection.indicator(snapshot, parts[0]);
    var table =
        snapshot
            .findTable(indicator.id(), edition, level)
            .filter(one -> !one.periods().isEmpty())
            .orElseThrow(
                () -> noValues(indicator, level, parts.length > 1 ? parts[1] : "–", edition));
    if (parts.length == 1) {
      var newest = table.periods().get(table.periods().size() - 1);
      return new Column(indicator.id(), indicator, table, newest);
    }
    var period = period(parts[1]);
    if (!table.periods().contains(period)) {
      throw noValues(indicator, level, parts[1], edition);
    }
    return new Column(indicator.id() + "_" + period.id(), indicator, table, period);
  }

  private static ReferencePeriod period(String text) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
      throw Query.bad(PARAMETER, text, "2021, 2024-06-09");
    }
  }

  private static ProblemException noValues(
      Indicator indicator, String level, String period, String edition) {
    return ProblemException.of(ProblemType.NO_VALUES, indicator.id(), level, period, edition);
  }

  private static Map<String, Object> attributes(List<Column> columns, AreaCode code) {
    var attributes = new HashMap<String, Object>();
    for (var column : columns) {
      column
          .table()
          .find(code, column.period())
          .ifPresent(estimate -> put(attributes, column, estimate));
    }
    return attributes;
  }

  private static void put(Map<String, Object> attributes, Column column, Estimate estimate) {
    attributes.put(column.name() + "_status", String.valueOf(estimate.status().letter()));
    if (estimate.status().hasValue()) {
      attributes.put(column.name(), rounded(estimate.value(), column.indicator().decimals()));
    }
  }

  private static Number rounded(double value, int decimals) {
    var decimal = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return decimals == 0 ? decimal.longValue() : decimal.doubleValue();
  }
}
