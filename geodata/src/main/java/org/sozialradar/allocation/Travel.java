package org.sozialradar.allocation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far places are from each other. Places have names: the codes of areas for their middles, and
 * whatever else sites are called. Immutable.
 */
public final class Travel {
  private static final double EQUATOR = 6_378_137;
  private static final double FLATTENING = 1 / 298.257223563;

  private final Map<String, double[]> places;
  private final Map<String, Map<String, Double>> distances;

  private Travel(Map<String, double[]> places, Map<String, Map<String, Double>> distances) {
    this.places = places;
    this.distances = distances;
  }

  /**
   * A distance of one's own, such as minutes by road.
   *
   * @param distance ≥ 0
   */
  public record Leg(String from, String to, double distance) {
    /**
     * Checks the distance.
     *
     * @throws InvalidAllocationException {@code distance-negative}
     */
    public Leg {
      if (!(distance >= 0) || Double.isInfinite(distance)) {
        throw new InvalidAllocationException(
            "distance-negative",
            "from " + from + " to " + to + " are " + distance,
            Map.of("from", from, "to", to, "distance", Double.toString(distance)));
      }
    }
  }

  /**
   * The straight line, in metres on the ellipsoid WGS 84 after Lambert, with an error below 0.01 %
   * at the distances of a country (compared with a quarter of the meridian in the tests).
   *
   * @param places longitude and latitude in degrees by name
   */
  public static Travel straight(Map<String, List<Double>> places) {
    var points = new HashMap<String, double[]>();
    places.forEach((name, at) -> points.put(name, new double[] {at.get(0), at.get(1)}));
    return new Travel(points, Map.of());
  }

  /** Distances of one's own. What is not named cannot be reached; a place reaches itself with 0. */
  public static Travel ofLegs(List<Leg> legs) {
    var distances = new HashMap<String, Map<String, Double>>();
    for (var leg : legs) {
      distances
          .computeIfAbsent(leg.from(), unused -> new HashMap<>())
          .merge(leg.to(), leg.distance(), Math::min);
    }
    return new Travel(Map.of(), distances);
  }

  /** Whether there is anything to travel by. */
  boolean knows(String place) {
    return places.containsKey(place) || distances.containsKey(place);
  }

  /** The distance; infinite if the one cannot be reached from the other. */
  public double between(String from, String to) {
    if (from.equals(to)) {
      return 0;
    }
    if (!distances.isEmpty()) {
      return distances.getOrDefault(from, Map.of()).getOrDefault(to, Double.POSITIVE_INFINITY);
    }
    double[] a = places.get(from);
    double[] b = places.get(to);
    return a == null || b == null ? Double.POSITIVE_INFINITY : metres(a, b);
  }

  /** Lambert's formula: the arc between reduced latitudes, corrected for the flattening. */
  private static double metres(double[] from, double[] to) {
    double one = Math.atan((1 - FLATTENING) * Math.tan(Math.toRadians(from[1])));
    double two = Math.atan((1 - FLATTENING) * Math.tan(Math.toRadians(to[1])));
    double width = Math.sin(Math.toRadians(to[0] - from[0]) / 2);
    double height = Math.sin((two - one) / 2);
    double square = height * height + Math.cos(one) * Math.cos(two) * width * width;
    double arc = 2 * Math.asin(Math.min(1, Math.sqrt(square)));
    if (arc == 0 || square >= 1) {
      return EQUATOR * arc;
    }
    double p = (one + two) / 2;
    double q = (two - one) / 2;
    double x =
        (arc - Math.sin(arc)) * squared(Math.sin(p) * Math.cos(q)) / squared(Math.cos(arc / 2));
    double y =
        (arc + Math.sin(arc)) * squared(Math.cos(p) * Math.sin(q)) / squared(Math.sin(arc / 2));
    return EQUATOR * (arc - FLATTENING / 2 * (x + y));
  }

  private static double squared(double number) {
    return number * number;
  }
}
