package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * The thorough way of an area onto the grid of a tile, for those that simple rounding would make
 * invalid: clips it to the tile and its buffer and snap-rounds it (JTS {@link OverlayNG} with a
 * fixed precision of one unit). The result is valid, and no edge lies further than 0.71 units from
 * where it was. Where rings collapse so that the overlay fails, {@link GridFaces} rounds instead.
 */
final class GridRepair {
  private static final GeometryFactory UNITS = new GeometryFactory();
  private static final PrecisionModel GRID = new PrecisionModel(1);
  private static final Geometry CLIP =
      UNITS.toGeometry(
          new Envelope(TileWindow.MIN, TileWindow.MAX, TileWindow.MIN, TileWindow.MAX));

  private GridRepair() {}

  /** The polygons of an area on the grid of a tile, each exterior ring before its holes. */
  static List<GridRing> cut(PackedCoverage coverage, int area, TileWindow window) {
    return rings(intersection(valid(polygons(coverage, area, window))));
  }

  /**
   * The same of polygons that belong to no coverage.
   *
   * @param polygons in units of the tile
   */
  static List<GridRing> cut(Geometry polygons) {
    return rings(intersection(polygons));
  }

  private static Geometry intersection(Geometry polygons) {
    var overlay = new OverlayNG(polygons, CLIP, GRID, OverlayNG.INTERSECTION);
    overlay.setStrictMode(true);
    try {
      return overlay.getResult();
    } catch (TopologyException collapsed) {
      return GridFaces.intersection(polygons, CLIP, GRID);
    }
  }

  /** World coordinates are rounded to 1.9 cm, which can break a polygon that was valid. */
  private static Geometry valid(Geometry polygons) {
    return polygons.isValid() ? polygons : GeometryFixer.fix(polygons);
  }

  private static Geometry polygons(PackedCoverage coverage, int area, TileWindow window) {
    var polygons = new ArrayList<Polygon>();
    int ring = coverage.firstRing(area);
    while (ring < coverage.endRing(area)) {
      var shell = ring(coverage, ring++, window);
      var holes = new ArrayList<LinearRing>();
      while (ring < coverage.endRing(area) && coverage.isHole(ring)) {
        holes.add(ring(coverage, ring++, window));
      }
      polygons.add(UNITS.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }
    return UNITS.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static LinearRing ring(PackedCoverage coverage, int ring, TileWindow window) {
    int first = coverage.firstVertex(ring);
    int count = coverage.endVertex(ring) - first;
    var vertices = new Coordinate[count + 1];
    for (int i = 0; i < count; i++) {
      vertices[i] =
          new Coordinate(
              window.unitX(coverage.worldX(first + i)), window.unitY(coverage.worldY(first + i)));
    }
    vertices[count] = vertices[0].copy();
    return UNITS.createLinearRing(vertices);
  }

  private static List<GridRing> rings(Geometry polygons) {
    var rings = new ArrayList<GridRing>();
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      if (polygons.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        rings.add(oriented(polygon.getExteriorRing(), true));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(oriented(polygon.getInteriorRingN(hole), false));
        }
      }
    }
    return rings;
  }

  private static GridRing oriented(LinearRing line, boolean exterior) {
    int size = line.getNumPoints() - 1;
    var xs = new int[size];
    var ys = new int[size];
    for (int i = 0; i < size; i++) {
      xs[i] = (int) Math.round(line.getCoordinateSequence().getX(i));
      ys[i] = (int) Math.round(line.getCoordinateSequence().getY(i));
    }
    var ring = new GridRing(xs, ys, size);
    return ring.doubledArea() > 0 == exterior ? ring : ring.reversed();
  }
}
