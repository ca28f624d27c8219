package org.sozialradar.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * A piece of the plane between borders.
 *
 * @param polygon its shape in EPSG:4326
 * @param place a place within it
 * @param covering indexes of the areas that cover the place
 */
record CoverageFace(Polygon polygon, Coordinate place, List<Integer> covering) {
  private static final GeometryFactory LON_LAT = new GeometryFactory();
  private static final double METRES_PER_DEGREE = 111_320;

  /** The faces into which segments divide the plane, without the outside. */
  static List<CoverageFace> between(
      List<SharedBorders.Segment> segments, IndexedAreas areas, PrecisionModel grid) {
    var polygonizer = new Polygonizer();
    polygonizer.add(noded(segments, grid));
    var faces = new ArrayList<CoverageFace>();
    for (Object polygon : polygonizer.getPolygons()) {
      var face = (Polygon) polygon;
      var place = face.getInteriorPoint().getCoordinate();
      faces.add(new CoverageFace(face, place, areas.covering(place)));
    }
    return faces;
  }

  private static Geometry noded(List<SharedBorders.Segment> segments, PrecisionModel grid) {
    var lines =
        LON_LAT.createMultiLineString(
            segments.stream().map(CoverageFace::line).toArray(LineString[]::new));
    return grid.isFloating()
        ? OverlayNGRobust.union(lines)
        : OverlayNG.overlay(lines, LON_LAT.createLineString(), OverlayNG.UNION, grid);
  }

  /** The flaw that the face is, if it is one. */
  Optional<CoverageFlaw> flaw(IndexedAreas areas) {
    if (covering.size() == 1) {
      return Optional.empty();
    }
    boolean gap = covering.isEmpty();
    var concerned = gap ? around(areas) : overlapping(areas);
    return Optional.of(
        new CoverageFlaw(
            gap ? CoverageFlaw.Kind.GAP : CoverageFlaw.Kind.OVERLAP,
            concerned.stream().map(areas::code).toList(),
            place.x,
            place.y,
            SurfaceArea.squareKilometres(polygon) * 1e6,
            widthMetres()));
  }

  /** Mean width on the ground of what is longer than wide: twice the surface by the perimeter. */
  double widthMetres() {
    var local = inMetres();
    return 2 * local.getArea() / local.getLength();
  }

  /** Whether it holds no circle of a diameter in metres on the ground. */
  boolean isNarrowerThan(double metres) {
    var local = inMetres();
    if (2 * local.getArea() / local.getLength() >= metres) {
      return false;
    }
    if (Math.sqrt(4 * local.getArea() / Math.PI) < metres) {
      return true;
    }
    return 2 * MaximumInscribedCircle.getRadiusLine(local, metres / 50).getLength() < metres;
  }

  /** Its shape in metres around its place; good to a thousandth for some kilometres. */
  private Geometry inMetres() {
    double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(place.y));
    return AffineTransformation.translationInstance(-place.x, -place.y)
        .scale(east, METRES_PER_DEGREE)
        .transform(polygon);
  }

  private List<Integer> around(IndexedAreas areas) {
    var box = polygon.getEnvelopeInternal();
    box.expandBy(CoverageCheck.SAME_PLACE);
    return areas.near(box).stream()
        .filter(area -> areas.geometry(area).isWithinDistance(polygon, CoverageCheck.SAME_PLACE))
        .toList();
  }

  private List<Integer> overlapping(IndexedAreas areas) {
    return areas.near(polygon.getEnvelopeInternal()).stream()
        .filter(area -> covering.contains(area) || overlaps(areas.geometry(area)))
        .toList();
  }

  private boolean overlaps(Geometry area) {
    return OverlayNGRobust.overlay(area, polygon, OverlayNG.INTERSECTION).getArea() > 0;
  }

  private static LineString line(SharedBorders.Segment segment) {
    return LON_LAT.createLineString(
        new Coordinate[] {
          new Coordinate(segment.x0(), segment.y0()), new Coordinate(segment.x1(), segment.y1())
        });
  }
}
