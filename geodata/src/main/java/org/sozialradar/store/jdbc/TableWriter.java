package org.sozialradar.store.jdbc;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.NClass;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Writes the tables of indicators, a row per period. */
final class TableWriter {
  private static final Target TABLE =
      Target.of("indicator_table", "part_id", "indicator_id", "edition_id", "level_id", "codes");
  private static final Target COLUMN =
      Target.of(
          "indicator_column",
          "part_id",
          "period",
          "dataset_id",
          "statuses",
          "amounts",
          "lower_bounds",
          "upper_bounds",
          "n_classes");

  private final Statements statements;

  TableWriter(Statements statements) {
    this.statements = statements;
  }

  void write(long part, IndicatorTable table) throws SQLException {
    requireFitting(table);
    statements.insert(
        TABLE,
        part,
        table.indicatorId(),
        table.edition(),
        table.level(),
        statements.textArray(table.codes().stream().map(AreaCode::value).toList()));
    statements.insertAll(
        COLUMN,
        IntStream.range(0, table.periods().size()).boxed().toList(),
        column -> columnParameters(part, table, column));
  }

  private void requireFitting(IndicatorTable table) throws SQLException {
    if (table.codes().size() > statements.arrayElements()) {
      throw new SQLDataException(
          "the table of '%s' (edition %s, level %s) has %d areas, and a table holds at most %d"
              .formatted(
                  table.indicatorId(),
                  table.edition(),
                  table.level(),
                  table.codes().size(),
                  statements.arrayElements()));
    }
  }

  private List<Object> columnParameters(long part, IndicatorTable table, int column)
      throws SQLException {
    var cells =
        IntStream.range(0, table.codes().size()).mapToObj(row -> table.at(row, column)).toList();
    var statuses = new StringBuilder(cells.size());
    cells.forEach(cell -> statuses.append(cell.status().letter()));
    boolean intervals = cells.stream().anyMatch(cell -> Double.isFinite(cell.lower()));
    return List.of(
        part,
        table.periods().get(column).id(),
        table.datasetId(table.periods().get(column)),
        statuses.toString(),
        statements.numberArray(numbers(cells, Estimate::value)),
        intervals ? statements.numberArray(numbers(cells, Estimate::lower)) : Optional.empty(),
        intervals ? statements.numberArray(numbers(cells, Estimate::upper)) : Optional.empty(),
        Optional.of(NClass.letters(cells)).filter(letters -> !letters.isEmpty()));
  }

  /** The numbers of the cells; null, which SQL reads as NULL, where there is none. */
  private static Double[] numbers(List<Estimate> cells, ToDoubleFunction<Estimate> number) {
    return cells.stream()
        .map(number::applyAsDouble)
        .map(value -> Double.isNaN(value) ? null : value)
        .toArray(Double[]::new);
  }
}
