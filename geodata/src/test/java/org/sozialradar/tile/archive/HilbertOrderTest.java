package org.sozialradar.tile.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.tile.TileCoord;

class HilbertOrderTest {
  @Test
  void theFirstTilesHaveTheNumbersOfTheSpecification() {
    // PMTiles, version 3, section 4.1: table of z, x, y and tile id.
    assertThat(HilbertOrder.idOf(new TileCoord(0, 0, 0))).isEqualTo(0);
    assertThat(HilbertOrder.idOf(new TileCoord(1, 0, 0))).isEqualTo(1);
    assertThat(HilbertOrder.idOf(new TileCoord(1, 0, 1))).isEqualTo(2);
    assertThat(HilbertOrder.idOf(new TileCoord(1, 1, 1))).isEqualTo(3);
    assertThat(HilbertOrder.idOf(new TileCoord(1, 1, 0))).isEqualTo(4);
    assertThat(HilbertOrder.idOf(new TileCoord(2, 0, 0))).isEqualTo(5);
    assertThat(HilbertOrder.idOf(new TileCoord(12, 3423, 1763))).isEqualTo(19_078_479);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 8})
  void theNumbersOfAZoomAreACurveWithoutGaps(int zoom) {
    var tiles = new ArrayList<>(everyTile(zoom));
    tiles.sort(Comparator.comparingLong(HilbertOrder::idOf));
    long first = HilbertOrder.tilesBelow(zoom);
    assertThat(tiles.stream().map(HilbertOrder::idOf).toList())
        .isEqualTo(LongStream.range(first, first + tiles.size()).boxed().toList());
    for (int i = 1; i < tiles.size(); i++) {
      var a = tiles.get(i - 1);
      var b = tiles.get(i);
      assertThat(Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y())).isEqualTo(1);
    }
  }

  private static List<TileCoord> everyTile(int zoom) {
    var tiles = new ArrayList<TileCoord>();
    for (int x = 0; x < 1 << zoom; x++) {
      for (int y = 0; y < 1 << zoom; y++) {
        tiles.add(new TileCoord(zoom, x, y));
      }
    }
    return tiles;
  }
}
