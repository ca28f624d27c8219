package org.sozialradar.tile.archive;

/**
 * Where the bytes of some tiles are, or where the directory is that knows.
 *
 * @param id number of the first tile
 * @param offset first byte, from the start of the section of tiles (of directories)
 * @param length bytes
 * @param run how many tiles from {@code id} on share the bytes; 0 for a directory
 */
record TileEntry(long id, long offset, int length, int run) {
  boolean continuesWith(long nextId, long nextOffset) {
    return run > 0 && id + run == nextId && offset == nextOffset;
  }

  TileEntry oneMore() {
    return new TileEntry(id, offset, length, run + 1);
  }
}
