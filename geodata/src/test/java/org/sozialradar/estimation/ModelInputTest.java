package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.survey.DirectEstimate;
import org.sozialradar.survey.SmoothedVariance;

class ModelInputTest {
  private static final AreaCode AREA = new AreaCode("A");

  /** 25 respondents with s² = .8 and a design effect of 1.5: ψ = .048. */
  @Test
  void aMeanBringsItsSmoothedVariance() {
    ModelInput input =
        ModelInput.means(List.of("x"))
            .sampled(AREA, estimate(3.4, 25), new SmoothedVariance(0.8, 1.5), 7)
            .build();

    assertThat(input.value(0)).isEqualTo(3.4);
    assertThat(input.variance(0)).isCloseTo(0.048, within(1e-15));
    assertThat(input.covariate(0, 0)).isEqualTo(7);
  }

  /** 30 respondents with a design effect of 1.5 count as 20: 1/(4 · 20) on the arcsine scale. */
  @Test
  void aProportionBringsItsEffectiveSize() {
    ModelInput input =
        ModelInput.proportions(List.of("x"))
            .sampled(AREA, estimate(0.25, 30), new SmoothedVariance(0.2, 1.5), 7)
            .build();

    assertThat(input.value(0)).isCloseTo(Math.PI / 6, within(1e-15));
    assertThat(input.variance(0)).isCloseTo(1.0 / 80, within(1e-15));
  }

  @Test
  void areasKeepTheirOrderAndRole() {
    ModelInput input =
        ModelInput.means(List.of())
            .withoutRespondents(new AreaCode("C"))
            .hidden(new AreaCode("B"))
            .sampled(AREA, 1, 1)
            .build();

    assertThat(input.areas()).extracting(AreaCode::value).containsExactly("C", "B", "A");
    assertThat(input.role(1)).isEqualTo(AreaRole.HIDDEN);
    assertThat(input.value(1)).isNaN();
    assertThat(input.sampled()).isEqualTo(1);
    assertThat(input.indexOf(AREA)).isEqualTo(2);
  }

  private static DirectEstimate estimate(double value, int respondents) {
    return new DirectEstimate(
        value,
        0.03,
        value - 0.1,
        value + 0.1,
        respondents,
        respondents,
        respondents - 1,
        0.7,
        DirectEstimate.Basis.DESIGN);
  }
}
