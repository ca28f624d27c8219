package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.area.CoverageLevel;

/** What must hold for the tiles of real areas, and for the coverages that they are cut from. */
final class RealTiles {
  private final ImportedLayers.Layer layer;
  private final TilePyramid pyramid;

  RealTiles(ImportedLayers.Layer layer) {
    this.layer = layer;
    pyramid = layer.pyramid();
  }

  /**
   * Requires that the areas of every level of the pyramid share their borders vertex by vertex on
   * opposite sides (JTS {@link CoverageValidator}), so that none overlaps another, and that no gap
   * is between them other than those of the finest level.
   *
   * @return surface of the gaps in square metres of EPSG:3857, by zoom
   */
  Map<Integer, Double> requireExactCoverages() {
    int real = gaps(layer.levels().get(layer.levels().size() - 1)).size();
    var surfaces = new TreeMap<Integer, Double>();
    for (var level : layer.levels()) {
      var geometries = level.geometries().values().toArray(Geometry[]::new);
      assertThat(CoverageValidator.validate(geometries))
          .as("flaws of level %s", level.zoom())
          .containsOnlyNulls();
      var gaps = gaps(level);
      assertThat(gaps).as("gaps of level %s", level.zoom()).hasSizeLessThanOrEqualTo(real);
      surfaces.put(level.zoom(), gaps.stream().mapToDouble(Geometry::getArea).sum());
      requireSurfacesAddUp(level);
    }
    return surfaces;
  }

  /** Requires that each area is in some tile of the zoom, either as polygon or as one point. */
  void requireEveryArea(int zoom) {
    var polygons = new TreeSet<String>();
    var points = new ArrayList<String>();
    for (var coord : tiles(zoom)) {
      var tile = DecodedTile.of(pyramid.encode(coord));
      tile.features(layer.name()).forEach(feature -> polygons.add(code(feature)));
      tile.features(layer.name() + "_points").forEach(feature -> points.add(code(feature)));
    }
    assertThat(points).as("points of zoom %s", zoom).doesNotHaveDuplicates();
    assertThat(polygons).as("polygons of zoom %s", zoom).noneMatch(points::contains);
    polygons.addAll(points);
    var expected = new TreeSet<String>();
    layer.names().keySet().forEach(area -> expected.add(area.value()));
    assertThat(polygons).as("areas of zoom %s", zoom).isEqualTo(expected);
  }

  /** Requires that so many tiles of a zoom, drawn by lot, are valid and true to one unit. */
  void requireTrueTiles(int zoom, int count) {
    var geometries = TileFidelity.serving(layer.levels(), zoom).geometries();
    var tiles = tiles(zoom);
    Collections.shuffle(tiles, new Random(zoom));
    for (var coord : tiles.subList(0, Math.min(count, tiles.size()))) {
      var tile = DecodedTile.of(pyramid.encode(coord));
      TileFidelity.require(tile, coord, layer.name(), geometries);
      TileFidelity.requireNoGap(tile, coord, layer.name(), geometries);
    }
  }

  /** All tiles of a zoom within the bounds of the layer. */
  private List<TileCoord> tiles(int zoom) {
    var bounds = pyramid.bounds().orElseThrow();
    var first = TileCoord.of(zoom, bounds.west(), bounds.north());
    var last = TileCoord.of(zoom, bounds.east(), bounds.south());
    var tiles = new ArrayList<TileCoord>();
    for (int x = first.x(); x <= last.x(); x++) {
      for (int y = first.y(); y <= last.y(); y++) {
        tiles.add(new TileCoord(zoom, x, y));
      }
    }
    return tiles;
  }

  /** The holes of the union: land between areas that belongs to none. */
  private static List<Polygon> gaps(CoverageLevel level) {
    var union = CoverageUnion.union(level.geometries().values().toArray(Geometry[]::new));
    var gaps = new ArrayList<Polygon>();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      var part = (Polygon) union.getGeometryN(i);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        gaps.add(part.getFactory().createPolygon(part.getInteriorRingN(hole)));
      }
    }
    return gaps;
  }

  /** An overlap would be counted twice by the sum and once by the union. */
  private static void requireSurfacesAddUp(CoverageLevel level) {
    var geometries = level.geometries().values();
    double sum = geometries.stream().mapToDouble(Geometry::getArea).sum();
    double union = CoverageUnion.union(geometries.toArray(Geometry[]::new)).getArea();
    assertThat(Math.abs(union - sum)).as("overlap").isLessThanOrEqualTo(sum * 1e-12);
  }

  private static String code(DecodedTile.Feature feature) {
    return feature.attributes().get("code").toString();
  }
}
