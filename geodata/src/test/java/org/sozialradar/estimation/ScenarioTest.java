package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.estimation.ReferenceTable.code;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class ScenarioTest {
  private static final AreaCode SAMPLED = new AreaCode("A01");
  private static final AreaCode UNSAMPLED = new AreaCode("A04");

  private final ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());
  private final JointDraws draws = JointDraws.of(fit, 4000, 1);

  /** A01 has x1 = 12.8 and x2 = 56.9; β̂ and the standard error of x1 by R's sae. */
  @Test
  void aChangeOfOneCovariateIsItsCoefficientTimesTheStep() {
    ScenarioEffect effect = scenario(Map.of(SAMPLED, Map.of("x1", 17.8))).effect(SAMPLED);

    double slope = -0.0285346404239073;
    double error = 0.00968435653316438;
    assertThat(effect.change()).isCloseTo(5 * slope, within(1e-7));
    assertThat(effect.changeStandardError()).isCloseTo(5 * error, within(1e-7));
    assertThat(effect.changeLower()).isCloseTo(5 * (slope - 1.959963985 * error), within(1e-7));
    assertThat(effect.changeUpper()).isCloseTo(5 * (slope + 1.959963985 * error), within(1e-7));
    assertThat(effect.before()).isCloseTo(3.44528946583642, within(1e-6));
    assertThat(effect.after()).isCloseTo(effect.before() + effect.change(), within(1e-12));
    assertThat(effect.contributions()).hasSize(1);
    assertThat(effect.contributions().get(0).change()).isCloseTo(5, within(1e-9));
    assertThat(effect.warnings()).containsExactly(ScenarioWarning.ASSOCIATION_NOT_CAUSE);
  }

  @Test
  void twoChangesShareTheirCovariance() {
    ScenarioEffect effect =
        scenario(Map.of(UNSAMPLED, Map.of("x1", 8.5, "x2", 45.8))).effect(UNSAMPLED);

    List<List<Double>> q = fit.coefficientCovariance();
    double variance = 9 * q.get(1).get(1) + 2 * 3 * -3 * q.get(1).get(2) + 9 * q.get(2).get(2);
    assertThat(effect.changeStandardError()).isCloseTo(Math.sqrt(variance), within(1e-9));
    assertThat(effect.contributions().stream().mapToDouble(Contribution::effect).sum())
        .isCloseTo(effect.change(), within(1e-12));
  }

  /** For an area without respondents the level after has variance A + x̃'Qx̃. */
  @Test
  void theLevelAfterCarriesItsOwnInterval() {
    ScenarioEffect effect = scenario(Map.of(UNSAMPLED, Map.of("x1", 15.5))).effect(UNSAMPLED);

    double[] row = {1, 15.5, 48.8};
    double variance = fit.variance();
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        variance += row[j] * fit.coefficientCovariance().get(j).get(k) * row[k];
      }
    }
    double half = 1.96 * Math.sqrt(variance);
    assertThat(effect.afterLower()).isCloseTo(effect.after() - half, within(0.1 * half));
    assertThat(effect.afterUpper()).isCloseTo(effect.after() + half, within(0.1 * half));
  }

  @Test
  void aBenchmarkedLevelMovesTheIntervalAlong() {
    Map<AreaCode, Map<String, Double>> changes = Map.of(UNSAMPLED, Map.of("x1", 15.5));
    List<Double> weights = fit.predictions().stream().map(prediction -> 1.0 / 40).toList();
    List<Prediction> published = Benchmarking.adjust(fit.predictions(), weights, 4).predictions();
    int place = fit.input().indexOf(UNSAMPLED);
    double by = published.get(place).value() - fit.prediction(place).value();

    ScenarioEffect plain = scenario(changes).effect(UNSAMPLED);
    ScenarioEffect moved = Scenario.of(draws, published, changes).effect(UNSAMPLED);

    assertThat(by).isPositive();
    assertThat(moved.change()).isEqualTo(plain.change());
    assertThat(moved.before()).isCloseTo(plain.before() + by, within(1e-12));
    assertThat(moved.after()).isCloseTo(plain.after() + by, within(1e-12));
    assertThat(moved.afterLower()).isCloseTo(plain.afterLower() + by, within(1e-12));
  }

  @Test
  void aDistrictIsTheWeightedMeanWithinEachDraw() {
    Scenario scenario = scenario(Map.of(SAMPLED, Map.of("x1", 17.8)));
    AreaCode other = new AreaCode("A02");

    ScenarioEffect district = scenario.effect(Map.of(SAMPLED, 3000.0, other, 1000.0));

    ScenarioEffect one = scenario.effect(SAMPLED);
    ScenarioEffect unchanged = scenario.effect(other);
    assertThat(unchanged.change()).isZero();
    assertThat(unchanged.changeStandardError()).isZero();
    assertThat(district.change()).isCloseTo(0.75 * one.change(), within(1e-12));
    assertThat(district.changeStandardError())
        .isCloseTo(0.75 * one.changeStandardError(), within(1e-12));
    assertThat(district.before())
        .isCloseTo(0.75 * one.before() + 0.25 * unchanged.before(), within(1e-12));
    assertThat(district.afterUpper() - district.afterLower())
        .isLessThan(one.afterUpper() - one.afterLower());
    assertThat(district.contributions().get(0).change()).isCloseTo(0.75 * 5, within(1e-9));
  }

  @Test
  void warnsOutsideOfWhatWasObserved() {
    ScenarioEffect effect =
        scenario(Map.of(SAMPLED, Map.of("x1", 70.0, "x2", 50.0))).effect(SAMPLED);

    assertThat(effect.outsideObservedRange()).containsExactly("x1");
    assertThat(effect.warnings())
        .containsExactly(
            ScenarioWarning.ASSOCIATION_NOT_CAUSE,
            ScenarioWarning.OUTSIDE_OBSERVED_RANGE,
            ScenarioWarning.EXTRAPOLATION);
  }

  @Test
  void proportionsChangeOnTheirOwnScale() {
    ModelFit proportions =
        FayHerriot.fit(
            ReferenceTable.read(
                "proportions_input.csv", ModelInput.proportions(List.of("x1", "x2"))));
    JointDraws proportionDraws = JointDraws.of(proportions, 4000, 1);
    AreaCode area = new AreaCode("S05");
    int place = proportions.input().indexOf(area);
    double x1 = proportions.input().covariate(place, 0);
    double x2 = proportions.input().covariate(place, 1);

    ScenarioEffect effect =
        Scenario.of(
                proportionDraws,
                proportions.predictions(),
                Map.of(area, Map.of("x1", x1 + 4, "x2", x2 + 5)))
            .effect(area);

    double moved =
        4 * proportions.coefficients().get(1).value()
            + 5 * proportions.coefficients().get(2).value();
    double v = proportions.effectVariance(place);
    double centre = proportions.centre(place);
    double expected =
        Math.exp(-2 * v) * (Math.cos(2 * centre) - Math.cos(2 * (centre + moved))) / 2;
    assertThat(effect.change()).isCloseTo(expected, within(1e-9));
    assertThat(effect.contributions().stream().mapToDouble(Contribution::effect).sum())
        .isCloseTo(expected, within(1e-9));
    assertThat(effect.after()).isBetween(effect.afterLower(), effect.afterUpper());
    assertThat(effect.changeLower()).isLessThan(expected);
    assertThat(effect.changeUpper()).isGreaterThan(expected).isLessThan(1);
  }

  @Test
  void proportionsThatRunFarStayProportions() {
    ModelFit proportions =
        FayHerriot.fit(
            ReferenceTable.read(
                "proportions_input.csv", ModelInput.proportions(List.of("x1", "x2"))));
    AreaCode area = new AreaCode("U04");

    for (double x1 : new double[] {-500, 500}) {
      ScenarioEffect effect =
          Scenario.of(
                  JointDraws.of(proportions, 500, 1),
                  proportions.predictions(),
                  Map.of(area, Map.of("x1", x1)))
              .effect(area);
      assertThat(effect.afterLower()).isBetween(0.0, effect.after());
      assertThat(effect.afterUpper()).isBetween(effect.after(), 1.0);
    }
  }

  @Test
  void refusesUnknownNamesAndBadNumbers() {
    assertThat(code(() -> scenario(Map.of(SAMPLED, Map.of("x9", 1.0)))))
        .isEqualTo("covariate-unknown");
    assertThat(code(() -> scenario(Map.of(new AreaCode("Z"), Map.of("x1", 1.0)))))
        .isEqualTo("area-unknown");
    assertThat(code(() -> scenario(Map.of(SAMPLED, Map.of("x1", Double.NaN)))))
        .isEqualTo("covariate-invalid");
    assertThat(code(() -> Scenario.of(draws, List.of(), Map.of()))).isEqualTo("levels-miscounted");
    assertThat(code(() -> scenario(Map.of()).effect(Map.of()))).isEqualTo("weights-invalid");
    assertThat(code(() -> scenario(Map.of()).effect(Map.of(SAMPLED, 0.0))))
        .isEqualTo("weights-invalid");
  }

  private Scenario scenario(Map<AreaCode, Map<String, Double>> changes) {
    return Scenario.of(draws, fit.predictions(), changes);
  }
}
