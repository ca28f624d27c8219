package org.sozialradar.tile.archive;

import org.sozialradar.tile.TileCoord;

/**
 * The numbers of tiles in an archive (PMTiles, version 3, section 4.1): zoom after zoom, within a
 * zoom along a Hilbert curve, so that neighbours on the map are mostly neighbours in the file.
 */
final class HilbertOrder {
  private HilbertOrder() {}

  /** Place of a tile: 0 for 0/0/0, then 1 to 4 for zoom 1, and so on. */
  static long idOf(TileCoord tile) {
    long x = tile.x();
    long y = tile.y();
    long place = 0;
    for (long side = (1L << tile.z()) >> 1; side > 0; side >>= 1) {
      long right = (x & side) == 0 ? 0 : 1;
      long low = (y & side) == 0 ? 0 : 1;
      place += side * side * ((3 * right) ^ low);
      if (low == 0) {
        // The quarter's own curve is turned: swap the axes, mirrored in the right half.
        long oldX = right == 1 ? side - 1 - (x & (side - 1)) : x & (side - 1);
        long oldY = right == 1 ? side - 1 - (y & (side - 1)) : y & (side - 1);
        x = oldY;
        y = oldX;
      }
    }
    return tilesBelow(tile.z()) + place;
  }

  /** How many tiles the zooms below one have together: (4^z - 1) / 3. */
  static long tilesBelow(int zoom) {
    return ((1L << (2 * zoom)) - 1) / 3;
  }
}
