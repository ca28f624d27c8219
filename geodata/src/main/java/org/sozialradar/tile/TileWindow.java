package org.sozialradar.tile;

import org.locationtech.jts.geom.Envelope;

/**
 * The way from world coordinates into the units of one tile, and the rectangle that its polygons
 * are clipped to.
 *
 * @param shift bits of a world coordinate below the tile unit
 * @param left grid column of the tile's west side, counted from the world's
 * @param top grid row of the tile's north side
 */
record TileWindow(int shift, int left, int top) {
  /** Least coordinate of the clipping rectangle, in tile units. */
  static final int MIN = -VectorTileEncoder.BUFFER;

  /** Greatest coordinate of the clipping rectangle, in tile units. */
  static final int MAX = VectorTileEncoder.EXTENT + VectorTileEncoder.BUFFER;

  static TileWindow of(TileCoord coord) {
    return new TileWindow(
        WorldGrid.shift(coord.z()),
        coord.x() * VectorTileEncoder.EXTENT,
        coord.y() * VectorTileEncoder.EXTENT);
  }

  /** Tile x of a world x, rounded to the grid that all tiles of the zoom share. */
  int gridX(int worldX) {
    return rounded(worldX) - left;
  }

  int gridY(int worldY) {
    return rounded(worldY) - top;
  }

  /** Tile x of a world x, exact. */
  double unitX(int worldX) {
    return (double) worldX / (1 << shift) - left;
  }

  double unitY(int worldY) {
    return (double) worldY / (1 << shift) - top;
  }

  /** The tile and a margin of so many units, in world coordinates. */
  Envelope worldBounds(int margin) {
    double steps = 1 << shift;
    int end = VectorTileEncoder.EXTENT + margin;
    return new Envelope(
        (left - margin) * steps, (left + end) * steps, (top - margin) * steps, (top + end) * steps);
  }

  /** Whether a place belongs to the tile: each place belongs to exactly one tile of a zoom. */
  boolean holds(int worldX, int worldY) {
    int x = gridX(worldX);
    int y = gridY(worldY);
    return x >= 0 && x < VectorTileEncoder.EXTENT && y >= 0 && y < VectorTileEncoder.EXTENT;
  }

  private int rounded(int world) {
    return (int) (((long) world + (1L << (shift - 1))) >> shift);
  }
}
