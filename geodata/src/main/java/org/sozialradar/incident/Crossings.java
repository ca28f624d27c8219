package org.sozialradar.incident;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/**
 * Counts how often edges cross, before they are joined: few corners can cross each other a hundred
 * million times, and joining costs by the crossing. Stops counting when it is too often.
 */
final class Crossings implements SegmentIntersector {
  /** Most places where edges cross. */
  static final int MOST = 200_000;

  /** Most pairs of edges that are near enough to be looked at. */
  static final int MOST_PAIRS = 2_000_000;

  private final LineIntersector intersector = new RobustLineIntersector();
  private int pairs;
  private int crossings;

  private Crossings() {}

  /**
   * Refuses edges that cross too often.
   *
   * @throws InvalidIncidentException {@code too-complex}
   */
  static void requireFew(List<Geometry> parts) {
    requireFewOf(
        parts.stream()
            .flatMap(
                part -> ((List<?>) SegmentStringUtil.extractBasicSegmentStrings(part)).stream())
            .map(SegmentString.class::cast)
            .toList());
  }

  /** As {@link #requireFew(List)}, of lines that are not yet a geometry. */
  static void requireFewOf(List<SegmentString> lines) {
    var counter = new Crossings();
    new MCIndexNoder(counter).computeNodes(lines);
    if (counter.isDone()) {
      throw tooComplex("edges cross or meet more than " + MOST + " times");
    }
  }

  static InvalidIncidentException tooComplex(String what) {
    return new InvalidIncidentException("too-complex", what, Map.of());
  }

  /** Counts a pair; that neighbours on a line have a corner in common is no crossing. */
  @Override
  public void processIntersections(SegmentString a, int i, SegmentString b, int k) {
    pairs++;
    if (isDone()) {
      return;
    }
    intersector.computeIntersection(
        a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(k), b.getCoordinate(k + 1));
    if (intersector.hasIntersection() && intersector.isInteriorIntersection()) {
      crossings++;
    }
  }

  @Override
  public boolean isDone() {
    return crossings > MOST || pairs > MOST_PAIRS;
  }
}
