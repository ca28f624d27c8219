package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;

/** What errors of predictions share, and what that makes of weighted means. */
class SharedErrorsTest {
  private static final int DRAWS = 40_000;

  private final ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());
  private final SharedErrors errors = SharedErrors.of(fit, values(fit), 1);

  private static List<Estimate> values(ModelFit fit) {
    return fit.predictions().stream().map(Prediction::toEstimate).toList();
  }

  /** x_i'Q x_j from the published coefficients' covariance. */
  private double line(int i, int j) {
    double[] left = {1, fit.input().covariate(i, 0), fit.input().covariate(i, 1)};
    double[] right = {1, fit.input().covariate(j, 0), fit.input().covariate(j, 1)};
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        sum += left[a] * fit.coefficientCovariance().get(a).get(b) * right[b];
      }
    }
    return sum;
  }

  private double covariance(int i, int j) {
    return errors.covariance(one(i), one(j), code -> Double.NaN);
  }

  private SortedMap<AreaCode, Double> one(int i) {
    return new TreeMap<>(java.util.Map.of(fit.input().areas().get(i), 1.0));
  }

  @Test
  void areasWithoutDirectValuesShareTheWholeLine() {
    int[] without =
        IntStream.range(0, fit.input().size()).filter(i -> !fit.input().isSampled(i)).toArray();
    assertThat(without).hasSize(5);
    for (int i : without) {
      assertThat(errors.tenthsOfLine(i)).isEqualTo(10);
      for (int j : without) {
        if (i != j) {
          double error = Math.sqrt(line(i, i) * line(j, j));
          assertThat(covariance(i, j)).isCloseTo(line(i, j), within(1e-3 * error));
        }
      }
    }
  }

  /**
   * Against draws, which know nothing of the formula: never more than there is, and not far off.
   */
  @Test
  void theCovarianceIsAtMostThatOfJointDraws() {
    var draws = JointDraws.of(fit, DRAWS, 4).byDraw();
    int size = fit.input().size();
    double shared = 0;
    double found = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double drawn = covariance(draws, i, j);
        double scale =
            Math.sqrt(fit.meanSquaredError(i) * fit.meanSquaredError(j)) / Math.sqrt(DRAWS);
        assertThat(covariance(i, j)).isLessThan(drawn + 5 * scale);
        shared += drawn;
        found += covariance(i, j);
      }
    }
    assertThat(shared).isPositive();
    assertThat(found).isBetween(0.5 * shared, shared);
  }

  private static double covariance(double[][] draws, int i, int j) {
    double meanI = 0;
    double meanJ = 0;
    for (double[] draw : draws) {
      meanI += draw[i] / draws.length;
      meanJ += draw[j] / draws.length;
    }
    double sum = 0;
    for (double[] draw : draws) {
      sum += (draw[i] - meanI) * (draw[j] - meanJ);
    }
    return sum / (draws.length - 1);
  }

  @Test
  void whatIsKeptOfASampledAreaIsNoMoreThanATenth() {
    for (int i = 0; i < fit.input().size(); i++) {
      if (fit.input().isSampled(i)) {
        double b = 1 - fit.gamma(i);
        assertThat(errors.tenthsOfLine(i)).isLessThan(10).isEqualTo((int) (b * 10));
      }
    }
  }

  @Test
  void anAreaIsPartOfAMeanWithItsOwnError() {
    var pair = new TreeMap<AreaCode, Double>();
    pair.put(fit.input().areas().get(0), 0.25);
    pair.put(fit.input().areas().get(1), 0.75);
    assertThat(errors.covariance(one(0), pair, code -> 0.02))
        .isCloseTo(0.25 * 0.02 + 0.75 * covariance(0, 1), within(1e-15));
    assertThatThrownBy(
            () ->
                errors.covariance(
                    one(0),
                    new TreeMap<>(java.util.Map.of(new AreaCode("nowhere"), 1.0)),
                    code -> 0))
        .hasMessageContaining("not predicted");
  }

  @Test
  void proportionsShareTheLineOnTheirOwnScale() {
    ModelFit proportions =
        FayHerriot.fit(
            ReferenceTable.read(
                "proportions_input.csv", ModelInput.proportions(List.of("x1", "x2"))));
    var shared = SharedErrors.of(proportions, values(proportions), 100);
    var draws = JointDraws.of(proportions, DRAWS, 6).byDraw();
    int[] without =
        IntStream.range(0, proportions.input().size())
            .filter(i -> !proportions.input().isSampled(i))
            .toArray();
    assertThat(without).hasSizeGreaterThan(1);
    for (int i : without) {
      for (int j : without) {
        if (i < j) {
          var codes = proportions.input().areas();
          double found =
              shared.covariance(
                  new TreeMap<>(java.util.Map.of(codes.get(i), 1.0)),
                  new TreeMap<>(java.util.Map.of(codes.get(j), 1.0)),
                  code -> Double.NaN);
          // In points of percent; the way back is curved, so draws agree roughly, from above.
          double scale =
              1e4
                  * Math.sqrt(
                      proportions.prediction(i).meanSquaredError()
                          * proportions.prediction(j).meanSquaredError());
          assertThat(found).isCloseTo(1e4 * covariance(draws, i, j), within(0.05 * scale));
        }
      }
    }
  }

  /** Σ Σ W W B B x'Qx + Σ W² (g1 + 2 g3), with numbers that the fit publishes. */
  @Test
  void theErrorOfAGroupIsThatOfTheLineAndOfItsAreas() {
    var shares = new TreeMap<Integer, Double>();
    double[] amounts = {5, 1, 2, 8, 4};
    int[] places = {0, 3, 7, 12, 18};
    for (int k = 0; k < places.length; k++) {
      shares.put(places[k], amounts[k] / 20);
    }
    double variance = 0;
    double value = 0;
    for (var i : shares.keySet()) {
      double b = 1 - fit.gamma(i);
      variance += square(shares.get(i)) * (fit.meanSquaredError(i) - b * b * line(i, i));
      value += shares.get(i) * fit.prediction(i).value();
      for (var j : shares.keySet()) {
        variance += shares.get(i) * shares.get(j) * b * (1 - fit.gamma(j)) * line(i, j);
      }
    }
    var group = GroupPrediction.of(JointDraws.of(fit, DRAWS, 8), fit.predictions(), shares);
    double half = 1.959963984540054 * Math.sqrt(variance);
    assertThat(group.value()).isCloseTo(value, within(1e-12));
    assertThat(value - group.lower()).isCloseTo(half, within(0.02 * half));
    assertThat(group.upper() - value).isCloseTo(half, within(0.02 * half));
    shares.put(0, 0.3);
    assertThatThrownBy(
            () -> GroupPrediction.of(JointDraws.of(fit, 10, 8), fit.predictions(), shares))
        .hasMessageContaining("shares");
  }

  private static double square(double value) {
    return value * value;
  }
}
