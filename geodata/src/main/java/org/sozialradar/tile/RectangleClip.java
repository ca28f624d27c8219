package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clips an area to the rectangle of a tile and its buffer while it is still unrounded, so that no
 * edge moves by more than its ends are rounded. Points of the rectangle count as outside. For one
 * thread.
 *
 * <p>Method: Weiler and Atherton, Hidden surface removal using polygon area sorting (1977), for a
 * convex window: the pieces of the rings inside the rectangle, from where they enter to where they
 * leave, are linked along the rectangle ({@link Chains}).
 *
 * <p>Where an edge crosses the rectangle is computed from its ends in one order, whichever way the
 * ring runs, so that neighbours get the same vertex.
 */
final class RectangleClip {
  private static final int MIN = TileWindow.MIN;
  private static final int MAX = TileWindow.MAX;

  private final PackedCoverage coverage;
  private final TileWindow window;
  private final RingBuilder builder = new RingBuilder();
  private final Chains chains = new Chains();

  /** The rectangle in world coordinates. */
  private final long west;

  private final long east;
  private final long north;
  private final long south;

  /** The crossing that was found last, in tile units. */
  private double crossX;

  private double crossY;

  /** Whether something met that only the thorough way can handle. */
  private boolean degenerate;

  RectangleClip(PackedCoverage coverage, TileWindow window) {
    this.coverage = coverage;
    this.window = window;
    west = (long) (window.left() + MIN) << window.shift();
    east = (long) (window.left() + MAX) << window.shift();
    north = (long) (window.top() + MIN) << window.shift();
    south = (long) (window.top() + MAX) << window.shift();
  }

  /** Whether an area lies inside the rectangle. */
  private boolean holds(int area) {
    var box = coverage.envelope(area);
    return box.getMinX() > west
        && box.getMaxX() < east
        && box.getMinY() > north
        && box.getMaxY() < south;
  }

  /**
   * The rings of an area inside the rectangle, on the grid, in no order; nothing if that needs the
   * thorough way.
   */
  Optional<List<GridRing>> clip(int area) {
    chains.clear();
    degenerate = false;
    var rings = new ArrayList<GridRing>();
    for (int ring = coverage.firstRing(area); ring < coverage.endRing(area); ring++) {
      int outside = firstOutside(ring);
      if (outside < 0) {
        whole(ring).ifPresent(rings::add);
      } else {
        cutRing(ring, outside);
      }
    }
    if (degenerate) {
      return Optional.empty();
    }
    return outline(area).map(outline -> joined(rings, outline));
  }

  private static List<GridRing> joined(List<GridRing> rings, List<GridRing> outline) {
    rings.addAll(outline);
    return rings;
  }

  /** A ring that lies inside the rectangle, on the grid; none if it has no surface there. */
  private Optional<GridRing> whole(int ring) {
    builder.clear();
    for (int i = coverage.firstVertex(ring); i < coverage.endVertex(ring); i++) {
      builder.add(gridX(i), gridY(i));
    }
    return builder.ring();
  }

  /** What bounds the area along the rectangle and across it. */
  private Optional<List<GridRing>> outline(int area) {
    if (chains.count() > 0) {
      return chains.link(builder);
    }
    boolean covered = !holds(area) && coversCorner(area);
    return Optional.of(covered ? List.of(rectangle()) : List.of());
  }

  private int firstOutside(int ring) {
    for (int i = coverage.firstVertex(ring); i < coverage.endVertex(ring); i++) {
      if (!isInside(i)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds the pieces of a ring, beginning with an edge that starts outside. */
  private void cutRing(int ring, int outside) {
    int first = coverage.firstVertex(ring);
    int end = coverage.endVertex(ring);
    int from = outside;
    boolean fromInside = false;
    do {
      int to = from + 1 == end ? first : from + 1;
      boolean toInside = isInside(to);
      if (toInside) {
        if (!fromInside) {
          enter(from, to);
        }
        chains.add(gridX(to), gridY(to));
      } else if (fromInside) {
        leave(from, to);
      } else if (!beyondOneSide(from, to)) {
        pass(from, to);
      }
      from = to;
      fromInside = toInside;
    } while (from != outside);
  }

  private void enter(int from, int to) {
    degenerate |= !findCrossing(from, to);
    chains.enter(crossX, crossY);
  }

  private void leave(int from, int to) {
    degenerate |= !findCrossing(to, from);
    chains.leave(crossX, crossY);
  }

  /** An edge with both ends outside, which may cross a corner of the rectangle. */
  private void pass(int from, int to) {
    if (findCrossing(from, to)) {
      double entryX = crossX;
      double entryY = crossY;
      if (findCrossing(to, from)) {
        chains.enter(entryX, entryY);
        chains.leave(crossX, crossY);
      }
    }
  }

  /** Finds where an edge crosses the rectangle next to its end outside. */
  private boolean findCrossing(int outside, int other) {
    double x = unitX(outside);
    double y = unitY(outside);
    if (x <= MIN || x >= MAX) {
      crossX = x <= MIN ? MIN : MAX;
      crossY = yAt(crossX, outside, other);
      if (crossY >= MIN && crossY <= MAX) {
        return true;
      }
    }
    if (y <= MIN || y >= MAX) {
      crossY = y <= MIN ? MIN : MAX;
      crossX = xAt(crossY, outside, other);
      return crossX >= MIN && crossX <= MAX;
    }
    return false;
  }

  private double yAt(double x, int a, int b) {
    boolean turned = coverage.worldX(a) > coverage.worldX(b);
    int low = turned ? b : a;
    int high = turned ? a : b;
    double slope = (unitY(high) - unitY(low)) / (unitX(high) - unitX(low));
    return unitY(low) + (x - unitX(low)) * slope;
  }

  private double xAt(double y, int a, int b) {
    boolean turned = coverage.worldY(a) > coverage.worldY(b);
    int low = turned ? b : a;
    int high = turned ? a : b;
    double slope = (unitX(high) - unitX(low)) / (unitY(high) - unitY(low));
    return unitX(low) + (y - unitY(low)) * slope;
  }

  private boolean isInside(int vertex) {
    int x = coverage.worldX(vertex);
    int y = coverage.worldY(vertex);
    return x > west && x < east && y > north && y < south;
  }

  /** Whether both ends lie beyond the same side, so that the edge cannot cross. */
  private boolean beyondOneSide(int a, int b) {
    int ax = coverage.worldX(a);
    int bx = coverage.worldX(b);
    int ay = coverage.worldY(a);
    int by = coverage.worldY(b);
    return (ax <= west && bx <= west)
        || (ax >= east && bx >= east)
        || (ay <= north && by <= north)
        || (ay >= south && by >= south);
  }

  /** Whether an area that does not cross the rectangle covers it. */
  private boolean coversCorner(int area) {
    boolean covers = false;
    for (int ring = coverage.firstRing(area); ring < coverage.endRing(area); ring++) {
      int previous = coverage.endVertex(ring) - 1;
      for (int i = coverage.firstVertex(ring); i < coverage.endVertex(ring); i++) {
        covers ^= crossesRay(previous, i);
        previous = i;
      }
    }
    return covers;
  }

  /** Whether an edge crosses the ray from the first corner of the rectangle to the east. */
  private boolean crossesRay(int a, int b) {
    boolean across = (coverage.worldY(a) > north) != (coverage.worldY(b) > north);
    return across && xAt(MIN, a, b) > MIN;
  }

  private static GridRing rectangle() {
    var xs = new int[4];
    var ys = new int[4];
    for (int corner = 0; corner < 4; corner++) {
      xs[corner] = Chains.cornerX(corner);
      ys[corner] = Chains.cornerY(corner);
    }
    return new GridRing(xs, ys, 4);
  }

  private int gridX(int vertex) {
    return window.gridX(coverage.worldX(vertex));
  }

  private int gridY(int vertex) {
    return window.gridY(coverage.worldY(vertex));
  }

  private double unitX(int vertex) {
    return window.unitX(coverage.worldX(vertex));
  }

  private double unitY(int vertex) {
    return window.unitY(coverage.worldY(vertex));
  }
}
