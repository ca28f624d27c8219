package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.estimation.ReferenceTable.same;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class FayHerriotTest {
  /** R 4.2.2, package sae 1.3: mseFH(y ~ x1 + x2, psi, "REML", PRECISION = 1e-12). */
  @Test
  void coefficientsAndVarianceAreThoseOfSae() {
    ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());

    assertThat(fit.method()).isEqualTo(FitMethod.REML);
    assertThat(fit.coefficients())
        .extracting(Coefficient::term)
        .containsExactly("(constant)", "x1", "x2");
    checkFit(fit, "fay_herriot_fit_expected.csv");
  }

  @Test
  void predictionsAndTheirErrorsAreThoseOfSae() {
    ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());

    List<String[]> rows = ReferenceTable.rows("fay_herriot_expected.csv");
    assertThat(rows).hasSize(40);
    for (String[] row : rows) {
      Prediction prediction = fit.prediction(new AreaCode(row[0]));
      assertThat(prediction.role().isSynthetic()).isEqualTo(row[1].equals("FALSE"));
      same(prediction.value(), row[2]);
      same(prediction.meanSquaredError(), row[3]);
      double half = 1.959963984540054 * Math.sqrt(prediction.meanSquaredError());
      assertThat(prediction.upper() - prediction.value()).isCloseTo(half, within(1e-12));
      assertThat(prediction.value() - prediction.lower()).isCloseTo(half, within(1e-12));
    }
  }

  /**
   * Meta-regression is the same model. The 13 trials of BCG vaccine (Colditz et al. 1994) against
   * latitude: Viechtbauer (2010, Journal of Statistical Software 36(3)) prints 0.2515 (0.2491) and
   * −0.0291 (0.0072); more digits and the BLUPs by his package metafor 3.8.
   */
  @Test
  void vaccineTrialsGiveWhatMetaRegressionPublished() {
    ModelInput.Builder builder = ModelInput.means(List.of("latitude"));
    List<String[]> rows = ReferenceTable.rows("bcg_metafor.csv");
    for (String[] row : rows) {
      builder.sampled(new AreaCode(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }
    // Thirteen are too few for the gates of FayHerriot.
    var design = new Design(builder.build());
    var fit = new ModelFit(design, new VarianceSearch(design).find());

    same(fit.variance(), "0.0763479639552027");
    same(fit.coefficients().get(0).value(), "0.25146821000737");
    same(fit.coefficients().get(1).value(), "-0.0291017250116497");
    same(fit.coefficients().get(0).standardError(), "0.249095396616765");
    same(fit.coefficients().get(1).standardError(), "0.00719532722090451");
    for (int i = 0; i < rows.size(); i++) {
      same(fit.prediction(i).value(), rows.get(i)[4]);
      same(ModelDiagnostics.of(fit).areas().get(i).standardisedResidual(), rows.get(i)[5]);
    }
  }

  /** A = 0 by restricted likelihood; the adjusted one maximised by brute force in mpmath. */
  @Test
  void fallsBackToTheAdjustedLikelihoodAtZeroAndSaysSo() {
    ModelFit fit =
        FayHerriot.fit(ReferenceTable.read("adjusted_input.csv", ModelInput.means(List.of("x1"))));

    assertThat(fit.method()).isEqualTo(FitMethod.ADJUSTED_REML);
    assertThat(fit.variance()).isPositive();
    checkFit(fit, "adjusted_fit_expected.csv");
    for (String[] row : ReferenceTable.rows("adjusted_expected.csv")) {
      Prediction prediction = fit.prediction(new AreaCode(row[0]));
      same(prediction.value(), row[1]);
      same(prediction.meanSquaredError(), row[2]);
      same(prediction.lower(), row[3]);
      same(prediction.upper(), row[4]);
    }
  }

  @Test
  void directValuesThatLieOnTheLineStillGiveAPositiveVariance() {
    ModelInput.Builder builder = ModelInput.means(List.of("x"));
    for (int i = 0; i < 30; i++) {
      builder.sampled(new AreaCode("A" + i), 2 + 0.5 * i, 0.1 + 0.01 * i, i);
    }

    ModelFit fit = FayHerriot.fit(builder.build());

    assertThat(fit.method()).isEqualTo(FitMethod.ADJUSTED_REML);
    assertThat(fit.variance()).isPositive().isLessThan(0.1);
    assertThat(fit.coefficients().get(1).value()).isCloseTo(0.5, within(1e-12));
  }

  /**
   * Where all sampling variances are equal, REML is A = residual mean square − ψ, and β̂ is OLS.
   */
  @Property(tries = 50)
  void equalSamplingVariancesGiveTheClosedForm(@ForAll long seed) {
    var survey = new InventedSurvey(seed, 40, 0);
    double psi = 0.01;
    ModelInput input = survey.withVariance(i -> psi);

    ModelFit fit = FayHerriot.fit(input);

    double squares =
        IntStream.range(0, 40).mapToDouble(i -> fit.residual(i) * fit.residual(i)).sum();
    double closed = squares / (40 - 3) - psi;
    if (closed > 1e-6) {
      assertThat(fit.method()).isEqualTo(FitMethod.REML);
      assertThat(fit.variance()).isCloseTo(closed, within(1e-8 * closed + 1e-12));
    } else if (closed <= 0) {
      assertThat(fit.method()).isEqualTo(FitMethod.ADJUSTED_REML);
    }
  }

  @Property(tries = 50)
  void otherUnitsOfCovariatesChangeNoPrediction(
      @ForAll long seed,
      @ForAll @IntRange(min = -4, max = 5) int power,
      @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
    double factor = 3 * Math.pow(10, power);
    var survey = new InventedSurvey(seed, 40, 10);
    ModelFit fit = FayHerriot.fit(survey.input());
    ModelFit other =
        FayHerriot.fit(survey.withCovariates(x -> new double[] {x[0] * factor + shift, x[1]}));

    // The distance of an offset to the spread of the values costs digits.
    double lost = 1e-10 * (1 + Math.abs(shift) / factor);
    assertThat(other.variance()).isCloseTo(fit.variance(), within((1e-7 + lost) * fit.variance()));
    assertThat(other.coefficients().get(1).value() * factor)
        .isCloseTo(fit.coefficients().get(1).value(), within(1e-6 + lost));
    for (int i = 0; i < fit.input().size(); i++) {
      Prediction one = fit.prediction(i);
      assertThat(other.prediction(i).value()).isCloseTo(one.value(), within(1e-7 + lost));
      assertThat(other.prediction(i).meanSquaredError())
          .isCloseTo(one.meanSquaredError(), within(1e-7 + lost));
    }
  }

  @Property(tries = 50)
  void anotherUnitOfTheResultScalesEverything(
      @ForAll long seed, @ForAll @IntRange(min = -3, max = 3) int power) {
    double factor = 3 * Math.pow(10, power);
    var survey = new InventedSurvey(seed, 30, 5);
    ModelFit fit = FayHerriot.fit(survey.input());
    ModelFit other = FayHerriot.fit(survey.scaled(factor));

    assertThat(other.method()).isEqualTo(fit.method());
    for (int i = 0; i < fit.input().size(); i++) {
      double value = factor * fit.prediction(i).value();
      double error = factor * factor * fit.prediction(i).meanSquaredError();
      assertThat(other.prediction(i).value())
          .isCloseTo(value, within(1e-7 * (Math.abs(value) + factor)));
      assertThat(other.prediction(i).meanSquaredError()).isCloseTo(error, within(1e-6 * error));
    }
  }

  @Property(tries = 50)
  void anAreaMeasuredWithoutErrorKeepsItsDirectValue(@ForAll long seed) {
    var survey = new InventedSurvey(seed, 40, 0);
    ModelFit fit = FayHerriot.fit(survey.withVariance(i -> i == 0 ? 1e-12 : 0.02));

    Prediction first = fit.prediction(0);
    assertThat(first.shrinkage()).isGreaterThan(1 - 1e-6);
    assertThat(first.value()).isCloseTo(survey.direct(0), within(1e-5));
    assertThat(first.meanSquaredError()).isLessThan(1e-10);
  }

  @Property(tries = 30)
  void orderOfAreasDoesNotMatter(@ForAll long seed) {
    var survey = new InventedSurvey(seed, 30, 5);
    ModelFit fit = FayHerriot.fit(survey.input());
    ModelFit other = FayHerriot.fit(survey.reversed());

    for (AreaCode area : fit.input().areas()) {
      assertThat(other.prediction(area).value())
          .isCloseTo(fit.prediction(area).value(), within(1e-8));
    }
  }

  /** The contract of hidden areas: their prediction and everybody's is that without respondents. */
  @Property(tries = 30)
  void aHiddenAreaGivesNothingAway(@ForAll long seed) {
    var survey = new InventedSurvey(seed, 40, 5);
    ModelFit hidden = FayHerriot.fit(survey.withFirst(AreaRole.HIDDEN));
    ModelFit without = FayHerriot.fit(survey.withFirst(AreaRole.WITHOUT_RESPONDENTS));

    assertThat(hidden.coefficients()).isEqualTo(without.coefficients());
    assertThat(hidden.variance()).isEqualTo(without.variance());
    assertThat(hidden.prediction(0).role()).isEqualTo(AreaRole.HIDDEN);
    assertThat(hidden.prediction(0).shrinkage()).isZero();
    for (int i = 0; i < hidden.input().size(); i++) {
      assertThat(hidden.prediction(i).value()).isEqualTo(without.prediction(i).value());
      assertThat(hidden.prediction(i).lower()).isEqualTo(without.prediction(i).lower());
    }
    assertThat(ModelDiagnostics.of(hidden).areas())
        .extracting(AreaDiagnostic::area)
        .doesNotContain(hidden.input().areas().get(0));
    assertThat(JointDraws.of(hidden, 20, 4).ofArea(0))
        .isEqualTo(JointDraws.of(without, 20, 4).ofArea(0));
  }

  @Test
  void offsetsOfTheResultMoveTheConstantAlone() {
    var survey = new InventedSurvey(5, 40, 5);
    ModelFit fit = FayHerriot.fit(survey.input());
    ModelFit other = FayHerriot.fit(survey.moved(1000));

    assertThat(other.variance()).isCloseTo(fit.variance(), within(1e-8));
    assertThat(other.coefficients().get(0).value())
        .isCloseTo(fit.coefficients().get(0).value() + 1000, within(1e-7));
    assertThat(other.coefficients().get(1).value())
        .isCloseTo(fit.coefficients().get(1).value(), within(1e-8));
  }

  private static void checkFit(ModelFit fit, String name) {
    List<String[]> rows = ReferenceTable.rows(name);
    for (int j = 0; j < rows.size(); j++) {
      Coefficient coefficient = fit.coefficients().get(j);
      same(coefficient.value(), rows.get(j)[1]);
      same(coefficient.standardError(), rows.get(j)[2]);
      same(Math.sqrt(fit.coefficientCovariance().get(j).get(j)), rows.get(j)[2]);
      same(fit.variance(), rows.get(j)[3]);
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
