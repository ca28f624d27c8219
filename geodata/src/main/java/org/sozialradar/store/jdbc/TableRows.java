package org.sozialradar.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;

/** Reads the tables of indicators. */
final class TableRows {
  private final Statements statements;

  TableRows(Statements statements) {
    this.statements = statements;
  }

  /** The table of exactly this indicator, edition and level. */
  Optional<IndicatorTable> find(String indicatorId, String edition, String level)
      throws SQLException {
    var key =
        statements.find(
            """
            SELECT edition_id, level_id, codes FROM indicator_table
            WHERE indicator_id = ? AND edition_id = ? AND level_id = ?""",
            row -> key(indicatorId, row),
            indicatorId,
            edition,
            level);
    return key.isEmpty() ? Optional.empty() : Optional.of(table(key.get()));
  }

  List<IndicatorTable> tables(String indicatorId) throws SQLException {
    var keys =
        new ArrayList<>(
            statements.list(
                "SELECT edition_id, level_id, codes FROM indicator_table WHERE indicator_id = ?",
                row -> key(indicatorId, row),
                indicatorId));
    keys.sort(Comparator.comparing(Key::edition).thenComparing(Key::level));
    var tables = new ArrayList<IndicatorTable>();
    for (var key : keys) {
      tables.add(table(key));
    }
    return tables;
  }

  private record Key(String indicatorId, String edition, String level, List<AreaCode> codes) {}

  private static Key key(String indicatorId, ResultSet row) throws SQLException {
    return new Key(
        indicatorId,
        row.getString(1),
        row.getString(2),
        Statements.texts(row, 3).stream().map(AreaCode::new).toList());
  }

  private IndicatorTable table(Key key) throws SQLException {
    var builder = IndicatorTable.builder(key.indicatorId(), key.edition(), key.level(), "");
    statements.list(
        """
        SELECT period, dataset_id, statuses, amounts, lower_bounds, upper_bounds
        FROM indicator_column
        WHERE indicator_id = ? AND edition_id = ? AND level_id = ? ORDER BY period""",
        row -> addColumn(builder, key.codes(), row),
        key.indicatorId(),
        key.edition(),
        key.level());
    return builder.build();
  }

  private static ReferencePeriod addColumn(
      IndicatorTable.Builder builder, List<AreaCode> codes, ResultSet row) throws SQLException {
    var period = new ReferencePeriod(row.getString(1));
    builder.from(period, row.getString(2));
    String statuses = row.getString(3);
    var amounts = Statements.numbers(row, 4);
    var lower = Statements.numbers(row, 5);
    var upper = Statements.numbers(row, 6);
    for (int i = 0; i < codes.size(); i++) {
      var status = ObservationStatus.ofLetter(statuses.charAt(i));
      builder.put(
          codes.get(i),
          period,
          new Estimate(number(amounts, i), number(lower, i), number(upper, i), status));
    }
    return period;
  }

  private static double number(double[] numbers, int i) {
    return numbers.length == 0 ? Double.NaN : numbers[i];
  }
}
