package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SurfaceAreaTest {
  /**
   * Surface of the ellipsoid WGS 84 after NIMA TR8350.2, table 3.3 (radius of equal area
   * 6371007.1809 m).
   */
  @Test
  void theWholeEarthHasItsKnownSurface() throws ParseException {
    var earth = read("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))");
    assertThat(SurfaceArea.squareKilometres(earth)).isCloseTo(510_065_621.7, within(1.0));
  }

  @Test
  void holesAreLeftOutAndPartsAddedUp() throws ParseException {
    double whole = km2("POLYGON ((12 50, 14 50, 14 52, 12 52, 12 50))");
    double hole = km2("POLYGON ((12.5 50.5, 13 50.5, 13 51, 12.5 51, 12.5 50.5))");
    double ring =
        km2(
            "MULTIPOLYGON (((12 50, 14 50, 14 52, 12 52, 12 50),"
                + " (12.5 50.5, 13 50.5, 13 51, 12.5 51, 12.5 50.5)))");
    assertThat(ring).isCloseTo(whole - hole, within(1e-6));
  }

  /**
   * One degree of longitude at 51 degrees north is 70.2 km, one of latitude 111.25 km (to 0.1 %).
   */
  @Test
  void aSmallSquareHasTheSizeOfItsSides() throws ParseException {
    double square = km2("POLYGON ((13 50.995, 13.01 50.995, 13.01 51.005, 13 51.005, 13 50.995))");
    assertThat(square).isCloseTo(0.70197 * 1.1125, within(0.001));
  }

  @Test
  void nothingHasNoSurface() throws ParseException {
    assertThat(km2("POLYGON EMPTY")).isZero();
  }

  private static double km2(String wkt) throws ParseException {
    return SurfaceArea.squareKilometres(read(wkt));
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
