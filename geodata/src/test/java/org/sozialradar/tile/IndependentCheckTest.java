package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.SharedData;
import org.sozialradar.ingest.feature.CollectedFeatures;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sozialradar.ingest.geopackage.GeoPackageReader;

/**
 * Gives tiles to a checker that others wrote, {@code tools/mvtcheck.py} beside the shared data; it
 * needs Python 3. Where either is missing the test is skipped and says so; where CI is true it
 * fails.
 */
class IndependentCheckTest {
  @TempDir Path folder;

  @Test
  void findsTilesOfAreasValid() throws Exception {
    var checker = checker();
    var files = new ArrayList<Path>();
    for (var layer : ImportedLayers.sample().byLevel().values()) {
      var pyramid = layer.pyramid();
      for (int zoom = 0; zoom <= TileCoord.MAX_ZOOM; zoom++) {
        var coord = TileCoord.of(zoom, 12.74, 51.37);
        byte[] tile =
            pyramid.encode(coord, code -> Map.of("value", 1.5, "count", 7, "known", true));
        files.add(write(layer.name() + zoom, tile));
      }
    }
    requireValid(checker, files);
  }

  @Test
  void findsTilesOfPointsValid() throws Exception {
    var checker = checker();
    var points =
        List.of(
            new PointFeature(12.74, 51.37, Map.of("name", "Wurzen", "year", 2024)),
            new PointFeature(12.75, 51.36, Map.of("name", "Wurzen-Süd", "known", false)));
    var pyramid = TilePyramid.ofPoints("places", points);
    var files = new ArrayList<Path>();
    for (int zoom = 0; zoom <= 10; zoom++) {
      files.add(write("places" + zoom, pyramid.encode(TileCoord.of(zoom, 12.745, 51.365))));
    }
    requireValid(checker, files);
  }

  @Test
  void findsTilesOfLinesAreasAndManyPointsValid() throws Exception {
    var checker = checker();
    var files = new ArrayList<Path>();
    var world = SharedData.require().resolveSibling("refs/cql2/ne110m4cql2.gpkg");
    for (var name : List.of("ne_110m_admin_0_countries", "ne_110m_rivers_lake_centerlines")) {
      var pyramid = TilePyramid.ofShapes(name, shapes(world, name));
      for (int zoom = 0; zoom <= TileCoord.MAX_ZOOM; zoom++) {
        for (var place : List.of(new double[] {21.5, 45.2}, new double[] {-62, -3.5})) {
          var coord = TileCoord.of(zoom, place[0], place[1]);
          byte[] tile = pyramid.encode(coord);
          if (zoom < 6 || tile.length > 0) {
            files.add(write(name + zoom + "-" + coord.x(), tile));
          }
        }
      }
    }
    var places = new ArrayList<PointFeature>();
    for (var shape : shapes(world, "ne_110m_populated_places_simple")) {
      var place = shape.geometry().getCoordinate();
      places.add(new PointFeature(place.x, place.y, shape.attributes()));
    }
    var pyramid = TilePyramid.ofManyPoints("places", places);
    for (int zoom = 0; zoom <= 6; zoom++) {
      files.add(write("places" + zoom, pyramid.encode(TileCoord.of(zoom, 13.4, 52.5))));
    }
    requireValid(checker, files);
  }

  private static List<ShapeFeature> shapes(Path world, String layer) {
    var reader = new GeoPackageReader(layer, WantedShapes.ALL);
    return CollectedFeatures.of(reader, world).accepted().stream()
        .map(one -> new ShapeFeature(one.geometry(), Map.of("id", one.number())))
        .toList();
  }

  private Path write(String name, byte[] tile) throws IOException {
    assertThat(tile).as(name).isNotEmpty();
    return Files.write(folder.resolve(name + ".mvt"), tile);
  }

  private static void requireValid(Path checker, List<Path> files) throws Exception {
    var command = new ArrayList<>(List.of("python3", checker.toString()));
    files.forEach(file -> command.add(file.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines().filter(line -> line.contains(" VALID "))).hasSameSizeAs(files);
    assertThat(output).doesNotContain("warn");
  }

  private static Path checker() throws InterruptedException {
    var checker = SharedData.require().resolveSibling("tools").resolve("mvtcheck.py");
    requirePresent(Files.isRegularFile(checker), "tools/mvtcheck.py beside the shared data");
    requirePresent(hasPython(), "python3");
    return checker;
  }

  private static void requirePresent(boolean present, String what) {
    if (!present && "true".equals(System.getenv("CI"))) {
      Assertions.fail(what + " is missing");
    }
    Assumptions.assumeTrue(present, "SKIPPED, missing: " + what);
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
