package org.sozialradar.tile.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Keeps where each tile's bytes are, equal ones once. For one thread. */
final class TileIndex {
  private final List<TileEntry> entries = new ArrayList<>();
  private final Map<String, Long> offsetByDigest = new HashMap<>();
  private long bytes;
  private long addressed;

  /**
   * Adds a tile with a greater number than all before.
   *
   * @return whether its bytes are new and must be appended to the file
   */
  boolean add(long id, byte[] tile) {
    Long known = offsetByDigest.putIfAbsent(DigestUtils.sha256Hex(tile), bytes);
    long offset = known == null ? bytes : known;
    addressed++;
    if (known == null) {
      bytes += tile.length;
    }
    extend(id, offset, tile.length);
    return known == null;
  }

  private void extend(long id, long offset, int length) {
    int last = entries.size() - 1;
    if (last >= 0 && entries.get(last).continuesWith(id, offset)) {
      entries.set(last, entries.get(last).oneMore());
    } else {
      entries.add(new TileEntry(id, offset, length, 1));
    }
  }

  List<TileEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Bytes of all different tiles. */
  long bytes() {
    return bytes;
  }

  long addressed() {
    return addressed;
  }

  long contents() {
    return offsetByDigest.size();
  }
}
