package org.sozialradar.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.h2.engine.Constants;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.store.jdbc.BatchedInsert;
import org.sozialradar.store.jdbc.Dialect;
import org.sozialradar.store.jdbc.WellKnownBinary;

/** H2's ways: geometry as bytes, rows in batches. */
final class H2Dialect implements Dialect {
  @Override
  public Map<String, String> placeholders() {
    return Map.of("key", "VARCHAR", "wgs84", "BLOB", "mercator", "BLOB");
  }

  @Override
  public List<String> ownMigrations() {
    return List.of();
  }

  @Override
  public int newestMigration() {
    return 11;
  }

  @Override
  public String textArrayType() {
    return "VARCHAR";
  }

  @Override
  public String numberArrayType() {
    return "DOUBLE PRECISION";
  }

  @Override
  public int arrayElements() {
    return Constants.MAX_ARRAY_CARDINALITY;
  }

  @Override
  public int snapshotIsolation() {
    return Constants.TRANSACTION_SNAPSHOT;
  }

  @Override
  public Object geometry(Geometry geometry, int epsg) {
    return WellKnownBinary.write(geometry);
  }

  @Override
  public Geometry readGeometry(ResultSet row, int column, int epsg) throws SQLException {
    return WellKnownBinary.read(row.getBytes(column), epsg);
  }

  @Override
  public <T> void insertAll(
      Connection connection, Target target, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException {
    BatchedInsert.insertAll(connection, target, items, parameters);
  }
}
