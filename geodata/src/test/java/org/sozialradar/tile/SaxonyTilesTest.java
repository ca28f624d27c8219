package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.area.Area;
import org.sozialradar.area.Generalisation;
import org.sozialradar.area.RealMunicipalities;

/** Tiles of Saxony as it comes with the product, and of the boundaries as they are published. */
class SaxonyTilesTest {
  private static ImportedLayers sample;

  @BeforeAll
  static void load() throws IOException {
    sample = ImportedLayers.sample();
  }

  @ParameterizedTest
  @CsvSource({"municipality, 418", "district, 13", "joint-council, 1", "state, 1"})
  void theCoveragesHaveNeitherGapNorOverlap(String level, int areas) {
    var layer = sample.byLevel().get(level);
    assertThat(layer.names()).hasSize(areas);
    assertThat(new RealTiles(layer).requireExactCoverages().values()).containsOnly(0.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyMunicipalityIsThere(int zoom) {
    new RealTiles(sample.byLevel().get("municipality")).requireEveryArea(zoom);
  }

  @ParameterizedTest
  @ValueSource(strings = {"district", "joint-council", "state"})
  void everyAreaOfTheOtherLevelsIsThere(String level) {
    var tiles = new RealTiles(sample.byLevel().get(level));
    for (int zoom = 0; zoom <= 11; zoom++) {
      tiles.requireEveryArea(zoom);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "7, 1", "8, 2", "9, 3", "10, 4", "12, 4", "14, 4"})
  void tilesAreValidAndTrue(int zoom, int count) {
    new RealTiles(sample.byLevel().get("municipality")).requireTrueTiles(zoom, count);
  }

  @Test
  @EnabledIfSystemProperty(named = "radar.full", matches = "true")
  void allTilesOfThePublishedBoundariesAreValidAndTrue() throws IOException {
    var tiles = new RealTiles(published());
    assertThat(tiles.requireExactCoverages().values()).containsOnly(0.0);
    for (int zoom = 0; zoom <= TileCoord.MAX_ZOOM; zoom++) {
      tiles.requireEveryArea(zoom);
      tiles.requireTrueTiles(zoom, 400);
    }
  }

  private static ImportedLayers.Layer published() throws IOException {
    var areas = RealMunicipalities.saxony();
    return new ImportedLayers.Layer(
        "municipality",
        Generalisation.pyramid(areas),
        areas.stream().collect(Collectors.toMap(Area::code, Area::name)));
  }
}
