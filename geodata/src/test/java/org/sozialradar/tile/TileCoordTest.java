package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileCoordTest {
  @ParameterizedTest
  @CsvSource({"25, 0, 0", "-1, 0, 0", "15, 0, 0", "0, 1, 0", "3, 8, 0", "3, 0, -1", "14, 0, 16384"})
  void rejectsAddressesOutsideTheTileMatrixSet(int z, int x, int y) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TileCoord(z, x, y));
  }

  @Test
  void coversTheWholeSquareAtZoomZero() {
    var bounds = new TileCoord(0, 0, 0).bounds();
    assertThat(bounds.getMinX()).isEqualTo(-20037508.342789244, within(1e-6));
    assertThat(bounds.getMaxY()).isEqualTo(20037508.342789244, within(1e-6));
  }

  /** Dresden's Frauenkirche; the address as in the slippy-map formula of OpenStreetMap's wiki. */
  @Test
  void findsTheTileOfAPlace() {
    assertThat(TileCoord.of(8, 13.7415, 51.0519)).isEqualTo(new TileCoord(8, 137, 85));
    assertThat(TileCoord.of(14, -180, 89)).isEqualTo(new TileCoord(14, 0, 0));
    assertThat(TileCoord.of(14, 180, -89)).isEqualTo(new TileCoord(14, 16383, 16383));
  }
}
