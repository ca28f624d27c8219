package org.sozialradar.ingest.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.layer.PlaceFile;

/** GeoPackages of strangers, made to exhaust the machine: each is refused with a reason. */
class HostileGeoPackageTest {
  @TempDir Path folder;

  /** A file with one layer {@code areas} of three polygons, after some changes. */
  private Path changed(String... statements) throws IOException, SQLException {
    var file = folder.resolve("areas.gpkg");
    try (var in = HostileGeoPackageTest.class.getResourceAsStream("/boundaries/areas.gpkg")) {
      Files.write(file, in.readAllBytes());
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
    return file;
  }

  private static ImportIssue refusal(Path file) {
    var refused =
        catchThrowableOfType(InputRejectedException.class, () -> PlaceFile.read(file, "", ""));
    assertThat(refused).isNotNull();
    assertThat(refused.issue().text().de()).isNotBlank();
    return refused.issue();
  }

  private static final String ENDLESS =
      "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x)"
          + " SELECT n AS fid, NULL AS geom FROM x WHERE n < 0";

  @Test
  void aLayerThatIsAViewIsNotRun() throws IOException, SQLException {
    var file =
        changed(
            "CREATE VIEW f AS " + ENDLESS,
            "UPDATE gpkg_contents SET table_name = 'F'",
            "UPDATE gpkg_geometry_columns SET table_name = 'F'");
    assertThat(refusal(file).code()).isEqualTo("layer-computed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"})
  void theDirectoryIsNoViewEither(String table) throws IOException, SQLException {
    var file =
        changed(
            "ALTER TABLE " + table + " RENAME TO kept",
            "CREATE VIEW " + table + " AS SELECT * FROM kept, (" + ENDLESS + ")");
    assertThat(refusal(file).code()).isEqualTo("layer-computed");
  }

  @Test
  void generatedColumnsAreNotRun() throws IOException, SQLException {
    var file =
        changed(
            "ALTER TABLE areas ADD COLUMN much BLOB GENERATED ALWAYS AS (zeroblob(1000000000))");
    assertThat(refusal(file).code()).isEqualTo("layer-computed");
  }

  @Test
  void aVirtualTableIsNoLayer() throws IOException, SQLException {
    var file =
        changed(
            "CREATE VIRTUAL TABLE f USING fts5(geom)",
            "UPDATE gpkg_contents SET table_name = 'f'",
            "UPDATE gpkg_geometry_columns SET table_name = 'f'");
    assertThat(refusal(file).code()).isEqualTo("layer-computed");
  }

  @Test
  void aValueLongerThanAllVerticesEndsReading() throws IOException, SQLException {
    var large = refusal(changed("UPDATE areas SET geom = zeroblob(20000000)"));
    assertThat(large.code()).isEqualTo("file-beyond-limit");
    assertThat(large.text().en()).contains("longer than allowed (7448576)");
    String text = "a".repeat(100_001);
    var repeated = refusal(changed("ALTER TABLE areas ADD COLUMN t TEXT DEFAULT '" + text + "'"));
    assertThat(repeated.text().en()).contains("longer than allowed (100000)");
  }

  /** 10 000 by 10 000 rows that belong together and make no layer. */
  @Test
  void aQueryThatTakesTooManyStepsIsEnded() throws IOException, SQLException {
    String thousands =
        " FROM (WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x WHERE n < 10000)"
            + " SELECT n FROM x)";
    var file =
        changed(
            "DROP TABLE gpkg_contents",
            "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)",
            "INSERT INTO gpkg_contents SELECT 'a', 'features'" + thousands,
            "DROP TABLE gpkg_geometry_columns",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INT)",
            "INSERT INTO gpkg_geometry_columns SELECT 'a', 'geom', n" + thousands);
    var ended = refusal(file);
    assertThat(ended.code()).isEqualTo("file-beyond-limit");
    assertThat(ended.text().en()).contains("more steps than allowed");
  }

  @Test
  void aPlainFileIsReadAfterAllThat() throws IOException, SQLException {
    var file = changed("CREATE VIEW unused AS " + ENDLESS);
    assertThat(PlaceFile.read(file, "", "")).hasSize(3);
  }
}
