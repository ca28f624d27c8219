package org.sozialradar.export.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.ingest.feature.CollectedFeatures;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sozialradar.ingest.format.FeatureFiles;

/** What is written is read by our own import: the same places and values, in all systems. */
class ReadBackTest {
  @TempDir Path folder;

  static Stream<Arguments> files() {
    return Arrays.stream(FeatureFormat.values())
        .filter(format -> format != FeatureFormat.CSV)
        .flatMap(
            format ->
                Arrays.stream(ReferenceSystem.values())
                    .filter(format::takes)
                    .map(system -> Arguments.of(format, system)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void importReadsPlacesAndValues(FeatureFormat format, ReferenceSystem system) throws IOException {
    var rows = ExportedLayers.ROWS;
    var file = folder.resolve("layer." + format.ending());
    Files.write(
        file,
        ExportedLayers.bytes(
            format, ExportedLayers.layer(system, rows.size()), CsvDialect.STANDARD, rows, folder));
    var input = InputFile.of(file, ImportLimits.STANDARD);
    var read =
        CollectedFeatures.of(FeatureFiles.reader(input, "", "", WantedShapes.POLYGONS), input);

    // What has no place cannot be on a map: the import says so.
    assertThat(read.refused()).hasSize(1).allMatch(one -> one.endsWith(" geometry-missing"));
    var found = new HashMap<String, RawFeature>();
    read.accepted().forEach(one -> found.put(one.properties().get("code"), one));
    var crs = CoordinateSystem.find(read.crs()).orElseThrow();
    for (var row : rows.subList(0, 2)) {
      var feature = found.get(row.id());
      isSame(row, feature);
      isSame(row.geometry().orElseThrow(), lonLat(crs, feature.geometry()));
    }
  }

  private static Geometry lonLat(CoordinateSystem system, Geometry geometry) {
    return system.toWgs84(new Envelope(geometry.getEnvelopeInternal())).apply(geometry);
  }

  private static void isSame(ExportRow row, RawFeature feature) {
    for (int i = 0; i < row.values().size(); i++) {
      var column = ExportedLayers.COLUMNS.get(i);
      var value = row.values().get(i);
      var found = feature.properties().get(column.name());
      if (value instanceof Value.Missing) {
        assertThat(found).as(column.name()).isNull();
      } else if (column.type() == ValueType.NUMBER) {
        assertThat(Double.parseDouble(found)).isEqualTo(((Value.Numeric) value).number());
      } else if (column.type() == ValueType.BOOLEAN) {
        assertThat(found).isIn(ValueText.of(value), ValueText.of(value).equals("true") ? "1" : "0");
      } else if (column.type() == ValueType.TIMESTAMP) {
        assertThat(found.replace(".000Z", "Z")).isEqualTo(ValueText.of(value));
      } else {
        assertThat(found).isEqualTo(ValueText.of(value));
      }
    }
  }

  /** The same parts, rings and corners to a tenth of a metre: ETRS89 counts as WGS 84. */
  private static void isSame(Geometry expected, Geometry found) {
    var one = rounded(expected);
    var other = rounded(found);
    assertThat(other.equalsExact(one)).as("%s is %s", other, one).isTrue();
  }

  private static Geometry rounded(Geometry geometry) {
    var copy = alone(geometry).copy();
    copy.apply(
        (CoordinateFilter)
            place -> {
              place.setX(Math.round(place.getX() * 1e6) / 1e6);
              place.setY(Math.round(place.getY() * 1e6) / 1e6);
            });
    return copy.norm();
  }

  /** A collection of one polygon counts as the polygon. */
  private static Geometry alone(Geometry geometry) {
    return geometry.getNumGeometries() == 1 && !(geometry instanceof Polygon)
        ? geometry.getGeometryN(0)
        : geometry;
  }
}
