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

/** Writes the tables of indicators, a row per period. */
final class TableWriter {
  private final Statements statements;

  TableWriter(Statements statements) {
    this.statements = statements;
  }

  /** Removes all values that came with a data set. */
  void forget(String datasetId) throws SQLException {
    statements.update("DELETE FROM indicator_column WHERE dataset_id = ?", datasetId);
    statements.update(
        """
        DELETE FROM indicator_table WHERE NOT EXISTS (
          SELECT 1 FROM indicator_column c WHERE c.indicator_id = indicator_table.indicator_id
            AND c.edition_id = indicator_table.edition_id
            AND c.level_id = indicator_table.level_id)""");
  }

  /** Puts a table into what is stored, see {@link IndicatorTable#replacedBy}. */
  void put(IndicatorTable table) throws SQLException {
    var stored =
        new TableRows(statements).find(table.indicatorId(), table.edition(), table.level());
    var whole = stored.map(before -> before.replacedBy(table)).orElse(table);
    if (!whole.periods().isEmpty()) {
      replace(whole);
    }
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

  private void replace(IndicatorTable table) throws SQLException {
    requireFitting(table);
    statements.update(
        "DELETE FROM indicator_table WHERE indicator_id = ? AND edition_id = ? AND level_id = ?",
        table.indicatorId(),
        table.edition(),
        table.level());
    statements.update(
        """
        INSERT INTO indicator_table (indicator_id, edition_id, level_id, codes)
        VALUES (?, ?, ?, ?)""",
        table.indicatorId(),
        table.edition(),
        table.level(),
        statements.textArray(table.codes().stream().map(AreaCode::value).toList()));
    statements.insertAll(
        """
        INSERT INTO indicator_column (indicator_id, edition_id, level_id, period, dataset_id,
          statuses, amounts, lower_bounds, upper_bounds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        IntStream.range(0, table.periods().size()).boxed().toList(),
        column -> columnParameters(table, column));
  }

  private List<Object> columnParameters(IndicatorTable table, int column) throws SQLException {
    var cells =
        IntStream.range(0, table.codes().size()).mapToObj(row -> table.at(row, column)).toList();
    var statuses = new StringBuilder(cells.size());
    cells.forEach(cell -> statuses.append(cell.status().letter()));
    boolean intervals = cells.stream().anyMatch(cell -> Double.isFinite(cell.lower()));
    return List.of(
        table.indicatorId(),
        table.edition(),
        table.level(),
        table.periods().get(column).id(),
        table.datasetId(table.periods().get(column)),
        statuses.toString(),
        statements.numberArray(numbers(cells, Estimate::value)),
        intervals ? statements.numberArray(numbers(cells, Estimate::lower)) : Optional.empty(),
        intervals ? statements.numberArray(numbers(cells, Estimate::upper)) : Optional.empty());
  }

  /** The numbers of the cells; null, which SQL reads as NULL, where there is none. */
  private static Double[] numbers(List<Estimate> cells, ToDoubleFunction<Estimate> number) {
    return cells.stream()
        .map(number::applyAsDouble)
        .map(value -> Double.isNaN(value) ? null : value)
        .toArray(Double[]::new);
  }
}
