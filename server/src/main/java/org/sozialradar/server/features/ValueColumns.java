package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.indicator.ColumnNames;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * The properties of one indicator in one period: value, period and status, and where there are such
 * the ends of the 95 % interval and the class of respondents. Named as in tiles.
 *
 * @param indicator what the values are of
 * @param table its published values
 * @param period a period of the table
 * @param name name of the value's property, with which those of the others begin
 */
public record ValueColumns(
    Indicator indicator, PublishedTable table, ReferencePeriod period, String name) {
  /** A part of a value that has a property of its own, with the ending of the property's name. */
  public enum Part {
    VALUE(""),
    PERIOD("_period"),
    STATUS("_status"),
    /** Level on which it was recorded. */
    LEVEL("_level"),
    LOWER("_lower"),
    UPPER("_upper"),
    RESPONDENTS("_respondents");

    private final String ending;

    Part(String ending) {
      this.ending = ending;
    }
  }

  /** The properties of an indicator, named by it alone. */
  public static ValueColumns of(
      ColumnNames names, Indicator indicator, PublishedTable table, ReferencePeriod period) {
    return new ValueColumns(indicator, table, period, names.get(indicator.id()));
  }

  /** The properties of an indicator of which other periods are there too: named by both. */
  public static ValueColumns ofPeriod(
      ColumnNames names, Indicator indicator, PublishedTable table, ReferencePeriod period) {
    String name = names.get(indicator.id()) + "_" + period.id().replace('-', '_');
    return new ValueColumns(indicator, table, period, name);
  }

  /** Name of the property of a part. */
  public String name(Part part) {
    return name + part.ending;
  }

  /** Ids of the data sets that the values come from. */
  public Collection<String> datasets() {
    return table.origin(period).datasets();
  }

  /** The parts that have a property, in their order. */
  public List<Part> parts() {
    var parts = new ArrayList<>(List.of(Part.VALUE, Part.PERIOD, Part.STATUS));
    if (isLent()) {
      parts.add(Part.LEVEL);
    }
    if (table.hasIntervals(period)) {
      parts.addAll(List.of(Part.LOWER, Part.UPPER));
    }
    if (table.hasClasses(period)) {
      parts.add(Part.RESPONDENTS);
    }
    return parts;
  }

  /** The properties in their order. */
  List<FeatureField> fields() {
    return parts().stream().map(this::field).toList();
  }

  /** A property as it is declared. */
  public FeatureField field(Part part) {
    return switch (part) {
      case VALUE -> field(part, ValueType.NUMBER, titleWithUnit());
      case PERIOD -> field(part, ValueType.TEXT, "Zeitraum", "period");
      case STATUS -> field(part, ValueType.TEXT, "Status des Werts", "status of the value");
      case LEVEL -> field(part, ValueType.TEXT, "Ebene der Erhebung", "level of recording");
      case LOWER -> field(part, ValueType.NUMBER, "untere Grenze, 95 %", "lower end, 95 %");
      case UPPER -> field(part, ValueType.NUMBER, "obere Grenze, 95 %", "upper end, 95 %");
      case RESPONDENTS -> field(part, ValueType.TEXT, "Befragte, Klasse", "respondents, class");
    };
  }

  private LocalizedText titleWithUnit() {
    var symbol = indicator.unit().symbol();
    var title = indicator.name();
    boolean shown = !symbol.de().isBlank();
    return new LocalizedText(
        title.de() + (shown ? " (" + symbol.de() + ")" : ""),
        title.en() + (shown ? " (" + symbol.en() + ")" : ""));
  }

  private FeatureField field(Part part, ValueType type, String de, String en) {
    return field(part, type, new LocalizedText(de, en));
  }

  private FeatureField field(Part part, ValueType type, LocalizedText title) {
    boolean whole = type == ValueType.NUMBER && indicator.decimals() == 0;
    return new FeatureField(name(part), type, title, whole);
  }

  /** Whether the values were recorded for coarser areas, each of which lends its to all in it. */
  private boolean isLent() {
    var origin = table.origin(period);
    return !origin.aggregated() && !origin.level().equals(table.level());
  }

  /** How the properties are read. */
  Map<String, Function<AreaCode, Value>> properties() {
    var read = new LinkedHashMap<String, Function<AreaCode, Value>>();
    read.put(name(Part.VALUE), number(Estimate::value));
    read.put(name(Part.PERIOD), code -> Value.of(period.id()));
    read.put(name(Part.STATUS), text(one -> one.status().label()));
    read.put(name(Part.LEVEL), code -> Value.of(table.origin(period).level()));
    read.put(name(Part.LOWER), number(Estimate::lower));
    read.put(name(Part.UPPER), number(Estimate::upper));
    read.put(name(Part.RESPONDENTS), text(one -> one.nClass().label()));
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
