package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class ModelDiagnosticsTest {
  private final ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());
  private final ModelDiagnostics diagnostics = ModelDiagnostics.of(fit);

  /** Each area really left out, with A kept, and the line fitted anew. */
  @Test
  void leavingOutIsWhatTheNewFitOfTheOthersSays() {
    int at = 0;
    for (AreaDiagnostic area : diagnostics.areas()) {
      Design others = without(fit.input(), area.area());
      double[] beta = new RestrictedLikelihood(others).at(fit.variance()).coefficients;
      int place = fit.input().indexOf(area.area());
      double line = others.valueMean() + others.dot(place, beta);
      assertThat(area.leaveOneOut()).isCloseTo(line, within(1e-9));
      assertThat(area.error()).isCloseTo(fit.input().value(place) - line, within(1e-9));
      at++;
    }
    assertThat(at).isEqualTo(35);
  }

  @Test
  void errorsSumUpTheAreas() {
    double squares =
        diagnostics.areas().stream().mapToDouble(area -> area.error() * area.error()).sum();
    assertThat(diagnostics.leaveOneOutError()).isCloseTo(Math.sqrt(squares / 35), within(1e-12));
    assertThat(diagnostics.leaveOneOutAbsoluteError()).isLessThan(diagnostics.leaveOneOutError());
    assertThat(diagnostics.leaveOneOutError()).isLessThan(diagnostics.naiveLeaveOneOutError());
  }

  @Test
  void theNaiveErrorPredictsEachAreaByTheMeanOfTheOthers() {
    int[] sampled = fit.design().sampled();
    double sum = IntStream.of(sampled).mapToDouble(fit.input()::value).sum();
    double squares =
        IntStream.of(sampled)
            .mapToDouble(i -> fit.input().value(i) - (sum - fit.input().value(i)) / 34)
            .map(e -> e * e)
            .sum();
    assertThat(diagnostics.naiveLeaveOneOutError())
        .isCloseTo(Math.sqrt(squares / 35), within(1e-12));
  }

  @Test
  void calibrationCountsTheResidualsInsideTheirIntervals() {
    assertThat(diagnostics.calibration())
        .extracting(Calibration::nominal)
        .containsExactly(0.5, 0.8, 0.95);
    long inside =
        diagnostics.areas().stream()
            .filter(area -> Math.abs(area.standardisedResidual()) < 1.2815515655446)
            .count();
    assertThat(diagnostics.calibration().get(1).observed()).isEqualTo(inside / 35.0);
  }

  @Test
  void inflationOfTwoCovariatesFollowsFromTheirCorrelation() {
    double r = fit.design().correlations().get(0, 1);
    assertThat(diagnostics.varianceInflation()).hasSize(2);
    assertThat(diagnostics.varianceInflation().get(0)).isCloseTo(1 / (1 - r * r), within(1e-12));
  }

  @Test
  void anAreaFarFromTheSampleIsFlagged() {
    ModelInput.Builder builder = ModelInput.means(List.of("x"));
    for (int i = 0; i < 20; i++) {
      builder.sampled(new AreaCode("A" + i), i % 4, 0.5, i);
    }
    builder.withoutRespondents(new AreaCode("inside"), 10);
    builder.withoutRespondents(new AreaCode("outside"), 25);
    ModelFit line = FayHerriot.fit(builder.build());

    assertThat(ModelDiagnostics.of(line).extrapolated()).containsExactly(new AreaCode("outside"));
    assertThat(line.prediction(new AreaCode("outside")).extrapolated()).isTrue();
    assertThat(line.prediction(new AreaCode("inside")).extrapolated()).isFalse();
  }

  /** By hand: 1, 2, 3, 4 in a row; z = −1.5, −.5, .5, 1.5; means of neighbours −.5, −.5, .5, .5. */
  @Test
  void moransIOfARow() {
    MoransI index = MoransI.of(values(1, 2, 3, 4), row(4), 999, 1).orElseThrow();

    assertThat(index.value()).isCloseTo((0.75 + 0.25 + 0.25 + 0.75) / 5, within(1e-12));
    assertThat(index.expected()).isCloseTo(-1.0 / 3, within(1e-12));
  }

  /** R 4.2.2, package ape: Moran.I on a 4 × 4 grid with rook neighbours; .75 and −.08620690. */
  @Test
  void moransIOfAGridIsThatOfApe() {
    MoransI slope =
        MoransI.of(values(1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7), grid(4), 999, 1)
            .orElseThrow();
    MoransI scattered =
        MoransI.of(values(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3), grid(4), 999, 1)
            .orElseThrow();

    assertThat(slope.value()).isCloseTo(0.75, within(1e-12));
    assertThat(slope.pValue()).isLessThan(0.01);
    assertThat(scattered.value()).isCloseTo(-0.0862068965517241, within(1e-12));
    assertThat(scattered.expected()).isCloseTo(-1.0 / 15, within(1e-12));
    // One-sided normal approximation of ape's expectation and deviation .193473: .540.
    assertThat(scattered.pValue()).isBetween(0.44, 0.64);
  }

  @Test
  void areasWithoutNeighboursAreLeftOut() {
    Map<AreaCode, Double> values = values(1, 2, 3, 4);
    values.put(new AreaCode("island"), 100.0);

    MoransI index = MoransI.of(values, row(4), 99, 1).orElseThrow();

    assertThat(index.areas()).isEqualTo(4);
    assertThat(index.value()).isCloseTo(0.4, within(1e-12));
    assertThat(MoransI.of(values(1, 2), row(2), 99, 1)).isEmpty();
    assertThat(MoransI.of(values(5, 5, 5, 5), row(4), 99, 1)).isEmpty();
  }

  @Test
  void residualsOfAModelThatMissesASlopeInSpaceAreAlikeNearby() {
    ModelInput.Builder builder = ModelInput.means(List.of("x"));
    for (int i = 0; i < 64; i++) {
      int line = i / 8;
      builder.sampled(code(i), line + 0.1 * (i * 37 % 11), 0.05, i * 29 % 17);
    }
    ModelDiagnostics missing = ModelDiagnostics.of(FayHerriot.fit(builder.build()));

    MoransI index = missing.residualMoransI(grid(8), 199, 7).orElseThrow();

    assertThat(index.value()).isGreaterThan(0.6);
    assertThat(index.pValue()).isEqualTo(1.0 / 200);
    assertThat(missing.residualMoransI(grid(8), 199, 7)).contains(index);
  }

  private static Design without(ModelInput input, AreaCode area) {
    ModelInput.Builder builder = ModelInput.means(input.covariates());
    for (int i = 0; i < input.size(); i++) {
      double[] x = {input.covariate(i, 0), input.covariate(i, 1)};
      AreaCode code = input.areas().get(i);
      if (input.isSampled(i) && !code.equals(area)) {
        builder.sampled(code, input.value(i), input.variance(i), x);
      } else {
        builder.withoutRespondents(code, x);
      }
    }
    return new Design(builder.build());
  }

  private static AreaCode code(int i) {
    return InventedSurvey.code(i);
  }

  private static Map<AreaCode, Double> values(double... values) {
    var map = new HashMap<AreaCode, Double>();
    for (int i = 0; i < values.length; i++) {
      map.put(code(i), values[i]);
    }
    return map;
  }

  private static NeighbourList row(int size) {
    return neighbours(size, (i, j) -> Math.abs(i - j) == 1);
  }

  private static NeighbourList grid(int side) {
    return neighbours(
        side * side, (i, j) -> Math.abs(i / side - j / side) + Math.abs(i % side - j % side) == 1);
  }

  private interface Touch {
    boolean test(int one, int other);
  }

  private static NeighbourList neighbours(int size, Touch touch) {
    var map = new HashMap<AreaCode, List<AreaCode>>();
    for (int i = 0; i < size; i++) {
      var list = new ArrayList<AreaCode>();
      for (int j = 0; j < size; j++) {
        if (touch.test(i, j)) {
          list.add(code(j));
        }
      }
      map.put(code(i), list);
    }
    return NeighbourList.of(map);
  }
}
