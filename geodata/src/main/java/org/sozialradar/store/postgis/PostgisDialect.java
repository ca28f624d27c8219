package org.sozialradar.store.postgis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.store.jdbc.Dialect;
import org.sozialradar.store.jdbc.WellKnownBinary;

/** PostgreSQL's ways: geometry as PostGIS has it, rows by COPY. */
final class PostgisDialect implements Dialect {
  @Override
  public Map<String, String> placeholders() {
    return Map.of(
        "key", "VARCHAR COLLATE \"C\"",
        "wgs84", "geometry(Geometry, 4326)",
        "mercator", "geometry(Geometry, 3857)");
  }

  @Override
  public List<String> ownMigrations() {
    return List.of("classpath:db/postgresql");
  }

  @Override
  public int newestMigration() {
    return 11;
  }

  @Override
  public String textArrayType() {
    return "varchar";
  }

  @Override
  public String numberArrayType() {
    return "float8";
  }

  /** Bounded only by the size of a field. */
  @Override
  public int arrayElements() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int snapshotIsolation() {
    return Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** With the reference system that it says: the column refuses another, and completes none. */
  @Override
  public Object geometry(Geometry geometry, int epsg) {
    return WellKnownBinary.writeExtended(geometry);
  }

  @Override
  public Geometry readGeometry(ResultSet row, int column, int epsg) throws SQLException {
    var geometry = JtsGeometry.geomFromString(row.getString(column));
    if (geometry.getSRID() != epsg) {
      throw new SQLDataException("a stored geometry is not in EPSG:" + epsg);
    }
    return geometry;
  }

  @Override
  public <T> void insertAll(
      Connection connection, Target target, Iterable<T> items, RowParameters<T> parameters)
      throws SQLException {
    CopyInsert.insertAll(connection, target, items, parameters);
  }
}
