package org.sozialradar.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
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

  /** Near points have the same circle: it does not matter how many there are. */
  @Test
  void manyPointsTogetherAreFewCircles() {
    var points =
        FACTORY.createMultiPointFromCoords(
            IntStream.range(0, 20_000)
                .mapToObj(
                    i -> new Coordinate(13 + i % 141 * 1e-3, 51 + Math.floorDiv(i, 141) * 6e-4))
                .toArray(Coordinate[]::new));
    var one = shape(100_000, "POINT (13.07 51.04)");
    var all = IncidentShape.of(List.of(points), 100_000);
    assertThat(all.squareKilometres())
        .isBetween(one.squareKilometres(), 1.2 * one.squareKilometres());
    assertThat(all.geometry().getNumPoints()).isLessThan(300);
  }

  @Test
  void onlyOnePointOfEachCellIsTaken() {
    var points =
        IntStream.range(0, 1000)
            .mapToObj(i -> FACTORY.createPoint(new Coordinate(i % 100, Math.floorDiv(i, 100))))
            .toList();
    assertThat(Buffers.thinned(points, 10)).hasSize(10);
    assertThat(Buffers.thinned(points, 1)).isEqualTo(points);
  }

  /** Facilities all over a country: their circles cross each other millions of times. */
  @Test
  void wideCirclesAroundAllFacilitiesOfALayerAreJoined() {
    var points =
        IntStream.range(0, 5000)
            .mapToObj(i -> new Coordinate(8 + i % 71 * 0.08, 48.5 + Math.floorDiv(i, 71) * 0.08))
            .<Geometry>map(FACTORY::createPoint)
            .toList();
    var shape = IncidentShape.of(points, 20_000);
    assertThat(shape.geometry().getNumGeometries()).isEqualTo(1);
    assertThat(shape.squareKilometres()).isBetween(230_000.0, 320_000.0);
  }

  @Test
  void moreCirclesThanCanBeJoinedAreRefused() {
    var points =
        FACTORY.createMultiPointFromCoords(
            IntStream.rangeClosed(0, Buffers.MOST_CIRCLES)
                .mapToObj(
                    i -> new Coordinate(8 + i % 200 * 0.03, 48.5 + Math.floorDiv(i, 200) * 0.03))
                .toArray(Coordinate[]::new));
    assertThat(code(() -> IncidentShape.of(List.of(points), 10))).isEqualTo("too-complex");
  }

  /** Each stroke of the zigzag crosses all others; a tenth of the corners is still drawn. */
  @Test
  void linesThatCrossTooOftenAreRefused() {
    assertThat(code(() -> IncidentShape.of(List.of(star(20_001)), 1))).isEqualTo("too-complex");
    assertThat(IncidentShape.of(List.of(star(201)), 1).squareKilometres()).isPositive();
  }

  /** A star of which every stroke goes to the other side of a circle. */
  private static Geometry star(int corners) {
    return FACTORY.createLineString(
        IntStream.range(0, corners)
            .mapToObj(i -> Math.PI * i * (corners - 1) / corners)
            .map(turn -> new Coordinate(13 + 0.5 * Math.cos(turn), 51 + 0.5 * Math.sin(turn)))
            .toArray(Coordinate[]::new));
  }

  /** The teeth do not cross, but what is around them does. */
  @Test
  void aWideBufferOfACombIsRefused() {
    var teeth =
        FACTORY.createLineString(
            IntStream.range(0, 20_000)
                .mapToObj(i -> new Coordinate(13 + i * 1e-5, 51 + 0.1 * (i / 2 % 2)))
                .toArray(Coordinate[]::new));
    assertThat(code(() -> IncidentShape.of(List.of(teeth), 5000))).isEqualTo("too-complex");
  }

  @Test
  void aRiverWithAllItsBendsHasAWideBuffer() {
    var river = Rivers.river(20_001, 12, 50.9, 15, 51.4, 0.01);
    assertThat(IncidentShape.of(List.of(river), 20_000).squareKilometres()).isGreaterThan(8000);
  }

  /** 2000 strips from west to east over 2000 from south to north: sixteen million crossings. */
  @Test
  void stripsThatCrossTooOftenAreRefused() {
    assertThat(code(() -> IncidentShape.of(lattice(2000), 0))).isEqualTo("too-complex");
    assertThat(code(() -> IncidentShape.of(lattice(2000), 1))).isEqualTo("too-complex");
    assertThat(IncidentShape.of(lattice(20), 0).geometry().getNumGeometries()).isEqualTo(1);
  }

  private static List<Geometry> lattice(int strips) {
    double step = 2.0 / strips;
    return IntStream.range(0, strips)
        .mapToDouble(i -> i * step)
        .boxed()
        .flatMap(
            from ->
                Stream.of(
                    new Envelope(13, 15, 50 + from, 50 + from + step / 3),
                    new Envelope(13 + from, 13 + from + step / 3, 50, 52)))
        .<Geometry>map(FACTORY::toGeometry)
        .toList();
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
