package org.sozialradar.tile;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tiles of one zoom that lie over a rectangle: columns from west to east and rows from north to
 * south, both ends included.
 *
 * @param first the tile in the north-west
 * @param last the tile in the south-east, of the same zoom
 */
public record TileRange(TileCoord first, TileCoord last) {
  /**
   * @throws IllegalArgumentException if the two are not of one zoom or not in this order
   */
  public TileRange {
    if (first.z() != last.z() || first.x() > last.x() || first.y() > last.y()) {
      throw new IllegalArgumentException("not a range of tiles: " + first + " to " + last);
    }
  }

  /** The tiles of a zoom over a rectangle. */
  public static TileRange over(LonLatBounds bounds, int zoom) {
    return new TileRange(
        TileCoord.of(zoom, bounds.west(), bounds.north()),
        TileCoord.of(zoom, bounds.east(), bounds.south()));
  }

  /** All tiles of a zoom. */
  public static TileRange ofWorld(int zoom) {
    int last = (1 << zoom) - 1;
    return new TileRange(new TileCoord(zoom, 0, 0), new TileCoord(zoom, last, last));
  }

  public boolean contains(TileCoord tile) {
    return tile.z() == first.z()
        && tile.x() >= first.x()
        && tile.x() <= last.x()
        && tile.y() >= first.y()
        && tile.y() <= last.y();
  }

  /** Its tiles, row by row. */
  public Stream<TileCoord> tiles() {
    return IntStream.rangeClosed(first.y(), last.y())
        .boxed()
        .flatMap(
            y ->
                IntStream.rangeClosed(first.x(), last.x())
                    .mapToObj(x -> new TileCoord(first.z(), x, y)));
  }
}
