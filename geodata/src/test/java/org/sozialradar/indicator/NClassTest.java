package org.sozialradar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NClassTest {
  @Test
  void classesHoldTheirEnds() {
    assertThat(NClass.of(9)).isEqualTo(NClass.BELOW_10);
    assertThat(NClass.of(10)).isEqualTo(NClass.FROM_10);
    assertThat(NClass.of(19)).isEqualTo(NClass.FROM_10);
    assertThat(NClass.of(20)).isEqualTo(NClass.FROM_20);
    assertThat(NClass.of(249)).isEqualTo(NClass.FROM_100);
    assertThat(NClass.of(250)).isEqualTo(NClass.FROM_250);
    assertThatIllegalArgumentException().isThrownBy(() -> NClass.of(0));
    for (var each : NClass.values()) {
      assertThat(NClass.ofLetter(each.letter())).isEqualTo(each);
    }
    assertThat(NClass.FROM_10.label()).isEqualTo("10-19");
    assertThat(NClass.FROM_250.label()).isEqualTo("250+");
  }

  @Test
  void aColumnWithoutClassesHasNoLetters() {
    var plain = Estimate.of(1, ObservationStatus.REPORTED);
    var survey = new Estimate(1, 0, 2, ObservationStatus.REPORTED, NClass.FROM_50);
    assertThat(NClass.letters(List.of(plain, plain))).isEmpty();
    assertThat(NClass.letters(List.of(plain, survey))).isEqualTo("-c");
  }

  @Test
  void aValueThatIsNotShownHasNoClass() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Estimate(
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    ObservationStatus.SUPPRESSED,
                    NClass.FROM_10));
  }
}
