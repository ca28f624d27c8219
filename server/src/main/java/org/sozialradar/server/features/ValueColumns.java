package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The properties of one indicator in one period: value, period and status, and where there are such
 * the ends of the 95 % interval and the class of respondents. Named as in tiles.
 */
record ValueColumns(Indicator indicator, PublishedTable table, ReferencePeriod period) {
  /** The indicators with values on a level, each with its newest period in a span of time. */
  static List<ValueColumns> all(Snapshot snapshot, String edition, String level, TimeSpan time) {
    var all = new ArrayList<ValueColumns>();
    for (var indicator : snapshot.indicators().values()) {
      snapshot
          .findTable(indicator.id(), edition, level)
          .flatMap(table -> newest(indicator, table, time))
          .ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static Optional<ValueColumns> newest(
      Indicator indicator, PublishedTable table, TimeSpan time) {
    return table.periods().stream()
        .filter(time::meets)
        .reduce((older, newer) -> newer)
        .map(period -> new ValueColumns(indicator, table, period));
  }

  Collection<String> datasets() {
    return table.origin(period).datasets();
  }

  /** The properties in their order. */
  List<FeatureField> fields() {
    String unit = indicator.unit().symbol().de();
    var name = indicator.name();
    var fields = new ArrayList<FeatureField>();
    fields.add(
        field(
            "",
            ValueType.NUMBER,
            name.de() + (unit.isBlank() ? "" : " (" + unit + ")"),
            name.en() + (unit.isBlank() ? "" : " (" + indicator.unit().symbol().en() + ")")));
    fields.add(field("_period", ValueType.TEXT, "Zeitraum", "period"));
    fields.add(field("_status", ValueType.TEXT, "Status des Werts", "status of the value"));
    if (isLent()) {
      fields.add(field("_level", ValueType.TEXT, "Ebene der Erhebung", "level of recording"));
    }
    if (hasIntervals()) {
      fields.add(field("_lower", ValueType.NUMBER, "untere Grenze, 95 %", "lower end, 95 %"));
      fields.add(field("_upper", ValueType.NUMBER, "obere Grenze, 95 %", "upper end, 95 %"));
    }
    if (hasRespondents()) {
      fields.add(field("_respondents", ValueType.TEXT, "Befragte, Klasse", "respondents, class"));
    }
    return fields;
  }

  private FeatureField field(String suffix, ValueType type, String de, String en) {
    return new FeatureField(indicator.id() + suffix, type, new LocalizedText(de, en));
  }

  /** Whether the values were recorded for coarser areas, each of which lends its to all in it. */
  private boolean isLent() {
    var origin = table.origin(period);
    return !origin.aggregated() && !origin.level().equals(table.level());
  }

  private boolean hasIntervals() {
    return table.column(period).stream().anyMatch(Estimate::hasInterval);
  }

  private boolean hasRespondents() {
    return table.column(period).stream().anyMatch(one -> one.nClass() != NClass.NONE);
  }

  /** How the properties are read. */
  Map<String, Function<AreaCode, Value>> properties() {
    var read = new LinkedHashMap<String, Function<AreaCode, Value>>();
    read.put(indicator.id(), number(Estimate::value));
    read.put(indicator.id() + "_period", code -> Value.of(period.id()));
    read.put(indicator.id() + "_status", text(one -> one.status().label()));
    read.put(indicator.id() + "_level", code -> Value.of(table.origin(period).level()));
    read.put(indicator.id() + "_lower", number(Estimate::lower));
    read.put(indicator.id() + "_upper", number(Estimate::upper));
    read.put(indicator.id() + "_respondents", text(one -> one.nClass().label()));
    return read;
  }

  private Function<AreaCode, Value> number(Function<Estimate, Double> what) {
    return code ->
        table
            .find(code, period)
            .map(what)
            .filter(Double::isFinite)
            .map(value -> Value.of(Decimals.round(value, indicator.decimals()).doubleValue()))
            .orElse(Value.MISSING);
  }

  private Function<AreaCode, Value> text(Function<Estimate, String> what) {
    return code ->
        table
            .find(code, period)
            .map(what)
            .filter(one -> !one.isEmpty())
            .map(Value::of)
            .orElse(Value.MISSING);
  }
}
