package org.sozialradar.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds where the areas of a coverage do not fit together.
 *
 * <p>Method: all borders that two areas share vertex by vertex are sound (see {@link
 * SharedBorders}). The rest are outer borders or flaws; they divide the plane into faces, and a
 * face that no area or more than one area covers is a gap or an overlap. Of the faces that no area
 * covers those open to the outside are not gaps. Stateless and safe for use by many threads.
 */
public final class CoverageCheck {
  /**
   * Borders closer than this, in degrees, are taken to be the same: about a tenth of a millimetre.
   */
  static final double SAME_PLACE = 1e-9;

  /**
   * Borders that run together on less than this, in degrees, meet at a sharp angle: about ten
   * centimetres.
   */
  private static final double SHORTEST_BORDER = 1e-6;

  private CoverageCheck() {}

  /**
   * Checks a coverage.
   *
   * @param coverage valid polygons and multipolygons in EPSG:4326, longitude before latitude, by
   *     code; see {@link PolygonRepair}
   * @return all flaws: the overlaps, the gaps, the unmatched borders, each from large to small,
   *     then by place
   */
  public static List<CoverageFlaw> check(SortedMap<AreaCode, Geometry> coverage) {
    var areas = new IndexedAreas(coverage);
    var unmatched = new SharedBorders(areas.geometries()).unmatched();
    var flaws = new ArrayList<CoverageFlaw>();
    for (var face : CoverageFace.between(unmatched, areas, new PrecisionModel())) {
      face.flaw(areas).ifPresent(flaws::add);
    }
    flaws.addAll(unmatchedBorders(unmatched, areas, flaws));
    flaws.sort(
        Comparator.comparing(CoverageFlaw::kind)
            .thenComparing(Comparator.comparingDouble(CoverageFlaw::squareMetres).reversed())
            .thenComparingDouble(CoverageFlaw::longitude)
            .thenComparingDouble(CoverageFlaw::latitude));
    return List.copyOf(flaws);
  }

  /**
   * One flaw for each pair of areas that lie along each other without common vertices, unless a gap
   * or an overlap already names both.
   */
  private static List<CoverageFlaw> unmatchedBorders(
      List<SharedBorders.Segment> unmatched, IndexedAreas areas, List<CoverageFlaw> known) {
    var places = new TreeMap<List<Integer>, Coordinate>(Comparator.comparing(List::toString));
    var index = index(unmatched);
    for (var segment : unmatched) {
      for (Object hit : index.query(segment.envelope(SAME_PLACE))) {
        var other = (SharedBorders.Segment) hit;
        if (other.area() > segment.area()) {
          commonStretch(segment.line(), other.line())
              .ifPresent(
                  stretch ->
                      places.putIfAbsent(
                          List.of(segment.area(), other.area()), stretch.midPoint()));
        }
      }
    }
    var flaws = new ArrayList<CoverageFlaw>();
    places.forEach(
        (pair, place) -> {
          var codes = pair.stream().map(areas::code).toList();
          if (known.stream().noneMatch(flaw -> flaw.codes().containsAll(codes))) {
            flaws.add(new CoverageFlaw(CoverageFlaw.Kind.UNMATCHED, codes, place.x, place.y, 0, 0));
          }
        });
    return flaws;
  }

  private static STRtree index(List<SharedBorders.Segment> segments) {
    var index = new STRtree();
    segments.forEach(segment -> index.insert(segment.envelope(0), segment));
    return index;
  }

  /** The stretch on which two segments run together. */
  private static Optional<LineSegment> commonStretch(LineSegment a, LineSegment b) {
    return Optional.ofNullable(a.project(b))
        .filter(stretch -> stretch.getLength() >= SHORTEST_BORDER)
        .filter(stretch -> b.distance(stretch.p0) <= SAME_PLACE)
        .filter(stretch -> b.distance(stretch.p1) <= SAME_PLACE);
  }
}
