package org.sozialradar.ingest.geopackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureBudget;
import org.sozialradar.ingest.feature.FeatureFileIssues;
import org.sozialradar.ingest.feature.FeatureReader;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.PlainNumber;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Reads one feature table of a GeoPackage, row by row.
 *
 * <p>The database is opened read-only and its own functions and triggers are not trusted. Safe for
 * use by many threads.
 */
public final class GeoPackageReader implements FeatureReader {
  private static final String LAYERS =
      """
      SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
      FROM gpkg_geometry_columns g
      JOIN gpkg_contents c ON c.table_name = g.table_name AND c.data_type = 'features'
      LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      ORDER BY g.table_name
      """;

  private final String layer;
  private final WantedShapes wanted;

  /**
   * A reader of polygons.
   *
   * @param layer name of the feature table; empty if the file has one only
   */
  public GeoPackageReader(String layer) {
    this(layer, WantedShapes.POLYGONS);
  }

  /**
   * A reader.
   *
   * @param layer name of the feature table; empty if the file has one only
   */
  public GeoPackageReader(String layer, WantedShapes wanted) {
    this.layer = layer;
    this.wanted = wanted;
  }

  /** A feature table with the column of its geometry and its coordinate system. */
  private record Layer(String table, String geometry, String crs) {}

  @Override
  public String read(InputFile file, FeatureSink sink) {
    try (var connection = open(file)) {
      var chosen = choose(layers(connection), file);
      readRows(connection, chosen, file, sink);
      return chosen.crs();
    } catch (SQLException e) {
      throw rejected(file, e);
    }
  }

  private static Connection open(InputFile file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    var connection = config.createConnection(address(file.path().toAbsolutePath()));
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * A file beside which no other program keeps changes is taken as immutable: it may then lie where
   * nothing can be written.
   */
  private static String address(Path path) {
    boolean changing = Files.exists(Path.of(path + "-wal"));
    return "jdbc:sqlite:file:"
        + path.toUri().getRawPath()
        + (changing ? "?mode=ro" : "?immutable=1");
  }

  private static InputRejectedException rejected(InputFile file, SQLException e) {
    var place = IssuePlace.ofFile(file.name());
    boolean corrupt =
        e instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT;
    String reason = String.valueOf(e.getMessage());
    return new InputRejectedException(
        corrupt
            ? FeatureFileIssues.TRUNCATED.at(place, "", reason)
            : FeatureFileIssues.WRONG_FORMAT.at(place, "", "GeoPackage", reason),
        e);
  }

  private static List<Layer> layers(Connection connection) throws SQLException {
    var layers = new ArrayList<Layer>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(LAYERS)) {
      while (rows.next()) {
        layers.add(new Layer(rows.getString(1), rows.getString(2), crs(rows)));
      }
    }
    return layers;
  }

  private static String crs(ResultSet rows) throws SQLException {
    String organization = rows.getString(3);
    if (organization == null || !organization.equalsIgnoreCase("EPSG")) {
      String definition = rows.getString(5);
      return definition == null ? "" : definition;
    }
    return "EPSG:" + rows.getInt(4);
  }

  private Layer choose(List<Layer> layers, InputFile file) {
    String names = String.join(", ", layers.stream().map(Layer::table).toList());
    if (layer.isEmpty() && layers.size() > 1) {
      throw rejected(file, FeatureFileIssues.LAYER_AMBIGUOUS, names);
    }
    return layers.stream()
        .filter(known -> layer.isEmpty() || known.table().equals(layer))
        .findFirst()
        .orElseThrow(() -> rejected(file, FeatureFileIssues.LAYER_UNKNOWN, layer, names));
  }

  private static InputRejectedException rejected(
      InputFile file, IssueType type, Object... arguments) {
    return new InputRejectedException(type.at(IssuePlace.ofFile(file.name()), "", arguments));
  }

  private void readRows(Connection connection, Layer chosen, InputFile file, FeatureSink sink)
      throws SQLException {
    var budget = new FeatureBudget(file);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM " + quoted(chosen.table()))) {
      int geometry = rows.findColumn(chosen.geometry());
      while (rows.next()) {
        pass(rows, geometry, budget, sink);
      }
    }
  }

  /** A name as SQL takes it literally, whatever characters it has. */
  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void pass(ResultSet row, int geometry, FeatureBudget budget, FeatureSink sink)
      throws SQLException {
    long number = budget.nextFeature();
    var properties = properties(row, geometry);
    try {
      var shape = GeoPackageGeometry.of(row.getBytes(geometry), budget, wanted);
      sink.accept(new RawFeature(number, properties, shape));
    } catch (BadGeometryException e) {
      sink.refuse(number, properties, e);
    }
  }

  private static Map<String, String> properties(ResultSet row, int geometry) throws SQLException {
    var properties = new LinkedHashMap<String, String>();
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = i == geometry ? null : row.getObject(i);
      if (value instanceof Double number) {
        properties.put(columns.getColumnName(i), PlainNumber.of(number));
      } else if (value != null && !(value instanceof byte[])) {
        properties.put(columns.getColumnName(i), value.toString());
      }
    }
    return properties;
  }
}
