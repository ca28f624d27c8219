package org.sozialradar.ingest.feature;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** Builds and checks points and lines from what a file holds. Stateless. */
public final class PointsAndLines {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private PointsAndLines() {}

  /**
   * A point, or several.
   *
   * @param xy east and north of the points in turn
   * @param count number of points
   */
  public static Geometry points(double[] xy, int count) throws BadGeometryException {
    if (count == 0) {
      throw new BadGeometryException(GeometryIssues.EMPTY, "");
    }
    var vertices = vertices(xy, count);
    return count == 1
        ? FACTORY.createPoint(vertices.getCoordinate(0))
        : FACTORY.createMultiPoint(vertices);
  }

  /** A line. */
  public static LineString line(double[] xy, int count) throws BadGeometryException {
    var vertices = vertices(xy, count);
    for (int i = 1; i < count; i++) {
      if (xy[2 * i] != xy[0] || xy[2 * i + 1] != xy[1]) {
        return FACTORY.createLineString(vertices);
      }
    }
    throw new BadGeometryException(GeometryIssues.LINE_TOO_SHORT, Integer.toString(count));
  }

  /** The line itself, or several. */
  public static Geometry lines(List<LineString> lines) throws BadGeometryException {
    if (lines.isEmpty()) {
      throw new BadGeometryException(GeometryIssues.EMPTY, "");
    }
    return lines.size() == 1
        ? lines.get(0)
        : FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
  }

  /** A geometry of any wanted kind that a library has read. */
  public static Geometry checked(Geometry geometry, WantedShapes wanted)
      throws BadGeometryException {
    boolean other = geometry instanceof Puntal || geometry instanceof Lineal;
    if (!other || wanted == WantedShapes.POLYGONS) {
      return Polygons.checked(geometry);
    }
    var parts = new ArrayList<Geometry>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (!geometry.getGeometryN(i).isEmpty()) {
        parts.add(geometry.getGeometryN(i));
      }
    }
    return geometry instanceof Puntal ? checkedPoints(parts) : checkedLines(parts);
  }

  private static Geometry checkedPoints(List<Geometry> parts) throws BadGeometryException {
    var all = new GeometryCollection(parts.toArray(Geometry[]::new), FACTORY);
    var line = new CoordinateArraySequence(all.getCoordinates());
    return points(xy(line), line.size());
  }

  private static Geometry checkedLines(List<Geometry> parts) throws BadGeometryException {
    var lines = new ArrayList<LineString>();
    for (var part : parts) {
      var line = ((LineString) part).getCoordinateSequence();
      lines.add(line(xy(line), line.size()));
    }
    return lines(lines);
  }

  private static double[] xy(CoordinateSequence line) {
    var xy = new double[2 * line.size()];
    for (int i = 0; i < line.size(); i++) {
      xy[2 * i] = line.getX(i);
      xy[2 * i + 1] = line.getY(i);
    }
    return xy;
  }

  private static CoordinateSequence vertices(double[] xy, int count) throws BadGeometryException {
    Polygons.requireFinite(xy, count);
    var vertices = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      vertices[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return new CoordinateArraySequence(vertices, 2);
  }
}
