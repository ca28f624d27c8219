package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures from R 4.2.2: skewness and kurtosis by e1071 1.7-13, {@code type = 2}, and a loop that
 * replaces the largest or smallest values step by step.
 */
class OutlierTreatmentTest {
  private static final OutlierTreatment STANDARD = OutlierTreatment.standard();
  private static final double[] ONE_LARGE = {1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 50};
  private static final double[] BOTH_ENDS = {
    3.1, -2.4, 0.5, 7.7, 1.2, 2.2, -30.5, 4.0, 3.3, 2.9, 100.25
  };

  @ParameterizedTest
  @CsvSource({
    "rating, -0.396714805325215, -0.494609773251521",
    "complaints, -0.238763225397237, -0.381725176124781",
    "privileges, 0.4202100779137752, -0.0421912676127076",
    "learning, -0.0598893955027046, -1.0763829416307611",
    "raises, 0.218951788828467, -0.282013590277471",
    "critical, -0.959607192673817, 0.691758152894239",
    "advance, 0.942559350302673, 1.073144129826512",
  })
  void shapeOfTheAttitudeData(String name, double skewness, double kurtosis) {
    var report = STANDARD.judge(name, Attitude.column(name));
    assertThat(report.before().skewness()).isCloseTo(skewness, within(1e-12));
    assertThat(report.before().kurtosis()).isCloseTo(kurtosis, within(1e-12));
    assertThat(report.acceptable()).isTrue();
    assertThat(report.drawn().points()).isZero();
    assertThat(report.treated(Attitude.column(name))).isEqualTo(Attitude.column(name));
  }

  @Test
  void oneLargeValueBecomesTheNext() {
    var report = STANDARD.judge("x", ONE_LARGE);
    assertThat(report.before().skewness()).isCloseTo(3.36442433533441, within(1e-12));
    assertThat(report.before().kurtosis()).isCloseTo(11.49621678316275, within(1e-11));
    assertThat(report.after().skewness()).isCloseTo(0.392630635152519, within(1e-12));
    assertThat(report.after().kurtosis()).isCloseTo(-0.902313130361014, within(1e-12));
    assertThat(report.drawn().lowered()).isEqualTo(1);
    assertThat(report.drawn().raised()).isZero();
    assertThat(report.drawn().ceiling()).isEqualTo(7);
    assertThat(report.drawn().floor()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(report.treated(ONE_LARGE)).containsExactly(1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 7);
    assertThat(report.acceptable()).isTrue();
  }

  @Test
  void theSignOfTheSkewnessSaysWhichEndIsNext() {
    var report = STANDARD.judge("y", BOTH_ENDS);
    assertThat(report.treated(BOTH_ENDS))
        .containsExactly(3.1, -2.4, 0.5, 7.7, 1.2, 2.2, -2.4, 4.0, 3.3, 2.9, 7.7);
    assertThat(report.drawn()).isEqualTo(new OutlierTreatment.Drawn(-2.4, 7.7, 1, 1));
    assertThat(report.after().skewness()).isCloseTo(0.101261022489414, within(1e-12));
    assertThat(report.after().kurtosis()).isCloseTo(-0.264320955339642, within(1e-12));
  }

  @Test
  void skewedValuesWithLightTailsAreAcceptable() {
    var values = DoubleStream.concat(DoubleStream.of(ONE_LARGE), DoubleStream.of(60)).toArray();
    var report = STANDARD.judge("x", values);
    assertThat(report.before().skewness()).isCloseTo(2.19674812644584, within(1e-12));
    assertThat(report.before().kurtosis()).isCloseTo(3.52235386230363, within(1e-12));
    assertThat(report.after().skewness()).isCloseTo(2.13745945551538, within(1e-12));
    assertThat(report.after().kurtosis()).isCloseTo(3.11077500609870, within(1e-12));
    assertThat(report.drawn().points()).isEqualTo(1);
    assertThat(report.acceptable()).isTrue();
  }

  @Test
  void fourPointsInFourSteps() {
    var values = withTail(3000, 4000, 5000, 90_000);
    var report = STANDARD.judge("x", values);
    assertThat(report.before().skewness()).isCloseTo(7.92922893875813, within(1e-11));
    assertThat(report.drawn().points()).isEqualTo(4);
    assertThat(report.drawn().ceiling()).isEqualTo(60);
    assertThat(report.after().skewness()).isCloseTo(-0.0404369255751631, within(1e-12));
    assertThat(report.after().kurtosis()).isCloseTo(-1.2440572476551015, within(1e-12));
  }

  @Test
  void noMoreThanFivePointsAndThenItSaysSo() {
    var values = withTail(3000, 4000, 5000, 90_000, 91_000, 92_000);
    var report = STANDARD.judge("x", values);
    assertThat(report.drawn().points()).isEqualTo(5);
    assertThat(report.drawn().ceiling()).isEqualTo(3000);
    assertThat(report.acceptable()).isFalse();
  }

  @Test
  void equalValuesAreDrawnInTogetherOrNotAtAll() {
    var report = STANDARD.judge("x", withTail(9000, 9000, 9000, 9000, 9000, 9000));
    assertThat(report.drawn()).isEqualTo(OutlierTreatment.Drawn.NOTHING);
    var two = new OutlierTreatment(2, 3.5, 1).judge("x", withTail(9000, 9000));
    assertThat(two.drawn()).isEqualTo(OutlierTreatment.Drawn.NOTHING);
    assertThat(two.acceptable()).isFalse();
    assertThat(STANDARD.judge("x", withTail(9000, 9000)).drawn().lowered()).isEqualTo(2);
  }

  @Test
  void turnedRoundItDrawsInTheOtherEnd() {
    var values = DoubleStream.of(withTail(500, 3000)).map(x -> -x).toArray();
    var report = STANDARD.judge("x", values);
    assertThat(report.drawn().raised()).isEqualTo(2);
    assertThat(report.drawn().floor()).isEqualTo(-60);
    assertThat(report.drawn().lowered()).isZero();
  }

  @Test
  void valuesNeverBecomeAllEqual() {
    var report = STANDARD.judge("x", new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100});
    assertThat(report.drawn().points()).isZero();
    assertThat(report.acceptable()).isFalse();
  }

  @Test
  void missingValuesStayMissingAndDoNotCount() {
    var values = ONE_LARGE.clone();
    values[0] = Double.NaN;
    var treated = STANDARD.judge("x", values).treated(values);
    assertThat(treated[0]).isNaN();
    assertThat(treated[11]).isEqualTo(7);
  }

  @Test
  void threeValuesAreNotJudged() {
    var report = STANDARD.judge("x", new double[] {1, 2, 1000});
    assertThat(report.before().skewness()).isNaN();
    assertThat(report.acceptable()).isTrue();
  }

  @Test
  void noTreatmentLeavesValuesAlone() {
    var report = OutlierTreatment.none().judge("x", ONE_LARGE);
    assertThat(report.drawn().points()).isZero();
    assertThat(report.acceptable()).isTrue();
    assertThat(report.before().skewness()).isCloseTo(3.36442433533441, within(1e-12));
  }

  @Test
  void limitsThatMakeNoSense() {
    assertThatThrownBy(() -> new OutlierTreatment(0, 3.5, 5))
        .isInstanceOf(InvalidIndexException.class);
    assertThatThrownBy(() -> new OutlierTreatment(2, Double.NaN, 5))
        .isInstanceOf(InvalidIndexException.class);
    assertThatThrownBy(() -> new OutlierTreatment(2, 3.5, 6))
        .isInstanceOfSatisfying(
            InvalidIndexException.class, e -> assertThat(e.code()).isEqualTo("limits-unfit"));
  }

  private static double[] withTail(double... tail) {
    return DoubleStream.concat(IntStream.rangeClosed(1, 60).asDoubleStream(), DoubleStream.of(tail))
        .toArray();
  }
}
