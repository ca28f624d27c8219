package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sozialradar.area.AreaCode;
import org.sozialradar.filter.Value;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The properties of one indicator in a span of time. Those of its newest period of all are always
 * there, so that whoever asks for another time may use the same filters; without a period in that
 * time they are missing.
 *
 * @param newest of all periods
 * @param chosen of the newest period in the span of time, if there is one
 */
record TimedColumns(ValueColumns newest, Optional<ValueColumns> chosen) {
  /** Properties of a period that was chosen otherwise. */
  static TimedColumns of(ValueColumns columns) {
    return new TimedColumns(columns, Optional.of(columns));
  }

  /** The indicators with values on a level. */
  static List<TimedColumns> all(Snapshot snapshot, String edition, String level, TimeSpan time) {
    var all = new ArrayList<TimedColumns>();
    for (var indicator : snapshot.indicators().values()) {
      snapshot
          .findTable(indicator.id(), edition, level)
          .ifPresent(
              table ->
                  newest(
                          table.periods().stream()
                              .map(
                                  period ->
                                      ValueColumns.of(
                                          snapshot.columnNames(), indicator, table, period))
                              .toList(),
                          time)
                      .ifPresent(all::add));
    }
    return List.copyOf(all);
  }

  private static Optional<TimedColumns> newest(List<ValueColumns> ascending, TimeSpan time) {
    return last(ascending)
        .map(
            newest ->
                new TimedColumns(
                    newest,
                    last(ascending.stream().filter(one -> time.meets(one.period())).toList())));
  }

  private static Optional<ValueColumns> last(List<ValueColumns> ascending) {
    return ascending.stream().reduce((older, newer) -> newer);
  }

  /** The properties in their order. */
  List<FeatureField> fields() {
    var fields = new LinkedHashMap<String, FeatureField>();
    newest.fields().forEach(field -> fields.put(field.name(), field));
    chosen.ifPresent(
        columns -> columns.fields().forEach(field -> fields.putIfAbsent(field.name(), field)));
    return List.copyOf(fields.values());
  }

  /** How the properties are read. */
  Map<String, Function<AreaCode, Value>> properties() {
    if (chosen.isPresent()) {
      return chosen.get().properties();
    }
    var missing = new LinkedHashMap<String, Function<AreaCode, Value>>();
    newest.fields().forEach(field -> missing.put(field.name(), code -> Value.MISSING));
    return missing;
  }

  /** Ids of the data sets that the values come from. */
  Collection<String> datasets() {
    return chosen.<Collection<String>>map(ValueColumns::datasets).orElse(List.of());
  }
}
