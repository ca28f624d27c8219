package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class JointDrawsTest {
  private static final int DRAWS = 40_000;

  private final ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());

  @Test
  void theSameSeedGivesTheSameDrawsInAnyOrder() {
    JointDraws one = JointDraws.of(fit, 50, 11);
    JointDraws other = JointDraws.of(fit, 50, 11);
    other.ofArea(39);

    assertThat(one.ofArea(3)).isEqualTo(other.ofArea(3)).isEqualTo(one.ofArea(3));
    assertThat(one.coefficients(7)).isEqualTo(other.coefficients(7));
    assertThat(one.byDraw()[7][3]).isEqualTo(one.ofArea(3)[7]);
    assertThat(JointDraws.of(fit, 50, 12).ofArea(3)).isNotEqualTo(one.ofArea(3));
  }

  @Test
  void coefficientsScatterByTheirCovariance() {
    JointDraws draws = JointDraws.of(fit, DRAWS, 1);
    var columns = new double[3][DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      double[] beta = draws.coefficients(k);
      for (int j = 0; j < 3; j++) {
        columns[j][k] = beta[j];
      }
    }
    for (int j = 0; j < 3; j++) {
      Coefficient coefficient = fit.coefficients().get(j);
      assertThat(mean(columns[j]))
          .isCloseTo(coefficient.value(), within(5 * coefficient.standardError() / 200));
      for (int l = 0; l < 3; l++) {
        double scale = coefficient.standardError() * fit.coefficients().get(l).standardError();
        assertThat(covariance(columns[j], columns[l]))
            .isCloseTo(fit.coefficientCovariance().get(j).get(l), within(0.03 * scale));
      }
    }
  }

  @Test
  void areasScatterByG1PlusG2AndOthersByAPlusTheLine() {
    JointDraws draws = JointDraws.of(fit, DRAWS, 2);
    for (int i = 0; i < fit.input().size(); i++) {
      double b = 1 - fit.gamma(i);
      double variance = fit.effectVariance(i) + b * b * fit.leverage(i);
      double[] values = draws.ofArea(i);
      assertThat(mean(values)).isCloseTo(fit.centre(i), within(5 * Math.sqrt(variance) / 200));
      assertThat(covariance(values, values)).isCloseTo(variance, within(0.04 * variance));
      if (!fit.input().isSampled(i)) {
        assertThat(variance).isCloseTo(fit.prediction(i).meanSquaredError(), within(1e-12));
      }
    }
  }

  /** What two areas without respondents share is the line: x_i'Qx_j. */
  @Test
  void areasOfADrawShareTheLine() {
    JointDraws draws = JointDraws.of(fit, DRAWS, 3);
    int one = fit.input().indexOf(new AreaCode("A04"));
    int other = fit.input().indexOf(new AreaCode("A19"));
    double shared = 0;
    double[] left = {1, fit.input().covariate(one, 0), fit.input().covariate(one, 1)};
    double[] right = {1, fit.input().covariate(other, 0), fit.input().covariate(other, 1)};
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        shared += left[j] * fit.coefficientCovariance().get(j).get(k) * right[k];
      }
    }

    // The standard error of a covariance of two values of about this variance.
    double error = fit.prediction(one).meanSquaredError() / Math.sqrt(DRAWS);
    assertThat(covariance(draws.ofArea(one), draws.ofArea(other)))
        .isCloseTo(shared, within(5 * error));
    assertThat(shared).isGreaterThan(10 * error);
  }

  @Test
  void drawsOfProportionsAreProportionsAroundThePrediction() {
    ModelFit proportions =
        FayHerriot.fit(
            ReferenceTable.read(
                "proportions_input.csv", ModelInput.proportions(List.of("x1", "x2"))));
    JointDraws draws = JointDraws.of(proportions, 10_000, 5);
    for (int i = 0; i < proportions.input().size(); i++) {
      double[] values = draws.ofArea(i);
      assertThat(Arrays.stream(values).allMatch(p -> p >= 0 && p <= 1)).isTrue();
      Prediction prediction = proportions.prediction(i);
      double error = Math.sqrt(prediction.meanSquaredError());
      assertThat(mean(values)).isCloseTo(prediction.value(), within(0.25 * error));
    }
  }

  @Test
  void noDrawsAreRefused() {
    assertThatThrownBy(() -> JointDraws.of(fit, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double covariance(double[] one, double[] other) {
    double meanOne = mean(one);
    double meanOther = mean(other);
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += (one[k] - meanOne) * (other[k] - meanOther);
    }
    return sum / (one.length - 1);
  }
}
