package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;

/**
 * A layer of areas: a generalised coverage per zoom, and a point for each area that is too small
 * for the zoom.
 */
final class CoveragePyramid implements TilePyramid {
  /** Half a screen pixel in tile units, at 512 pixels a tile: areas below its square are points. */
  private static final int HALF_PIXEL = VectorTileEncoder.EXTENT / 512 / 2;

  /**
   * A tile unit of this zoom, 2.4 m at the equator, is finer than boundaries are measured. Tiles of
   * less would show their grid when a client enlarges them to the finest zoom.
   */
  private static final int TRUE_ZOOM = 12;

  private final String layer;
  private final List<AreaCode> codes;
  private final List<String> names;
  private final long[] ids;
  private final int[] pointXs;
  private final int[] pointYs;
  private final STRtree pointIndex = new STRtree();

  /** By zoom, 0 to {@link TileCoord#MAX_ZOOM}; empty if there is no area. */
  private final List<PackedCoverage> coverages;

  /** By zoom: the areas that are points there. */
  private final List<BitSet> pointAreas;

  private final int maxZoom;
  private final Optional<LonLatBounds> bounds;

  CoveragePyramid(String layer, List<CoverageLevel> levels, Map<AreaCode, String> names) {
    requireOrderFromZero(levels);
    this.layer = layer;
    var allCodes = new TreeSet<AreaCode>();
    levels.forEach(level -> allCodes.addAll(level.geometries().keySet()));
    codes = List.copyOf(allCodes);
    this.names = codes.stream().map(code -> names.getOrDefault(code, code.value())).toList();
    ids = ids(codes);
    pointXs = new int[codes.size()];
    pointYs = new int[codes.size()];
    coverages = byZoom(levels);
    maxZoom = levels.isEmpty() ? 0 : Math.max(finest(levels).zoom(), TRUE_ZOOM);
    pointAreas = pointAreas();
    var finest = levels.isEmpty() ? Map.<AreaCode, Geometry>of() : finest(levels).geometries();
    placePoints(finest);
    bounds = bounds(finest);
  }

  @Override
  public String layer() {
    return layer;
  }

  @Override
  public int maxZoom() {
    return maxZoom;
  }

  @Override
  public Optional<LonLatBounds> bounds() {
    return bounds;
  }

  @Override
  public byte[] encode(TileCoord coord, AttributeSource attributes) {
    var encoder = new VectorTileEncoder();
    if (!coverages.isEmpty()) {
      encodePolygons(encoder.layer(layer), coord, attributes);
      encodePoints(encoder.layer(layer + "_points"), coord, attributes);
    }
    return encoder.toByteArray();
  }

  private void encodePolygons(TileLayer tileLayer, TileCoord coord, AttributeSource attributes) {
    var coverage = coverages.get(coord.z());
    var points = pointAreas.get(coord.z());
    var window = TileWindow.of(coord);
    var cutter = new AreaCutter(coverage, window);
    for (int area : coverage.query(window.worldBounds(VectorTileEncoder.BUFFER))) {
      if (!points.get(area)) {
        var rings = cutter.cut(area);
        if (!rings.isEmpty()) {
          tag(tileLayer, area, attributes);
          tileLayer.addPolygons(ids[area], rings);
        }
      }
    }
  }

  private void encodePoints(TileLayer tileLayer, TileCoord coord, AttributeSource attributes) {
    var points = pointAreas.get(coord.z());
    if (points.isEmpty()) {
      return;
    }
    var window = TileWindow.of(coord);
    List<?> hits = pointIndex.query(window.worldBounds(1));
    hits.stream()
        .mapToInt(Integer.class::cast)
        .filter(area -> points.get(area) && window.holds(pointXs[area], pointYs[area]))
        .sorted()
        .forEach(
            area -> {
              tag(tileLayer, area, attributes);
              tileLayer.addPoint(
                  ids[area], window.gridX(pointXs[area]), window.gridY(pointYs[area]));
            });
  }

  private void tag(TileLayer tileLayer, int area, AttributeSource attributes) {
    tileLayer.tag("code", codes.get(area).value());
    tileLayer.tag("name", names.get(area));
    attributes.attributesOf(codes.get(area)).forEach(tileLayer::tag);
  }

  private List<PackedCoverage> byZoom(List<CoverageLevel> levels) {
    var result = new ArrayList<PackedCoverage>();
    for (int i = 0; i < levels.size(); i++) {
      var packed = new PackedCoverage(codes, levels.get(i).geometries());
      int end = i + 1 < levels.size() ? levels.get(i + 1).zoom() : TileCoord.MAX_ZOOM + 1;
      while (result.size() < end) {
        result.add(packed);
      }
    }
    return List.copyOf(result);
  }

  private List<BitSet> pointAreas() {
    var result = new ArrayList<BitSet>();
    for (int zoom = 0; zoom < coverages.size(); zoom++) {
      var points = new BitSet();
      for (int area = 0; area < codes.size(); area++) {
        points.set(area, isPoint(area, zoom));
      }
      result.add(points);
    }
    return List.copyOf(result);
  }

  /** Whether an area is smaller than half a pixel, or so thin that no tile of the zoom shows it. */
  private boolean isPoint(int area, int zoom) {
    var coverage = coverages.get(zoom);
    double unit = WorldGrid.stepsPerUnit(zoom);
    double surface = coverage.surface(area);
    if (surface < HALF_PIXEL * unit * HALF_PIXEL * unit) {
      return true;
    }
    // Rounding moves borders by less than a unit: it takes less than length times unit.
    return surface < coverage.length(area) * unit && !isDrawn(area, zoom);
  }

  private boolean isDrawn(int area, int zoom) {
    var coverage = coverages.get(zoom);
    var box = coverage.envelope(area);
    double side = (double) VectorTileEncoder.EXTENT * WorldGrid.stepsPerUnit(zoom);
    for (int x = (int) (box.getMinX() / side); x <= (int) (box.getMaxX() / side); x++) {
      for (int y = (int) (box.getMinY() / side); y <= (int) (box.getMaxY() / side); y++) {
        var window = TileWindow.of(new TileCoord(zoom, x, y));
        if (!new AreaCutter(coverage, window).cut(area).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private void placePoints(Map<AreaCode, Geometry> finest) {
    for (int area = 0; area < codes.size(); area++) {
      Coordinate place = InteriorPointArea.getInteriorPoint(finest.get(codes.get(area)));
      pointXs[area] = WorldGrid.x(place.x);
      pointYs[area] = WorldGrid.y(place.y);
      pointIndex.insert(
          new Envelope(pointXs[area], pointXs[area], pointYs[area], pointYs[area]), area);
    }
    pointIndex.build();
  }

  private static CoverageLevel finest(List<CoverageLevel> levels) {
    return levels.get(levels.size() - 1);
  }

  private static Optional<LonLatBounds> bounds(Map<AreaCode, Geometry> geometries) {
    var metres = new Envelope();
    geometries.values().forEach(g -> metres.expandToInclude(g.getEnvelopeInternal()));
    return metres.isNull() ? Optional.empty() : Optional.of(LonLatBounds.ofMercator(metres));
  }

  private static long[] ids(List<AreaCode> codes) {
    boolean numbers =
        codes.stream().allMatch(code -> code.value().matches("[0-9]{1,15}"))
            && codes.stream().map(code -> code.value().length()).distinct().count() == 1;
    var ids = new long[codes.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = numbers ? Long.parseLong(codes.get(i).value()) : i + 1;
    }
    return ids;
  }

  private static void requireOrderFromZero(List<CoverageLevel> levels) {
    int least = 0;
    for (var level : levels) {
      if (least == 0 ? level.zoom() != 0 : level.zoom() < least) {
        throw new IllegalArgumentException("levels are not ordered from zoom 0: " + level.zoom());
      }
      least = level.zoom() + 1;
    }
  }
}
