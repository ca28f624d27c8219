package org.sozialradar.ingest.table;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.table.Columns.Column;

/**
 * The columns of a table of indicators and where their values go.
 *
 * @param columns the columns that were found
 * @param key reads the key of a row
 * @param rules says which rows are skipped
 * @param targets columns of values with the tables under construction
 * @param constantPeriod period of all rows, empty if a column names it
 */
record IndicatorColumns(
    Columns columns, AreaKey key, RowRules rules, List<Target> targets, String constantPeriod) {
  /**
   * A column of values and the table that takes them.
   *
   * @param beside what other columns say of the values
   */
  record Target(Column column, BesideValue beside, IndicatorTable.Builder table) {
    String indicator() {
      return column.field().radar().indicator();
    }

    /** Text of the value and of what stands beside it. */
    String text(TableRow row) {
      return row.cell(column.index()).text() + beside.text(row);
    }
  }

  IndicatorColumns {
    targets = List.copyOf(targets);
  }

  static IndicatorColumns of(
      List<String> header, ResourceInput<IndicatorSettings> input, BatchBuilder batch) {
    var settings = input.settings();
    int row = input.resource().dialect().headerRows().get(0);
    var columns = Columns.of(header, input.resource().schema().fields(), input.place(row, ""));
    var complete =
        new IndicatorColumns(
            columns,
            AreaKey.of(columns.keys(), settings.level()),
            RowRules.of(settings, columns),
            targets(columns, settings, batch),
            settings.period());
    complete.requirePeriods();
    return complete;
  }

  private static List<Target> targets(
      Columns columns, IndicatorSettings settings, BatchBuilder batch) {
    if (columns.values().isEmpty()) {
      throw new InvalidSettingException(
          "das Schema nennt keine Spalte mit der Rolle „value“",
          "the schema names no column with the role 'value'");
    }
    var targets = new ArrayList<Target>();
    for (var column : columns.values()) {
      String indicator = column.field().radar().indicator();
      requireObserved(indicator, batch);
      targets.add(
          new Target(
              column,
              BesideValue.of(columns, column),
              batch.table(indicator, settings.edition(), settings.level())));
    }
    return targets;
  }

  private static void requireObserved(String id, BatchBuilder batch) {
    boolean observed =
        batch.ownIndicators().stream()
            .anyMatch(indicator -> indicator.id().equals(id) && !indicator.isDerived());
    if (!observed) {
      throw new InvalidSettingException(
          "„" + id + "“ ist im Manifest nicht als beobachteter Indikator vereinbart",
          "'" + id + "' is not declared as an observed indicator in the manifest");
    }
  }

  private void requirePeriods() {
    boolean named =
        columns.period().isPresent()
            || !constantPeriod.isEmpty()
            || targets.stream().noneMatch(target -> target.column().period().isEmpty());
    if (!named) {
      throw new InvalidSettingException(
          "weder eine Spalte noch das Manifest nennt die Zeit der Werte",
          "neither a column nor the manifest names the time of the values");
    }
    if (!constantPeriod.isEmpty()) {
      constant(constantPeriod);
    }
    targets.stream()
        .map(target -> target.column().period())
        .filter(p -> !p.isEmpty())
        .forEach(IndicatorColumns::constant);
  }

  private static ReferencePeriod constant(String period) {
    try {
      return period(period);
    } catch (MalformedCellException e) {
      throw new InvalidSettingException(
          "„period“ ist ein Jahr oder ein Tag: " + period,
          "'period' is a year or a day: " + period);
    }
  }

  /** Text of the period of a row, empty if the columns have periods of their own. */
  String periodText(TableRow row) {
    return columns.period().map(column -> row.cell(column.index()).text()).orElse(constantPeriod);
  }

  /** The period of a value: that of its column, else that of its row. */
  static ReferencePeriod period(Target target, String rowPeriod) throws MalformedCellException {
    return period(target.column().period().isEmpty() ? rowPeriod : target.column().period());
  }

  private static ReferencePeriod period(String text) throws MalformedCellException {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new MalformedCellException(RowIssues.PERIOD_MALFORMED);
    }
  }
}
