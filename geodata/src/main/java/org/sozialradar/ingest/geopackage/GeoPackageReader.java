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
import java.util.regex.Pattern;
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
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;

/**
 * Reads one feature table of a GeoPackage, row by row.
 *
 * <p>The database is opened read-only and its own functions and triggers are not trusted; views and
 * generated columns are refused, and values and queries end at a limit. Safe for use by many
 * threads.
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

  private static final List<String> DIRECTORY =
      List.of("gpkg_geometry_columns", "gpkg_contents", "gpkg_spatial_ref_sys");

  private static final int MOST_LAYERS = 1000;

  /** Of a layer's name or the text of its coordinate system, in characters. */
  private static final int LONGEST_NAME = 10_000;

  /** Of a value in bytes, however many vertices a file may have. */
  private static final long LONGEST_VALUE = 128L << 20;

  /** Of a vertex in bytes: four numbers. */
  private static final int VERTEX = 32;

  private static final Pattern ZONELESS =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?");

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
      var steps = StepLimit.of(connection);
      for (String table : DIRECTORY) {
        PlainTables.require(connection, table, file);
      }
      var chosen = choose(layers(connection, file), file);
      PlainTables.require(connection, chosen.table(), file);
      readRows(connection, chosen, file, new Rows(sink, new FeatureBudget(file), steps));
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
      connection
          .unwrap(SQLiteConnection.class)
          .setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, longestValue(file));
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static int longestValue(InputFile file) {
    return (int) Math.min(LONGEST_VALUE, (1 << 20) + VERTEX * file.limits().vertices());
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
    String reason = String.valueOf(e.getMessage());
    var code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    var issue =
        switch (code) {
          case SQLITE_CORRUPT -> FeatureFileIssues.TRUNCATED.at(place, "", reason);
          case SQLITE_INTERRUPT -> FeatureFileIssues.TOO_COSTLY.at(place, "");
          case SQLITE_TOOBIG -> FeatureFileIssues.VALUE_TOO_LONG.at(place, "", longestValue(file));
          default -> FeatureFileIssues.WRONG_FORMAT.at(place, "", "GeoPackage", reason);
        };
    return new InputRejectedException(issue, e);
  }

  private static List<Layer> layers(Connection connection, InputFile file) throws SQLException {
    var layers = new ArrayList<Layer>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(LAYERS)) {
      while (rows.next()) {
        if (layers.size() == MOST_LAYERS) {
          throw rejected(file, FeatureFileIssues.TOO_MANY_LAYERS, MOST_LAYERS);
        }
        layers.add(layer(rows, file));
      }
    }
    return layers;
  }

  private static Layer layer(ResultSet row, InputFile file) throws SQLException {
    var layer =
        new Layer(String.valueOf(row.getString(1)), String.valueOf(row.getString(2)), crs(row));
    int longest = Math.max(layer.table().length(), layer.geometry().length());
    if (Math.max(longest, layer.crs().length()) > LONGEST_NAME) {
      throw rejected(file, FeatureFileIssues.VALUE_TOO_LONG, LONGEST_NAME);
    }
    return layer;
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

  /** Where rows go, and what they use up. */
  private record Rows(FeatureSink sink, FeatureBudget budget, StepLimit steps) {}

  private void readRows(Connection connection, Layer chosen, InputFile file, Rows to)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM " + quoted(chosen.table()))) {
      int geometry = rows.findColumn(chosen.geometry());
      if (rows.getMetaData().getColumnCount() > file.limits().columns()) {
        throw rejected(
            file, FeatureFileIssues.TOO_DEEP, rows.getMetaData().getColumnCount() + " columns");
      }
      while (rows.next()) {
        pass(rows, geometry, file, to);
      }
    }
  }

  /** A name as SQL takes it literally, whatever characters it has. */
  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void pass(ResultSet row, int geometry, InputFile file, Rows to) throws SQLException {
    to.steps().addRow();
    long number = to.budget().nextFeature();
    var properties = properties(row, geometry, file);
    try {
      var shape = GeoPackageGeometry.of(row.getBytes(geometry), to.budget(), wanted);
      to.sink().accept(new RawFeature(number, properties, shape));
    } catch (BadGeometryException e) {
      to.sink().refuse(number, properties, e);
    }
  }

  private static Map<String, String> properties(ResultSet row, int geometry, InputFile file)
      throws SQLException {
    var properties = new LinkedHashMap<String, String>();
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = i == geometry ? null : row.getObject(i);
      if (value != null && !(value instanceof byte[])) {
        properties.put(columns.getColumnName(i), text(value, columns.getColumnTypeName(i), file));
      }
    }
    return properties;
  }

  /**
   * What SQLite does not know, the declared type of the column says: truth values are kept as 0 and
   * 1, and times are in UTC (OGC 12-128r18, table 1), whether a Z says so or not.
   */
  private static String text(Object value, String type, InputFile file) {
    if (value instanceof Double number) {
      return PlainNumber.of(number);
    }
    if (value instanceof Integer truth && type.equalsIgnoreCase("BOOLEAN")) {
      return Boolean.toString(truth != 0);
    }
    String text = text(value, file);
    boolean zoneless = type.equalsIgnoreCase("DATETIME") && ZONELESS.matcher(text).matches();
    return zoneless ? text.replace(' ', 'T') + "Z" : text;
  }

  private static String text(Object value, InputFile file) {
    String text = value.toString();
    if (text.length() > file.limits().cellCharacters()) {
      throw rejected(file, FeatureFileIssues.VALUE_TOO_LONG, file.limits().cellCharacters());
    }
    return text;
  }
}
