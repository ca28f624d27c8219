package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TileRangeTest {
  private static final LonLatBounds SAXONY = new LonLatBounds(11.87, 50.17, 15.04, 51.69);

  /** Columns and rows by the formula of slippy maps, calculated by hand for zoom 8. */
  @Test
  void holdsTheTilesOverARectangle() {
    var range = TileRange.over(SAXONY, 8);
    assertThat(range.first()).isEqualTo(new TileCoord(8, 136, 84));
    assertThat(range.last()).isEqualTo(new TileCoord(8, 138, 86));
    assertThat(range.tiles()).hasSize(9).allMatch(range::contains);
    assertThat(range.contains(new TileCoord(8, 139, 85))).isFalse();
    assertThat(range.contains(new TileCoord(8, 137, 87))).isFalse();
    assertThat(range.contains(new TileCoord(9, 137, 85))).isFalse();
  }

  @Test
  void zoomZeroIsOneTile() {
    assertThat(TileRange.over(SAXONY, 0).tiles()).containsExactly(new TileCoord(0, 0, 0));
  }

  @Test
  void theWorldHasFourTimesAsManyTilesAtEachZoom() {
    assertThat(TileRange.ofWorld(0).tiles()).hasSize(1);
    assertThat(TileRange.ofWorld(3).tiles()).hasSize(64).doesNotHaveDuplicates();
  }

  @Test
  void endsAreInOrder() {
    var west = new TileCoord(3, 1, 1);
    var east = new TileCoord(3, 2, 1);
    assertThatThrownBy(() -> new TileRange(east, west))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TileRange(west, new TileCoord(4, 4, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boundsGrowTogether() {
    assertThat(SAXONY.with(new LonLatBounds(9, 51, 12, 53)))
        .isEqualTo(new LonLatBounds(9, 50.17, 15.04, 53));
  }
}
