package org.sozialradar.store.postgis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.util.PGobject;
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
    return 4;
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

  /**
   * Says no reference system: the column gives its own to geometries without one. The library
   * writes empty polygons as what they are not (seen in 2025.1.1), so those are written here.
   */
  @Override
  public Object geometry(Geometry geometry, int epsg) {
    return geometry.isEmpty() ? empty(geometry) : new JtsGeometry(geometry);
  }

  private static PGobject empty(Geometry geometry) {
    try {
      var object = new PGobject();
      object.setType("geometry");
      object.setValue(WKBWriter.toHex(WellKnownBinary.write(geometry)));
      return object;
    } catch (SQLException e) {
      throw new IllegalStateException("a plain value is refused", e);
    }
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
