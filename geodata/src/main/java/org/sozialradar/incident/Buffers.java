package org.sozialradar.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.buffer.BufferCurveSetBuilder;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What lies within a distance of points, lines and polygons in a plane.
 *
 * <p>Circles are joined neighbours first: whatever they are, their common border has few corners,
 * where all at once would cross each other by the square of their number. What is around lines and
 * polygons is refused if its edges cross too often.
 */
final class Buffers {
  /** Most circles that are joined. */
  static final int MOST_CIRCLES = 20_000;

  /** So many points are taken as they are; of more, one for each cell of the grid below. */
  private static final int FEW_POINTS = 1000;

  /** Cells per distance: points so near to each other have the same circle but for 3 %. */
  private static final int CELLS = 50;

  private static final int QUADRANT_SEGMENTS = 16;
  private static final BufferParameters ROUND = new BufferParameters(QUADRANT_SEGMENTS);

  private Buffers() {}

  /**
   * The surface within a distance.
   *
   * @param all in metres
   * @throws InvalidIncidentException {@code too-complex}
   */
  static Geometry around(Geometry all, double metres) {
    var points = new ArrayList<Point>();
    var others = new ArrayList<Geometry>();
    sort(all, points, others);
    if (others.isEmpty()) {
      return circles(points, metres);
    }
    var bands = bands(all.getFactory().buildGeometry(others), metres);
    if (points.isEmpty()) {
      return bands;
    }
    var both = List.of(circles(points, metres), bands);
    Crossings.requireFew(both);
    return OverlayNGRobust.union(both);
  }

  private static void sort(Geometry all, List<Point> points, List<Geometry> others) {
    for (int i = 0; i < all.getNumGeometries(); i++) {
      var part = all.getGeometryN(i);
      if (part instanceof GeometryCollection) {
        sort(part, points, others);
      } else if (part instanceof Point point) {
        addFilled(point, points);
      } else {
        addFilled(part, others);
      }
    }
  }

  private static <T extends Geometry> void addFilled(T part, List<T> parts) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  private static Geometry bands(Geometry all, double metres) {
    List<?> curves =
        new BufferCurveSetBuilder(all, metres, all.getPrecisionModel(), ROUND).getCurves();
    Crossings.requireFewOf(curves.stream().map(SegmentString.class::cast).toList());
    return BufferOp.bufferOp(all, metres, ROUND);
  }

  private static Geometry circles(List<Point> points, double metres) {
    var thinned = points.size() > FEW_POINTS ? thinned(points, metres / CELLS) : points;
    if (thinned.size() > MOST_CIRCLES) {
      throw Crossings.tooComplex(thinned.size() + " circles, at most " + MOST_CIRCLES);
    }
    return OverlayNGRobust.union(
        thinned.stream().map(one -> BufferOp.bufferOp(one, metres, ROUND)).toList());
  }

  /** The first point of each cell of a grid. */
  static List<Point> thinned(List<Point> points, double cell) {
    record Cell(long x, long y) {}
    var seen = new HashSet<Cell>();
    return points.stream()
        .filter(
            one ->
                seen.add(
                    new Cell(
                        (long) Math.floor(one.getX() / cell),
                        (long) Math.floor(one.getY() / cell))))
        .toList();
  }
}
