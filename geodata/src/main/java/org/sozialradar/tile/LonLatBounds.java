package org.sozialradar.tile;

import org.locationtech.jts.geom.Envelope;
import org.sozialradar.area.WebMercator;

/**
 * The rectangle that holds a layer, in EPSG:4326, degrees.
 *
 * @param west least longitude
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
public record LonLatBounds(double west, double south, double east, double north) {
  /**
   * @throws IllegalArgumentException if the bounds are not ordered or not numbers
   */
  public LonLatBounds {
    if (!(west <= east && south <= north)) {
      throw new IllegalArgumentException(
          "not bounds: " + west + ", " + south + ", " + east + ", " + north);
    }
  }

  /** The least rectangle that holds both. */
  public LonLatBounds with(LonLatBounds other) {
    return new LonLatBounds(
        Math.min(west, other.west),
        Math.min(south, other.south),
        Math.max(east, other.east),
        Math.max(north, other.north));
  }

  /** The same rectangle of an envelope in EPSG:3857. */
  static LonLatBounds ofMercator(Envelope metres) {
    return new LonLatBounds(
        WebMercator.longitude(metres.getMinX()),
        WebMercator.latitude(metres.getMinY()),
        WebMercator.longitude(metres.getMaxX()),
        WebMercator.latitude(metres.getMaxY()));
  }
}
