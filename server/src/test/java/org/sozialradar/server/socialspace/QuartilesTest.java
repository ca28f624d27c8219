package org.sozialradar.server.socialspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuartilesTest {
  /** Type 7 as R's quantile() and numpy's percentile have it. */
  @Test
  void interpolateBetweenNeighbours() {
    var quartiles = Quartiles.of(DoubleStream.of(4, 1, Double.NaN, 10, 2));
    assertThat(quartiles).isEqualTo(new Quartiles(4, 1.75, 3, 5.5));
    assertThat(Quartiles.of(DoubleStream.of(7)).median()).isEqualTo(7);
    assertThat(Quartiles.of(DoubleStream.empty()).median()).isNaN();
  }

  @Test
  void theEndsBelongToTheMiddleHalf() {
    var quartiles = Quartiles.of(DoubleStream.of(1, 2, 4, 10));
    assertThat(quartiles.position(1.74)).isEqualTo(Quartiles.Position.BELOW);
    assertThat(quartiles.position(1.75)).isEqualTo(Quartiles.Position.WITHIN);
    assertThat(quartiles.position(5.5)).isEqualTo(Quartiles.Position.WITHIN);
    assertThat(quartiles.position(5.51)).isEqualTo(Quartiles.Position.ABOVE);
  }

  @Test
  void ofThreeNothingIsTold() {
    var few = Quartiles.of(DoubleStream.of(1, 2, 3));
    assertThat(few.tell()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> few.position(2));
  }
}
