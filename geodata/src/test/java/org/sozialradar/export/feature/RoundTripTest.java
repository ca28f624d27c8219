package org.sozialradar.export.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.sozialradar.Gdal;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.layer.GeometryKind;

/** What is written is read by GDAL: the same features, places and values. */
class RoundTripTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** Formats with geometry, each in all systems that it takes. */
  static Stream<Arguments> files() {
    return Arrays.stream(FeatureFormat.values())
        .filter(format -> format != FeatureFormat.CSV)
        .flatMap(
            format ->
                Arrays.stream(ReferenceSystem.values())
                    .filter(format::takes)
                    .map(system -> Arguments.of(format, system)));
  }

  private Path write(FeatureFormat format, ExportLayer layer, List<ExportRow> rows)
      throws IOException {
    var file = folder.resolve("layer." + format.ending());
    Files.write(file, ExportedLayers.bytes(format, layer, CsvDialect.STANDARD, rows, folder));
    return file;
  }

  /** What GDAL reads, by the column code, as GeoJSON in degrees unless a system is given. */
  private Map<String, JsonNode> gdal(Path file, String... options) throws Exception {
    var read = folder.resolve("read.geojson");
    Files.deleteIfExists(read);
    var command =
        new ArrayList<>(
            List.of(
                "ogr2ogr",
                "-f",
                "GeoJSON",
                "-lco",
                "COORDINATE_PRECISION=9",
                "-lco",
                "SIGNIFICANT_FIGURES=17"));
    command.addAll(List.of(options));
    command.add(read.toString());
    command.add(file.toString());
    String said = Gdal.run(command.toArray(String[]::new));
    assertThat(said).isEmpty();
    var features = new LinkedHashMap<String, JsonNode>();
    JSON.readTree(read.toFile())
        .get("features")
        .forEach(one -> features.put(one.at("/properties/code").asText(), one));
    return features;
  }

  @ParameterizedTest
  @MethodSource("files")
  void gdalReadsPlacesAndValues(FeatureFormat format, ReferenceSystem system) throws Exception {
    Gdal.require();
    var file = write(format, ExportedLayers.layer(system, 3), ExportedLayers.ROWS);
    var read = gdal(file, "-t_srs", "OGC:CRS84");
    assertThat(read).hasSize(3);
    for (var row : ExportedLayers.ROWS) {
      isSame(row, read.get(row.id()));
    }
  }

  private static void isSame(ExportRow row, JsonNode feature) {
    var properties = feature.get("properties");
    for (int i = 0; i < ExportedLayers.COLUMNS.size(); i++) {
      var column = ExportedLayers.COLUMNS.get(i);
      var found = properties.get(column.name());
      var expected = row.values().get(i);
      if (expected instanceof Value.Missing) {
        // FlatGeobuf has no null: what is missing is not there.
        assertThat(found == null || found.isNull()).as(column.name()).isTrue();
      } else if (column.type() == ValueType.NUMBER) {
        assertThat(found.asDouble()).isEqualTo(((Value.Numeric) expected).number());
      } else if (column.type() == ValueType.BOOLEAN) {
        assertThat(found.asText()).isIn("true", "false");
        assertThat(found.asBoolean()).isEqualTo(((Value.Truth) expected).truth());
      } else if (column.type() == ValueType.TIMESTAMP) {
        assertThat(found.asText()).isEqualTo("2024-01-02T03:04:05Z");
      } else {
        assertThat(found.asText().replace('/', '-'))
            .isEqualTo(ValueText.of(expected).replace('/', '-'));
      }
    }
    if (row.geometry().isEmpty()) {
      assertThat(feature.get("geometry").isNull()).isTrue();
    } else {
      isSame(row.geometry().get(), GeoJsonNodes.geometry(feature.get("geometry")));
    }
  }

  /** The same parts and rings, each corner within a centimetre. */
  private static void isSame(Geometry expected, Geometry found) {
    var one = expected.norm();
    var other = found.norm();
    assertThat(other.getNumGeometries()).isEqualTo(one.getNumGeometries());
    assertThat(other.getNumPoints()).isEqualTo(one.getNumPoints());
    assertThat(other.equalsExact(one, 1.5e-7)).as("%s is %s", other, one).isTrue();
  }

  @ParameterizedTest
  @EnumSource(FeatureFormat.class)
  void gdalReadsALayerWithoutFeatures(FeatureFormat format) throws Exception {
    Gdal.require();
    var file = write(format, ExportedLayers.layer(ReferenceSystem.CRS84, 0), List.of());
    if (format == FeatureFormat.GEOJSON_SEQ) {
      assertThat(Files.size(file)).isZero();
      return;
    }
    String said = Gdal.run("ogrinfo", "-so", "-al", file.toString());
    assertThat(said).contains("Feature Count: 0").doesNotContain("Warning", "ERROR");
  }

  @ParameterizedTest
  @MethodSource("files")
  void gdalFindsNothingToWarnOf(FeatureFormat format, ReferenceSystem system) throws Exception {
    Gdal.require();
    var file = write(format, ExportedLayers.layer(system, 3), ExportedLayers.ROWS);
    String said = Gdal.run("ogrinfo", "-so", "-al", file.toString());
    assertThat(said)
        .contains("Feature Count: 3", "ID[\"EPSG\"," + system.epsg() + "]")
        .doesNotContain("Warning", "ERROR");
  }

  /** Points stay points; a layer in which one has several parts is read as well. */
  @ParameterizedTest
  @EnumSource(
      value = FeatureFormat.class,
      names = {"CSV"},
      mode = EnumSource.Mode.EXCLUDE)
  void gdalReadsPointsAndLines(FeatureFormat format) throws Exception {
    Gdal.require();
    var columns = ExportedLayers.COLUMNS.subList(0, 1);
    var alone = place("a", "POINT (13.5 51.5)");
    var several = place("b", "MULTIPOINT ((13 51), (14 52))");
    var line = place("c", "LINESTRING (13 51, 14 52)");
    var points = layer(GeometryKind.POINT, columns, 1);
    var read = gdal(write(format, points, List.of(alone))).get("a");
    assertThat(GeoJsonNodes.geometry(read.get("geometry")) instanceof Point).isTrue();
    var both = layer(GeometryKind.POINT, columns, 2);
    var mixed = gdal(write(format, both, List.of(alone, several)));
    isSame(alone.geometry().get(), GeoJsonNodes.geometry(mixed.get("a").get("geometry")));
    isSame(several.geometry().get(), GeoJsonNodes.geometry(mixed.get("b").get("geometry")));
    var lines = gdal(write(format, layer(GeometryKind.LINE, columns, 1), List.of(line))).get("c");
    isSame(line.geometry().get(), GeoJsonNodes.geometry(lines.get("geometry")));
  }

  private static ExportRow place(String id, String wkt) {
    return new ExportRow(
        id, java.util.Optional.of(ExportedLayers.geometry(wkt)), List.of(Value.of(id)));
  }

  private static ExportLayer layer(GeometryKind shape, List<ExportColumn> columns, long rows) {
    return ExportedLayers.layer(
        ReferenceSystem.CRS84, shape, columns, rows, ExportedLayers.OFFICIAL);
  }
}
