package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The pieces of rings inside the clipping rectangle of a tile, each from where it enters to where
 * it leaves, and their linking to rings: from where a piece leaves, the new ring follows the
 * rectangle, clockwise on the map as exterior rings do, to where the next piece enters. For one
 * thread.
 */
final class Chains {
  private static final int MIN = TileWindow.MIN;
  private static final int MAX = TileWindow.MAX;
  private static final int SIDE = MAX - MIN;

  private int[] xs = new int[256];
  private int[] ys = new int[256];
  private int size;

  /** First vertex of each chain, and the end of the last. */
  private int[] starts = new int[16];

  /** Where each chain enters and leaves: the way along the rectangle from its first corner. */
  private double[] entries = new double[16];

  private double[] exits = new double[16];
  private int count;

  void clear() {
    size = 0;
    count = 0;
  }

  int count() {
    return count;
  }

  /** Begins a chain at a point of the rectangle. */
  void enter(double x, double y) {
    if (count + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      entries = Arrays.copyOf(entries, starts.length);
      exits = Arrays.copyOf(exits, starts.length);
    }
    starts[count] = size;
    entries[count] = way(x, y);
    add(rounded(x), rounded(y));
  }

  /** Adds a vertex to the chain that was begun. */
  void add(int x, int y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size++] = y;
  }

  /** Ends the chain at a point of the rectangle. */
  void leave(double x, double y) {
    add(rounded(x), rounded(y));
    exits[count++] = way(x, y);
    starts[count] = size;
  }

  /**
   * Links the chains to rings, without those that have no surface; nothing if the chains do not
   * enter and leave in turns, as touching corners and rounding can make it.
   */
  Optional<List<GridRing>> link(RingBuilder builder) {
    var followers = followers();
    if (followers.length < count) {
      return Optional.empty();
    }
    var rings = new ArrayList<GridRing>();
    var done = new boolean[count];
    for (int first = 0; first < count; first++) {
      if (!done[first]) {
        builder.clear();
        int chain = first;
        do {
          done[chain] = true;
          addChain(chain, builder);
          addCorners(exits[chain], entries[followers[chain]], builder);
          chain = followers[chain];
        } while (chain != first);
        builder.ring().ifPresent(rings::add);
      }
    }
    return Optional.of(rings);
  }

  /**
   * For each chain the one that enters next along the rectangle; empty if they are not in turns.
   */
  private int[] followers() {
    var byEntry = order(entries);
    var byExit = order(exits);
    int shift = entries[byEntry[0]] > exits[byExit[0]] ? 0 : 1;
    var followers = new int[count];
    for (int i = 0; i < count; i++) {
      int next = i + shift;
      double exit = exits[byExit[i]];
      double entry = entries[byEntry[next % count]] + (next < count ? 0 : 4 * SIDE);
      double nextExit = i + 1 < count ? exits[byExit[i + 1]] : exits[byExit[0]] + 4 * SIDE;
      if (!(exit < entry && entry < nextExit)) {
        return new int[0];
      }
      followers[byExit[i]] = byEntry[next % count];
    }
    return followers;
  }

  private Integer[] order(double[] ways) {
    var order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(ways[a], ways[b]));
    return order;
  }

  private void addChain(int chain, RingBuilder builder) {
    for (int i = starts[chain]; i < starts[chain + 1]; i++) {
      builder.add(xs[i], ys[i]);
    }
  }

  /** The corners of the rectangle between two ways along it. */
  private static void addCorners(double from, double to, RingBuilder builder) {
    double end = to > from ? to : to + 4 * SIDE;
    for (int corner = (int) (from / SIDE) + 1; corner * (double) SIDE < end; corner++) {
      builder.add(cornerX(corner % 4), cornerY(corner % 4));
    }
  }

  static int cornerX(int corner) {
    return corner == 0 || corner == 3 ? MIN : MAX;
  }

  static int cornerY(int corner) {
    return corner < 2 ? MIN : MAX;
  }

  private static double way(double x, double y) {
    if (y == MIN) {
      return x - MIN;
    }
    if (x == MAX) {
      return SIDE + y - MIN;
    }
    return y == MAX ? 2 * SIDE + MAX - x : 3 * SIDE + MAX - y;
  }

  private static int rounded(double coordinate) {
    return (int) Math.floor(coordinate + 0.5);
  }
}
