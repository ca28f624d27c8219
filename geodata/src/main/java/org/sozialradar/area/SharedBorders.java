package org.sozialradar.area;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells which border segments of a set of polygons are shared, in exact arithmetic: a segment is
 * matched when exactly one ring runs along it with its inside on the left and exactly one with its
 * inside on the right. All others are outer borders or flaws: every overlap and every gap of valid
 * polygons is bounded by unmatched segments.
 *
 * <p>An open hash table over columns, because a national coverage has two million segments.
 */
final class SharedBorders {
  /**
   * A segment with the inside of its area on the left.
   *
   * @param area index of the area
   */
  record Segment(int area, double x0, double y0, double x1, double y1) {
    LineSegment line() {
      return new LineSegment(x0, y0, x1, y1);
    }

    Envelope envelope(double margin) {
      var envelope = new Envelope(x0, x1, y0, y1);
      envelope.expandBy(margin);
      return envelope;
    }
  }

  private final double[] xs;
  private final double[] ys;

  /**
   * The first segment with the same ends, by segment (a segment has the index of its first vertex).
   */
  private final int[] twins;

  /** How often a segment and its twins run from the lesser end to the greater, by first twin. */
  private final byte[] ascending;

  private final byte[] descending;
  private final int[] slots;
  private final List<Segment> unmatched = new ArrayList<>();
  private int vertices;
  private int matchedPairs;

  SharedBorders(List<Geometry> areas) {
    int capacity = areas.stream().mapToInt(Geometry::getNumPoints).sum();
    xs = new double[capacity];
    ys = new double[capacity];
    twins = new int[capacity];
    ascending = new byte[capacity];
    descending = new byte[capacity];
    slots = new int[Integer.highestOneBit(Math.max(8, capacity)) * 4];
    areas.forEach(this::addArea);
    collect(areas);
  }

  /** The segments that are not shared by exactly two areas, in the order of the areas. */
  List<Segment> unmatched() {
    return unmatched;
  }

  /** The number of segments that two areas share. */
  int matchedPairs() {
    return matchedPairs;
  }

  private void addArea(Geometry area) {
    forEachRing(area, this::addRing);
  }

  private void addRing(LinearRing ring, boolean hole) {
    var sequence = ring.getCoordinateSequence();
    boolean forward = Orientation.isCCW(sequence) != hole;
    int last = sequence.size() - 1;
    int first = vertices;
    for (int i = 0; i <= last; i++) {
      int from = forward ? i : last - i;
      xs[vertices] = sequence.getX(from) + 0.0;
      ys[vertices++] = sequence.getY(from) + 0.0;
    }
    for (int segment = first; segment < vertices - 1; segment++) {
      if (!isPoint(segment)) {
        count(segment);
      }
    }
  }

  private void count(int segment) {
    int slot = slotOf(segment);
    if (slots[slot] == 0) {
      slots[slot] = segment + 1;
    }
    int twin = slots[slot] - 1;
    twins[segment] = twin;
    var counts = isAscending(segment) ? ascending : descending;
    counts[twin] = (byte) Math.min(2, counts[twin] + 1);
  }

  private int slotOf(int segment) {
    int mask = slots.length - 1;
    int slot = hash(segment) & mask;
    while (slots[slot] != 0 && !sameEnds(slots[slot] - 1, segment)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void collect(List<Geometry> areas) {
    int[] position = {0};
    for (int area = 0; area < areas.size(); area++) {
      int index = area;
      forEachRing(
          areas.get(area),
          (ring, hole) -> {
            int end = position[0] + ring.getNumPoints() - 1;
            for (int segment = position[0]; segment < end; segment++) {
              collect(index, segment);
            }
            position[0] = end + 1;
          });
    }
  }

  private void collect(int area, int segment) {
    int twin = twins[segment];
    if (isPoint(segment)) {
      return;
    }
    if (ascending[twin] == 1 && descending[twin] == 1) {
      matchedPairs += twin == segment ? 1 : 0;
    } else {
      unmatched.add(new Segment(area, xs[segment], ys[segment], xs[segment + 1], ys[segment + 1]));
    }
  }

  private boolean isPoint(int segment) {
    return xs[segment] == xs[segment + 1] && ys[segment] == ys[segment + 1];
  }

  private boolean isAscending(int segment) {
    return xs[segment] < xs[segment + 1]
        || (xs[segment] == xs[segment + 1] && ys[segment] < ys[segment + 1]);
  }

  private boolean sameEnds(int a, int b) {
    return (xs[a] == xs[b] && ys[a] == ys[b] && xs[a + 1] == xs[b + 1] && ys[a + 1] == ys[b + 1])
        || (xs[a] == xs[b + 1] && ys[a] == ys[b + 1] && xs[a + 1] == xs[b] && ys[a + 1] == ys[b]);
  }

  /** Equal for both directions. */
  private int hash(int segment) {
    long bits = hash(xs[segment], ys[segment]) + hash(xs[segment + 1], ys[segment + 1]);
    bits *= 0x9E3779B97F4A7C15L;
    return (int) (bits >>> 32);
  }

  private static long hash(double x, double y) {
    long bits = Double.doubleToLongBits(x) * 31 + Double.doubleToLongBits(y);
    bits ^= bits >>> 29;
    bits *= 0xBF58476D1CE4E5B9L;
    return bits ^ (bits >>> 32);
  }

  private interface RingVisitor {
    void visit(LinearRing ring, boolean hole);
  }

  private static void forEachRing(Geometry area, RingVisitor visitor) {
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        visitor.visit(polygon.getExteriorRing(), false);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          visitor.visit(polygon.getInteriorRingN(hole), true);
        }
      }
    }
  }
}
