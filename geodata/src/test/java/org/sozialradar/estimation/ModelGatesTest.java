package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sozialradar.estimation.ReferenceTable.code;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class ModelGatesTest {
  @Test
  void fifteenAreasAreEnoughForOneCovariate() {
    assertThat(ModelGates.refusals(input(15, i -> new double[] {i}, "x"))).isEmpty();
  }

  @Test
  void fourteenAreTooFew() {
    List<Refusal> refusals = ModelGates.refusals(input(14, i -> new double[] {i}, "x"));

    assertThat(refusals).extracting(Refusal::code).containsExactly("too-few-areas");
    assertThat(refusals.get(0).text().en()).contains("14").contains("15");
    assertThat(refusals.get(0).text().de()).contains("14").contains("15");
  }

  @Test
  void hiddenAreasAndThoseWithoutRespondentsDoNotCount() {
    ModelInput.Builder builder = ModelInput.means(List.of("x"));
    for (int i = 0; i < 14; i++) {
      builder.sampled(new AreaCode("A" + i), i % 3, 1, i);
    }
    builder.hidden(new AreaCode("H"), 3).withoutRespondents(new AreaCode("W"), 4);

    assertThat(code(() -> FayHerriot.fit(builder.build()))).isEqualTo("too-few-areas");
  }

  @Test
  void everyCoefficientNeedsFiveAreas() {
    IntFunction<double[]> row = i -> new double[] {i, i * i % 7, i * 3 % 5};
    assertThat(ModelGates.refusals(input(20, row, "a", "b", "c"))).isEmpty();

    List<Refusal> refusals = ModelGates.refusals(input(19, row, "a", "b", "c"));

    assertThat(refusals).extracting(Refusal::code).containsExactly("too-many-covariates");
    assertThat(refusals.get(0).names()).containsExactly("a", "b", "c");
  }

  @Test
  void aConstantCovariateIsNamed() {
    for (double level : new double[] {0, 0.1, 1e9, -3e-7}) {
      List<Refusal> refusals =
          ModelGates.refusals(input(30, i -> new double[] {i, level}, "moves", "stands"));

      assertThat(refusals).extracting(Refusal::code).containsExactly("covariate-constant");
      assertThat(refusals.get(0).names()).containsExactly("stands");
    }
  }

  @Test
  void aCovariateThatVariesOnlyWhereNobodyAnsweredIsConstant() {
    ModelInput.Builder builder = ModelInput.means(List.of("x"));
    for (int i = 0; i < 20; i++) {
      builder.sampled(new AreaCode("A" + i), i % 3, 1, 7);
    }
    builder.withoutRespondents(new AreaCode("W"), 8);

    assertThat(code(() -> FayHerriot.fit(builder.build()))).isEqualTo("covariate-constant");
  }

  @Test
  void aCovariateThatFollowsFromOthersIsNamedWithThem() {
    List<Refusal> refusals =
        ModelGates.refusals(
            input(
                30,
                i -> new double[] {i % 7, i * i % 11, i % 5, 100 - 2.5 * (i % 7) - 0.1 * (i % 5)},
                "one",
                "apart",
                "two",
                "both"));

    assertThat(refusals).extracting(Refusal::code).containsExactly("covariates-collinear");
    assertThat(refusals.get(0).names()).containsExactly("one", "two", "both");
  }

  @Test
  void nearlyCollinearCovariatesAreFitted() {
    ModelInput input =
        input(60, i -> new double[] {i % 7, i % 7 + 0.01 * (i * i % 11)}, "one", "nearly");

    assertThat(ModelGates.refusals(input)).isEmpty();
    assertThat(ModelDiagnostics.of(FayHerriot.fit(input)).varianceInflation().get(0))
        .isGreaterThan(1000);
  }

  @Test
  void missingCovariatesAreNamedWithTheirAreas() {
    List<Refusal> refusals =
        ModelGates.refusals(
            input(30, i -> new double[] {i, i == 4 ? Double.NaN : i % 3}, "whole", "holed"));

    assertThat(refusals).extracting(Refusal::code).containsExactly("covariate-missing");
    assertThat(refusals.get(0).names()).containsExactly("holed", "A4");
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    ModelInput input = input(9, i -> new double[] {Double.POSITIVE_INFINITY}, "x");

    assertThat(
            catchThrowableOfType(ModelRefusedException.class, () -> FayHerriot.fit(input))
                .refusals())
        .extracting(Refusal::code)
        .containsExactly("too-few-areas", "too-many-covariates", "covariate-missing");
  }

  @Test
  void aModelOfTheConstantAloneIsFitted() {
    ModelFit fit = FayHerriot.fit(input(20, i -> new double[0]));

    assertThat(fit.coefficients()).hasSize(1);
    assertThat(ModelDiagnostics.of(fit).varianceInflation()).isEmpty();
  }

  @Test
  void theBuilderRefusesWhatCannotBeUsed() {
    ModelInput.Builder builder = ModelInput.means(List.of("x"));
    builder.sampled(new AreaCode("A"), 1, 1, 1);

    assertThat(code(() -> builder.hidden(new AreaCode("A"), 1))).isEqualTo("area-twice");
    assertThat(code(() -> builder.hidden(new AreaCode("B"), 1, 2)))
        .isEqualTo("covariates-miscounted");
    assertThat(code(() -> builder.sampled(new AreaCode("B"), Double.NaN, 1, 2)))
        .isEqualTo("direct-value-invalid");
    assertThat(code(() -> builder.sampled(new AreaCode("B"), 1, -1, 2)))
        .isEqualTo("precision-invalid");
    assertThat(code(() -> ModelInput.means(List.of("x", "x")))).isEqualTo("covariate-twice");
    assertThat(code(() -> builder.build().indexOf(new AreaCode("Z")))).isEqualTo("area-unknown");
  }

  private static ModelInput input(int areas, IntFunction<double[]> row, String... names) {
    ModelInput.Builder builder = ModelInput.means(List.of(names));
    for (int i = 0; i < areas; i++) {
      builder.sampled(new AreaCode("A" + i), 3 + (i * 7 % 10) / 10.0, 0.05, row.apply(i));
    }
    return builder.build();
  }
}
