package org.sozialradar.ingest.feature;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads geometry objects of GeoJSON from a stream. Not safe for use by many threads. */
final class GeoJsonGeometry {
  private final JsonParser parser;
  private final FeatureBudget budget;
  private final WantedShapes wanted;

  GeoJsonGeometry(JsonParser parser, FeatureBudget budget, WantedShapes wanted) {
    this.parser = parser;
    this.budget = budget;
    this.wanted = wanted;
  }

  /** A geometry, or why there is none: the properties that name the feature may follow later. */
  interface Outcome {
    Outcome MISSING =
        (number, properties, sink) ->
            sink.refuse(number, properties, new BadGeometryException(GeometryIssues.MISSING, ""));

    void pass(long number, Map<String, String> properties, FeatureSink sink);

    static Outcome of(Geometry geometry) {
      return (number, properties, sink) ->
          sink.accept(new RawFeature(number, properties, geometry));
    }

    static Outcome of(BadGeometryException reason) {
      return (number, properties, sink) -> sink.refuse(number, properties, reason);
    }
  }

  /** Positions, or nested lists of positions. */
  private static final class Node {
    private final List<Node> children = new ArrayList<>();
    private double[] xy = new double[0];
    private int count;

    void add(double x, double y) {
      if (2 * count == xy.length) {
        xy = Arrays.copyOf(xy, Math.max(32, 2 * xy.length));
      }
      xy[2 * count] = x;
      xy[2 * count + 1] = y;
      count++;
    }
  }

  Outcome read(JsonToken value) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Outcome.MISSING;
    }
    String type = "";
    Node coordinates = new Node();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      var token = parser.nextToken();
      if (member.equals("type")) {
        type = parser.getValueAsString("");
      } else if (member.equals("coordinates") && token == JsonToken.START_ARRAY) {
        coordinates = outer(parser.nextToken());
      } else {
        parser.skipChildren();
      }
    }
    return outcome(type, coordinates);
  }

  /** Reads all coordinates; those of a point are a single position. */
  private Node outer(JsonToken first) throws IOException {
    if (!first.isNumeric()) {
      return node(first);
    }
    var node = new Node();
    readPosition(first, node);
    return node;
  }

  /** Reads the rest of an array whose first token is given. */
  private Node node(JsonToken first) throws IOException {
    var node = new Node();
    for (var token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      var inner = parser.nextToken();
      if (inner.isScalarValue()) {
        readPosition(inner, node);
      } else {
        node.children.add(node(inner));
      }
    }
    return node;
  }

  private void readPosition(JsonToken first, Node node) throws IOException {
    budget.addVertices(1);
    double x = number(first);
    var second = parser.nextToken();
    double y = number(second);
    var token = second;
    while (token != JsonToken.END_ARRAY) {
      token = parser.nextToken();
      parser.skipChildren();
    }
    node.add(x, y);
  }

  private double number(JsonToken token) throws IOException {
    return token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
  }

  private Outcome outcome(String type, Node coordinates) {
    try {
      return Outcome.of(
          switch (type) {
            case "Polygon" -> Polygons.joined(polygons(List.of(coordinates)));
            case "MultiPolygon" -> Polygons.joined(polygons(coordinates.children));
            default -> pointsOrLines(type, coordinates);
          });
    } catch (BadGeometryException e) {
      return Outcome.of(e);
    }
  }

  private Geometry pointsOrLines(String type, Node coordinates) throws BadGeometryException {
    wanted.requireAll(named(type));
    return switch (type) {
      case "Point", "MultiPoint" -> PointsAndLines.points(coordinates.xy, coordinates.count);
      case "LineString" -> PointsAndLines.lines(List.of(line(coordinates)));
      case "MultiLineString" -> lines(coordinates.children);
      default -> throw new BadGeometryException(GeometryIssues.WRONG_TYPE, named(type));
    };
  }

  private static Geometry lines(List<Node> nodes) throws BadGeometryException {
    var lines = new ArrayList<LineString>();
    for (var node : nodes) {
      lines.add(line(node));
    }
    return PointsAndLines.lines(lines);
  }

  private static LineString line(Node node) throws BadGeometryException {
    return PointsAndLines.line(node.xy, node.count);
  }

  private static String named(String type) {
    return type.isEmpty() ? "?" : type;
  }

  private static List<Polygon> polygons(List<Node> nodes) throws BadGeometryException {
    var polygons = new ArrayList<Polygon>();
    for (var node : nodes) {
      if (node.count > 0) {
        throw new BadGeometryException(GeometryIssues.UNREADABLE, "coordinates are not nested");
      }
      if (!node.children.isEmpty()) {
        polygons.add(polygon(node));
      }
    }
    return polygons;
  }

  private static Polygon polygon(Node node) throws BadGeometryException {
    var rings = new ArrayList<LinearRing>();
    for (var ring : node.children) {
      if (!ring.children.isEmpty()) {
        throw new BadGeometryException(
            GeometryIssues.UNREADABLE, "coordinates are nested too deep");
      }
      rings.add(Polygons.ring(ring.xy, ring.count));
    }
    return Polygons.polygon(rings);
  }
}
