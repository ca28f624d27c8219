package org.sozialradar.store.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs statements with bound parameters on one connection; used by one thread at a time. */
final class Statements {
  private static final int BATCH_ROWS = 500;
  private static final long BATCH_BYTES = 4L << 20;

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

  /** Gives the parameters of a row. */
  interface RowParameters<T> {
    List<Object> of(T item) throws SQLException;
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, List.of(parameters));
      try (var rows = statement.executeQuery()) {
        var list = new ArrayList<T>();
        while (rows.next()) {
          list.add(reader.read(rows));
        }
        return list;
      }
    }
  }

  <T> Optional<T> find(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    return list(sql, reader, parameters).stream().findFirst();
  }

  int update(String sql, Object... parameters) throws SQLException {
    return update(sql, List.of(parameters));
  }

  /** Inserts rows in batches that are bounded in rows and bytes. */
  <T> void insertAll(String sql, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      int rows = 0;
      long bytes = 0;
      for (T item : items) {
        bytes += bind(statement, parameters.of(item));
        statement.addBatch();
        if (++rows % BATCH_ROWS == 0 || bytes >= BATCH_BYTES) {
          statement.executeBatch();
          bytes = 0;
        }
      }
      statement.executeBatch();
    }
  }

  /** Updates the row of a key, or inserts it; both statements take the key last. */
  void save(String update, String insert, Object... parameters) throws SQLException {
    if (update(update, parameters) == 0) {
      update(insert, parameters);
    }
  }

  /** How many elements an array of the database has at most. */
  int arrayElements() {
    return dialect.arrayElements();
  }

  Array textArray(List<String> texts) throws SQLException {
    return connection.createArrayOf(dialect.textArrayType(), texts.toArray());
  }

  Array numberArray(Double[] numbers) throws SQLException {
    return connection.createArrayOf(dialect.numberArrayType(), numbers);
  }

  /** The texts of an array column. */
  static List<String> texts(ResultSet row, int column) throws SQLException {
    return Stream.of((Object[]) row.getArray(column).getArray()).map(String.class::cast).toList();
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

  private int update(String sql, List<Object> parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /**
   * Binds the parameters, an empty Optional as NULL, and tells how many bytes of binary they hold.
   */
  private static long bind(PreparedStatement statement, List<?> parameters) throws SQLException {
    long bytes = 0;
    for (int i = 0; i < parameters.size(); i++) {
      Object parameter = parameters.get(i);
      if (parameter instanceof Optional<?> optional) {
        parameter = optional.orElse(null);
      }
      if (parameter instanceof byte[] binary) {
        bytes += binary.length;
      }
      statement.setObject(i + 1, parameter);
    }
    return bytes;
  }
}
