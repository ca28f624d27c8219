package org.sozialradar.tile;

import java.util.Arrays;
import java.util.Optional;

/**
 * Collects the vertices of a ring on the grid and leaves out what has no surface: repeated
 * vertices, and spikes that run out and back along the same line. For one thread.
 */
final class RingBuilder {
  private int[] xs = new int[256];
  private int[] ys = new int[256];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds a vertex. */
  void add(int x, int y) {
    while (size > 0) {
      if (xs[size - 1] == x && ys[size - 1] == y) {
        return;
      }
      if (size < 2 || !isSpike(size - 2, size - 1, x, y)) {
        break;
      }
      size--;
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size++] = y;
  }

  /** The ring, closed between its last vertex and its first; none if it has no surface. */
  Optional<GridRing> ring() {
    int first = 0;
    int last = size - 1;
    boolean changed = true;
    while (changed && last - first >= 2) {
      if (same(first, last) || isSpike(last - 1, last, xs[first], ys[first])) {
        last--;
      } else if (isSpike(last, first, xs[first + 1], ys[first + 1])) {
        first++;
      } else {
        changed = false;
      }
    }
    if (last - first < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new GridRing(
            Arrays.copyOfRange(xs, first, last + 1),
            Arrays.copyOfRange(ys, first, last + 1),
            last - first + 1));
  }

  private boolean same(int a, int b) {
    return xs[a] == xs[b] && ys[a] == ys[b];
  }

  /** Whether the way from one vertex over the next to a third turns back on itself. */
  private boolean isSpike(int from, int tip, int x, int y) {
    long inX = (long) xs[tip] - xs[from];
    long inY = (long) ys[tip] - ys[from];
    long outX = (long) x - xs[tip];
    long outY = (long) y - ys[tip];
    return inX * outY == inY * outX && inX * outX + inY * outY < 0;
  }
}
