package org.sozialradar.ingest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.SurfaceArea;
import org.sozialradar.ingest.InputRejectedException;

class PlaceFileTest {
  @TempDir Path folder;

  private Path fixture(String name) throws IOException {
    try (InputStream in = PlaceFileTest.class.getResourceAsStream("/" + name)) {
      var copy = folder.resolve(Path.of(name).getFileName());
      Files.copy(in, copy);
      return copy;
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String polygon(String ring) {
    return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
        + ring
        + "]]}}";
  }

  private String rejection(Path file, String crs) {
    var rejected =
        catchThrowableOfType(InputRejectedException.class, () -> PlaceFile.read(file, "", crs));
    assertThat(rejected).isNotNull();
    assertThat(rejected.issue().text().de()).isNotBlank();
    return rejected.issue().code();
  }

  /** Three areas of 91, 9 and 100.5 km² in EPSG:25833, as GDAL writes them. */
  @ParameterizedTest
  @ValueSource(strings = {"areas.fgb", "areas.gpkg", "areas_utf8.zip", "areas_latin1.zip"})
  void polygonsComeFromEveryFormatInDegrees(String name) throws IOException {
    var parts = PlaceFile.read(fixture("boundaries/" + name), "", "");
    assertThat(parts).hasSize(3);
    double surface = parts.stream().mapToDouble(SurfaceArea::squareKilometres).sum();
    assertThat(surface).isCloseTo(200.5, within(0.3));
    assertThat(parts).allMatch(part -> part.getEnvelopeInternal().getMinX() > 13);
  }

  @ParameterizedTest
  @CsvSource({
    "points.geojson, 0", "points.kml, 0", "points.fgb, 0", "points.zip, 0",
    "lines.geojson, 1", "lines.kml, 1", "lines.fgb, 1", "lines.zip, 1"
  })
  void pointsAndLinesComeFromEveryFormat(String name, int dimension) throws IOException {
    var parts = PlaceFile.read(fixture("layers/" + name), "", "");
    assertThat(parts).isNotEmpty().allMatch(part -> part.getDimension() == dimension);
    assertThat(parts).allMatch(part -> Math.abs(part.getCoordinate().y - 51) < 2);
  }

  @Test
  void aLayerOfSeveralHasToBeNamed() throws IOException {
    var file = fixture("layers/layers.gpkg");
    assertThat(rejection(file, "")).isEqualTo("layer-ambiguous");
    assertThat(PlaceFile.read(file, "lines", "")).allMatch(part -> part.getDimension() == 1);
  }

  @Test
  void theGivenSystemHolds() throws IOException {
    var file =
        write(
            "a.geojson",
            polygon("[410000,5650000],[420000,5650000],[420000,5660000],[410000,5650000]"));
    var part = PlaceFile.read(file, "", "EPSG:25833").get(0);
    assertThat(SurfaceArea.squareKilometres(part)).isCloseTo(50, within(0.1));
    assertThat(part.getNumPoints()).as("long edges are bent").isGreaterThan(6);
    assertThat(rejection(file, "")).isEqualTo("coordinates-not-in-crs");
    assertThat(rejection(file, "EPSG:1")).isEqualTo("crs-unknown");
    assertThat(rejection(file, "EPSG:31469")).isEqualTo("coordinates-not-in-crs");
  }

  @Test
  void aZippedShapefileWithoutItsSystemNeedsOne() throws IOException {
    var whole = fixture("boundaries/areas_utf8.zip");
    var without = folder.resolve("without.zip");
    try (var from = new java.util.zip.ZipFile(whole.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(without))) {
      for (var entry : from.stream().filter(one -> !one.getName().endsWith(".prj")).toList()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
    }
    assertThat(rejection(without, "")).isEqualTo("crs-missing");
    assertThat(PlaceFile.read(without, "", "EPSG:25833")).hasSize(3);
  }

  @Test
  void aPolygonThatCrossesItselfIsLeftToWhoeverUsesIt() throws IOException {
    var bow =
        PlaceFile.read(
            write("bow.json", polygon("[12,51],[13,52],[13,51],[12,52],[12,51]")), "", "");
    assertThat(bow).hasSize(1).noneMatch(Geometry::isValid);
  }

  @Test
  void whatIsBeyondTheLimitsIsRefused() throws IOException {
    var ring =
        IntStream.rangeClosed(0, PlaceFile.MOST_VERTICES)
            .mapToObj(i -> "[12." + i % 9 + ",51]")
            .collect(Collectors.joining(",", "", ",[12.0,51]"));
    assertThat(rejection(write("big.geojson", polygon(ring)), "")).isEqualTo("too-many-vertices");
    var points = "{\"type\":\"Point\",\"coordinates\":[12,51]}";
    var many =
        IntStream.rangeClosed(0, PlaceFile.MOST_FEATURES)
            .mapToObj(i -> "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + points + "}")
            .collect(
                Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    assertThat(rejection(write("many.geojson", many), "")).isEqualTo("too-many-features");
  }

  /** One such line has 8000 vertices once its edges are bent; together they are too many. */
  @Test
  void linesThatAreTooLongTogetherAreRefused() throws IOException {
    assertThat(PlaceFile.read(parallels(2), "", "EPSG:3857"))
        .hasSize(2)
        .allMatch(line -> line.getNumPoints() > 1000);
    assertThat(rejection(parallels(2000), "EPSG:3857")).isEqualTo("too-many-vertices");
  }

  private Path parallels(int number) throws IOException {
    return write(
        "parallels.geojson",
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\","
                        + "\"coordinates\":[[-2e7,%d],[2e7,%d]]}}".formatted(i, i))
            .collect(
                Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}")));
  }

  @Test
  void filesMadeToExhaustTheMachineAreRefused() throws IOException {
    var bomb = folder.resolve("bomb.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("a.shp"));
      writeZeros(zip);
    }
    assertThat(rejection(bomb, "")).isEqualTo("unpacked-too-large");
    var gzip = folder.resolve("bomb.geojson");
    try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write("{\"type\":\"FeatureCollection\",\"x\":\"".getBytes(StandardCharsets.UTF_8));
      writeZeros(out);
    }
    assertThat(rejection(gzip, ""))
        .isIn("unpacked-too-large", "file-beyond-limit", "file-wrong-format");
    var escape = folder.resolve("escape.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(escape))) {
      zip.putNextEntry(new ZipEntry("../a.shp"));
    }
    assertThat(rejection(escape, "")).isEqualTo("archive-unsafe-name");
    var deep = "[".repeat(100_000);
    assertThat(rejection(write("deep.geojson", deep), ""))
        .isIn("file-beyond-limit", "file-wrong-format", "file-truncated");
  }

  private static void writeZeros(java.io.OutputStream out) throws IOException {
    byte[] block = new byte[1 << 20];
    for (int i = 0; i < 70; i++) {
      out.write(block);
    }
  }

  @Test
  void filesWithoutAPlaceAreRefused() throws IOException {
    var texts =
        List.of(
            "{\"type\":\"FeatureCollection\",\"features\":[]}",
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}",
            "no file of features",
            "");
    for (var text : texts) {
      assertThat(rejection(write("x.txt", text), ""))
          .isIn("layer-empty", "geometry-missing", "file-unknown-format", "file-wrong-format");
    }
  }
}
