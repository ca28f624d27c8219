package org.sozialradar.area;

/**
 * How far two places are from each other on the ellipsoid WGS 84, as the crow flies, by Lambert's
 * formula (Lambert 1942, The distance between two widely separated points on the surface of the
 * earth). It is right to about a millionth; of places nearly opposite each other on the globe the
 * distance is that on a sphere.
 */
public final class GeodesicDistance {
  private static final double SEMI_MAJOR_AXIS_METRES = 6_378_137;
  private static final double FLATTENING = 1 / 298.257223563;

  /** Radians between two places from where on the formula no longer holds. */
  private static final double NEARLY_OPPOSITE = 3;

  private GeodesicDistance() {}

  /**
   * The distance in metres.
   *
   * @param fromLongitude degrees, −180..180
   * @param fromLatitude degrees, −90..90
   * @param toLongitude degrees, −180..180
   * @param toLatitude degrees, −90..90
   */
  public static double metres(
      double fromLongitude, double fromLatitude, double toLongitude, double toLatitude) {
    double from = reduced(fromLatitude);
    double to = reduced(toLatitude);
    double angle = angle(from, to, Math.toRadians(toLongitude - fromLongitude));
    if (angle == 0 || angle > NEARLY_OPPOSITE) {
      return SEMI_MAJOR_AXIS_METRES * angle;
    }
    double middle = (from + to) / 2;
    double half = (to - from) / 2;
    double x =
        (angle - Math.sin(angle)) * square(Math.sin(middle) * Math.cos(half) / Math.cos(angle / 2));
    double y =
        (angle + Math.sin(angle)) * square(Math.cos(middle) * Math.sin(half) / Math.sin(angle / 2));
    return SEMI_MAJOR_AXIS_METRES * (angle - FLATTENING / 2 * (x + y));
  }

  /** The reduced latitude in radians. */
  private static double reduced(double latitude) {
    double radians = Math.toRadians(latitude);
    return Math.atan2((1 - FLATTENING) * Math.sin(radians), Math.cos(radians));
  }

  /** The angle between two places of a sphere (haversine formula), radians. */
  private static double angle(double from, double to, double longitudes) {
    double chord =
        square(Math.sin((to - from) / 2))
            + Math.cos(from) * Math.cos(to) * square(Math.sin(longitudes / 2));
    return 2 * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  private static double square(double number) {
    return number * number;
  }
}
