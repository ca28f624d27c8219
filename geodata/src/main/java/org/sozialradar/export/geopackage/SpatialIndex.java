package org.sozialradar.export.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The R-tree over the features' rectangles (annex F.3, {@code gpkg_rtree_index}). Its triggers call
 * functions that programs which change GeoPackages bring; they are created after the rows.
 */
final class SpatialIndex implements AutoCloseable {
  private final Connection connection;
  private final FeatureTable table;
  private final String name;
  private final PreparedStatement insertion;

  /** Creates the index, empty. */
  SpatialIndex(Connection connection, FeatureTable table) throws SQLException {
    this.connection = connection;
    this.table = table;
    name = "rtree_" + table.layer().name() + "_" + table.geometry();
    GeoPackageTables.run(
        connection,
        "CREATE VIRTUAL TABLE %s USING rtree(id, minx, maxx, miny, maxy)"
            .formatted(FeatureTable.quoted(name)));
    insertion =
        connection.prepareStatement(
            "INSERT INTO " + FeatureTable.quoted(name) + " VALUES (?, ?, ?, ?, ?)");
  }

  void add(long key, Envelope envelope) throws SQLException {
    insertion.setLong(1, key);
    insertion.setDouble(2, envelope.getMinX());
    insertion.setDouble(3, envelope.getMaxX());
    insertion.setDouble(4, envelope.getMinY());
    insertion.setDouble(5, envelope.getMaxY());
    insertion.executeUpdate();
  }

  /** Creates what keeps the index right when features change, and enters the extension. */
  void finish(GeoPackageTables tables) throws SQLException {
    for (String trigger : triggers()) {
      GeoPackageTables.run(connection, trigger);
    }
    tables.insert(
        "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
        table.layer().name(),
        table.geometry(),
        GeoPackageTables.clauseAddress("extension_rtree"));
  }

  private List<String> triggers() {
    String features = FeatureTable.quoted(table.layer().name());
    String index = FeatureTable.quoted(name);
    String key = FeatureTable.quoted(table.key());
    String shape = FeatureTable.quoted(table.geometry());
    String isThere = "(NEW.%1$s NOTNULL AND NOT ST_IsEmpty(NEW.%1$s))".formatted(shape);
    String isNone = "(NEW.%1$s ISNULL OR ST_IsEmpty(NEW.%1$s))".formatted(shape);
    String sameKey = "OLD.%1$s = NEW.%1$s".formatted(key);
    String otherKey = "OLD.%1$s != NEW.%1$s".formatted(key);
    String put =
        ("INSERT OR REPLACE INTO %s VALUES (NEW.%s, ST_MinX(NEW.%3$s), ST_MaxX(NEW.%3$s),"
                + " ST_MinY(NEW.%3$s), ST_MaxY(NEW.%3$s));")
            .formatted(index, key, shape);
    String drop = "DELETE FROM %s WHERE id = OLD.%s;".formatted(index, key);
    String dropBoth = "DELETE FROM %s WHERE id IN (OLD.%s, NEW.%2$s);".formatted(index, key);
    String changed = "UPDATE OF " + shape + " ON " + features;
    return List.of(
        trigger("insert", "INSERT ON " + features, isThere, put),
        trigger("update1", changed, sameKey + " AND " + isThere, put),
        trigger("update2", changed, sameKey + " AND " + isNone, drop),
        trigger("update3", "UPDATE ON " + features, otherKey + " AND " + isThere, drop + " " + put),
        trigger("update4", "UPDATE ON " + features, otherKey + " AND " + isNone, dropBoth),
        trigger("delete", "DELETE ON " + features, "OLD." + shape + " NOTNULL", drop));
  }

  private String trigger(String event, String after, String condition, String action) {
    return "CREATE TRIGGER %s AFTER %s WHEN %s BEGIN %s END"
        .formatted(FeatureTable.quoted(name + "_" + event), after, condition, action);
  }

  @Override
  public void close() throws SQLException {
    insertion.close();
  }
}
