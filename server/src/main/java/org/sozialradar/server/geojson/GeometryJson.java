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
 * Geometries as objects of GeoJSON (RFC 7946): exterior rings counter-clockwise in the order of x
 * and y.
 */
public final class GeometryJson {
  /** A centimetre. */
  private static final int DECIMALS_OF_DEGREES = 7;

  private final double steps;

  private GeometryJson(int decimals) {
    steps = Math.pow(10, decimals);
  }

  /** Degrees with seven decimals. */
  public static double rounded(double degrees) {
    return new GeometryJson(DECIMALS_OF_DEGREES).round(degrees);
  }

  private double round(double number) {
    return Math.round(number * steps) / steps;
  }

  /** The object of a geometry in EPSG:4326, longitude first. */
  public static Map<String, Object> of(Geometry geometry) {
    return of(geometry, DECIMALS_OF_DEGREES);
  }

  /** The object of a geometry with its coordinates as they are, rounded to some decimals. */
  public static Map<String, Object> of(Geometry geometry, int decimals) {
    return new GeometryJson(decimals).object(geometry);
  }

  private Map<String, Object> object(Geometry geometry) {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", geometry.getGeometryType());
    json.put("coordinates", coordinates(geometry));
    return json;
  }

  private Object coordinates(Geometry geometry) {
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

  private List<Object> rings(Polygon polygon) {
    // JTS turns shells clockwise in its normal form, RFC 7946 the other way round.
    var turned = (Polygon) polygon.norm().reverse();
    var rings = new ArrayList<Object>();
    rings.add(positions(turned.getExteriorRing().getCoordinateSequence()));
    for (int i = 0; i < turned.getNumInteriorRing(); i++) {
      rings.add(positions(turned.getInteriorRingN(i).getCoordinateSequence()));
    }
    return rings;
  }

  private List<List<Double>> positions(CoordinateSequence line) {
    var positions = new ArrayList<List<Double>>();
    for (int i = 0; i < line.size(); i++) {
      positions.add(List.of(round(line.getX(i)), round(line.getY(i))));
    }
    return positions;
  }
}
