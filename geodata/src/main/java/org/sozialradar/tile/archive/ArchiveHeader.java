package org.sozialradar.tile.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.sozialradar.tile.LonLatBounds;

/**
 * The first bytes of an archive (PMTiles, version 3, section 3), little-endian.
 *
 * @param rootBytes bytes of the root directory
 * @param metadataBytes bytes of the description
 * @param leafBytes bytes of the leaf directories
 * @param tileBytes bytes of all tiles
 * @param addressed tiles that can be asked for
 * @param entries entries in directories that name tiles
 * @param contents different tiles
 * @param maxZoom finest zoom; the coarsest is 0
 * @param bounds what the tiles cover, EPSG:4326
 */
record ArchiveHeader(
    long rootBytes,
    long metadataBytes,
    long leafBytes,
    long tileBytes,
    long addressed,
    long entries,
    long contents,
    int maxZoom,
    LonLatBounds bounds) {
  static final int BYTES = 127;
  private static final byte VERSION = 3;
  private static final byte CLUSTERED = 1;
  private static final byte GZIP = 2;
  private static final byte VECTOR_TILES = 1;
  private static final double WIDTH_OF_THE_WORLD = 360;
  private static final double STEPS_OF_A_DEGREE = 1e7;

  byte[] toBytes() {
    var out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put(VERSION);
    putSections(out);
    out.putLong(addressed).putLong(entries).putLong(contents);
    out.put(CLUSTERED).put(GZIP).put(GZIP).put(VECTOR_TILES);
    out.put((byte) 0).put((byte) maxZoom);
    putPlace(out, bounds.west(), bounds.south());
    putPlace(out, bounds.east(), bounds.north());
    out.put((byte) zoomThatShowsAll());
    putPlace(out, (bounds.west() + bounds.east()) / 2, (bounds.south() + bounds.north()) / 2);
    return out.array();
  }

  private void putSections(ByteBuffer out) {
    long metadata = BYTES + rootBytes;
    long leaves = metadata + metadataBytes;
    out.putLong(BYTES).putLong(rootBytes);
    out.putLong(metadata).putLong(metadataBytes);
    out.putLong(leaves).putLong(leafBytes);
    out.putLong(leaves + leafBytes).putLong(tileBytes);
  }

  /** The finest zoom at which the whole width fits into two tiles side by side. */
  private int zoomThatShowsAll() {
    double width = Math.max(bounds.east() - bounds.west(), 1 / STEPS_OF_A_DEGREE);
    double zoom = Math.floor(Math.log(2 * WIDTH_OF_THE_WORLD / width) / Math.log(2));
    return (int) Math.max(0, Math.min(maxZoom, zoom));
  }

  private static void putPlace(ByteBuffer out, double longitude, double latitude) {
    out.putInt((int) Math.round(longitude * STEPS_OF_A_DEGREE));
    out.putInt((int) Math.round(latitude * STEPS_OF_A_DEGREE));
  }
}
