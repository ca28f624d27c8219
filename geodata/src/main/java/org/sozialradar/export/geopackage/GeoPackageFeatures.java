package org.sozialradar.export.geopackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.export.feature.ExportRow;
import org.sozialradar.export.feature.RowSink;
import org.sozialradar.export.feature.ValueText;
import org.sozialradar.export.feature.WrittenShape;
import org.sozialradar.filter.Value;
import org.sqlite.SQLiteConfig;

/**
 * Writes a layer as GeoPackage 1.3: a feature table with titles and units of its columns, an
 * R-tree, and the description of the layer as metadata, in one transaction. The same rows make the
 * same bytes.
 *
 * <p>The database is made in a temporary file and leaves when it is whole. Memory is that of
 * SQLite's cache, two megabytes.
 */
public final class GeoPackageFeatures extends RowSink {
  private final Path file;
  private final OutputStream out;
  private final Connection connection;
  private final FeatureTable table;
  private final GeoPackageTables tables;
  private final GeometryBlob blobs;
  private final SpatialIndex index;
  private final PreparedStatement insertion;
  private final Envelope extent = new Envelope();
  private long key;
  private boolean severalPoints;

  private GeoPackageFeatures(ExportLayer layer, OutputStream out, Path file, Connection connection)
      throws SQLException {
    super(layer);
    this.out = out;
    this.file = file;
    this.connection = connection;
    table = FeatureTable.of(layer);
    tables = new GeoPackageTables(connection, layer);
    blobs = new GeometryBlob(layer.system().epsg());
    GeoPackageTables.mark(connection);
    connection.setAutoCommit(false);
    tables.create();
    GeoPackageTables.run(connection, table.definition(layer.name(), geometryType()));
    index = new SpatialIndex(connection, table);
    insertion = connection.prepareStatement(table.insertion());
  }

  /**
   * Begins a GeoPackage.
   *
   * @param out where it goes once it is whole
   * @param folder for the temporary file
   */
  public static GeoPackageFeatures open(ExportLayer layer, OutputStream out, Path folder)
      throws IOException {
    var file = Files.createTempFile(folder, "export", ".gpkg");
    boolean open = false;
    try {
      var sink = begin(layer, out, file);
      open = true;
      return sink;
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      if (!open) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static GeoPackageFeatures begin(ExportLayer layer, OutputStream out, Path file)
      throws SQLException {
    var connection = connect(file);
    try {
      return new GeoPackageFeatures(layer, out, file, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static Connection connect(Path file) throws SQLException {
    var config = new SQLiteConfig();
    // Nobody reads the file before it is whole, and what fails is deleted.
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  private static IOException failed(SQLException e) {
    return new IOException("GeoPackage: " + e.getMessage(), e);
  }

  private String geometryType() {
    return switch (layer().shape()) {
      case POINT -> severalPoints ? "GEOMETRY" : "POINT";
      case LINE -> "MULTILINESTRING";
      case POLYGON -> "MULTIPOLYGON";
    };
  }

  @Override
  protected void append(ExportRow row) throws IOException {
    try {
      key++;
      insertion.setLong(1, key);
      var geometry = row.geometry().filter(one -> !one.isEmpty());
      if (geometry.isPresent()) {
        setGeometry(WrittenShape.of(geometry.get(), layer().system()));
      } else {
        insertion.setObject(2, null);
      }
      for (int i = 0; i < row.values().size(); i++) {
        set(3 + i, row.values().get(i), table.isTime(i));
      }
      insertion.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void setGeometry(Geometry geometry) throws SQLException {
    severalPoints |= geometry instanceof MultiPoint;
    insertion.setBytes(2, blobs.of(geometry));
    var envelope = geometry.getEnvelopeInternal();
    index.add(key, envelope);
    extent.expandToInclude(envelope);
  }

  private void set(int parameter, Value value, boolean time) throws SQLException {
    if (value instanceof Value.Missing) {
      insertion.setObject(parameter, null);
    } else if (value instanceof Value.Numeric numeric) {
      insertion.setDouble(parameter, numeric.number());
    } else if (value instanceof Value.Truth truth) {
      insertion.setInt(parameter, truth.truth() ? 1 : 0);
    } else if (time && value instanceof Value.When when) {
      insertion.setString(parameter, GeoPackageTables.time(when.moment().first()));
    } else {
      insertion.setString(parameter, ValueText.of(value));
    }
  }

  @Override
  protected void end() throws IOException {
    try {
      insertion.close();
      if (severalPoints) {
        widen();
      }
      tables.enter(table, geometryType(), extent);
      index.finish(tables);
      index.close();
      connection.commit();
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
    Files.copy(file, out);
  }

  /** Gives the column of points the type that takes several as well: SQLite cannot alter types. */
  private void widen() throws SQLException {
    String wide = layer().name() + "_wide";
    GeoPackageTables.run(connection, table.definition(wide, geometryType()));
    String from = FeatureTable.quoted(layer().name());
    GeoPackageTables.run(
        connection, "INSERT INTO %s SELECT * FROM %s".formatted(FeatureTable.quoted(wide), from));
    GeoPackageTables.run(connection, "DROP TABLE " + from);
    GeoPackageTables.run(
        connection, "ALTER TABLE %s RENAME TO %s".formatted(FeatureTable.quoted(wide), from));
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
