package org.sozialradar.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;

/** Reads the tables of indicators. */
final class TableRows {
  private final Statements statements;
  private final long revision;

  TableRows(Statements statements, long revision) {
    this.statements = statements;
    this.revision = revision;
  }

  List<IndicatorTable> tables(String indicatorId) throws SQLException {
    var keys =
        new ArrayList<>(
            statements.list(
                """
                SELECT t.part_id, t.edition_id, t.level_id, t.codes, t.indicator_id
                FROM indicator_table t JOIN revision_part p ON p.part_id = t.part_id
                WHERE p.revision_number = ? AND t.indicator_id = ?\
                """,
                TableRows::key,
                revision,
                indicatorId));
    keys.sort(Comparator.comparing(Key::edition).thenComparing(Key::level));
    var tables = new ArrayList<IndicatorTable>();
    for (var key : keys) {
      tables.add(table(key));
    }
    return tables;
  }

  /** The table that is a part of some revision. */
  static IndicatorTable read(Statements statements, long part) throws SQLException {
    var key =
        statements
            .find(
                """
                SELECT part_id, edition_id, level_id, codes, indicator_id FROM indicator_table
                WHERE part_id = ?\
                """,
                TableRows::key,
                part)
            .orElseThrow(() -> new SQLDataException("a table of values is missing"));
    return new TableRows(statements, 0).table(key);
  }

  private record Key(
      long part, String edition, String level, List<AreaCode> codes, String indicatorId) {}

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        Statements.texts(row, 4).stream().map(AreaCode::new).toList(),
        row.getString(5));
  }

  private IndicatorTable table(Key key) throws SQLException {
    var builder = IndicatorTable.builder(key.indicatorId(), key.edition(), key.level(), "");
    statements.list(
        """
        SELECT period, dataset_id, statuses, amounts, lower_bounds, upper_bounds, n_classes
        FROM indicator_column
        WHERE part_id = ? ORDER BY period\
        """,
        row -> addColumn(builder, key.codes(), row),
        key.part());
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
    var nClasses = Optional.ofNullable(row.getString(7));
    for (int i = 0; i < codes.size(); i++) {
      var status = ObservationStatus.ofLetter(statuses.charAt(i));
      builder.put(
          codes.get(i),
          period,
          new Estimate(
              number(amounts, i), number(lower, i), number(upper, i), status, nClass(nClasses, i)));
    }
    return period;
  }

  private static NClass nClass(Optional<String> letters, int i) {
    return letters.map(text -> NClass.ofLetter(text.charAt(i))).orElse(NClass.NONE);
  }

  private static double number(double[] numbers, int i) {
    return numbers.length == 0 ? Double.NaN : numbers[i];
  }
}
