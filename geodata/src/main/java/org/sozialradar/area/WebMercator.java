package org.sozialradar.area;

import org.locationtech.jts.geom.Geometry;

/**
 * The projection of web maps: EPSG:4326 (longitude, latitude in degrees) to EPSG:3857 (east, north
 * in metres) and back, by the spherical formula of EPSG method 1024.
 *
 * <p>The same coordinate always gives the same result to the last bit, so borders that share
 * vertices share them after projection too. Latitudes beyond {@link #MAX_LATITUDE} are clamped to
 * it and longitudes are not wrapped: the square of the map is the limit. Metres are those of the
 * projection; on the ground they are shorter by the cosine of the latitude.
 */
public final class WebMercator {
  /** Radius of the sphere in metres. */
  public static final double RADIUS = 6_378_137.0;

  /** Half the side of the map's square in metres: the east of 180°. */
  public static final double HALF_WORLD = Math.PI * RADIUS;

  /** Side of the map's square in metres. */
  public static final double WORLD = 2 * HALF_WORLD;

  /** The latitude at which the map is square, about 85.0511°. */
  public static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

  private WebMercator() {}

  /** East in metres of a longitude in degrees. */
  public static double x(double longitude) {
    return Math.toRadians(longitude) * RADIUS;
  }

  /** North in metres of a latitude in degrees; latitudes beyond the limits are clamped. */
  public static double y(double latitude) {
    double clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(clamped) / 2)) * RADIUS;
  }

  /** Longitude in degrees of an east in metres. */
  public static double longitude(double x) {
    return Math.toDegrees(x / RADIUS);
  }

  /** Latitude in degrees of a north in metres. */
  public static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(y / RADIUS)));
  }

  /** A copy of a geometry in EPSG:4326, projected to EPSG:3857. */
  public static Geometry project(Geometry lonLat) {
    return VertexChange.copy(
        lonLat,
        (sequence, i) -> {
          sequence.setOrdinate(i, 0, x(sequence.getX(i)));
          sequence.setOrdinate(i, 1, y(sequence.getY(i)));
        });
  }

  /** A copy of a geometry in EPSG:3857, with its coordinates in EPSG:4326. */
  public static Geometry unproject(Geometry metres) {
    return VertexChange.copy(
        metres,
        (sequence, i) -> {
          sequence.setOrdinate(i, 0, longitude(sequence.getX(i)));
          sequence.setOrdinate(i, 1, latitude(sequence.getY(i)));
        });
  }
}
