package org.sozialradar.server.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/** Reads a polygon or multipolygon of GeoJSON (RFC 7946), longitude before latitude. */
final class DrawnPolygon {
  /** More corners than a hand draws. */
  static final int MOST_CORNERS = 10_000;

  private static final String FIELD = "areas.polygon";
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private int corners;

  private DrawnPolygon() {}

  /**
   * The polygon of a request.
   *
   * @throws ProblemException if it is none, crosses itself or has too many corners
   */
  static Geometry read(JsonRequest areas) {
    var node = areas.value(ScenarioRequest.POLYGON);
    var coordinates = node.path("coordinates");
    var drawn = new DrawnPolygon();
    Geometry geometry =
        switch (node.path("type").asText()) {
          case "Polygon" -> drawn.polygon(coordinates);
          case "MultiPolygon" -> {
            var parts = new ArrayList<Polygon>();
            coordinates.forEach(one -> parts.add(drawn.polygon(one)));
            yield GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
          }
          default -> throw malformed();
        };
    if (geometry.isEmpty()) {
      throw ScenarioRequest.empty();
    }
    if (!new IsValidOp(geometry).isValid()) {
      throw ProblemException.ofParameter(ProblemType.POLYGON_CROSSES, FIELD);
    }
    return geometry;
  }

  private static ProblemException malformed() {
    return ProblemException.ofParameter(
        ProblemType.BAD_FIELD,
        FIELD,
        "{\"type\":\"Polygon\",\"coordinates\":[[[13,51],[14,51],[14,52],[13,51]]]}");
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
    corners += positions.size();
    if (corners > MOST_CORNERS) {
      throw ProblemException.ofParameter(ProblemType.POLYGON_TOO_LARGE, FIELD, MOST_CORNERS);
    }
    var ring = new ArrayList<Coordinate>();
    for (var position : positions) {
      if (!position.isArray() || position.size() < 2) {
        throw malformed();
      }
      ring.add(new Coordinate(degrees(position.get(0), 180), degrees(position.get(1), 90)));
    }
    if (ring.size() < 4 || !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      throw malformed();
    }
    return GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private static double degrees(JsonNode number, double most) {
    if (!number.isNumber() || !(Math.abs(number.doubleValue()) <= most)) {
      throw malformed();
    }
    return number.doubleValue();
  }
}
