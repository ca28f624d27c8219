package org.sozialradar.tile;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.AreaCode;

/**
 * The polygons of one coverage level in columns: vertices as coordinates of {@link WorldGrid},
 * rings without the repeated last vertex, exterior rings with positive area by the surveyor's
 * formula (y down) and holes with negative. Vertices that were equal stay equal. Immutable after
 * construction.
 */
final class PackedCoverage {
  private final int[] xs;
  private final int[] ys;

  /** First vertex of each ring, and the end. */
  private final int[] ringStarts;

  private final boolean[] holes;

  /** First ring of each area, and the end. */
  private final int[] areaStarts;

  /** In world coordinates; null envelopes of areas without geometry. */
  private final Envelope[] envelopes;

  private final STRtree index = new STRtree();
  private int rings;
  private int vertices;

  /**
   * @param codes the areas in the order of their indexes
   * @param geometries polygons in EPSG:3857; an area may be absent
   */
  PackedCoverage(List<AreaCode> codes, Map<AreaCode, Geometry> geometries) {
    int ringCount = geometries.values().stream().mapToInt(PackedCoverage::countRings).sum();
    int vertexCount = geometries.values().stream().mapToInt(Geometry::getNumPoints).sum();
    xs = new int[vertexCount - ringCount];
    ys = new int[vertexCount - ringCount];
    ringStarts = new int[ringCount + 1];
    holes = new boolean[ringCount];
    areaStarts = new int[codes.size() + 1];
    envelopes = new Envelope[codes.size()];
    for (int area = 0; area < codes.size(); area++) {
      addArea(area, geometries.get(codes.get(area)));
    }
    index.build();
  }

  int areaCount() {
    return envelopes.length;
  }

  int firstRing(int area) {
    return areaStarts[area];
  }

  int endRing(int area) {
    return areaStarts[area + 1];
  }

  boolean isHole(int ring) {
    return holes[ring];
  }

  int firstVertex(int ring) {
    return ringStarts[ring];
  }

  int endVertex(int ring) {
    return ringStarts[ring + 1];
  }

  int worldX(int vertex) {
    return xs[vertex];
  }

  int worldY(int vertex) {
    return ys[vertex];
  }

  /** The rectangle of an area in world coordinates; not to be changed. */
  Envelope envelope(int area) {
    return envelopes[area];
  }

  /** Indexes of the areas whose rectangle touches one in world coordinates, in their order. */
  int[] query(Envelope world) {
    List<?> hits = index.query(world);
    return hits.stream().mapToInt(Integer.class::cast).sorted().toArray();
  }

  /** Surface of an area in square world steps. */
  double surface(int area) {
    double doubled = 0;
    for (int ring = firstRing(area); ring < endRing(area); ring++) {
      int previous = endVertex(ring) - 1;
      for (int i = firstVertex(ring); i < endVertex(ring); i++) {
        doubled += (double) xs[previous] * ys[i] - (double) xs[i] * ys[previous];
        previous = i;
      }
    }
    return doubled / 2;
  }

  /** Length of all rings of an area in world steps. */
  double length(int area) {
    double length = 0;
    for (int ring = firstRing(area); ring < endRing(area); ring++) {
      int previous = endVertex(ring) - 1;
      for (int i = firstVertex(ring); i < endVertex(ring); i++) {
        length += Math.hypot((double) xs[i] - xs[previous], (double) ys[i] - ys[previous]);
        previous = i;
      }
    }
    return length;
  }

  private void addArea(int area, Geometry geometry) {
    envelopes[area] = new Envelope();
    if (geometry != null && !geometry.isEmpty()) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        addPolygon(area, (Polygon) geometry.getGeometryN(i));
      }
      index.insert(envelopes[area], area);
    }
    areaStarts[area + 1] = rings;
  }

  private void addPolygon(int area, Polygon polygon) {
    addRing(area, polygon.getExteriorRing(), false);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      addRing(area, polygon.getInteriorRingN(i), true);
    }
  }

  private void addRing(int area, LinearRing ring, boolean hole) {
    var sequence = ring.getCoordinateSequence();
    int count = sequence.size() - 1;
    boolean forward = doubledArea(sequence) < 0 != hole;
    for (int i = 0; i < count; i++) {
      int from = forward ? i : count - 1 - i;
      xs[vertices] = WorldGrid.x(sequence.getX(from));
      ys[vertices] = WorldGrid.y(sequence.getY(from));
      envelopes[area].expandToInclude(xs[vertices], ys[vertices]);
      vertices++;
    }
    holes[rings++] = hole;
    ringStarts[rings] = vertices;
  }

  /**
   * Twice the area with y up: negative for rings that run clockwise on the map, whose area is
   * positive with y down.
   */
  private static double doubledArea(CoordinateSequence ring) {
    double sum = 0;
    double x0 = ring.getX(0);
    double y0 = ring.getY(0);
    for (int i = 1; i < ring.size(); i++) {
      sum +=
          (ring.getX(i - 1) - x0) * (ring.getY(i) - y0)
              - (ring.getX(i) - x0) * (ring.getY(i - 1) - y0);
    }
    return sum;
  }

  private static int countRings(Geometry geometry) {
    int count = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        count += 1 + polygon.getNumInteriorRing();
      }
    }
    return count;
  }
}
