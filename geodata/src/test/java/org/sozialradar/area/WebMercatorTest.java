package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class WebMercatorTest {
  /**
   * Example of IOGP Publication 373-7-2, Geomatics Guidance Note 7 part 2, method 1024:
   * 24°22'54.433"N 100°20'00"W.
   */
  @Test
  void agreesWithTheExampleOfTheGuidanceNote() {
    assertThat(WebMercator.x(-(100 + 20 / 60.0))).isEqualTo(-11_169_055.58, within(0.01));
    assertThat(WebMercator.y(24 + 22 / 60.0 + 54.433 / 3600)).isEqualTo(2_800_000.00, within(0.01));
  }

  @Test
  void isSquareAtTheLimits() {
    assertThat(WebMercator.MAX_LATITUDE).isEqualTo(85.0511287798066, within(1e-12));
    assertThat(WebMercator.y(90)).isEqualTo(WebMercator.x(180), within(1e-6));
    assertThat(WebMercator.y(-90)).isEqualTo(WebMercator.x(-180), within(1e-6));
  }

  @Property
  void comesBackToWithinANanodegree(
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @DoubleRange(min = -85, max = 85) double latitude) {
    var point = new GeometryFactory().createPoint(new Coordinate(longitude, latitude));
    var back = WebMercator.unproject(WebMercator.project(point)).getCoordinate();
    assertThat(back.x).isEqualTo(longitude, within(1e-9));
    assertThat(back.y).isEqualTo(latitude, within(1e-9));
  }

  @Test
  void leavesTheInputAlone() {
    var point = new GeometryFactory().createPoint(new Coordinate(13.74, 51.05));
    WebMercator.project(point);
    assertThat(point.getX()).isEqualTo(13.74);
  }
}
