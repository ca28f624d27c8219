package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class FayHerriotTest {
  private static final double RELATIVE = 1e-6;

  /** R 4.2.2, package sae 1.3: mseFH(y ~ x1 + x2, psi, "REML", PRECISION = 1e-12). */
  @Test
  void coefficientsAndVarianceAreThoseOfSae() {
    ModelFit fit = FayHerriot.fit(ReferenceTable.fayHerriot());

    List<String[]> rows = ReferenceTable.rows("fay_herriot_fit_expected.csv");
    assertThat(fit.method()).isEqualTo(FitMethod.REML);
    for (int j = 0; j < rows.size(); j++) {
      Coefficient coefficient = fit.coefficients().get(j);
      same(coefficient.value(), rows.get(j)[1]);
      same(coefficient.standardError(), rows.get(j)[2]);
      same(Math.sqrt(fit.coefficientCovariance().get(j).get(j)), rows.get(j)[2]);
      same(fit.variance(), rows.get(j)[3]);
    }
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
    }
  }

  private static void same(double actual, String expected) {
    double number = Double.parseDouble(expected);
    assertThat(actual).isCloseTo(number, within(RELATIVE * Math.abs(number)));
  }
}
