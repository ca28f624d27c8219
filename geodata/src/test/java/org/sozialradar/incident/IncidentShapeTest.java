package org.sozialradar.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sozialradar.area.SurfaceArea;

class IncidentShapeTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private static IncidentShape shape(double buffer, String... wkt) {
    return IncidentShape.of(List.of(wkt).stream().map(IncidentShapeTest::read).toList(), buffer);
  }

  /** A circle has the surface π r², whatever the latitude; its corners lie on the circle. */
  @ParameterizedTest
  @CsvSource({"13, 51, 1000", "8, 54.8, 5000", "11, 47.5, 250", "13, 51, 100000"})
  void aBufferIsMeasuredInMetres(double longitude, double latitude, double metres) {
    var circle = shape(metres, "POINT (" + longitude + " " + latitude + ")");
    double km = metres / 1000;
    assertThat(circle.squareKilometres())
        .isCloseTo(Math.PI * km * km, within(0.002 * Math.PI * km * km));
    assertThat(circle.geometry().getEnvelopeInternal().getHeight() * 111.2)
        .isCloseTo(2 * km, within(0.01 * km));
  }

  /** A line of 1° of latitude is 111.25 km; with 2 km on both sides and two half circles. */
  @Test
  void aLineIsBufferedOnBothSides() {
    var strip = shape(2000, "LINESTRING (13 50.5, 13 51.5)");
    assertThat(strip.squareKilometres()).isCloseTo(111.25 * 4 + Math.PI * 4, within(1.0));
  }

  @Test
  void partsThatOverlapCountOnce() {
    var one = shape(0, "POLYGON ((13 51, 14 51, 14 52, 13 52, 13 51))");
    var both =
        shape(
            0,
            "POLYGON ((13 51, 14 51, 14 52, 13 52, 13 51))",
            "POLYGON ((13.2 51.2, 13.8 51.2, 13.8 51.8, 13.2 51.8, 13.2 51.2))");
    assertThat(both.squareKilometres()).isCloseTo(one.squareKilometres(), within(1e-6));
  }

  @Test
  void aSelfCrossingPolygonIsRefusedWithThePlace() {
    assertThatThrownBy(() -> shape(0, "POLYGON ((13 51, 14 52, 14 51, 13 52, 13 51))"))
        .isInstanceOfSatisfying(
            InvalidIncidentException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("crosses-itself");
              assertThat(refused.details())
                  .containsEntry("lon", "13.50000")
                  .containsEntry("lat", "51.50000");
            });
  }

  @Test
  void whatHasNoSurfaceNeedsABuffer() {
    assertThatThrownBy(() -> shape(0, "LINESTRING (13 51, 14 51)"))
        .isInstanceOfSatisfying(
            InvalidIncidentException.class,
            refused -> assertThat(refused.code()).isEqualTo("buffer-needed"));
  }

  @Test
  void whatIsTooLargeOrNowhereIsRefused() {
    assertThat(code(() -> shape(0, "POLYGON EMPTY"))).isEqualTo("empty");
    assertThat(code(() -> shape(-1, "POINT (13 51)"))).isEqualTo("buffer-out-of-range");
    assertThat(code(() -> shape(100_001, "POINT (13 51)"))).isEqualTo("buffer-out-of-range");
    assertThat(code(() -> shape(Double.NaN, "POINT (13 51)"))).isEqualTo("buffer-out-of-range");
    assertThat(code(() -> shape(10, "POINT (4500000 3100000)"))).isEqualTo("not-on-earth");
    assertThat(code(() -> shape(10, "MULTIPOINT (-20 40, 40 60)"))).isEqualTo("buffer-too-wide");
    var line =
        FACTORY.createLineString(
            IntStream.rangeClosed(0, IncidentShape.MOST_CORNERS)
                .mapToObj(i -> new Coordinate(13 + i * 1e-6, 51))
                .toArray(Coordinate[]::new));
    assertThat(code(() -> IncidentShape.of(List.of(line), 10))).isEqualTo("too-many-corners");
  }

  private static String code(Runnable making) {
    try {
      making.run();
      return "none";
    } catch (InvalidIncidentException refused) {
      return refused.code();
    }
  }

  /** The pieces are the polygon: with its bends and its holes, and without what is between. */
  @Test
  void aPolygonOfManyCornersKeepsItsSurfaceInPieces() {
    var river = Rivers.river(10_000, 12, 50.9, 15, 51.4, 0.01);
    var shape = IncidentShape.of(List.of(river), 0);
    var everywhere = read("POLYGON ((10 49, 17 49, 17 53, 10 53, 10 49))");
    var all = AreaShapes.of("all", java.util.Map.of(AreaShapesTest.code("1"), everywhere));
    var found = all.touched(shape);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).squareKilometres())
        .isCloseTo(SurfaceArea.squareKilometres(river), within(1e-6));
  }
}
