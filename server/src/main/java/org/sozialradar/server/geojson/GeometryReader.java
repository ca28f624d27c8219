package org.sozialradar.server.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * Reads geometries of GeoJSON (RFC 7946) that a request brought, longitude or east first; heights
 * are left out. What does not fit is a {@link ProblemException} that names the field. For one
 * request; not safe for use by many threads.
 */
public final class GeometryReader {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final String field;
  private final int mostCorners;
  private final double mostX;
  private final double mostY;
  private int corners;

  private GeometryReader(String field, int mostCorners, double mostX, double mostY) {
    this.field = field;
    this.mostCorners = mostCorners;
    this.mostX = mostX;
    this.mostY = mostY;
  }

  /**
   * Reads degrees of longitude and latitude.
   *
   * @param field where the geometry stands in the request, for problems
   * @param mostCorners most corners of all together
   */
  public static GeometryReader ofDegrees(String field, int mostCorners) {
    return new GeometryReader(field, mostCorners, 180, 90);
  }

  /** Reads coordinates of any other system. */
  public static GeometryReader ofMetres(String field, int mostCorners) {
    return new GeometryReader(field, mostCorners, 1e9, 1e9);
  }

  /**
   * A polygon or multipolygon that does not cross itself; may be empty.
   *
   * @throws ProblemException if it is none
   */
  public Geometry polygons(JsonNode node) {
    String type = node.path("type").asText();
    if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
      throw malformed();
    }
    var geometry = geometry(node);
    if (!new IsValidOp(geometry).isValid()) {
      throw ProblemException.ofParameter(ProblemType.POLYGON_CROSSES, field);
    }
    return geometry;
  }

  /**
   * All geometries of a geometry, a feature, or a collection of such.
   *
   * @throws ProblemException if it is none
   */
  public List<Geometry> all(JsonNode node) {
    var found = new ArrayList<Geometry>();
    add(node, found);
    return found;
  }

  private void add(JsonNode node, List<Geometry> found) {
    switch (node.path("type").asText()) {
      case "FeatureCollection" -> addAll(node.path("features"), found);
      case "GeometryCollection" -> addAll(node.path("geometries"), found);
      case "Feature" -> {
        // A feature without a place has null (RFC 7946, section 3.2).
        if (!node.path("geometry").isNull()) {
          add(node.path("geometry"), found);
        }
      }
      default -> found.add(geometry(node));
    }
  }

  private void addAll(JsonNode nodes, List<Geometry> found) {
    if (!nodes.isArray()) {
      throw malformed();
    }
    nodes.forEach(one -> add(one, found));
  }

  private Geometry geometry(JsonNode node) {
    var coordinates = node.path("coordinates");
    return switch (node.path("type").asText()) {
      case "Point" -> GEOMETRY.createPoint(position(coordinates));
      case "MultiPoint" ->
          GEOMETRY.createMultiPointFromCoords(positions(coordinates).toArray(Coordinate[]::new));
      case "LineString" -> line(coordinates);
      case "MultiLineString" -> GEOMETRY.buildGeometry(parts(coordinates, this::line));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" ->
          GEOMETRY.createMultiPolygon(parts(coordinates, this::polygon).toArray(Polygon[]::new));
      default -> throw malformed();
    };
  }

  private static <T extends Geometry> List<T> parts(
      JsonNode coordinates, java.util.function.Function<JsonNode, T> part) {
    var parts = new ArrayList<T>();
    coordinates.forEach(one -> parts.add(part.apply(one)));
    return parts;
  }

  private ProblemException malformed() {
    return ProblemException.ofParameter(
        ProblemType.BAD_FIELD,
        field,
        "{\"type\":\"Polygon\",\"coordinates\":[[[13,51],[14,51],[14,52],[13,51]]]}");
  }

  private Geometry line(JsonNode positions) {
    var line = positions(positions);
    if (line.size() < 2) {
      throw malformed();
    }
    return GEOMETRY.createLineString(line.toArray(Coordinate[]::new));
  }

  private Polygon polygon(JsonNode rings) {
    if (!rings.isArray() || rings.isEmpty()) {
      throw malformed();
    }
    var holes = new ArrayList<LinearRing>();
    for (var ring : rings) {
      holes.add(ring(ring));
    }
    return GEOMETRY.createPolygon(holes.remove(0), holes.toArray(LinearRing[]::new));
  }

  private LinearRing ring(JsonNode positions) {
    var ring = positions(positions);
    if (ring.size() < 4 || !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      throw malformed();
    }
    return GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private List<Coordinate> positions(JsonNode positions) {
    count(positions.size());
    var read = new ArrayList<Coordinate>();
    positions.forEach(one -> read.add(place(one)));
    return read;
  }

  private Coordinate position(JsonNode position) {
    count(1);
    return place(position);
  }

  private void count(int more) {
    corners += more;
    if (corners > mostCorners) {
      throw ProblemException.ofParameter(ProblemType.POLYGON_TOO_LARGE, field, mostCorners);
    }
  }

  private Coordinate place(JsonNode position) {
    if (!position.isArray() || position.size() < 2) {
      throw malformed();
    }
    return new Coordinate(number(position.get(0), mostX), number(position.get(1), mostY));
  }

  private double number(JsonNode number, double most) {
    if (!number.isNumber() || !(Math.abs(number.doubleValue()) <= most)) {
      throw malformed();
    }
    return number.doubleValue();
  }
}
