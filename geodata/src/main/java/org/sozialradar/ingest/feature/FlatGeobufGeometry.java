package org.sozialradar.ingest.feature;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Geometry of FlatGeobuf. The library's own conversion accepts rings that are none. */
final class FlatGeobufGeometry {
  private FlatGeobufGeometry() {}

  /**
   * Reads a geometry.
   *
   * @param geometry of the feature; null in the file's terms means that there is none
   * @param fileType type that the header names for all features, or unknown
   */
  static org.locationtech.jts.geom.Geometry of(
      Geometry geometry, int fileType, FeatureBudget budget, WantedShapes wanted)
      throws BadGeometryException {
    if (geometry == null) {
      throw new BadGeometryException(GeometryIssues.MISSING, "");
    }
    int type = fileType == GeometryType.Unknown ? geometry.type() : fileType;
    return switch (type) {
      case GeometryType.Polygon -> Polygons.joined(polygon(geometry, budget));
      case GeometryType.MultiPolygon -> Polygons.joined(polygons(geometry, budget));
      default -> pointsOrLines(geometry, type, budget, wanted);
    };
  }

  private static org.locationtech.jts.geom.Geometry pointsOrLines(
      Geometry geometry, int type, FeatureBudget budget, WantedShapes wanted)
      throws BadGeometryException {
    wanted.requireAll(nameOf(type));
    int points = geometry.xyLength() / 2;
    budget.addVertices(points);
    return switch (type) {
      case GeometryType.Point, GeometryType.MultiPoint ->
          PointsAndLines.points(xy(geometry, 0, points), points);
      case GeometryType.LineString, GeometryType.MultiLineString -> lines(geometry, points);
      default -> throw new BadGeometryException(GeometryIssues.WRONG_TYPE, nameOf(type));
    };
  }

  private static org.locationtech.jts.geom.Geometry lines(Geometry geometry, int points)
      throws BadGeometryException {
    var lines = new ArrayList<LineString>();
    int start = 0;
    for (int i = 0; i < Math.max(1, geometry.endsLength()); i++) {
      int end = geometry.endsLength() == 0 ? points : (int) geometry.ends(i);
      if (end < start || end > points) {
        throw new BadGeometryException(GeometryIssues.UNREADABLE, "line " + i);
      }
      lines.add(PointsAndLines.line(xy(geometry, start, end), end - start));
      start = end;
    }
    return PointsAndLines.lines(lines);
  }

  private static String nameOf(int type) {
    boolean known = type >= 0 && type < GeometryType.names.length;
    return known ? GeometryType.names[type] : "type " + type;
  }

  private static List<Polygon> polygons(Geometry geometry, FeatureBudget budget)
      throws BadGeometryException {
    var polygons = new ArrayList<Polygon>();
    for (int i = 0; i < geometry.partsLength(); i++) {
      polygons.addAll(polygon(geometry.parts(i), budget));
    }
    return polygons;
  }

  /** One polygon, or none if it has no points. */
  private static List<Polygon> polygon(Geometry geometry, FeatureBudget budget)
      throws BadGeometryException {
    int points = geometry.xyLength() / 2;
    budget.addVertices(points);
    if (points == 0) {
      return List.of();
    }
    var rings = new ArrayList<LinearRing>();
    int start = 0;
    for (int i = 0; i < Math.max(1, geometry.endsLength()); i++) {
      int end = geometry.endsLength() == 0 ? points : (int) geometry.ends(i);
      if (end < start || end > points) {
        throw new BadGeometryException(GeometryIssues.UNREADABLE, "ring " + i);
      }
      rings.add(ring(geometry, start, end));
      start = end;
    }
    return List.of(Polygons.polygon(rings));
  }

  private static LinearRing ring(Geometry geometry, int start, int end)
      throws BadGeometryException {
    return Polygons.ring(xy(geometry, start, end), end - start);
  }

  private static double[] xy(Geometry geometry, int start, int end) {
    var xy = new double[2 * (end - start)];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = geometry.xy(2 * start + i);
    }
    return xy;
  }
}
