package org.sozialradar.tile;

import java.util.List;
import java.util.Optional;

/**
 * Brings areas of a coverage onto the grid of a tile: clips, rounds, and sees to it that the
 * polygons are valid. For one thread.
 *
 * <p>The quick way clips and rounds each vertex to the nearest point of the grid, so that
 * neighbours stay exactly together and no edge moves by more than 0.71 units. Where that makes
 * borders of an area touch or cross, {@link GridRepair} cuts it anew.
 */
final class AreaCutter {
  private final PackedCoverage coverage;
  private final TileWindow window;
  private final RingCheck check = new RingCheck();
  private final RectangleClip clip;

  AreaCutter(PackedCoverage coverage, TileWindow window) {
    this.coverage = coverage;
    this.window = window;
    clip = new RectangleClip(coverage, window);
  }

  /**
   * The polygons of an area on the grid of the tile, each exterior ring before its holes; no rings
   * if nothing of it is there.
   */
  List<GridRing> cut(int area) {
    return quick(area).orElseGet(() -> GridRepair.cut(coverage, area, window));
  }

  /** The result of the quick way, unless it is not sound. */
  Optional<List<GridRing>> quick(int area) {
    return clip.clip(area).filter(check::keepApart).flatMap(RingNesting::polygons);
  }
}
