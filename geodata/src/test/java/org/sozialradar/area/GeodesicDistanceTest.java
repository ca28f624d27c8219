package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeodesicDistanceTest {
  /**
   * Flinders Peak to Buninyong, the example of the Geocentric Datum of Australia Technical Manual
   * (on GRS 80, which differs from WGS 84 by a tenth of a millimetre).
   */
  @Test
  void isThatOfThePublishedExample() {
    double metres =
        GeodesicDistance.metres(
            144 + 25 / 60.0 + 29.52440 / 3600,
            -(37 + 57 / 60.0 + 3.72030 / 3600),
            143 + 55 / 60.0 + 35.38390 / 3600,
            -(37 + 39 / 60.0 + 10.15610 / 3600));
    assertThat(metres).isCloseTo(54_972.271, within(0.1));
  }

  @Test
  void isTheSameBothWaysAndNothingForOnePlace() {
    assertThat(GeodesicDistance.metres(13.7, 51, 12.9, 50.8))
        .isCloseTo(GeodesicDistance.metres(12.9, 50.8, 13.7, 51), within(1e-6));
    assertThat(GeodesicDistance.metres(13.7, 51, 13.7, 51)).isZero();
  }
}
