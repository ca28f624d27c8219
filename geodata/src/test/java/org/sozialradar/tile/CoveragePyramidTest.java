package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.area.Generalisation;
import org.sozialradar.area.RandomCoverage;
import org.sozialradar.area.WebMercator;

class CoveragePyramidTest {
  private static final String LAYER = "quarter";

  @Test
  void everyAreaIsThereAtEveryZoom() {
    var coverage = RandomCoverage.of(5, 200, 0.3, 8);
    var pyramid = TilePyramid.ofCoverage(LAYER, Generalisation.pyramid(areas(coverage)), Map.of());
    for (int zoom = 0; zoom <= 11; zoom++) {
      var polygons = new TreeSet<String>();
      var points = new ArrayList<String>();
      for (var coord : tiles(zoom)) {
        var tile = DecodedTile.of(pyramid.encode(coord));
        tile.features(LAYER).forEach(f -> polygons.add(f.attributes().get("code").toString()));
        tile.features(LAYER + "_points")
            .forEach(f -> points.add(f.attributes().get("code").toString()));
      }
      assertThat(points).as("each point is in one tile").doesNotHaveDuplicates();
      assertThat(polygons).as("an area is either").noneMatch(points::contains);
      polygons.addAll(points);
      assertThat(polygons).hasSameSizeAs(coverage.keySet());
    }
  }

  @Test
  void areasBelowHalfAPixelArePoints() {
    double unit = WebMercator.WORLD / 4096 / 1024;
    var pyramid =
        TilePyramid.ofCoverage(
            LAYER,
            List.of(
                new CoverageLevel(
                    0,
                    new TreeMap<>(
                        Map.of(
                            new AreaCode("big"), square(1_500_000, 6_600_000, 4.1 * unit),
                            new AreaCode("small"), square(1_510_000, 6_600_000, 3.9 * unit))))),
            Map.of());
    var tile = DecodedTile.of(pyramid.encode(TileCoord.of(10, 13.52, 50.9)));
    assertThat(tile.features(LAYER)).extracting(f -> f.attributes().get("code")).contains("big");
    assertThat(tile.features(LAYER + "_points"))
        .extracting(f -> f.attributes().get("code"))
        .containsExactly("small");
  }

  @Test
  void areasThatRoundingSwallowsArePoints() {
    double unit = WebMercator.WORLD / 4096 / 1024;
    double west = WebMercator.x(13.5);
    double south = Math.floor(WebMercator.y(50.9) / unit) * unit + 0.1 * unit;
    var thin = new Envelope(west, west + 200 * unit, south, south + 0.2 * unit);
    var pyramid = pyramidOfOne("thin", new GeometryFactory().toGeometry(thin));
    var tile = DecodedTile.of(pyramid.encode(TileCoord.of(10, 13.51, 50.9)));
    assertThat(tile.features(LAYER)).isEmpty();
    assertThat(tile.features(LAYER + "_points")).hasSize(1);
    assertThat(DecodedTile.of(pyramid.encode(TileCoord.of(14, 13.501, 50.9))).features(LAYER))
        .as("is a polygon where the grid is fine enough")
        .hasSize(1);
  }

  @Test
  void aTileWithinAnAreaIsOneRectangle() {
    var pyramid = pyramidOfOne("1", square(0, 0, 1_000_000));
    var tile = DecodedTile.of(pyramid.encode(TileCoord.of(14, 4, 4)));
    var ring = tile.features(LAYER).get(0).parts().get(0);
    assertThat(ring)
        .containsExactly(
            vertex(-64, -64), vertex(4160, -64), vertex(4160, 4160), vertex(-64, 4160));
  }

  @Test
  void aTileWithNothingHasNoBytes() {
    var pyramid = pyramidOfOne("1", square(0, 0, 1_000_000));
    assertThat(pyramid.encode(TileCoord.of(10, 100, 10))).isEmpty();
    assertThat(TilePyramid.ofCoverage(LAYER, List.of(), Map.of()).encode(new TileCoord(0, 0, 0)))
        .isEmpty();
  }

  @Test
  void featuresCarryCodeNameIdAndChosenColumns() {
    var level =
        new CoverageLevel(
            0,
            new TreeMap<>(
                Map.of(
                    new AreaCode("01001"), square(0, 0, 500_000),
                    new AreaCode("01002"), square(600_000, 0, 500_000))));
    var pyramid =
        TilePyramid.ofCoverage(LAYER, List.of(level), Map.of(new AreaCode("01001"), "Süd"));
    AttributeSource columns =
        code ->
            code.value().equals("01001")
                ? Map.of("population", 12, "share", 0.5, "growing", true, "change", -3L)
                : Map.of();
    var features = DecodedTile.of(pyramid.encode(new TileCoord(0, 0, 0), columns)).features(LAYER);
    assertThat(features).extracting(DecodedTile.Feature::id).containsExactly(1001L, 1002L);
    assertThat(features.get(0).attributes())
        .containsOnly(
            Map.entry("code", "01001"),
            Map.entry("name", "Süd"),
            Map.entry("population", 12L),
            Map.entry("share", 0.5),
            Map.entry("growing", true),
            Map.entry("change", -3L));
    assertThat(features.get(1).attributes())
        .containsOnly(Map.entry("code", "01002"), Map.entry("name", "01002"));
  }

  @Test
  void idsAreUniqueForCodesThatAreNoNumbers() {
    var level =
        new CoverageLevel(
            0,
            new TreeMap<>(
                Map.of(
                    new AreaCode("1"), square(0, 0, 500_000),
                    new AreaCode("01"), square(600_000, 0, 500_000),
                    new AreaCode("b"), square(0, 600_000, 500_000))));
    var pyramid = TilePyramid.ofCoverage(LAYER, List.of(level), Map.of());
    assertThat(DecodedTile.of(pyramid.encode(new TileCoord(0, 0, 0))).features(LAYER))
        .extracting(DecodedTile.Feature::id)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void boundsHoldAllAreas() {
    var pyramid = pyramidOfOne("1", WebMercator.project(square(13, 51, 1)));
    var bounds = pyramid.bounds().orElseThrow();
    assertThat(bounds.west()).isCloseTo(13, within(1e-9));
    assertThat(bounds.north()).isCloseTo(52, within(1e-9));
    assertThat(TilePyramid.ofCoverage(LAYER, List.of(), Map.of()).bounds()).isEmpty();
  }

  @Test
  void areasOfFewVerticesAreNotEnlargedFromACoarseGrid() {
    var pyramid = pyramidOfOne("1", square(0, 0, 1000));
    double unit = WebMercator.WORLD / VectorTileEncoder.EXTENT / (1 << pyramid.maxZoom());
    double pixel = WebMercator.WORLD / 512 / (1 << TileCoord.MAX_ZOOM);
    assertThat(unit).isLessThanOrEqualTo(pixel);
    assertThat(TilePyramid.ofCoverage(LAYER, List.of(), Map.of()).maxZoom()).isZero();
  }

  @Test
  void refusesLevelsOutOfOrder() {
    var one = new TreeMap<AreaCode, Geometry>(Map.of(new AreaCode("1"), square(0, 0, 1)));
    var late = List.of(new CoverageLevel(3, one));
    var turned = List.of(new CoverageLevel(0, one), new CoverageLevel(0, one));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TilePyramid.ofCoverage(LAYER, late, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TilePyramid.ofCoverage(LAYER, turned, Map.of()));
  }

  private static TilePyramid pyramidOfOne(String code, Geometry geometry) {
    var level = new CoverageLevel(0, new TreeMap<>(Map.of(new AreaCode(code), geometry)));
    return TilePyramid.ofCoverage(LAYER, List.of(level), Map.of());
  }

  /** The tiles of a zoom that the made-up coverages touch. */
  private static List<TileCoord> tiles(int zoom) {
    var first = TileCoord.of(zoom, 12.98, 51.32);
    var last = TileCoord.of(zoom, 13.32, 50.98);
    var tiles = new ArrayList<TileCoord>();
    for (int x = first.x(); x <= last.x(); x++) {
      for (int y = first.y(); y <= last.y(); y++) {
        tiles.add(new TileCoord(zoom, x, y));
      }
    }
    return tiles;
  }

  private static DecodedTile.Vertex vertex(int x, int y) {
    return new DecodedTile.Vertex(x, y);
  }

  private static Geometry square(double west, double south, double side) {
    return new GeometryFactory().toGeometry(new Envelope(west, west + side, south, south + side));
  }

  static List<Area> areas(SortedMap<AreaCode, Geometry> coverage) {
    return coverage.entrySet().stream()
        .map(
            e ->
                new Area(
                    e.getKey(), LAYER, "Area " + e.getKey(), "", Map.of(), Map.of(), e.getValue()))
        .toList();
  }
}
