package org.sozialradar.ingest.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.ingest.geopackage.GeoPackageReader;

/** The same three areas from each binary format, as GDAL writes it. */
class GdalFilesTest {
  @TempDir Path folder;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("areas.fgb", new FlatGeobufReader()),
        Arguments.of("areas_noindex.fgb", new FlatGeobufReader()),
        Arguments.of("areas.gpkg", new GeoPackageReader("")),
        Arguments.of("areas.gpkg", new GeoPackageReader("areas")),
        Arguments.of("areas_utf8.zip", new ShapefileReader("", "")),
        Arguments.of("areas_utf8.zip", new ShapefileReader("AREAS", "UTF-8")),
        Arguments.of("areas_latin1.zip", new ShapefileReader("", "")),
        Arguments.of("areas_latin1.zip", new ShapefileReader("latin", "ISO-8859-1")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsTheThreeAreas(String name, FeatureReader reader) throws IOException {
    var collected = CollectedFeatures.of(reader, CollectedFeatures.fixture(folder, name));

    assertThat(collected.refused()).isEmpty();
    assertThat(collected.accepted()).hasSize(3);
    assertThat(CoordinateSystem.find(collected.crs()).map(CoordinateSystem::code))
        .contains("EPSG:25833");
    collected.accepted().forEach(GdalFilesTest::isAsMade);
  }

  private static void isAsMade(RawFeature feature) {
    var geometry = feature.geometry();
    assertThat(geometry.isValid()).isTrue();
    assertThat(feature.properties()).containsEntry("GF", "4");
    switch (feature.properties().get("AGS")) {
      case "14626110" -> isWithHole(feature.properties(), geometry);
      case "14625020" -> {
        assertThat(geometry.getArea()).isEqualTo(9e6);
        assertThat(feature.properties()).containsEntry("EWZ", "38329.5");
        assertThat(feature.properties().get("GEN")).startsWith("Bautzen");
      }
      case "14625040" -> {
        assertThat(geometry.getNumGeometries()).isEqualTo(2);
        assertThat(geometry.getArea()).isEqualTo(100e6 + 0.5e6);
        assertThat(feature.properties())
            .containsEntry("GEN", "Weißenberg")
            .doesNotContainKey("EWZ");
      }
      default -> throw new AssertionError("a fourth area: " + feature.properties());
    }
  }

  private static void isWithHole(Map<String, String> properties, Geometry geometry) {
    assertThat(geometry.getArea()).isEqualTo(100e6 - 9e6);
    assertThat(properties).containsEntry("GEN", "Görlitz").containsEntry("EWZ", "55980");
  }
}
