package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sozialradar.composite.IndexIndicator.Direction;

class NormalisationTest {
  private static final IndexIndicator RAISES = new IndexIndicator("x", Direction.RAISES);
  private static final IndexIndicator LOWERS = new IndexIndicator("x", Direction.LOWERS);

  @Test
  void minMaxToARange() {
    var scores =
        new Normalisation.MinMax(1, 100).apply(RAISES, new double[] {20, Double.NaN, 10, 40});
    assertThat(scores).containsExactly(34, Double.NaN, 1, 100);
  }

  /** 5 of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, n − 1 = 7. */
  @Test
  void zScoreWithOneLessThanTheNumberOfValues() {
    var scores =
        new Normalisation.ZScore().apply(RAISES, new double[] {2, 4, 4, 4, 5, 5, 7, Double.NaN, 9});
    assertThat(scores[0]).isCloseTo(-3 / Math.sqrt(32 / 7.0), within(1e-15));
    assertThat(scores[4]).isZero();
    assertThat(scores[7]).isNaN();
    assertThat(scores[8]).isCloseTo(4 / Math.sqrt(32 / 7.0), within(1e-15));
  }

  /** R 4.2.2: 100 * (rank(c(5, 3, 9, 3, 1, 3, 9)) - 0.5) / 7. */
  @Test
  void percentileRankWithTies() {
    var scores =
        new Normalisation.PercentileRank(0, 100).apply(RAISES, new double[] {5, 3, 9, 3, 1, 3, 9});
    double[] expected = {
      64.28571428571429,
      35.71428571428572,
      85.71428571428571,
      35.71428571428572,
      7.14285714285714,
      35.71428571428572,
      85.71428571428571
    };
    assertThat(scores).containsExactly(expected, within(1e-12));
  }

  @Test
  void percentileRankLeavesMissingValuesOut() {
    var scores =
        new Normalisation.PercentileRank(0, 1)
            .apply(RAISES, new double[] {Double.NaN, 8, -0.0, Double.NaN, 0.0, 3});
    assertThat(scores).containsExactly(Double.NaN, 0.875, 0.25, Double.NaN, 0.25, 0.625);
  }

  @Test
  void longRunsOfTies() {
    var values = new double[1000];
    for (int i = 300; i < 1000; i++) {
      values[i] = i < 933 ? 5 : 7;
    }
    var scores = new Normalisation.PercentileRank(0, 1000).apply(RAISES, values);
    assertThat(scores[0]).isCloseTo(150, within(1e-9));
    assertThat(scores[500]).isCloseTo((300 + 933) / 2.0, within(1e-9));
    assertThat(scores[999]).isCloseTo((933 + 1000) / 2.0, within(1e-9));
  }

  @Test
  void goalpostsInTheUnitOfTheIndicator() {
    var goalposts =
        new Normalisation.Goalposts(Map.of("x", new Normalisation.Goalposts.Ends(20, 85)), 0, 1);
    assertThat(goalposts.apply(RAISES, new double[] {20, 52.5, 85, 90, 3, Double.NaN}))
        .containsExactly(0, 0.5, 1, 1, 0, Double.NaN);
    assertThat(goalposts.apply(LOWERS, new double[] {-20, -52.5, -85, -90, -3, Double.NaN}))
        .containsExactly(1, 0.5, 0, 0, 1, Double.NaN);
  }

  @Test
  void goalpostsDoNotDependOnOtherAreas() {
    var goalposts =
        new Normalisation.Goalposts(Map.of("x", new Normalisation.Goalposts.Ends(0, 10)), 1, 100);
    assertThat(goalposts.apply(RAISES, new double[] {4, 9})[0])
        .isEqualTo(goalposts.apply(RAISES, new double[] {4, 5, 6})[0]);
  }

  @Test
  void goalpostsOfAnotherIndicatorAreNoGoalposts() {
    var goalposts =
        new Normalisation.Goalposts(Map.of("y", new Normalisation.Goalposts.Ends(0, 10)), 0, 1);
    assertThatThrownBy(() -> goalposts.apply(RAISES, new double[] {1, 2}))
        .isInstanceOfSatisfying(
            InvalidIndexException.class,
            e -> {
              assertThat(e.code()).isEqualTo("goalposts-missing");
              assertThat(e.details()).containsEntry("indicator", "x");
            });
  }

  @Test
  void everyWayHasOneForTheGeometricMean() {
    double[] values = {3, 8, 4, 9};
    var z = new Normalisation.ZScore().onGeometricScale().apply(RAISES, values);
    assertThat(z).containsExactly(1, 83.5, 17.5, 100);
    var rank = new Normalisation.PercentileRank(0, 1).onGeometricScale().apply(RAISES, values);
    assertThat(rank)
        .containsExactly(1 + 99 / 8.0, 1 + 99 * 5 / 8.0, 1 + 99 * 3 / 8.0, 1 + 99 * 7 / 8.0);
  }

  @Test
  void rangesMustAscend() {
    assertThatThrownBy(() -> new Normalisation.MinMax(1, 1))
        .isInstanceOfSatisfying(
            InvalidIndexException.class, e -> assertThat(e.code()).isEqualTo("range-unfit"));
    assertThatThrownBy(() -> new Normalisation.Goalposts.Ends(5, Double.NaN))
        .isInstanceOf(InvalidIndexException.class);
  }
}
