package org.sozialradar.tile.archive;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sozialradar.tile.ProtobufBuffer;

/**
 * The directories of an archive, compressed (PMTiles, version 3, section 4.2): one root that fits
 * into the first bytes that a client reads and, where it cannot hold all entries, leaves below it.
 */
final class Directories {
  private static final int FIRST_LEAF_SIZE = 4096;
  private static final int MOST_BYTES_OF_AN_ENTRY = 20;

  private final byte[] root;
  private final byte[] leaves;

  private Directories(byte[] root, byte[] leaves) {
    this.root = root;
    this.leaves = leaves;
  }

  /**
   * Directories of entries in the order of their numbers.
   *
   * @param mostRootBytes what the root may take, compressed
   */
  static Directories of(List<TileEntry> entries, int mostRootBytes) {
    var whole = new Directories(serialized(entries), new byte[0]);
    int leafSize = FIRST_LEAF_SIZE;
    while (whole.root.length > mostRootBytes) {
      whole = withLeaves(entries, leafSize);
      leafSize *= 2;
    }
    return whole;
  }

  byte[] root() {
    return root.clone();
  }

  byte[] leaves() {
    return leaves.clone();
  }

  private static Directories withLeaves(List<TileEntry> entries, int leafSize) {
    var leaves = new ByteArrayOutputStream();
    var root = new ArrayList<TileEntry>();
    for (int from = 0; from < entries.size(); from += leafSize) {
      byte[] leaf = serialized(entries.subList(from, Math.min(entries.size(), from + leafSize)));
      root.add(new TileEntry(entries.get(from).id(), leaves.size(), leaf.length, 0));
      leaves.writeBytes(leaf);
    }
    return new Directories(serialized(root), leaves.toByteArray());
  }

  /** Columns rather than rows: numbers as differences, runs, lengths, places; then compressed. */
  private static byte[] serialized(List<TileEntry> entries) {
    var out = new ProtobufBuffer(16 + entries.size() * MOST_BYTES_OF_AN_ENTRY);
    out.writeVarint(entries.size());
    long before = 0;
    for (var entry : entries) {
      out.writeVarint(entry.id() - before);
      before = entry.id();
    }
    entries.forEach(entry -> out.writeVarint(entry.run()));
    entries.forEach(entry -> out.writeVarint(entry.length()));
    writePlaces(entries, out);
    return Gzip.compress(out.toByteArray());
  }

  /** 0 for bytes that follow those of the entry before, else the place plus 1. */
  private static void writePlaces(List<TileEntry> entries, ProtobufBuffer out) {
    long end = -1;
    for (var entry : entries) {
      out.writeVarint(entry.offset() == end ? 0 : entry.offset() + 1);
      end = entry.offset() + entry.length();
    }
  }
}
