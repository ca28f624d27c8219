package org.sozialradar.tile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A place with attributes, for a layer of points.
 *
 * @param longitude degrees, EPSG:4326
 * @param latitude degrees, EPSG:4326, within the limits of the map (about ±85.05°)
 * @param attributes what the feature says, by name: texts, numbers or booleans
 */
public record PointFeature(double longitude, double latitude, Map<String, Object> attributes) {
  /**
   * @throws IllegalArgumentException if the place is off the map or an attribute is neither text,
   *     number nor boolean
   */
  public PointFeature {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85.06)) {
      throw new IllegalArgumentException("off the map: " + longitude + ", " + latitude);
    }
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    attributes.values().forEach(PointFeature::requireValue);
  }

  private static void requireValue(Object value) {
    if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
      throw new IllegalArgumentException("not a value of a tile: " + value);
    }
  }
}
