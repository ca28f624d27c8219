package org.sozialradar.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.AreaCode;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.jdbc.BatchedInsert;
import org.sozialradar.store.jdbc.Dialect;
import org.sozialradar.store.jdbc.Dialect.Target;

/**
 * Compares COPY with batched INSERT on the pyramid of a level that a store holds. Arguments:
 * address, user and password of the store, edition, level, how often. Prints the ratio of the
 * medians.
 */
final class BulkBenchmark {
  private static final Target TARGET = new Target("bulk", List.of("zoom", "code", "geometry"));

  private BulkBenchmark() {}

  private record Row(int zoom, AreaCode code, Geometry geometry) {}

  private interface Insertion {
    void insert(Connection connection, List<Row> rows, Dialect.RowParameters<Row> parameters)
        throws SQLException;
  }

  public static void main(String[] arguments) throws SQLException {
    var login = new StoreLogin(arguments[1], arguments[2]);
    var rows = rows(arguments[0], login, arguments[3], arguments[4]);
    var copies = new ArrayList<Double>();
    var inserts = new ArrayList<Double>();
    try (var connection =
        DriverManager.getConnection(
            arguments[0] + "?reWriteBatchedInserts=true", login.user(), login.password())) {
      connection.setAutoCommit(false);
      for (int i = 0; i < Integer.parseInt(arguments[5]); i++) {
        copies.add(
            seconds(connection, rows, (to, of, p) -> CopyInsert.insertAll(to, TARGET, of, p)));
        inserts.add(
            seconds(connection, rows, (to, of, p) -> BatchedInsert.insertAll(to, TARGET, of, p)));
      }
    }
    double copy = median(copies);
    double insert = median(inserts);
    System.out.println(
        String.format(Locale.ROOT, "%d %.2f %.2f %.2f", rows.size(), copy, insert, copy / insert));
  }

  private static List<Row> rows(String address, StoreLogin login, String edition, String level) {
    var rows = new ArrayList<Row>();
    try (var store = Stores.open(address, login)) {
      for (var coverage : store.listCoverages(edition, level)) {
        for (Map.Entry<AreaCode, Geometry> entry : coverage.geometries().entrySet()) {
          entry.getValue().setSRID(0);
          rows.add(new Row(coverage.zoom(), entry.getKey(), entry.getValue()));
        }
      }
    }
    return rows;
  }

  private static double seconds(Connection connection, List<Row> rows, Insertion insertion)
      throws SQLException {
    var dialect = new PostgisDialect();
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE bulk (zoom INTEGER, code VARCHAR, geometry geometry(Geometry, 3857),"
              + " PRIMARY KEY (zoom, code))");
    }
    long began = System.nanoTime();
    insertion.insert(
        connection,
        rows,
        row -> List.of(row.zoom(), row.code().value(), dialect.geometry(row.geometry(), 3857)));
    double seconds = (System.nanoTime() - began) / 1e9;
    connection.rollback();
    return seconds;
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
  }
}
