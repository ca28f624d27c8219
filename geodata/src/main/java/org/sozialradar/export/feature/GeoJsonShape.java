package org.sozialradar.export.feature;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometries in degrees as GeoJSON (RFC 7946): seven decimals, about a centimetre; exterior
 * rings counter-clockwise, interior ones clockwise.
 */
final class GeoJsonShape {
  private static final double STEPS = 1e7;

  private final JsonGenerator json;

  GeoJsonShape(JsonGenerator json) {
    this.json = json;
  }

  /** Writes an object for a geometry that is not a collection of several kinds. */
  void write(Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    json.writeFieldName("coordinates");
    coordinates(geometry);
    json.writeEndObject();
  }

  private void coordinates(Geometry geometry) throws IOException {
    if (geometry instanceof Point point) {
      position(point.getX(), point.getY());
    } else if (geometry instanceof LineString line) {
      positions(line.getCoordinateSequence(), false);
    } else if (geometry instanceof Polygon polygon) {
      rings(polygon);
    } else if (geometry instanceof GeometryCollection parts) {
      json.writeStartArray();
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        coordinates(parts.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("no GeoJSON for " + geometry.getGeometryType());
    }
  }

  private void rings(Polygon polygon) throws IOException {
    json.writeStartArray();
    if (!polygon.isEmpty()) {
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(polygon.getInteriorRingN(i), false);
      }
    }
    json.writeEndArray();
  }

  private void ring(LinearRing ring, boolean counterClockwise) throws IOException {
    var line = ring.getCoordinateSequence();
    positions(line, Orientation.isCCW(line) != counterClockwise);
  }

  private void positions(CoordinateSequence line, boolean backwards) throws IOException {
    json.writeStartArray();
    int size = line.size();
    for (int i = 0; i < size; i++) {
      int at = backwards ? size - 1 - i : i;
      position(line.getX(at), line.getY(at));
    }
    json.writeEndArray();
  }

  private void position(double x, double y) throws IOException {
    json.writeStartArray();
    json.writeNumber(Math.round(x * STEPS) / STEPS);
    json.writeNumber(Math.round(y * STEPS) / STEPS);
    json.writeEndArray();
  }
}
