package org.sozialradar.ingest.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** Builds and checks polygons from what a file holds. Stateless; safe for use by many threads. */
public final class Polygons {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int MIN_DISTINCT = 3;

  private Polygons() {}

  /**
   * A ring, closed if the file left it open.
   *
   * @param xy east and north of the vertices in turn
   * @param count number of vertices
   */
  public static LinearRing ring(double[] xy, int count) throws BadGeometryException {
    requireFinite(xy, count);
    if (count == 0) {
      throw new BadGeometryException(GeometryIssues.TOO_FEW_POINTS, "0");
    }
    boolean open = xy[0] != xy[2 * count - 2] || xy[1] != xy[2 * count - 1];
    var vertices = new Coordinate[open ? count + 1 : count];
    for (int i = 0; i < count; i++) {
      vertices[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    if (open) {
      vertices[count] = vertices[0].copy();
    }
    var line = new CoordinateArraySequence(vertices, 2);
    requireDistinct(line);
    return FACTORY.createLinearRing(line);
  }

  static void requireFinite(double[] xy, int count) throws BadGeometryException {
    for (int i = 0; i < 2 * count; i += 2) {
      if (!Double.isFinite(xy[i]) || !Double.isFinite(xy[i + 1])) {
        throw new BadGeometryException(GeometryIssues.NOT_FINITE, xy[i] + " " + xy[i + 1]);
      }
    }
  }

  private static void requireDistinct(CoordinateSequence ring) throws BadGeometryException {
    int distinct = 0;
    var seen = new Coordinate[MIN_DISTINCT];
    for (int i = 0; i < ring.size() && distinct < MIN_DISTINCT; i++) {
      var vertex = ring.getCoordinate(i);
      if (Arrays.stream(seen, 0, distinct).noneMatch(vertex::equals2D)) {
        seen[distinct++] = vertex;
      }
    }
    if (distinct < MIN_DISTINCT) {
      throw new BadGeometryException(GeometryIssues.TOO_FEW_POINTS, Integer.toString(distinct));
    }
  }

  /** A polygon of a shell and holes. */
  public static Polygon polygon(List<LinearRing> rings) {
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  /** The polygon itself, or a multipolygon of several. */
  public static Geometry joined(List<Polygon> polygons) throws BadGeometryException {
    if (polygons.isEmpty()) {
      throw new BadGeometryException(GeometryIssues.EMPTY, "");
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** A geometry that a library has read, checked as {@link #ring} checks. */
  public static Geometry checked(Geometry geometry) throws BadGeometryException {
    if (!(geometry instanceof Polygon || geometry instanceof MultiPolygon)) {
      throw new BadGeometryException(GeometryIssues.WRONG_TYPE, geometry.getGeometryType());
    }
    var polygons = new ArrayList<Polygon>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      var part = (Polygon) geometry.getGeometryN(i);
      if (!part.isEmpty()) {
        polygons.add(checkedPolygon(part));
      }
    }
    return joined(polygons);
  }

  private static Polygon checkedPolygon(Polygon part) throws BadGeometryException {
    var rings = new ArrayList<LinearRing>();
    rings.add(checkedRing(part.getExteriorRing()));
    for (int i = 0; i < part.getNumInteriorRing(); i++) {
      rings.add(checkedRing(part.getInteriorRingN(i)));
    }
    return polygon(rings);
  }

  private static LinearRing checkedRing(LinearRing ring) throws BadGeometryException {
    var line = ring.getCoordinateSequence();
    var xy = new double[2 * line.size()];
    for (int i = 0; i < line.size(); i++) {
      xy[2 * i] = line.getX(i);
      xy[2 * i + 1] = line.getY(i);
    }
    return ring(xy, line.size());
  }
}
