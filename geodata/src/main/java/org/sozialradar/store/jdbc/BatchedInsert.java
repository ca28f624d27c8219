package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sozialradar.store.jdbc.Dialect.RowParameters;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Inserts rows in batches that are bounded in rows and bytes: a way that every database knows. */
public final class BatchedInsert {
  private static final int BATCH_ROWS = 500;
  private static final long BATCH_BYTES = 4L << 20;

  private BatchedInsert() {}

  /** Inserts a row for each item. */
  public static <T> void insertAll(
      Connection connection, Target target, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql(target))) {
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

  private static String sql(Target target) {
    int columns = target.columns().size();
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            target.table(),
            String.join(", ", target.columns()),
            String.join(", ", Collections.nCopies(columns, "?")));
  }

  /**
   * Binds the parameters, an empty Optional as NULL, and tells how many bytes of binary they hold.
   */
  static long bind(PreparedStatement statement, List<?> parameters) throws SQLException {
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
