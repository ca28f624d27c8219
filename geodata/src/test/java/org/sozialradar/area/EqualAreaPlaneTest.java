package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class EqualAreaPlaneTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Point point(double x, double y) {
    return FACTORY.createPoint(new Coordinate(x, y));
  }

  /** The example of IOGP guidance note 373-7-2, method 9820: EPSG:3035 at 50° N, 5° E. */
  @Test
  void europeIsThePlaneOfEpsg3035() {
    var metres = EqualAreaPlane.EUROPE.project(point(5, 50)).getCoordinate();
    assertThat(metres.x).isCloseTo(3_962_799.45, within(0.01));
    assertThat(metres.y).isCloseTo(2_999_718.85, within(0.01));
    var back = EqualAreaPlane.EUROPE.unproject(point(3_962_799.45, 2_999_718.85)).getCoordinate();
    assertThat(back.x).isCloseTo(5, within(1e-7));
    assertThat(back.y).isCloseTo(50, within(1e-7));
  }

  @Property(tries = 200)
  void thereAndBackIsTheSamePlace(
      @ForAll @DoubleRange(min = -20, max = 40) double longitude,
      @ForAll @DoubleRange(min = 35, max = 70) double latitude) {
    var plane = EqualAreaPlane.EUROPE;
    var back = plane.unproject(plane.project(point(longitude, latitude))).getCoordinate();
    assertThat(back.x).isCloseTo(longitude, within(1e-7));
    assertThat(back.y).isCloseTo(latitude, within(1e-7));
  }

  @Property(tries = 100)
  void surfacesAreThoseOfTheEllipsoid(
      @ForAll @DoubleRange(min = 5, max = 15) double longitude,
      @ForAll @DoubleRange(min = 47, max = 55) double latitude) {
    var square = point(longitude, latitude).buffer(0.05).getEnvelope();
    double metres = EqualAreaPlane.EUROPE.project(square).getArea();
    assertThat(metres / 1e6).isCloseTo(SurfaceArea.squareKilometres(square), within(0.003));
  }

  @Test
  void theCentreIsTheOriginOfItsOwnPlane() {
    var plane = EqualAreaPlane.around(13.7, 51);
    assertThat(plane.project(point(13.7, 51)).getCoordinate().distance(new Coordinate(0, 0)))
        .isCloseTo(0, within(1e-6));
    assertThat(plane.unproject(point(0, 0)).getCoordinate().x).isEqualTo(13.7);
    assertThatThrownBy(() -> EqualAreaPlane.around(13, 89.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
