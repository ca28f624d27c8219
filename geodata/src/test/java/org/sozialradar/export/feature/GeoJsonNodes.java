package org.sozialradar.export.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries of GeoJSON as GDAL writes them. */
final class GeoJsonNodes {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private GeoJsonNodes() {}

  static Geometry geometry(JsonNode node) {
    var coordinates = node.get("coordinates");
    return switch (node.get("type").asText()) {
      case "Point" -> point(coordinates);
      case "MultiPoint" ->
          GEOMETRY.createMultiPoint(parts(coordinates, GeoJsonNodes::point).toArray(Point[]::new));
      case "LineString" -> line(coordinates);
      case "MultiLineString" -> {
        var lines = parts(coordinates, GeoJsonNodes::line);
        yield lines.size() == 1
            ? lines.get(0)
            : GEOMETRY.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> {
        var polygons = parts(coordinates, GeoJsonNodes::polygon);
        yield polygons.size() == 1
            ? polygons.get(0)
            : GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default -> throw new AssertionError(node);
    };
  }

  private static <T> List<T> parts(JsonNode nodes, Function<JsonNode, T> part) {
    var parts = new ArrayList<T>();
    nodes.forEach(node -> parts.add(part.apply(node)));
    return parts;
  }

  private static Coordinate position(JsonNode node) {
    return new Coordinate(node.get(0).asDouble(), node.get(1).asDouble());
  }

  private static Coordinate[] positions(JsonNode nodes) {
    return parts(nodes, GeoJsonNodes::position).toArray(Coordinate[]::new);
  }

  private static Point point(JsonNode node) {
    return GEOMETRY.createPoint(position(node));
  }

  private static LineString line(JsonNode nodes) {
    return GEOMETRY.createLineString(positions(nodes));
  }

  private static Polygon polygon(JsonNode rings) {
    var all = parts(rings, ring -> GEOMETRY.createLinearRing(positions(ring)));
    return GEOMETRY.createPolygon(
        all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }
}
