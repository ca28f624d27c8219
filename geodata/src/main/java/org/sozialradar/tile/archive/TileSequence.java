package org.sozialradar.tile.archive;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sozialradar.tile.LonLatBounds;
import org.sozialradar.tile.TileCoord;
import org.sozialradar.tile.TileRange;

/** The tiles over a rectangle in the order of an archive. */
final class TileSequence {
  private TileSequence() {}

  /** All tiles from zoom 0 to the finest, by their number. */
  static Stream<TileCoord> over(LonLatBounds bounds, int maxZoom) {
    return IntStream.rangeClosed(0, maxZoom).boxed().flatMap(zoom -> ofZoom(bounds, zoom));
  }

  private static Stream<TileCoord> ofZoom(LonLatBounds bounds, int zoom) {
    return TileRange.over(bounds, zoom)
        .tiles()
        .sorted(Comparator.comparingLong(HilbertOrder::idOf));
  }
}
