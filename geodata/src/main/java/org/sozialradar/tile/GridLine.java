package org.sozialradar.tile;

import java.util.Arrays;

/** A line on the grid of a tile: x to the right, y down, in tile units; grows at its end. */
final class GridLine {
  private int[] xs = new int[16];
  private int[] ys = new int[16];
  private int size;

  /** Adds a vertex unless it is the one before. */
  void add(int x, int y) {
    if (size > 0 && xs[size - 1] == x && ys[size - 1] == y) {
      return;
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
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
}
