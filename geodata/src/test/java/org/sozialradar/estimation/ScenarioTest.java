package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.estimation.ReferenceTable.code;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class ScenarioTest {
  private static final AreaCode SAMPLED = new AreaCode("A01");
  private static final AreaCode UNSAMPLED = new AreaCode("A04");
  private static final int DRAWS = 40_000;

  private final ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());
  private final PublishedFit published = PublishedFit.of(fit, fit.predictions());
  private final ModelFit proportions =
      FayHerriot.fit(
          ReferenceTable.read(
              "proportions_input.csv", ModelInput.proportions(List.of("x1", "x2"))));
  private final PublishedFit shares = PublishedFit.of(proportions, proportions.predictions());

  /** A01 has x1 = 12.8 and x2 = 56.9; β̂ and the standard error of x1 by R's sae. */
  @Test
  void aChangeOfOneCovariateIsItsCoefficientTimesTheStep() {
    ScenarioEffect effect = scenario(Map.of(SAMPLED, Map.of("x1", 17.8))).effect(SAMPLED);

    double slope = -0.0285346404239073;
    double error = 0.00968435653316438;
    assertThat(effect.change().value()).isCloseTo(5 * slope, within(1e-7));
    assertThat(effect.changeStandardError()).isCloseTo(5 * error, within(1e-7));
    assertThat(effect.change().lower()).isCloseTo(5 * (slope - 1.959963985 * error), within(1e-7));
    assertThat(effect.change().upper()).isCloseTo(5 * (slope + 1.959963985 * error), within(1e-7));
    assertThat(effect.before().value()).isCloseTo(3.44528946583642, within(1e-6));
    assertThat(effect.after().value())
        .isCloseTo(effect.before().value() + effect.change().value(), within(1e-12));
    assertThat(effect.contributions()).hasSize(1);
    assertThat(effect.contributions().get(0).change()).isCloseTo(5, within(1e-9));
    assertThat(effect.outsideObservedRange()).isEmpty();
    assertThat(effect.extrapolated()).isFalse();
  }

  @Test
  void twoChangesShareTheirCovariance() {
    ScenarioEffect effect =
        scenario(Map.of(UNSAMPLED, Map.of("x1", 8.5, "x2", 45.8))).effect(UNSAMPLED);

    List<List<Double>> q = fit.coefficientCovariance();
    double variance = 9 * q.get(1).get(1) + 2 * 3 * -3 * q.get(1).get(2) + 9 * q.get(2).get(2);
    assertThat(effect.changeStandardError()).isCloseTo(Math.sqrt(variance), within(1e-9));
    assertThat(effect.contributions().stream().mapToDouble(Contribution::effect).sum())
        .isCloseTo(effect.change().value(), within(1e-12));
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
    double half = 1.959963984540054 * Math.sqrt(variance);
    assertThat(effect.after().lower()).isCloseTo(effect.after().value() - half, within(1e-8));
    assertThat(effect.after().upper()).isCloseTo(effect.after().value() + half, within(1e-8));
  }

  /** Of an area with respondents, joint draws of the whole fit, direct values and all, agree. */
  @Test
  void jointDrawsOfTheFitGiveTheSameIntervals() {
    for (var one : List.of(fit, proportions)) {
      var areas = one.input().areas();
      var draws = JointDraws.of(one, DRAWS, 5);
      for (int place = 0; place < 4; place++) {
        AreaCode area = areas.get(place);
        double x1 = one.input().covariate(place, 0) + 3;
        ScenarioEffect effect =
            Scenario.of(PublishedFit.of(one, one.predictions()), Map.of(area, Map.of("x1", x1)))
                .effect(area);
        double[] levels = draws.modelled(place);
        var after = new double[DRAWS];
        for (int k = 0; k < DRAWS; k++) {
          after[k] = one.input().scale().back(levels[k] + 3 * draws.coefficients(k)[1]);
        }
        java.util.Arrays.sort(after);
        double wide = effect.after().upper() - effect.after().lower();
        // The draws leave out that A is estimated.
        assertThat(after[DRAWS / 40]).isCloseTo(effect.after().lower(), within(0.06 * wide));
        assertThat(after[DRAWS - DRAWS / 40])
            .isCloseTo(effect.after().upper(), within(0.06 * wide));
      }
    }
  }

  @Test
  void aBenchmarkedLevelMovesTheIntervalAlong() {
    Map<AreaCode, Map<String, Double>> changes = Map.of(UNSAMPLED, Map.of("x1", 15.5));
    List<Double> weights = fit.predictions().stream().map(prediction -> 1.0 / 40).toList();
    List<Prediction> benchmarked = Benchmarking.adjust(fit.predictions(), weights, 4).predictions();
    int place = fit.input().indexOf(UNSAMPLED);
    double by = benchmarked.get(place).value() - fit.prediction(place).value();

    ScenarioEffect plain = scenario(changes).effect(UNSAMPLED);
    ScenarioEffect moved =
        Scenario.of(PublishedFit.of(fit, benchmarked), changes).effect(UNSAMPLED);

    assertThat(by).isPositive();
    assertThat(moved.change()).isEqualTo(plain.change());
    assertThat(moved.before().value()).isCloseTo(plain.before().value() + by, within(1e-12));
    assertThat(moved.after().lower()).isCloseTo(plain.after().lower() + by, within(1e-9));
  }

  @Test
  void aDistrictIsTheWeightedMean() {
    Scenario scenario = scenario(Map.of(SAMPLED, Map.of("x1", 17.8)));
    AreaCode other = new AreaCode("A02");

    ScenarioEffect district =
        ScenarioGroups.of(scenario, 4000, 1)
            .effects(List.of(Map.of(SAMPLED, 3000.0, other, 1000.0)))
            .get(0);

    ScenarioEffect one = scenario.effect(SAMPLED);
    ScenarioEffect unchanged = scenario.effect(other);
    assertThat(district.change().value()).isCloseTo(0.75 * one.change().value(), within(1e-12));
    assertThat(district.changeStandardError())
        .isCloseTo(0.75 * one.changeStandardError(), within(1e-12));
    assertThat(district.before().value())
        .isCloseTo(0.75 * one.before().value() + 0.25 * unchanged.before().value(), within(1e-12));
    assertThat(district.after().upper() - district.after().lower())
        .isLessThan(one.after().upper() - one.after().lower());
    assertThat(district.contributions().get(0).change()).isCloseTo(0.75 * 5, within(1e-9));
  }

  /** Before and after, against the draws that predictions of districts are published from. */
  @Test
  void groupsAgreeWithJointDrawsOfTheFit() {
    for (var one : List.of(fit, proportions)) {
      var draws = JointDraws.of(one, DRAWS, 5);
      var weights = new java.util.TreeMap<AreaCode, Double>();
      var places = new java.util.TreeMap<Integer, Double>();
      var changes = new java.util.HashMap<AreaCode, Map<String, Double>>();
      for (int i = 0; i < 8; i++) {
        weights.put(one.input().areas().get(i), 1.0 + i);
        places.put(i, (1.0 + i) / 36);
        changes.put(
            one.input().areas().get(i), Map.of("x1", one.input().covariate(i, 0) + i / 2.0));
      }
      var expected = GroupPrediction.of(draws, one.predictions(), places);
      var fitted = PublishedFit.of(one, one.predictions());
      var found =
          ScenarioGroups.of(Scenario.of(fitted, changes), DRAWS, 3)
              .effects(List.of(weights))
              .get(0);

      double wide = expected.upper() - expected.lower();
      assertThat(found.before().value()).isCloseTo(expected.value(), within(1e-12));
      assertThat(found.before().lower()).isCloseTo(expected.lower(), within(0.02 * wide));
      assertThat(found.before().upper()).isCloseTo(expected.upper(), within(0.02 * wide));

      var after = new double[DRAWS];
      var change = new double[DRAWS];
      for (int i = 0; i < 8; i++) {
        double[] levels = draws.modelled(i);
        for (int k = 0; k < DRAWS; k++) {
          double share = (1.0 + i) / 36;
          double moved = one.input().scale().back(levels[k] + i / 2.0 * draws.coefficients(k)[1]);
          after[k] += share * moved;
          change[k] += share * (moved - one.input().scale().back(levels[k]));
        }
      }
      java.util.Arrays.sort(after);
      java.util.Arrays.sort(change);
      double of = found.after().upper() - found.after().lower();
      // The draws leave out that A is estimated.
      assertThat(after[DRAWS - DRAWS / 40] - after[DRAWS / 40]).isBetween(0.9 * of, 1.02 * of);
      double ofChange = found.change().upper() - found.change().lower();
      assertThat(change[DRAWS / 40]).isCloseTo(found.change().lower(), within(0.04 * ofChange));
      assertThat(change[DRAWS - DRAWS / 40])
          .isCloseTo(found.change().upper(), within(0.04 * ofChange));
    }
  }

  @Test
  void whatDoesNotChangeHasNoEffect() {
    for (var one : List.of(published, shares)) {
      for (int i = 0; i < one.areas().size(); i++) {
        AreaCode area = one.areas().get(i);
        var effect = Scenario.of(one, Map.of(area, Map.of("x1", one.covariate(i, 0)))).effect(area);
        assertThat(effect.isChanged()).isFalse();
        assertThat(effect.change()).isEqualTo(Scenario.estimate(0, 0, 0));
        assertThat(effect.after()).isEqualTo(effect.before()).isEqualTo(one.shown(i));
      }
      var all = new java.util.HashMap<AreaCode, Double>();
      one.areas().forEach(area -> all.put(area, 2.0));
      var group =
          ScenarioGroups.of(Scenario.of(one, Map.of()), 1000, 1).effects(List.of(all)).get(0);
      assertThat(group.change()).isEqualTo(Scenario.estimate(0, 0, 0));
      assertThat(group.after()).isEqualTo(group.before());
    }
  }

  @Test
  void theOppositeChangeHasTheOppositeEffect() {
    var random = new Random(11);
    for (int i = 0; i < 20; i++) {
      AreaCode area = published.areas().get(i);
      double by = random.nextGaussian();
      double x1 = published.covariate(i, 0);
      var more = scenario(Map.of(area, Map.of("x1", x1 + by))).effect(area);
      var less = scenario(Map.of(area, Map.of("x1", x1 - by))).effect(area);
      assertThat(more.change().value()).isCloseTo(-less.change().value(), within(1e-12));
      assertThat(more.change().lower()).isCloseTo(-less.change().upper(), within(1e-12));
    }
  }

  /** The less is known of B, the wider is the interval; it holds the one of the exact B. */
  @Test
  void boundsOfBWidenTheInterval() {
    var builder =
        PublishedFit.builder(published.scale(), published.covariates())
            .line(
                fit.coefficients().stream().map(Coefficient::value).toList(),
                fit.coefficientCovariance())
            .effects(fit.variance(), fit.varianceStandardError());
    for (int i = 0; i < published.areas().size(); i++) {
      int tenths = (int) Math.floor(published.ofLine(i) * 10);
      builder.add(
          published.areas().get(i),
          published.shown(i),
          tenths / 10.0,
          Math.min(10, tenths + 1) / 10.0,
          published.covariate(i, 0),
          published.covariate(i, 1));
    }
    var rounded = builder.build();
    for (int i = 0; i < published.areas().size(); i++) {
      AreaCode area = published.areas().get(i);
      for (double by : new double[] {-4, 4}) {
        var changes = Map.of(area, Map.of("x1", published.covariate(i, 0) + by));
        var exact = Scenario.of(published, changes).effect(area);
        var wider = Scenario.of(rounded, changes).effect(area);
        assertThat(wider.change()).isEqualTo(exact.change());
        assertThat(wider.after().lower()).isLessThanOrEqualTo(exact.after().lower());
        assertThat(wider.after().upper()).isGreaterThanOrEqualTo(exact.after().upper());
      }
      assertThat(rounded.isSampled(i)).isEqualTo(fit.input().isSampled(i));
    }
  }

  @Test
  void saysWhatLiesOutsideOfWhatWasObserved() {
    ScenarioEffect effect =
        scenario(Map.of(SAMPLED, Map.of("x1", 70.0, "x2", 50.0))).effect(SAMPLED);

    assertThat(effect.outsideObservedRange()).containsExactly("x1");
    assertThat(effect.extrapolated()).isTrue();
  }

  @Test
  void proportionsChangeOnTheirOwnScale() {
    AreaCode area = new AreaCode("S05");
    int place = proportions.input().indexOf(area);
    double x1 = proportions.input().covariate(place, 0);
    double x2 = proportions.input().covariate(place, 1);

    ScenarioEffect effect =
        Scenario.of(shares, Map.of(area, Map.of("x1", x1 + 4, "x2", x2 + 5))).effect(area);

    double moved =
        4 * proportions.coefficients().get(1).value()
            + 5 * proportions.coefficients().get(2).value();
    double v = proportions.effectVariance(place);
    double centre = proportions.centre(place);
    double expected =
        Math.exp(-2 * v) * (Math.cos(2 * centre) - Math.cos(2 * (centre + moved))) / 2;
    assertThat(effect.change().value()).isCloseTo(expected, within(1e-9));
    assertThat(effect.contributions().stream().mapToDouble(Contribution::effect).sum())
        .isCloseTo(expected, within(1e-9));
    assertThat(effect.after().value()).isBetween(effect.after().lower(), effect.after().upper());
    assertThat(effect.change().lower()).isLessThan(expected);
    assertThat(effect.change().upper()).isGreaterThan(expected).isLessThan(1);
  }

  @Test
  void proportionsThatRunFarStayProportions() {
    AreaCode area = new AreaCode("U04");

    for (double x1 : new double[] {-500, 500}) {
      var scenario = Scenario.of(shares, Map.of(area, Map.of("x1", x1)));
      for (var effect :
          List.of(
              scenario.effect(area),
              ScenarioGroups.of(scenario, 1000, 1).effects(List.of(Map.of(area, 1.0))).get(0))) {
        assertThat(effect.after().lower()).isBetween(0.0, effect.after().value());
        assertThat(effect.after().upper()).isBetween(effect.after().value(), 1.0);
      }
    }
  }

  @Test
  void theSeriesIsTheSquaredSine() {
    for (double z = -0.5; z < 2.2; z += 0.001) {
      assertThat(ScenarioGroups.proportion(z)).isCloseTo(ArcsineModel.back(z), within(1e-9));
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
    assertThat(code(() -> PublishedFit.of(fit, List.of()))).isEqualTo("levels-miscounted");
    var groups = ScenarioGroups.of(scenario(Map.of()), 10, 1);
    assertThat(code(() -> groups.effects(List.of(Map.of())))).isEqualTo("weights-invalid");
    assertThat(code(() -> groups.effects(List.of(Map.of(SAMPLED, 0.0)))))
        .isEqualTo("weights-invalid");
  }

  private Scenario scenario(Map<AreaCode, Map<String, Double>> changes) {
    return Scenario.of(published, changes);
  }
}
