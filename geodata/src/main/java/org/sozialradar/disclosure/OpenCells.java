package org.sozialradar.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Cells that were found open enough. Whoever sees fewer cells can tell no more of any: what was
 * open stays so until a cell is seen that was not. Not safe for use by many threads.
 */
final class OpenCells {
  private final Map<Integer, BitSet> open = new HashMap<>();
  private BitSet unseen = new BitSet();

  /** Forgets all if a cell is seen now that was not. */
  void seenAllBut(BitSet cells) {
    var seenNow = (BitSet) unseen.clone();
    seenNow.andNot(cells);
    if (!seenNow.isEmpty()) {
      open.clear();
    }
    unseen = (BitSet) cells.clone();
  }

  /**
   * Whether a cell is open.
   *
   * @param question the number of the result, or another question about cells
   * @param test tells if that is not known yet; by linear bounds alone
   */
  boolean isOpen(int question, int cell, BooleanSupplier test) {
    var known = open.computeIfAbsent(question, key -> new BitSet());
    if (!known.get(cell) && test.getAsBoolean()) {
      known.set(cell);
    }
    return known.get(cell);
  }
}
