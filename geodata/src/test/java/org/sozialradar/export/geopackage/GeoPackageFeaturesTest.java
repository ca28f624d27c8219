package org.sozialradar.export.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.Gdal;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.feature.ExportColumn;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.export.feature.ExportRow;
import org.sozialradar.export.feature.ExportedLayers;
import org.sozialradar.export.feature.FeatureFormat;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.layer.GeometryKind;

/** Rules of OGC 12-128r17 (GeoPackage 1.3), named by their requirement where it has a number. */
class GeoPackageFeaturesTest {
  @TempDir Path folder;

  private byte[] bytes(ExportLayer layer, List<ExportRow> rows) throws IOException {
    return ExportedLayers.bytes(FeatureFormat.GEOPACKAGE, layer, CsvDialect.STANDARD, rows, folder);
  }

  private Path file(ReferenceSystem system, List<ExportRow> rows) throws IOException {
    return Files.write(
        folder.resolve("written.gpkg"), bytes(ExportedLayers.layer(system, rows.size()), rows));
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** The rows of a question, their cells joined by a bar. */
  private static List<String> ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var read = new ArrayList<String>();
      while (rows.next()) {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        read.add(String.join("|", cells));
      }
      return read;
    }
  }

  /** Requirements 1 to 7. */
  @Test
  void isASoundDatabaseThatSaysWhatItIs() throws Exception {
    var file = file(ReferenceSystem.CRS84, ExportedLayers.ROWS);
    try (var database = open(file)) {
      assertThat(ask(database, "PRAGMA application_id")).containsExactly("1196444487");
      assertThat(ask(database, "PRAGMA user_version")).containsExactly("10300");
      assertThat(ask(database, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(ask(database, "PRAGMA foreign_key_check")).isEmpty();
      assertThat(ask(database, "SELECT rtreecheck('rtree_municipality_2023_geom')"))
          .containsExactly("ok");
    }
    try (var left = Files.list(folder)) {
      assertThat(left).as("temporary files").containsExactly(file);
    }
  }

  /** Requirements 10, 11, 13, 15, 17. */
  @Test
  void listsItsLayerWithExtentAndTime() throws Exception {
    try (var database = open(file(ReferenceSystem.CRS84, ExportedLayers.ROWS))) {
      assertThat(ask(database, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id"))
          .containsExactly("-1", "0", "4326");
      assertThat(ask(database, "SELECT * FROM gpkg_contents"))
          .containsExactly(
              "municipality_2023|features|Gemeinden, 2023|Gebiete mit Werten.|"
                  + "2024-05-06T07:08:09.000Z|9.4|51.05|15.02|54.8|4326");
      assertThat(ask(database, "SELECT * FROM gpkg_geometry_columns"))
          .containsExactly("municipality_2023|geom|MULTIPOLYGON|4326|0|0");
    }
  }

  @Test
  void bringsTheCoordinateSystemsThatItUses() throws Exception {
    for (var system : ReferenceSystem.values()) {
      try (var database = open(file(system, ExportedLayers.ROWS))) {
        assertThat(ask(database, "SELECT srs_id FROM gpkg_contents"))
            .containsExactly(Integer.toString(system.epsg()));
        assertThat(
                ask(
                    database,
                    "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys s"
                        + " JOIN gpkg_contents c ON c.srs_id = s.srs_id"))
            .containsExactly("EPSG|" + system.epsg());
        assertThat(ask(database, "PRAGMA foreign_key_check")).isEmpty();
      }
    }
  }

  /** The definitions are right even for programs that do not know the numbers of EPSG. */
  @Test
  void definitionsOfCoordinateSystemsAreThoseOfTheRegistry() throws Exception {
    Gdal.require();
    for (var system : ReferenceSystem.values()) {
      var text = folder.resolve("system.wkt");
      Files.writeString(text, SpatialReference.of(system).definition());
      assertThat(Gdal.run("gdalsrsinfo", "-e", text.toString())).contains("EPSG:" + system.epsg());
    }
  }

  /** 2.1.3: magic, version, flags, system, rectangle (min x, max x, min y, max y). */
  @Test
  void geometriesHaveTheirRectangleBeforeThem() throws Exception {
    try (var database = open(file(ReferenceSystem.CRS84, ExportedLayers.ROWS))) {
      assertThat(
              ask(
                  database,
                  "SELECT code, hex(substr(geom, 1, 8)), length(geom) > 40,"
                      + " hex(substr(geom, 41, 5)) FROM municipality_2023 ORDER BY fid"))
          .containsExactly(
              "14626110|47500003E6100000|1|0106000000",
              "01001000|47500003E6100000|1|0106000000",
              "09162000||null|");
    }
  }

  /** F.3: every feature with a place is in the index, and the triggers keep it so. */
  @Test
  void theIndexHoldsAllPlacesAndIsKeptRight() throws Exception {
    try (var database = open(file(ReferenceSystem.CRS84, ExportedLayers.ROWS))) {
      assertThat(
              ask(
                  database,
                  "SELECT id FROM rtree_municipality_2023_geom WHERE minx < 15 AND maxx > 14.95"))
          .containsExactly("1");
      assertThat(ask(database, "SELECT id FROM rtree_municipality_2023_geom ORDER BY id"))
          .containsExactly("1", "2");
      assertThat(
              ask(database, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"))
          .containsExactly(
              "rtree_municipality_2023_geom_delete",
              "rtree_municipality_2023_geom_insert",
              "rtree_municipality_2023_geom_update1",
              "rtree_municipality_2023_geom_update2",
              "rtree_municipality_2023_geom_update3",
              "rtree_municipality_2023_geom_update4");
      assertThat(
              ask(
                  database,
                  "SELECT table_name, extension_name, scope FROM gpkg_extensions ORDER BY 1, 2"))
          .containsExactly(
              "gpkg_data_column_constraints|gpkg_schema|read-write",
              "gpkg_data_columns|gpkg_schema|read-write",
              "gpkg_metadata|gpkg_metadata|read-write",
              "gpkg_metadata_reference|gpkg_metadata|read-write",
              "municipality_2023|gpkg_rtree_index|write-only");
    }
  }

  /** GDAL, which brings the functions that triggers call, changes features. */
  @Test
  void otherProgramsCanEditIt() throws Exception {
    Gdal.require();
    var file = file(ReferenceSystem.CRS84, ExportedLayers.ROWS);
    for (String change :
        List.of(
            "DELETE FROM municipality_2023 WHERE fid = 2",
            "UPDATE municipality_2023 SET geom = NULL WHERE fid = 1",
            "UPDATE municipality_2023 SET fid = 9 WHERE fid = 3")) {
      Gdal.run("ogrinfo", "-q", file.toString(), "-sql", change);
    }
    try (var database = open(file)) {
      assertThat(ask(database, "SELECT fid, code FROM municipality_2023 ORDER BY fid"))
          .containsExactly("1|14626110", "9|09162000");
      assertThat(ask(database, "SELECT count(*) FROM rtree_municipality_2023_geom"))
          .containsExactly("0");
    }
  }

  @Test
  void columnsHaveTitlesAndUnits() throws Exception {
    try (var database = open(file(ReferenceSystem.CRS84, ExportedLayers.ROWS))) {
      assertThat(ask(database, "SELECT column_name, title, description FROM gpkg_data_columns"))
          .hasSize(ExportedLayers.COLUMNS.size())
          .contains("share|Anteil (%)|Einheit: %", "code|Schlüssel|");
      assertThat(ask(database, "SELECT name, type FROM pragma_table_info('municipality_2023')"))
          .contains(
              "fid|INTEGER",
              "geom|MULTIPOLYGON",
              "code|TEXT",
              "share|DOUBLE",
              "merged|BOOLEAN",
              "counted|DATE",
              "changed|DATETIME");
      assertThat(
              ask(database, "SELECT merged, counted, changed FROM municipality_2023 WHERE fid = 1"))
          .containsExactly("1|2023-12-31|2024-01-02T03:04:05.000Z");
    }
  }

  @Test
  void metadataSayLicenceAttributionAndHowToCite() throws Exception {
    try (var database = open(file(ReferenceSystem.CRS84, ExportedLayers.ROWS))) {
      assertThat(
              ask(
                  database,
                  "SELECT reference_scope, table_name, timestamp, md_scope, mime_type FROM"
                      + " gpkg_metadata_reference JOIN gpkg_metadata ON id = md_file_id"))
          .containsExactly(
              "table|municipality_2023|2024-05-06T07:08:09.000Z|dataset|application/json");
      var metadata =
          new ObjectMapper().readTree(ask(database, "SELECT metadata FROM gpkg_metadata").get(0));
      assertThat(metadata.at("/licenses/0/name").asText()).isEqualTo("dl-de/by-2-0");
      assertThat(metadata.at("/sources/0/title").asText()).isEqualTo("© BKG (2024) dl-de/by-2-0");
      assertThat(metadata.at("/radar/citation").asText())
          .isEqualTo("Sozialradar: Gemeinden, 2023.");
    }
  }

  @Test
  void theSameRowsMakeTheSameBytes() throws IOException {
    var layer = ExportedLayers.layer(ReferenceSystem.EPSG_25833, 3);
    assertThat(bytes(layer, ExportedLayers.ROWS)).isEqualTo(bytes(layer, ExportedLayers.ROWS));
  }

  /** Names of attributes come from files of others. */
  @Test
  void namesOfColumnsMayBeAnything() throws Exception {
    var columns = new ArrayList<ExportColumn>();
    for (String name : List.of("FID", "geom", "fid_1", "a\"b", "x; DROP TABLE y", "order", "ä ö")) {
      columns.add(
          new ExportColumn(name, ValueType.TEXT, LocalizedText.same(name), "", "about " + name));
    }
    var layer =
        ExportedLayers.layer(
            ReferenceSystem.CRS84, GeometryKind.POINT, columns, 2, ExportedLayers.OFFICIAL);
    List<Value> values = columns.stream().map(column -> Value.of(column.name())).toList();
    var rows =
        List.of(
            new ExportRow("1", Optional.of(ExportedLayers.geometry("POINT (1 2)")), values),
            new ExportRow(
                "2", Optional.of(ExportedLayers.geometry("MULTIPOINT ((1 2), (3 4))")), values));
    var file = Files.write(folder.resolve("names.gpkg"), bytes(layer, rows));
    try (var database = open(file)) {
      assertThat(ask(database, "SELECT * FROM pragma_table_info('municipality_2023')"))
          .anyMatch(row -> row.contains("|fid_2|INTEGER|"))
          .anyMatch(row -> row.contains("|geom_1|GEOMETRY|"));
      assertThat(
              ask(database, "SELECT \"FID\", \"geom\", \"a\"\"b\", \"ä ö\" FROM municipality_2023"))
          .containsExactly("FID|geom|a\"b|ä ö", "FID|geom|a\"b|ä ö");
      assertThat(ask(database, "SELECT seq FROM sqlite_sequence")).containsExactly("2");
      assertThat(ask(database, "PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  @Test
  void anEmptyLayerHasNoExtent() throws Exception {
    try (var database = open(file(ReferenceSystem.CRS84, List.of()))) {
      assertThat(ask(database, "SELECT min_x, max_y FROM gpkg_contents"))
          .containsExactly("null|null");
      assertThat(ask(database, "SELECT count(*) FROM municipality_2023")).containsExactly("0");
    }
  }

  @Test
  void whatIsGivenUpLeavesNothingBehind() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var sink =
        GeoPackageFeatures.open(ExportedLayers.layer(ReferenceSystem.CRS84, 2), out, folder)) {
      sink.write(ExportedLayers.WHOLE);
      assertThatThrownBy(sink::finish).isInstanceOf(IllegalStateException.class);
    }
    assertThat(out.size()).isZero();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
