package org.sozialradar.tile;

import org.locationtech.jts.geom.Envelope;
import org.sozialradar.area.WebMercator;

/**
 * The address of a tile in the tile matrix set WebMercatorQuad (OGC 17-083r4, annex D.1): rows
 * count from the north.
 *
 * @param z zoom, 0..{@value #MAX_ZOOM}
 * @param x column from the west, 0..2^z - 1
 * @param y row from the north, 0..2^z - 1
 */
public record TileCoord(int z, int x, int y) {
  /** The finest zoom. */
  public static final int MAX_ZOOM = 14;

  /**
   * @throws IllegalArgumentException if zoom, column or row is out of range
   */
  public TileCoord {
    if (z < 0 || z > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom " + z + " is not in 0.." + MAX_ZOOM);
    }
    requireInRange("column", x, z);
    requireInRange("row", y, z);
  }

  /**
   * The tile that holds a place. Places outside the square of the map belong to the tile at its
   * edge.
   */
  public static TileCoord of(int z, double longitude, double latitude) {
    double side = 1L << z;
    double column = (0.5 + WebMercator.x(longitude) / WebMercator.WORLD) * side;
    double row = (0.5 - WebMercator.y(latitude) / WebMercator.WORLD) * side;
    return new TileCoord(z, clamped(column, z), clamped(row, z));
  }

  /** What the tile covers, in EPSG:3857: metres, east and north. */
  public Envelope bounds() {
    double side = WebMercator.WORLD / (1L << z);
    double west = -WebMercator.HALF_WORLD + x * side;
    double north = WebMercator.HALF_WORLD - y * side;
    return new Envelope(west, west + side, north - side, north);
  }

  @Override
  public String toString() {
    return z + "/" + x + "/" + y;
  }

  private static void requireInRange(String name, int value, int z) {
    int last = (1 << z) - 1;
    if (value < 0 || value > last) {
      throw new IllegalArgumentException(
          name + " " + value + " is not in 0.." + last + " at zoom " + z);
    }
  }

  private static int clamped(double index, int z) {
    return (int) Math.max(0, Math.min((1 << z) - 1, Math.floor(index)));
  }
}
