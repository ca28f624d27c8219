package org.sozialradar.store.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.store.jdbc.Dialect.RowParameters;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Runs statements with bound parameters on one connection; used by one thread at a time. */
final class Statements {
  static final int EPSG_WGS84 = 4326;
  static final int EPSG_WEB_MERCATOR = 3857;

  /** Rows that PostgreSQL sends at once where they are read one by one. */
  private static final int FETCHED = 200;

  private final Connection connection;
  private final Dialect dialect;

  Statements(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Makes a value of the current row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      BatchedInsert.bind(statement, List.of(parameters));
      try (var rows = statement.executeQuery()) {
        var list = new ArrayList<T>();
        while (rows.next()) {
          list.add(reader.read(rows));
        }
        return list;
      }
    }
  }

  /** Takes a row. */
  @FunctionalInterface
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** Hands out rows one by one, not all at once where the database can. */
  void each(String sql, RowTaker taker, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      BatchedInsert.bind(statement, List.of(parameters));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  <T> Optional<T> find(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    return list(sql, reader, parameters).stream().findFirst();
  }

  int update(String sql, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      BatchedInsert.bind(statement, List.of(parameters));
      return statement.executeUpdate();
    }
  }

  /** Inserts a row for each item. */
  <T> void insertAll(Target target, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException {
    dialect.insertAll(connection, target, items, parameters);
  }

  /** Inserts one row. */
  void insert(Target target, Object... parameters) throws SQLException {
    BatchedInsert.insertAll(connection, target, List.of(target), row -> List.of(parameters));
  }

  /** How many elements an array of the database has at most. */
  int arrayElements() {
    return dialect.arrayElements();
  }

  Array textArray(List<String> texts) throws SQLException {
    return connection.createArrayOf(dialect.textArrayType(), texts.toArray(String[]::new));
  }

  Array numberArray(Double[] numbers) throws SQLException {
    return connection.createArrayOf(dialect.numberArrayType(), numbers);
  }

  Array integerArray(List<Integer> numbers) throws SQLException {
    return connection.createArrayOf("INTEGER", numbers.toArray(Integer[]::new));
  }

  Object geometry(Geometry geometry, int epsg) {
    return dialect.geometry(geometry, epsg);
  }

  Geometry readGeometry(ResultSet row, int column, int epsg) throws SQLException {
    return dialect.readGeometry(row, column, epsg);
  }

  /** The texts of an array column. */
  static List<String> texts(ResultSet row, int column) throws SQLException {
    return Stream.of((Object[]) row.getArray(column).getArray()).map(String.class::cast).toList();
  }

  /** The whole numbers of an array column. */
  static List<Integer> integers(ResultSet row, int column) throws SQLException {
    return Stream.of((Object[]) row.getArray(column).getArray()).map(Integer.class::cast).toList();
  }

  /** The numbers of an array column, NaN for NULL elements; empty if the column is NULL. */
  static double[] numbers(ResultSet row, int column) throws SQLException {
    var array = row.getArray(column);
    if (array == null) {
      return new double[0];
    }
    var elements = (Object[]) array.getArray();
    var numbers = new double[elements.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = elements[i] == null ? Double.NaN : (Double) elements[i];
    }
    return numbers;
  }
}
