package org.sozialradar.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.sozialradar.area.Area;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.Stores;

/**
 * Times tiles that no cache holds, cut, encoded and gzipped by one thread; {@code scripts/bench}
 * runs it.
 *
 * <p>Arguments: the folder of a store, an edition, a level. Prints a row of a Markdown table for
 * each zoom.
 */
final class ColdTileBenchmark {
  private static final int[] ZOOMS = {6, 8, 10};
  private static final int WARM_UP_SECONDS = 10;
  private static final int ROUNDS = 5;

  private ColdTileBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    try (var store = Stores.open(arguments[0])) {
      var pyramid = store.read(reader -> pyramid(reader, arguments[1], arguments[2]));
      for (int zoom : ZOOMS) {
        measure(pyramid, filledTiles(pyramid, zoom));
      }
    }
  }

  private static TilePyramid pyramid(GeodataReader reader, String edition, String level) {
    var names =
        reader.listAreas(edition, level).stream().collect(Collectors.toMap(Area::code, Area::name));
    return TilePyramid.ofCoverage(level, reader.listCoverages(edition, level), names);
  }

  /** Every tile of a zoom that holds something. */
  private static List<TileCoord> filledTiles(TilePyramid pyramid, int zoom) {
    var bounds = pyramid.bounds().orElseThrow();
    var northWest = TileCoord.of(zoom, bounds.west(), bounds.north());
    var southEast = TileCoord.of(zoom, bounds.east(), bounds.south());
    var tiles = new ArrayList<TileCoord>();
    for (int x = northWest.x(); x <= southEast.x(); x++) {
      for (int y = northWest.y(); y <= southEast.y(); y++) {
        var tile = new TileCoord(zoom, x, y);
        if (pyramid.encode(tile).length > 0) {
          tiles.add(tile);
        }
      }
    }
    return tiles;
  }

  private static void measure(TilePyramid pyramid, List<TileCoord> tiles) throws IOException {
    long end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      pass(pyramid, tiles);
    }
    var best = pass(pyramid, tiles);
    for (int round = 1; round < ROUNDS; round++) {
      var next = pass(pyramid, tiles);
      best = next.nanoseconds() < best.nanoseconds() ? next : best;
    }
    System.out.printf(
        Locale.ROOT,
        "| z%d | %d | %.2f ms | %.1f ms | %.1f kB |%n",
        tiles.get(0).z(),
        tiles.size(),
        best.nanoseconds() / 1e6 / tiles.size(),
        best.slowest() / 1e6,
        best.bytes() / 1e3 / tiles.size());
  }

  private static Pass pass(TilePyramid pyramid, List<TileCoord> tiles) throws IOException {
    long bytes = 0;
    long slowest = 0;
    long start = System.nanoTime();
    for (var tile : tiles) {
      long began = System.nanoTime();
      bytes += gzippedSize(pyramid.encode(tile));
      slowest = Math.max(slowest, System.nanoTime() - began);
    }
    return new Pass(System.nanoTime() - start, slowest, bytes);
  }

  private static int gzippedSize(byte[] tile) throws IOException {
    var bytes = new ByteArrayOutputStream(tile.length);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(tile);
    }
    return bytes.size();
  }

  private record Pass(long nanoseconds, long slowest, long bytes) {}
}
