package org.sozialradar.area;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The surface of areas on the ellipsoid WGS 84, by the equal-area cylindrical projection (Snyder
 * 1987, Map Projections, USGS Professional Paper 1395, equation 3-12).
 *
 * <p>Edges are straight lines of longitude and latitude (RFC 7946), integrated by the trapezoidal
 * rule, long ones by Simpson's: relative error below 1e-8 for edges that rise by less than 1°.
 */
public final class SurfaceArea {
  private static final double SEMI_MAJOR_AXIS_KM = 6378.137;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double E2 = FLATTENING * (2 - FLATTENING);

  /** Degrees of latitude over which the authalic function is as good as straight. */
  private static final double SHORT = 0.01;

  private static final double E = Math.sqrt(E2);

  private SurfaceArea() {}

  /**
   * The surface in square kilometres.
   *
   * @param geometry polygon or multipolygon in EPSG:4326, longitude before latitude; 0 if empty
   */
  public static double squareKilometres(Geometry geometry) {
    double sum = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += ofPolygon(polygon);
      }
    }
    return sum;
  }

  private static double ofPolygon(Polygon polygon) {
    double sum = ofRing(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      sum -= ofRing(polygon.getInteriorRingN(i));
    }
    return sum;
  }

  private static double ofRing(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double doubled = 0;
    for (int i = 1; i < points.size(); i++) {
      double width = Math.toRadians(points.getX(i) - points.getX(i - 1));
      doubled += width * doubledMean(points.getY(i - 1), points.getY(i));
    }
    return Math.abs(doubled) * SEMI_MAJOR_AXIS_KM * SEMI_MAJOR_AXIS_KM / 4;
  }

  /** Twice the mean of the authalic function along an edge. */
  private static double doubledMean(double from, double to) {
    double ends = q(from) + q(to);
    return Math.abs(to - from) < SHORT ? ends : (ends + 4 * q((from + to) / 2)) / 3;
  }

  /** The authalic function of a latitude in degrees. */
  private static double q(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    return (1 - E2)
        * (sine / (1 - E2 * sine * sine) - Math.log((1 - E * sine) / (1 + E * sine)) / (2 * E));
  }
}
