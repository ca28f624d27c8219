package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts rings that keep apart from each other together to polygons. Of such rings each lies wholly
 * inside or wholly outside another, so one vertex tells. For one thread.
 */
final class RingNesting {
  private final List<GridRing> bySize = new ArrayList<>();

  /** For each ring the holes of its polygon, if it is a shell. */
  private final List<List<GridRing>> holes = new ArrayList<>();

  private RingNesting(List<GridRing> rings) {
    bySize.addAll(rings);
    bySize.sort((a, b) -> Long.compare(surface(b), surface(a)));
    bySize.forEach(ring -> holes.add(new ArrayList<>()));
  }

  /**
   * The rings, each shell (positive area) before its holes (negative area).
   *
   * @param rings that neither cross nor touch, in any order
   * @return nothing if they bound no polygons: if a hole does not lie directly inside a shell, or a
   *     shell directly inside another
   */
  static Optional<List<GridRing>> polygons(List<GridRing> rings) {
    return new RingNesting(rings).polygons();
  }

  private Optional<List<GridRing>> polygons() {
    for (int i = 0; i < bySize.size(); i++) {
      int container = innermostAround(i);
      boolean shell = isShell(i);
      if (container < 0 ? !shell : isShell(container) == shell) {
        return Optional.empty();
      }
      if (!shell) {
        holes.get(container).add(bySize.get(i));
      }
    }
    return Optional.of(inOrder());
  }

  private List<GridRing> inOrder() {
    var ordered = new ArrayList<GridRing>(bySize.size());
    for (int i = 0; i < bySize.size(); i++) {
      if (isShell(i)) {
        ordered.add(bySize.get(i));
        ordered.addAll(holes.get(i));
      }
    }
    return ordered;
  }

  /** The smallest ring that holds another; -1 if none does. */
  private int innermostAround(int index) {
    var ring = bySize.get(index);
    for (int i = index - 1; i >= 0; i--) {
      if (bySize.get(i).holds(ring.x(0), ring.y(0))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isShell(int index) {
    return bySize.get(index).doubledArea() > 0;
  }

  private static long surface(GridRing ring) {
    return Math.abs(ring.doubledArea());
  }
}
