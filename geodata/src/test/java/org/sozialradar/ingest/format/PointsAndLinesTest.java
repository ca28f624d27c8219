package org.sozialradar.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.ingest.feature.CollectedFeatures;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.ingest.feature.WantedShapes;

/** Points and lines of every format, as GDAL writes them. */
class PointsAndLinesTest {
  @TempDir Path folder;

  static Stream<Arguments> files() {
    return Stream.of("points", "lines", "many")
        .flatMap(
            shapes ->
                Stream.of(".geojson", ".fgb", ".zip", ".kml", ".gpkg")
                    .map(ending -> Arguments.of(shapes, ending)));
  }

  private Path fixture(String name) throws IOException {
    var target = folder.resolve(name);
    try (var in = PointsAndLinesTest.class.getResourceAsStream("/layers/" + name)) {
      Files.write(target, in.readAllBytes());
    }
    return target;
  }

  private static CollectedFeatures read(Path path, String layer, WantedShapes wanted) {
    var file = InputFile.of(path, ImportLimits.STANDARD);
    return CollectedFeatures.of(FeatureFiles.reader(file, layer, "", wanted), file);
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsPointsAndLinesAsTheyAreInGeoJson(String shapes, String ending) throws IOException {
    boolean several = ending.equals(".gpkg");
    var path = fixture(several ? "layers.gpkg" : shapes + ending);
    String layer = several ? shapes : "";
    var expected = read(fixture(shapes + ".geojson"), "", WantedShapes.ALL);

    var collected = read(path, layer, WantedShapes.ALL);

    assertThat(collected.refused()).isEmpty();
    assertThat(CoordinateSystem.find(collected.crs()).map(CoordinateSystem::code))
        .contains("EPSG:4326");
    assertThat(names(collected)).isEqualTo(names(expected)).isNotEmpty();
    var geometries = geometries(collected);
    for (int i = 0; i < geometries.size(); i++) {
      assertThat(geometries.get(i).equalsTopo(geometries(expected).get(i))).isTrue();
    }
    assertThat(read(path, layer, WantedShapes.POLYGONS).refused())
        .hasSameSizeAs(geometries)
        .allMatch(text -> text.endsWith("geometry-wrong-type"));
  }

  private static List<String> names(CollectedFeatures collected) {
    return collected.accepted().stream().map(one -> one.properties().get("name")).toList();
  }

  private static List<Geometry> geometries(CollectedFeatures collected) {
    return collected.accepted().stream().map(RawFeature::geometry).toList();
  }

  private CollectedFeatures readText(String name, String text) throws IOException {
    var path = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    return read(path, "", WantedShapes.ALL);
  }

  private static String placemark(String geometry) {
    return "<kml><Document><Placemark><name>A</name>" + geometry + "</Placemark></Document></kml>";
  }

  @Test
  void readsPolygonsOfKmlWithTheirHolesWhicheverStandsFirst() throws IOException {
    String hole =
        "<innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing>"
            + "</innerBoundaryIs>";
    String shell =
        "<outerBoundaryIs><LinearRing><coordinates>0,0,5 9,0,5 9,9,5 0,9,5 0,0,5</coordinates>"
            + "</LinearRing></outerBoundaryIs>";
    for (var rings : List.of(hole + shell, shell + hole)) {
      var read = readText("a.kml", placemark("<Polygon>" + rings + "</Polygon>"));
      assertThat(geometries(read)).hasSize(1).allMatch(one -> one.getArea() == 81 - 0.5);
    }
  }

  @Test
  void damagedShapesOfKmlAreRefusedOneByOne() throws IOException {
    for (var bad :
        List.of(
            "",
            "<Point/>",
            "<Point><coordinates>a,b</coordinates></Point>",
            "<LineString><coordinates>1,1 1,1</coordinates></LineString>",
            "<MultiGeometry><Point><coordinates>1,1</coordinates></Point><LineString>"
                + "<coordinates>1,1 2,2</coordinates></LineString></MultiGeometry>")) {
      var read = readText("b.kml", placemark(bad));
      assertThat(read.accepted()).isEmpty();
      assertThat(read.refused()).hasSize(1);
    }
  }

  @Test
  void aKmlFileThatIsCutOffOrBringsEntitiesIsRejected() {
    for (var bad :
        List.of(
            "<kml><Document><Placemark>",
            "<html/>",
            "<!DOCTYPE kml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + placemark("&e;"))) {
      assertThat(
              org.junit.jupiter.api.Assertions.assertThrows(
                      InputRejectedException.class, () -> readText("c.kml", bad))
                  .issue()
                  .code())
          .isEqualTo("file-wrong-format");
    }
  }
}
