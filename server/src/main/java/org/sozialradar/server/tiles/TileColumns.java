package org.sozialradar.server.tiles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.tile.AttributeSource;

/**
 * Columns of values inside tiles: {@code ?columns=population:2021,unemployed} puts the attributes
 * {@code population_2021} and {@code unemployed} (the newest period) into each feature, and beside
 * each its status in a word as {@code …_status}, and where there are such the ends of the 95 %
 * interval and the class of respondents as {@code …_lower}, {@code …_upper} and {@code
 * …_respondents}. Areas without a value have only the status. Invented values say so of themselves
 * by {@code …_example}. If two would be called alike, they are called as in tables. Immutable.
 */
final class TileColumns {
  static final String PARAMETER = TileQuery.COLUMNS;

  /** Attributes of the areas themselves. */
  private static final Set<String> OF_AREAS = Set.of("code", "name");

  private static final String LOWER = "_lower";
  private static final String UPPER = "_upper";
  private static final String RESPONDENTS = "_respondents";

  private record Column(
      String name,
      Indicator indicator,
      PublishedTable table,
      ReferencePeriod period,
      Provenance provenance,
      boolean restsOnResults) {
    boolean hasIntervals() {
      return table.hasIntervals(period);
    }

    boolean hasRespondents() {
      return table.hasClasses(period);
    }

    Number number(double value) {
      var rounded = Decimals.round(value, indicator.decimals());
      return rounded.scale() == 0 ? rounded.longValueExact() : rounded.doubleValue();
    }
  }

  private final List<Column> columns;

  private TileColumns(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * The columns that a request asks for.
   *
   * @param most most columns
   * @throws ProblemException if there are more, or one of them is not there
   */
  static TileColumns of(
      Snapshot snapshot, String edition, String level, List<String> wanted, int most) {
    if (wanted.size() > most) {
      throw ProblemException.ofParameter(
          ProblemType.OUT_OF_RANGE, PARAMETER, wanted.size(), 0, most);
    }
    var asked = columns(snapshot, edition, level, wanted, UnaryOperator.identity());
    return new TileColumns(
        areApart(asked)
            ? asked
            : columns(snapshot, edition, level, wanted, snapshot.columnNames()::get));
  }

  private static List<Column> columns(
      Snapshot snapshot,
      String edition,
      String level,
      List<String> wanted,
      UnaryOperator<String> names) {
    return wanted.stream()
        .distinct()
        .map(column -> column(snapshot, edition, level, column, names))
        .toList();
  }

  /** Of two attributes of one name a tile would hold one alone, and nobody could tell which. */
  private static boolean areApart(List<Column> columns) {
    var names = new HashSet<>(OF_AREAS);
    return columns.stream()
        .flatMap(column -> new TileColumns(List.of(column)).fields().keySet().stream())
        .allMatch(names::add);
  }

  private static Column column(
      Snapshot snapshot, String edition, String level, String wanted, UnaryOperator<String> names) {
    var parts = wanted.split(":", 2);
    boolean newest = parts.length == 1;
    var indicator = Selection.indicator(snapshot, parts[0]);
    var period =
        newest
            ? Selection.newestPeriod(snapshot, indicator, edition, level)
            : Selection.period(PARAMETER, parts[1]);
    var table = Selection.table(snapshot, indicator, edition, level, period);
    String name = names.apply(indicator.id()) + (newest ? "" : "_" + period.id());
    var provenance = Provenance.of(snapshot, indicator, List.of(table.origin(period)));
    return new Column(
        name, indicator, table, period, provenance, snapshot.restsOnResults(indicator.id()));
  }

  /** Whether any of the values may be erased. */
  boolean restOnResults() {
    return columns.stream().anyMatch(Column::restsOnResults);
  }

  /** The attributes of areas. */
  AttributeSource attributes() {
    return columns.isEmpty() ? AttributeSource.NONE : this::attributes;
  }

  /** Where the values come from. */
  List<Provenance> provenances() {
    return columns.stream().map(Column::provenance).toList();
  }

  /** Names and types of the attributes, as TileJSON names types. */
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    for (var column : columns) {
      fields.put(column.name(), "Number");
      fields.put(status(column), "String");
      if (column.hasIntervals()) {
        fields.put(column.name() + LOWER, "Number");
        fields.put(column.name() + UPPER, "Number");
      }
      if (column.hasRespondents()) {
        fields.put(column.name() + RESPONDENTS, "String");
      }
      if (column.provenance().example()) {
        fields.put(example(column), "Boolean");
      }
    }
    return fields;
  }

  private Map<String, Object> attributes(AreaCode code) {
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
    attributes.put(status(column), estimate.status().label());
    if (estimate.status().hasValue()) {
      attributes.put(column.name(), column.number(estimate.value()));
    }
    if (estimate.hasInterval()) {
      attributes.put(column.name() + LOWER, column.number(estimate.lower()));
      attributes.put(column.name() + UPPER, column.number(estimate.upper()));
    }
    if (estimate.nClass() != NClass.NONE) {
      attributes.put(column.name() + RESPONDENTS, estimate.nClass().label());
    }
    if (column.provenance().example()) {
      attributes.put(example(column), true);
    }
  }

  private static String status(Column column) {
    return column.name() + "_status";
  }

  private static String example(Column column) {
    return column.name() + "_example";
  }
}
