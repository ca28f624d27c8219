package org.sozialradar.tile;

import java.util.Arrays;

/**
 * A closed ring on the grid of a tile: x to the right, y down, in tile units; the first vertex is
 * not repeated at the end. Its arrays belong to it: whoever makes it hands them over.
 */
final class GridRing {
  private final int[] xs;
  private final int[] ys;
  private final int size;

  GridRing(int[] xs, int[] ys, int size) {
    this.xs = xs;
    this.ys = ys;
    this.size = size;
  }

  int size() {
    return size;
  }

  int x(int index) {
    return xs[index];
  }

  int y(int index) {
    return ys[index];
  }

  /**
   * Twice the area by the surveyor's formula: positive for exterior rings of vector tiles, negative
   * for holes.
   */
  long doubledArea() {
    long sum = 0;
    int previous = size - 1;
    for (int i = 0; i < size; i++) {
      sum += (long) xs[previous] * ys[i] - (long) xs[i] * ys[previous];
      previous = i;
    }
    return sum;
  }

  /** Whether a point that is not on the ring lies inside it. */
  boolean holds(int x, int y) {
    boolean inside = false;
    int previous = size - 1;
    for (int i = 0; i < size; i++) {
      if ((ys[previous] > y) != (ys[i] > y)) {
        long turn =
            (long) (xs[i] - xs[previous]) * (y - ys[previous])
                - (long) (ys[i] - ys[previous]) * (x - xs[previous]);
        inside ^= turn > 0 == ys[i] > ys[previous];
      }
      previous = i;
    }
    return inside;
  }

  /** The same ring in the other direction. */
  GridRing reversed() {
    var reversedXs = new int[size];
    var reversedYs = new int[size];
    for (int i = 0; i < size; i++) {
      reversedXs[i] = xs[size - 1 - i];
      reversedYs[i] = ys[size - 1 - i];
    }
    return new GridRing(reversedXs, reversedYs, size);
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(xs, size)) + Arrays.toString(Arrays.copyOf(ys, size));
  }
}
