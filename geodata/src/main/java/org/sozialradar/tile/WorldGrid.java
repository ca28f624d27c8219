package org.sozialradar.tile;

import org.sozialradar.area.WebMercator;

/**
 * World coordinates of 31 bits: x counts from the west, y from the north of the map's square, so
 * that the grid of every zoom is a shift away. One step is 1.9 cm at the equator.
 */
final class WorldGrid {
  private static final int BITS = 31;
  private static final int EXTENT_BITS = 12;

  private WorldGrid() {}

  /** World x of an east in metres of EPSG:3857. */
  static int x(double metres) {
    return step(0.5 + metres / WebMercator.WORLD);
  }

  /** World y of a north in metres of EPSG:3857. */
  static int y(double metres) {
    return step(0.5 - metres / WebMercator.WORLD);
  }

  /** How many bits a world coordinate has below the tile unit of a zoom. */
  static int shift(int zoom) {
    return BITS - EXTENT_BITS - zoom;
  }

  /** World steps in a tile unit of a zoom. */
  static int stepsPerUnit(int zoom) {
    return 1 << shift(zoom);
  }

  private static int step(double share) {
    long step = Math.round(share * (1L << BITS));
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, step));
  }
}
