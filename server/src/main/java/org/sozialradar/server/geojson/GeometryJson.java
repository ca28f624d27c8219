package org.sozialradar.server.geojson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometries as objects of GeoJSON (RFC 7946): exterior rings counter-clockwise, coordinates at
 * seven decimals, which is a centimetre.
 */
public final class GeometryJson {
  private static final double STEPS = 1e7;

  private GeometryJson() {}

  /** Degrees with seven decimals. */
  public static double rounded(double degrees) {
    return Math.round(degrees * STEPS) / STEPS;
  }

  /** The object of a geometry in EPSG:4326, longitude first. */
  public static Map<String, Object> of(Geometry geometry) {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", geometry.getGeometryType());
    json.put("coordinates", coordinates(geometry));
    return json;
  }

  private static Object coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      return positions(point.getCoordinateSequence()).get(0);
    }
    if (geometry instanceof LineString line) {
      return positions(line.getCoordinateSequence());
    }
    if (geometry instanceof Polygon polygon) {
      return rings(polygon);
    }
    var parts = new ArrayList<Object>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      parts.add(coordinates(geometry.getGeometryN(i)));
    }
    return parts;
  }

  private static List<Object> rings(Polygon polygon) {
    // JTS turns shells clockwise in its normal form, RFC 7946 the other way round.
    var turned = (Polygon) polygon.norm().reverse();
    var rings = new ArrayList<Object>();
    rings.add(positions(turned.getExteriorRing().getCoordinateSequence()));
    for (int i = 0; i < turned.getNumInteriorRing(); i++) {
      rings.add(positions(turned.getInteriorRingN(i).getCoordinateSequence()));
    }
    return rings;
  }

  private static List<List<Double>> positions(CoordinateSequence line) {
    var positions = new ArrayList<List<Double>>();
    for (int i = 0; i < line.size(); i++) {
      positions.add(List.of(rounded(line.getX(i)), rounded(line.getY(i))));
    }
    return positions;
  }
}
