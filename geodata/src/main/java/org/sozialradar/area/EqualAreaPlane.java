package org.sozialradar.area;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * Lambert's azimuthal equal-area projection of the ellipsoid GRS 80, east and north in metres
 * (Snyder 1987, Map Projections, USGS Professional Paper 1395, pages 187–190; EPSG method 9820).
 * Surfaces are true everywhere; lengths are true at the centre and differ by at most 0.08 % within
 * 500 km of it, 0.3 % within 1000 km.
 *
 * <p>ETRS89 counts as the same as WGS 84, as in {@link SurfaceArea}: they differ by less than a
 * metre. Immutable and safe for use by many threads.
 */
public final class EqualAreaPlane {
  private static final double SEMI_MAJOR_AXIS = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double E2 = FLATTENING * (2 - FLATTENING);
  private static final double E = Math.sqrt(E2);
  private static final double Q_POLE = q(1);
  private static final double AUTHALIC_RADIUS = SEMI_MAJOR_AXIS * Math.sqrt(Q_POLE / 2);

  /** EPSG:3035, in which the cells of European grids are counted. */
  public static final EqualAreaPlane EUROPE = new EqualAreaPlane(10, 52, 4_321_000, 3_210_000);

  private final double longitude;
  private final double falseEast;
  private final double falseNorth;
  private final double sinBeta;
  private final double cosBeta;
  private final double stretch;

  private EqualAreaPlane(double longitude, double latitude, double falseEast, double falseNorth) {
    this.longitude = longitude;
    this.falseEast = falseEast;
    this.falseNorth = falseNorth;
    double sine = Math.sin(Math.toRadians(latitude));
    double beta = Math.asin(q(sine) / Q_POLE);
    sinBeta = Math.sin(beta);
    cosBeta = Math.cos(beta);
    double parallel = Math.cos(Math.toRadians(latitude)) / Math.sqrt(1 - E2 * sine * sine);
    stretch = SEMI_MAJOR_AXIS * parallel / (AUTHALIC_RADIUS * cosBeta);
  }

  /**
   * The plane that touches at a place, which becomes 0, 0.
   *
   * @param longitude degrees
   * @param latitude degrees, −89..89
   */
  public static EqualAreaPlane around(double longitude, double latitude) {
    if (!(Math.abs(latitude) <= 89 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no plane around " + longitude + ", " + latitude);
    }
    return new EqualAreaPlane(longitude, latitude, 0, 0);
  }

  /** A copy of a geometry in EPSG:4326 (longitude, latitude), in metres of this plane. */
  public Geometry project(Geometry lonLat) {
    return VertexChange.copy(lonLat, this::project);
  }

  /** A copy of a geometry in metres of this plane, in EPSG:4326. */
  public Geometry unproject(Geometry metres) {
    return VertexChange.copy(metres, this::unproject);
  }

  private void project(CoordinateSequence sequence, int i) {
    double lambda = Math.toRadians(sequence.getX(i) - longitude);
    double beta = Math.asin(within(q(Math.sin(Math.toRadians(sequence.getY(i)))) / Q_POLE));
    double cosine = sinBeta * Math.sin(beta) + cosBeta * Math.cos(beta) * Math.cos(lambda);
    double radius = AUTHALIC_RADIUS * Math.sqrt(2 / (1 + cosine));
    double north = cosBeta * Math.sin(beta) - sinBeta * Math.cos(beta) * Math.cos(lambda);
    sequence.setOrdinate(i, 0, falseEast + radius * stretch * Math.cos(beta) * Math.sin(lambda));
    sequence.setOrdinate(i, 1, falseNorth + radius / stretch * north);
  }

  private void unproject(CoordinateSequence sequence, int i) {
    double x = (sequence.getX(i) - falseEast) / stretch;
    double y = (sequence.getY(i) - falseNorth) * stretch;
    double rho = Math.hypot(x, y);
    double c = 2 * Math.asin(within(rho / (2 * AUTHALIC_RADIUS)));
    double sine = rho == 0 ? 1 : Math.sin(c) / rho;
    double beta = Math.asin(within(Math.cos(c) * sinBeta + y * sine * cosBeta));
    double lambda = Math.atan2(x * sine, Math.cos(c) * cosBeta - y * sine * sinBeta);
    sequence.setOrdinate(i, 0, longitude + Math.toDegrees(lambda));
    sequence.setOrdinate(i, 1, Math.toDegrees(latitude(beta)));
  }

  /** Latitude of an authalic latitude, in radians (equation 3-18). */
  private static double latitude(double beta) {
    double e4 = E2 * E2;
    double e6 = e4 * E2;
    return beta
        + (E2 / 3 + 31 * e4 / 180 + 517 * e6 / 5040) * Math.sin(2 * beta)
        + (23 * e4 / 360 + 251 * e6 / 3780) * Math.sin(4 * beta)
        + 761 * e6 / 45360 * Math.sin(6 * beta);
  }

  /** The authalic function of the sine of a latitude (equation 3-12). */
  private static double q(double sine) {
    return (1 - E2)
        * (sine / (1 - E2 * sine * sine) - Math.log((1 - E * sine) / (1 + E * sine)) / (2 * E));
  }

  private static double within(double sine) {
    return Math.max(-1, Math.min(1, sine));
  }
}
