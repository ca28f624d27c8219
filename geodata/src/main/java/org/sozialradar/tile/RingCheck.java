package org.sozialradar.tile;

import java.util.Arrays;
import java.util.List;

/**
 * Tells whether rings on a grid keep apart from each other and from themselves: no two edges cross
 * or touch except at the vertex that neighbours share. That is stricter than validity (a valid hole
 * may touch its shell in a point) and enough for it. Sweeps over the edges from left to right, in
 * exact arithmetic. For one thread.
 */
final class RingCheck {
  private int[] xs = new int[256];
  private int[] ys = new int[256];

  /** The vertex at the other end of the edge that begins at a vertex. */
  private int[] ends = new int[256];

  /** Least x of each edge in the high half, edge in the low half. */
  private long[] order = new long[256];

  private int size;

  /** Whether the rings keep apart. */
  boolean keepApart(List<GridRing> rings) {
    size = 0;
    rings.forEach(this::add);
    for (int edge = 0; edge < size; edge++) {
      order[edge] = ((long) Math.min(xs[edge], xs[ends[edge]]) << 32) | edge;
    }
    Arrays.sort(order, 0, size);
    for (int i = 0; i < size; i++) {
      if (meetsLater(i)) {
        return false;
      }
    }
    return true;
  }

  private void add(GridRing ring) {
    int first = size;
    ensure(size + ring.size());
    for (int i = 0; i < ring.size(); i++) {
      xs[size] = ring.x(i);
      ys[size] = ring.y(i);
      ends[size] = size + 1;
      size++;
    }
    ends[size - 1] = first;
  }

  /** Whether an edge meets one that begins right of its left end. */
  private boolean meetsLater(int position) {
    int edge = (int) order[position];
    int end = ends[edge];
    int right = Math.max(xs[edge], xs[end]);
    int top = Math.min(ys[edge], ys[end]);
    int bottom = Math.max(ys[edge], ys[end]);
    for (int i = position + 1; i < size && order[i] >> 32 <= right; i++) {
      int other = (int) order[i];
      int otherEnd = ends[other];
      boolean apart =
          Math.max(ys[other], ys[otherEnd]) < top || Math.min(ys[other], ys[otherEnd]) > bottom;
      if (!apart && end != other && otherEnd != edge && meet(edge, end, other, otherEnd)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two edges whose rectangles meet do so themselves. */
  private boolean meet(int a, int b, int c, int d) {
    return !onOneSide(turn(a, b, c), turn(a, b, d)) && !onOneSide(turn(c, d, a), turn(c, d, b));
  }

  private static boolean onOneSide(long turn, long other) {
    return (turn > 0 && other > 0) || (turn < 0 && other < 0);
  }

  private long turn(int a, int b, int c) {
    return (long) (xs[b] - xs[a]) * (ys[c] - ys[a]) - (long) (ys[b] - ys[a]) * (xs[c] - xs[a]);
  }

  private void ensure(int capacity) {
    if (xs.length < capacity) {
      int larger = Math.max(capacity, 2 * xs.length);
      xs = Arrays.copyOf(xs, larger);
      ys = Arrays.copyOf(ys, larger);
      ends = Arrays.copyOf(ends, larger);
      order = new long[larger];
    }
  }
}
