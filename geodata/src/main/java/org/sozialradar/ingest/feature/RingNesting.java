package org.sozialradar.ingest.feature;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Tells shells from holes by how deep a ring lies in others: at even depth it is a shell, at odd
 * depth a hole of the ring around it. Formats that tell them by their direction are often written
 * with the wrong one.
 */
final class RingNesting {
  private static final int MAX_RINGS = 20_000;

  private final List<LinearRing> rings;
  private final STRtree index = new STRtree();

  private RingNesting(List<LinearRing> rings) {
    this.rings = rings;
    for (int i = 0; i < rings.size(); i++) {
      index.insert(rings.get(i).getEnvelopeInternal(), i);
    }
  }

  /** The polygons that the rings bound. */
  static List<Polygon> polygons(List<LinearRing> rings) throws BadGeometryException {
    if (rings.size() > MAX_RINGS) {
      throw new BadGeometryException(GeometryIssues.UNREADABLE, rings.size() + " rings");
    }
    return rings.size() == 1 ? List.of(Polygons.polygon(rings)) : new RingNesting(rings).polygons();
  }

  private List<Polygon> polygons() {
    var around = new ArrayList<List<Integer>>();
    for (int i = 0; i < rings.size(); i++) {
      around.add(around(i));
    }
    var polygons = new ArrayList<Polygon>();
    for (int i = 0; i < rings.size(); i++) {
      if (around.get(i).size() % 2 == 0) {
        polygons.add(Polygons.polygon(withHoles(i, around)));
      }
    }
    return polygons;
  }

  private List<LinearRing> withHoles(int shell, List<List<Integer>> around) {
    var parts = new ArrayList<LinearRing>();
    parts.add(rings.get(shell));
    int depth = around.get(shell).size() + 1;
    for (int i = 0; i < rings.size(); i++) {
      if (around.get(i).size() == depth && around.get(i).contains(shell)) {
        parts.add(rings.get(i));
      }
    }
    return parts;
  }

  /** The rings that the given one lies in. */
  private List<Integer> around(int inner) {
    var result = new ArrayList<Integer>();
    for (Object candidate : index.query(rings.get(inner).getEnvelopeInternal())) {
      int outer = (Integer) candidate;
      if (outer != inner && isIn(rings.get(inner), rings.get(outer))) {
        result.add(outer);
      }
    }
    return result;
  }

  /** Vertices on the other ring do not tell, since rings may touch. */
  private static boolean isIn(LinearRing inner, LinearRing outer) {
    if (!outer.getEnvelopeInternal().covers(inner.getEnvelopeInternal())) {
      return false;
    }
    for (var vertex : inner.getCoordinates()) {
      int location = PointLocation.locateInRing(vertex, outer.getCoordinates());
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return false;
  }
}
