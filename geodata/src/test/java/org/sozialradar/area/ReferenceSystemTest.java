package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class ReferenceSystemTest {
  private static final Point DRESDEN = point(13.7373, 51.0504);

  private static Point point(double x, double y) {
    return new GeometryFactory().createPoint(new Coordinate(x, y));
  }

  /** Coordinates by PROJ 9.1 (gdaltransform), in the order of the axes in the EPSG registry. */
  @ParameterizedTest
  @CsvSource({
    "CRS84, 13.7373, 51.0504",
    "EPSG_4326, 51.0504, 13.7373",
    "EPSG_25832, 831974.853287, 5666113.735683",
    "EPSG_25833, 411494.368286, 5656188.093570",
    "EPSG_3035, 3111044.597926, 4582938.135891",
    "EPSG_3857, 1529229.240874, 6630213.746015",
  })
  void aPlaceHasTheCoordinatesOfTheRegistry(ReferenceSystem system, double first, double second) {
    var there = system.fromLonLat(DRESDEN).getCoordinate();
    assertThat(there.x).isCloseTo(first, within(0.001));
    assertThat(there.y).isCloseTo(second, within(0.001));
    assertThat(ReferenceSystem.find(system.uri())).contains(system);
  }

  @ParameterizedTest
  @EnumSource
  void thereAndBackIsTheSamePlace(ReferenceSystem system) {
    var back = system.toLonLat(system.fromLonLat(DRESDEN)).getCoordinate();
    assertThat(back.distance(DRESDEN.getCoordinate())).isLessThan(1e-8);
    assertThat(DRESDEN.getX()).isEqualTo(13.7373);
  }
}
