package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What follows from the cells that everybody can see: sums over sets of pieces, brought to their
 * simplest form.
 *
 * <p>A visible cell gives the weighted total of its pieces. Where one set holds another the
 * difference is as well known, so the smaller is taken out of the larger until no set holds
 * another; sets that become empty said nothing new. What is left has the same solutions as the
 * cells themselves. For cells that lie in each other like municipalities in districts the sets that
 * are left are disjoint.
 */
final class PublishedSums {
  /**
   * A set of pieces whose total is known.
   *
   * @param pieces the set
   * @param base the visible cell that it began as
   * @param sources the visible cells that it is made from, with the base
   */
  record Row(BitSet pieces, int base, BitSet sources) {
    /** Whether another set lies within this one; an empty one does not. */
    boolean holds(BitSet other) {
      int piece = other.nextSetBit(0);
      boolean holds = piece >= 0;
      while (holds && piece >= 0) {
        holds = pieces.get(piece);
        piece = other.nextSetBit(piece + 1);
      }
      return holds;
    }

    private void remove(BitSet part, BitSet from) {
      pieces.andNot(part);
      sources.or(from);
    }
  }

  /** Rows that share pieces, directly or through others; independent of all other components. */
  record Component(BitSet pieces, List<Row> rows) {
    boolean isSingleRow() {
      return rows.size() == 1;
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final List<Component> components = new ArrayList<>();
  private final int[] componentOf;

  /** What follows if these cells are not seen. */
  PublishedSums(ReleaseCells cells, BitSet unseen) {
    int[] visible =
        IntStream.range(0, cells.cellCount())
            .filter(cell -> !unseen.get(cell))
            .boxed()
            .sorted(Comparator.comparing(cell -> -cells.pieces(cell).cardinality()))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < visible.length; i++) {
      rows.add(withoutParts(cells, visible, i));
    }
    rows.removeIf(row -> row.pieces().isEmpty());
    reduce();
    componentOf = new int[cells.pieceCount()];
    Arrays.fill(componentOf, -1);
    join();
  }

  /** A cell less the largest visible cells within it. */
  private static Row withoutParts(ReleaseCells cells, int[] bySizeDescending, int at) {
    int cell = bySizeDescending[at];
    var row = new Row((BitSet) cells.pieces(cell).clone(), cell, new BitSet());
    row.sources().set(cell);
    for (int i = at + 1; i < bySizeDescending.length && !row.pieces().isEmpty(); i++) {
      var part = cells.pieces(bySizeDescending[i]);
      if (row.holds(part)) {
        row.pieces().andNot(part);
        row.sources().set(bySizeDescending[i]);
      }
    }
    return row;
  }

  private void reduce() {
    boolean changed = true;
    while (changed) {
      changed = false;
      rows.sort(Comparator.comparing(row -> row.pieces().cardinality()));
      for (int large = rows.size() - 1; large > 0; large--) {
        for (int small = 0; small < large; small++) {
          changed |= takeOut(rows.get(large), rows.get(small));
        }
      }
      rows.removeIf(row -> row.pieces().isEmpty());
    }
  }

  private static boolean takeOut(Row large, Row small) {
    boolean held = large.holds(small.pieces());
    if (held) {
      large.remove(small.pieces(), small.sources());
    }
    return held;
  }

  private void join() {
    var root = new int[componentOf.length];
    Arrays.setAll(root, piece -> piece);
    for (var row : rows) {
      int first = find(root, row.pieces().nextSetBit(0));
      row.pieces().stream().forEach(piece -> root[find(root, piece)] = first);
    }
    var joined = new LinkedHashMap<Integer, List<Row>>();
    for (var row : rows) {
      int first = find(root, row.pieces().nextSetBit(0));
      joined.computeIfAbsent(first, unused -> new ArrayList<>()).add(row);
    }
    joined.values().forEach(this::add);
  }

  private static int find(int[] root, int piece) {
    int at = piece;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private void add(List<Row> joined) {
    var pieces = new BitSet();
    joined.forEach(row -> pieces.or(row.pieces()));
    int index = components.size();
    pieces.stream().forEach(piece -> componentOf[piece] = index);
    components.add(new Component(pieces, List.copyOf(joined)));
  }

  List<Component> components() {
    return components;
  }

  /** The components that a set of pieces lies in; pieces that no total is known of are in none. */
  List<Component> componentsOf(BitSet pieces) {
    return pieces.stream()
        .map(piece -> componentOf[piece])
        .filter(component -> component >= 0)
        .distinct()
        .mapToObj(components::get)
        .toList();
  }

  /** The rows that share pieces with a set. */
  List<Row> rowsOf(BitSet pieces) {
    return componentsOf(pieces).stream()
        .flatMap(component -> component.rows().stream())
        .filter(row -> row.pieces().intersects(pieces))
        .toList();
  }

  /** The row that began as a cell, or an empty set if it said nothing new. */
  BitSet rowOf(int cell) {
    for (var row : rows) {
      if (row.base() == cell) {
        return row.pieces();
      }
    }
    return new BitSet();
  }
}
