package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tiles of Germany's municipalities, as published and imported with the shipped manifest. */
@EnabledIfSystemProperty(named = "radar.full", matches = "true")
class GermanyTilesTest {
  @Test
  void everyAreaIsInEveryZoomAndTrue() throws IOException {
    var layer = ImportedLayers.germany().byLevel().get("municipality");
    assertThat(layer.names()).hasSize(11_299);
    var tiles = new RealTiles(layer);
    tiles.requireExactCoverages();
    for (int zoom = 0; zoom <= 12; zoom++) {
      tiles.requireEveryArea(zoom);
    }
    for (int zoom = 3; zoom <= TileCoord.MAX_ZOOM; zoom++) {
      tiles.requireTrueTiles(zoom, zoom < 7 ? 1 : 40);
    }
  }
}
