package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;

/** Compares decoded tiles with the coverage that they were cut from. */
final class TileFidelity {
  private static final GeometryFactory UNITS = new GeometryFactory();

  /** One tile unit, and what world coordinates of 31 bits are rounded by. */
  private static final double TOLERANCE = 1.05;

  /** Segments of a quarter circle: few make buffers cheap and a little too narrow. */
  private static final int ARC = 2;

  /** Areas below the square of half a screen pixel, 4 units, are points. */
  private static final double POINT_BELOW = 16;

  static final Geometry CLIP = UNITS.toGeometry(new Envelope(-64, 4160, -64, 4160));
  private static final Geometry TILE = UNITS.toGeometry(new Envelope(0, 4096, 0, 4096));

  private TileFidelity() {}

  /**
   * Requires that every polygon of a tile is valid and deviates by at most a unit from its area,
   * and that areas which are missing are points.
   */
  static void require(
      DecodedTile tile, TileCoord coord, String layer, SortedMap<AreaCode, Geometry> coverage) {
    var decoded = polygons(tile, layer);
    for (var entry : coverage.entrySet()) {
      var code = entry.getKey().value();
      var exact = inUnits(entry.getValue(), coord);
      double rounding = exact.getLength() / 20;
      if (!exact.getEnvelopeInternal().intersects(CLIP.getEnvelopeInternal())
          || exact.getArea() < POINT_BELOW - rounding) {
        assertThat(decoded).doesNotContainKey(code);
      } else if (decoded.containsKey(code) || exact.getArea() >= POINT_BELOW + rounding) {
        var found = decoded.getOrDefault(code, UNITS.createPolygon());
        requireClose(code, intersection(exact, CLIP), found, TOLERANCE);
      }
    }
  }

  /**
   * Requires that no gap of two units, one for each neighbour, opens between the areas of a tile,
   * other than those that are points.
   */
  static void requireNoGap(
      DecodedTile tile, TileCoord coord, String layer, SortedMap<AreaCode, Geometry> coverage) {
    var decoded = polygons(tile, layer);
    var expected = new ArrayList<Geometry>();
    for (var geometry : coverage.values()) {
      var exact = inUnits(geometry, coord);
      if (exact.getArea() >= POINT_BELOW
          && exact.getEnvelopeInternal().intersects(TILE.getEnvelopeInternal())) {
        expected.add(intersection(exact, TILE));
      }
    }
    var gap =
        OverlayNGRobust.overlay(union(expected), union(decoded.values()), OverlayNG.DIFFERENCE);
    assertThat(gap.buffer(-TOLERANCE).getArea()).as("gap %s", gap).isLessThan(1e-6);
  }

  /** The level that serves a zoom. */
  static CoverageLevel serving(List<CoverageLevel> levels, int zoom) {
    return levels.stream().filter(l -> l.zoom() <= zoom).reduce((a, b) -> b).orElseThrow();
  }

  /** The polygons of a layer by code, each required to be valid. */
  static Map<String, Geometry> polygons(DecodedTile tile, String layer) {
    var polygons = new TreeMap<String, Geometry>();
    for (var feature : tile.features(layer)) {
      assertThat(feature.type()).isEqualTo(3);
      var geometry = polygon(feature.parts());
      assertThat(geometry.isValid()).as("%s %s", feature.attributes(), geometry).isTrue();
      assertThat(CLIP.getEnvelopeInternal().covers(geometry.getEnvelopeInternal())).isTrue();
      var code = feature.attributes().get("code").toString();
      assertThat(polygons).as("second feature").doesNotContainKey(code);
      polygons.put(code, geometry);
    }
    return polygons;
  }

  static Geometry inUnits(Geometry metres, TileCoord coord) {
    var bounds = coord.bounds();
    double scale = 4096 / bounds.getWidth();
    return AffineTransformation.translationInstance(-bounds.getMinX(), -bounds.getMaxY())
        .scale(scale, -scale)
        .transform(metres);
  }

  /** Requires that a rounded area deviates from the exact one, both clipped, by at most so much. */
  static void requireClose(String code, Geometry exact, Geometry found, double tolerance) {
    var borders = exact.getBoundary();
    var deviation = surface(OverlayNGRobust.overlay(exact, found, OverlayNG.SYMDIFFERENCE));
    var far =
        OverlayNGRobust.overlay(deviation, borders.buffer(tolerance, ARC), OverlayNG.DIFFERENCE);
    assertThat(isNear(far, borders, tolerance))
        .as("area %s deviates by more than %s: %s", code, tolerance, far)
        .isTrue();
    for (var vertex : found.getCoordinates()) {
      assertThat(isNear(UNITS.createPoint(vertex), borders, tolerance))
          .as("vertex %s of %s", vertex, code)
          .isTrue();
    }
  }

  /** Buffers of tiny rings have holes that they should not have; so every vertex is measured. */
  private static boolean isNear(Geometry places, Geometry borders, double tolerance) {
    for (var vertex : places.getCoordinates()) {
      if (borders.distance(UNITS.createPoint(vertex)) > tolerance) {
        return false;
      }
    }
    return true;
  }

  private static Geometry polygon(List<List<DecodedTile.Vertex>> rings) {
    var polygons = new ArrayList<Polygon>();
    int ring = 0;
    while (ring < rings.size()) {
      var shell = ring(rings.get(ring++));
      var holes = new ArrayList<LinearRing>();
      while (ring < rings.size() && DecodedTile.doubledArea(rings.get(ring)) < 0) {
        holes.add(ring(rings.get(ring++)));
      }
      polygons.add(UNITS.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }
    return UNITS.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static LinearRing ring(List<DecodedTile.Vertex> vertices) {
    var coordinates = new Coordinate[vertices.size() + 1];
    for (int i = 0; i < coordinates.length; i++) {
      var vertex = vertices.get(i % vertices.size());
      coordinates[i] = new Coordinate(vertex.x(), vertex.y());
    }
    return UNITS.createLinearRing(coordinates);
  }

  /** The part of an area in a rectangle. */
  static Geometry intersection(Geometry area, Geometry box) {
    return box.getEnvelopeInternal().covers(area.getEnvelopeInternal())
        ? area
        : surface(OverlayNGRobust.overlay(area, box, OverlayNG.INTERSECTION));
  }

  /** Without the lines and points where areas only touch. */
  private static Geometry surface(Geometry geometry) {
    List<?> polygons = PolygonExtracter.getPolygons(geometry);
    return UNITS.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Geometry union(Collection<Geometry> geometries) {
    return OverlayNGRobust.union(UNITS.buildGeometry(geometries));
  }
}
