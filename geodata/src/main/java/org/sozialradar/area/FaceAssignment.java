package org.sozialradar.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Divides the land of a few areas into faces between their noded borders and gives each face to one
 * area. For one thread.
 */
final class FaceAssignment {
  private final IndexedAreas areas;
  private final IndexedAreas surroundings;
  private final double gapWidthMetres;
  private final List<CoverageFace> faces;

  /** Index of the owning area by face; -1 for land that no area owns. */
  private final int[] owners;

  private FaceAssignment(
      SortedMap<AreaCode, Geometry> part,
      IndexedAreas surroundings,
      double gapWidthMetres,
      PrecisionModel grid) {
    areas = new IndexedAreas(part);
    this.surroundings = surroundings;
    this.gapWidthMetres = gapWidthMetres;
    faces = CoverageFace.between(segments(), areas, grid);
    owners = new int[faces.size()];
  }

  /**
   * Mends areas that flaws connect.
   *
   * @param part the areas, EPSG:4326
   * @param surroundings all areas of the coverage
   * @param grid that new vertices lie on
   * @return the areas without flaws between them; empty if one of them would lose all its land, or
   *     if nothing had to change
   */
  static Map<AreaCode, Geometry> mend(
      SortedMap<AreaCode, Geometry> part,
      IndexedAreas surroundings,
      double gapWidthMetres,
      PrecisionModel grid) {
    var assignment = new FaceAssignment(part, surroundings, gapWidthMetres, grid);
    assignment.assignClaimed();
    assignment.assignGaps();
    return assignment.rebuilt();
  }

  private void assignClaimed() {
    for (int face = 0; face < owners.length; face++) {
      owners[face] =
          faces.get(face).covering().stream()
              .min(Comparator.comparingDouble(area -> areas.geometry(area).getArea()))
              .orElse(-1);
    }
  }

  private void assignGaps() {
    var bordering = facesBySegment();
    for (int face = 0; face < owners.length; face++) {
      if (owners[face] < 0 && isNarrowGap(faces.get(face))) {
        owners[face] = longestNeighbour(face, bordering);
      }
    }
  }

  private boolean isNarrowGap(CoverageFace face) {
    return surroundings.covering(face.place()).isEmpty() && face.isNarrowerThan(gapWidthMetres);
  }

  private int longestNeighbour(int face, Map<LineSegment, List<Integer>> bordering) {
    var lengths = new TreeMap<Integer, Double>();
    for (var segment : segmentsOf(faces.get(face).polygon())) {
      for (int neighbour : bordering.get(segment)) {
        if (neighbour != face && !faces.get(neighbour).covering().isEmpty()) {
          lengths.merge(owners[neighbour], segment.getLength(), Double::sum);
        }
      }
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(-1);
  }

  private Map<LineSegment, List<Integer>> facesBySegment() {
    var bordering = new HashMap<LineSegment, List<Integer>>();
    for (int face = 0; face < owners.length; face++) {
      for (var segment : segmentsOf(faces.get(face).polygon())) {
        bordering.computeIfAbsent(segment, key -> new ArrayList<>(2)).add(face);
      }
    }
    return bordering;
  }

  private Map<AreaCode, Geometry> rebuilt() {
    var result = new TreeMap<AreaCode, Geometry>();
    boolean changed = false;
    for (int area = 0; area < areas.geometries().size(); area++) {
      var polygons = new ArrayList<Polygon>();
      for (int face = 0; face < owners.length; face++) {
        if (owners[face] == area) {
          polygons.add(faces.get(face).polygon());
        }
      }
      if (polygons.isEmpty()) {
        return Map.of();
      }
      var union = CoverageUnion.union(polygons.toArray(Geometry[]::new));
      changed |= !union.norm().equalsExact(areas.geometry(area).norm());
      result.put(areas.code(area), union);
    }
    return changed ? result : Map.of();
  }

  private List<SharedBorders.Segment> segments() {
    var segments = new ArrayList<SharedBorders.Segment>();
    for (int area = 0; area < areas.geometries().size(); area++) {
      for (var s : segmentsOf(areas.geometry(area))) {
        segments.add(new SharedBorders.Segment(area, s.p0.x, s.p0.y, s.p1.x, s.p1.y));
      }
    }
    return segments;
  }

  private static List<LineSegment> segmentsOf(Geometry polygons) {
    var segments = new ArrayList<LineSegment>();
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      var polygon = (Polygon) polygons.getGeometryN(i);
      addSegments(polygon.getExteriorRing(), segments);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        addSegments(polygon.getInteriorRingN(hole), segments);
      }
    }
    return segments;
  }

  private static void addSegments(LinearRing ring, List<LineSegment> segments) {
    var vertices = ring.getCoordinates();
    for (int i = 1; i < vertices.length; i++) {
      var segment = new LineSegment(vertices[i - 1], vertices[i]);
      segment.normalize();
      if (segment.getLength() > 0) {
        segments.add(segment);
      }
    }
  }
}
