package org.sozialradar.server.tiles;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.Decimals;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.tile.AttributeSource;

/**
 * Columns of values inside tiles: {@code ?columns=population:2021,unemployed} puts the attributes
 * {@code population_2021} and {@code unemployed} (the newest period) into each feature, and beside
 * each the letter of its status as {@code …_status}. Areas without a value have only the status.
 */
final class TileColumns {
  static final String PARAMETER = TileQuery.COLUMNS;

  private record Column(
      String name, Indicator indicator, PublishedTable table, ReferencePeriod period) {}

  private TileColumns() {}

  static AttributeSource of(Snapshot snapshot, String edition, String level, List<String> wanted) {
    var columns = new ArrayList<Column>();
    wanted.forEach(column -> columns.add(column(snapshot, edition, level, column)));
    return code -> attributes(columns, code);
  }

  private static Column column(Snapshot snapshot, String edition, String level, String wanted) {
    var parts = wanted.split(":", 2);
    boolean newest = parts.length == 1;
    var indicator = Selection.indicator(snapshot, parts[0]);
    var period =
        newest
            ? Selection.newestPeriod(snapshot, indicator, edition, level)
            : Selection.period(PARAMETER, parts[1]);
    var table = Selection.table(snapshot, indicator, edition, level, period);
    String name = newest ? indicator.id() : indicator.id() + "_" + period.id();
    return new Column(name, indicator, table, period);
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
      attributes.put(
          column.name(), number(Decimals.round(estimate.value(), column.indicator().decimals())));
    }
  }

  private static Number number(BigDecimal rounded) {
    return rounded.scale() == 0 ? rounded.longValueExact() : rounded.doubleValue();
  }
}
