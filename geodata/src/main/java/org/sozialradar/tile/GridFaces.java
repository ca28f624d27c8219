package org.sozialradar.tile;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Rounds an area to a grid without relying on the topology of its rounded rings, for the few whose
 * rings collapse in such a way that an overlay cannot tell inside from outside. Stateless.
 *
 * <p>Method: the borders are snap-rounded as mere lines; the faces between them whose middle lies
 * in the area are put together. Valid always; where many spikes meet, a thin face may be lost or
 * filled, and the result deviate by more than a unit.
 */
final class GridFaces {
  /** How exactly the middle of a face is found, in units of the grid. */
  private static final double MIDDLE = 0.1;

  private GridFaces() {}

  /** The part of an area within a rectangle, on the grid; valid, or empty. */
  static Geometry intersection(Geometry area, Geometry rectangle, PrecisionModel grid) {
    var clipped = surface(OverlayNGRobust.overlay(area, rectangle, OverlayNG.INTERSECTION));
    var locator = new IndexedPointInAreaLocator(clipped);
    var inside =
        faces(UnaryUnionNG.union(clipped.getBoundary(), grid)).stream()
            .filter(face -> locator.locate(middle(face)) != Location.EXTERIOR)
            .toArray(Polygon[]::new);
    return OverlayNGRobust.union(area.getFactory().createMultiPolygon(inside));
  }

  private static List<Polygon> faces(Geometry lines) {
    var polygonizer = new Polygonizer();
    polygonizer.add(lines);
    return polygons(polygonizer.getPolygons());
  }

  /** Without the lines and points where area and rectangle only touch. */
  private static Geometry surface(Geometry geometry) {
    var polygons = polygons(PolygonExtracter.getPolygons(geometry));
    return geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static List<Polygon> polygons(Collection<?> geometries) {
    return geometries.stream().map(Polygon.class::cast).toList();
  }

  private static Coordinate middle(Polygon face) {
    return MaximumInscribedCircle.getCenter(face, MIDDLE).getCoordinate();
  }
}
