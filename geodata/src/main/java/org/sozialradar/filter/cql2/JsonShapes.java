package org.sozialradar.filter.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads geometries as CQL2 JSON writes them: those of GeoJSON (RFC 7946).
 *
 * @param nodes where the geometry stands
 */
record JsonShapes(JsonNodes nodes) {
  Geometry geometry(JsonNode node) {
    var coordinates = node.path("coordinates");
    return switch (node.path("type").asText()) {
      case "Point" -> Shapes.point(position(coordinates));
      case "LineString" -> Shapes.line(positions(coordinates));
      case "Polygon" -> Shapes.polygon(rings(coordinates));
      case "MultiPoint" -> Shapes.multiple(each(coordinates, one -> Shapes.point(position(one))));
      case "MultiLineString" ->
          Shapes.multiple(each(coordinates, one -> Shapes.line(positions(one))));
      case "MultiPolygon" -> Shapes.multiple(each(coordinates, one -> Shapes.polygon(rings(one))));
      case "GeometryCollection" -> Shapes.collection(each(node.path("geometries"), this::inner));
      default ->
          throw nodes.expected("ein Ausdruck oder eine Geometrie", "an expression or geometry");
    };
  }

  private Geometry inner(JsonNode node) {
    if (node.path("type").asText().equals("GeometryCollection")) {
      throw nodes.expected("keine Sammlung in einer Sammlung", "no collection within a collection");
    }
    return geometry(node);
  }

  List<Double> numbers(JsonNode array) {
    return each(array, this::number);
  }

  private double number(JsonNode number) {
    if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
      throw nodes.expected("eine Zahl", "a number");
    }
    return number.doubleValue();
  }

  /** The first two numbers; a third, the height, plays no part in the plane. */
  private Coordinate position(JsonNode array) {
    var numbers = numbers(array);
    if (numbers.size() != 2 && numbers.size() != 3) {
      throw nodes.expected(
          "ein Ort mit zwei oder drei Zahlen", "a position of two or three numbers");
    }
    return new Coordinate(numbers.get(0), numbers.get(1));
  }

  private List<Coordinate> positions(JsonNode array) {
    return each(array, this::position);
  }

  private List<List<Coordinate>> rings(JsonNode array) {
    return each(array, this::positions);
  }

  private <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
    if (!array.isArray() || array.isEmpty()) {
      throw nodes.expected("eine Liste mit Inhalt", "an array that is not empty");
    }
    var parts = new ArrayList<T>();
    array.forEach(one -> parts.add(read.apply(one)));
    return parts;
  }
}
