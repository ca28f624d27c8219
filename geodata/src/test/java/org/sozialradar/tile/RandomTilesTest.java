package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.PrecisionModel;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.area.Generalisation;
import org.sozialradar.area.RandomCoverage;

/** Made-up areas of every kind: what a tile shows of them is valid and true to a unit. */
class RandomTilesTest {
  private static final String LAYER = "quarter";

  @Property(tries = 8)
  void tilesOfCoveragesAreValidAndTrue(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 40) int cells,
      @ForAll @IntRange(min = 0, max = 20) int bends) {
    requireTrueCoverage(seed, cells, bends);
  }

  @Property(tries = 150)
  void tilesOfPolygonsAreValidAndTrue(
      @ForAll long seed, @ForAll @IntRange(min = 6, max = 14) int zoom) {
    requireTruePolygon(seed, zoom);
  }

  @Property(tries = 60)
  void areasRoundedFaceByFaceAreValid(@ForAll long seed) {
    requireValidFaces(seed);
  }

  @Test
  @EnabledIfSystemProperty(named = "radar.full", matches = "true")
  void manyTilesAreValidAndTrue() {
    var random = new Random(2026);
    for (int i = 0; i < 10_000; i++) {
      requireTruePolygon(random.nextLong(), 6 + random.nextInt(9));
      requireValidFaces(random.nextLong());
    }
    for (int i = 0; i < 100; i++) {
      requireTrueCoverage(random.nextLong(), 3 + random.nextInt(100), random.nextInt(40));
    }
  }

  private static void requireTrueCoverage(long seed, int cells, int bends) {
    var coverage = RandomCoverage.of(seed, cells, 0.3, bends);
    var levels = Generalisation.pyramid(CoveragePyramidTest.areas(coverage));
    var pyramid = TilePyramid.ofCoverage(LAYER, levels, Map.of());
    var random = new Random(seed);
    for (int zoom = 0; zoom <= TileCoord.MAX_ZOOM; zoom++) {
      var coord =
          TileCoord.of(zoom, 13 + 0.3 * random.nextDouble(), 51 + 0.3 * random.nextDouble());
      var geometries = TileFidelity.serving(levels, zoom).geometries();
      var tile = DecodedTile.of(pyramid.encode(coord));
      TileFidelity.require(tile, coord, LAYER, geometries);
      TileFidelity.requireNoGap(tile, coord, LAYER, geometries);
    }
  }

  private static void requireTruePolygon(long seed, int zoom) {
    var coord = TileCoord.of(zoom, 13.4, 51.2);
    var polygon = RandomPolygon.around(coord.bounds(), new Random(seed));
    var level = new CoverageLevel(0, new TreeMap<>(Map.of(new AreaCode("1"), polygon)));
    try {
      var pyramid = TilePyramid.ofCoverage(LAYER, List.of(level), Map.of());
      TileFidelity.require(DecodedTile.of(pyramid.encode(coord)), coord, LAYER, level.geometries());
    } catch (AssertionError | RuntimeException fault) {
      throw new AssertionError("seed " + seed + " at zoom " + zoom, fault);
    }
  }

  private static void requireValidFaces(long seed) {
    var tile = new Envelope(0, VectorTileEncoder.EXTENT, 0, VectorTileEncoder.EXTENT);
    var area = RandomPolygon.around(tile, new Random(seed));
    var rounded = GridFaces.intersection(area, TileFidelity.CLIP, new PrecisionModel(1));
    assertThat(rounded.isValid()).as("seed %s", seed).isTrue();
  }
}
