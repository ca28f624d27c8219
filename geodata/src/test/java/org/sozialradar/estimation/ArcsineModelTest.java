package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.estimation.ReferenceTable.code;
import static org.sozialradar.estimation.ReferenceTable.same;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class ArcsineModelTest {
  /** Dense matrices, golden section and numerical integration in mpmath; see README.md there. */
  @Test
  void proportionsFollowTheIndependentDerivation() {
    ModelFit fit =
        FayHerriot.fit(
            ReferenceTable.read(
                "proportions_input.csv", ModelInput.proportions(List.of("x1", "x2"))));

    List<String[]> terms = ReferenceTable.rows("proportions_fit_expected.csv");
    for (int j = 0; j < terms.size(); j++) {
      same(fit.coefficients().get(j).value(), terms.get(j)[1]);
      same(fit.coefficients().get(j).standardError(), terms.get(j)[2]);
      same(fit.variance(), terms.get(j)[3]);
    }
    List<String[]> rows = ReferenceTable.rows("proportions_expected.csv");
    assertThat(rows).hasSize(28);
    for (String[] row : rows) {
      Prediction prediction = fit.prediction(new AreaCode(row[0]));
      same(prediction.value(), row[1]);
      same(prediction.meanSquaredError(), row[2]);
      same(prediction.lower(), row[3]);
      same(prediction.upper(), row[4]);
    }
  }

  @Property
  void backUndoesTheTransformation(@ForAll @DoubleRange(min = 0, max = 1) double proportion) {
    assertThat(ArcsineModel.back(ArcsineModel.transform(proportion)))
        .isCloseTo(proportion, within(1e-12));
    assertThat(ArcsineModel.backMean(ArcsineModel.transform(proportion), 0))
        .isCloseTo(proportion, within(1e-12));
    assertThat(ArcsineModel.backMeanSquaredError(ArcsineModel.transform(proportion), 0, proportion))
        .isCloseTo(0, within(1e-12));
  }

  @Property
  void predictionsStayProportionsHoweverFarTheLineRuns(
      @ForAll @DoubleRange(min = -300, max = 300) double x) {
    ModelInput.Builder builder = ModelInput.proportions(List.of("x"));
    for (int i = 0; i < 20; i++) {
      builder.sampled(new AreaCode("A" + i), 0.3 + 0.02 * i + 0.05 * (i % 3), 40, i);
    }
    builder.withoutRespondents(new AreaCode("far"), x);

    Prediction far = FayHerriot.fit(builder.build()).prediction(new AreaCode("far"));

    assertThat(far.lower()).isBetween(0.0, far.value());
    assertThat(far.upper()).isBetween(far.value(), 1.0);
  }

  @Test
  void refusesWhatIsNoProportionOrSize() {
    ModelInput.Builder builder = ModelInput.proportions(List.of("x"));
    assertThat(code(() -> builder.sampled(new AreaCode("A"), 1.01, 30, 1)))
        .isEqualTo("direct-value-invalid");
    assertThat(code(() -> builder.sampled(new AreaCode("A"), 0.5, 0, 1)))
        .isEqualTo("precision-invalid");
  }
}
