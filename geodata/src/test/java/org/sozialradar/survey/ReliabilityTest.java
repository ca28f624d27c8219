package org.sozialradar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Alpha and what goes with it against R's package psych on R's data set attitude (30 departments,
 * seven items), and reliability of area means against an analysis of variance by R 4.2.2, {@code
 * anova(lm(y ~ g))}.
 */
class ReliabilityTest {
  private static final List<String> INPUT = lines("alpha_attitude_input.csv");
  private static final List<String> NAMES = List.of(INPUT.get(0).split(",", -1));

  private static List<String> lines(String file) {
    try (var in = ReliabilityTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<double[]> attitude() {
    return IntStream.range(0, NAMES.size()).mapToObj(ReliabilityTest::column).toList();
  }

  private static double[] column(int index) {
    return INPUT.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[index]))
        .toArray();
  }

  private static Reliability attitudeReliability() {
    return Reliability.of(NAMES, attitude()).orElseThrow();
  }

  @Test
  void alphaOfAttitude() {
    Map<String, Double> expected =
        lines("alpha_attitude_expected.csv").stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(Collectors.toMap(cells -> cells[0], cells -> Double.valueOf(cells[1])));
    var reliability = attitudeReliability();
    assertThat(reliability.respondents()).isEqualTo(30);
    assertThat(reliability.alpha()).isCloseTo(expected.get("alpha_raw"), within(1e-10));
    assertThat(reliability.findStandardisedAlpha().orElseThrow())
        .isCloseTo(expected.get("alpha_standardised"), within(1e-10));
    assertThat(reliability.lower()).isCloseTo(expected.get("feldt_lo95"), within(1e-9));
    assertThat(reliability.upper()).isCloseTo(expected.get("feldt_hi95"), within(1e-9));
  }

  @Test
  void itemsOfAttitude() {
    var expected = lines("alpha_attitude_items.csv").stream().skip(1).toList();
    var items = attitudeReliability().items();
    assertThat(items).hasSameSizeAs(expected);
    for (int i = 0; i < items.size(); i++) {
      String[] cells = expected.get(i).split(",", -1);
      assertThat(items.get(i).item()).isEqualTo(cells[0]);
      assertThat(items.get(i).findCorrectedCorrelation().orElseThrow())
          .isCloseTo(Double.parseDouble(cells[2]), within(1e-10));
      assertThat(items.get(i).findAlphaIfDropped().orElseThrow())
          .isCloseTo(Double.parseDouble(cells[3]), within(1e-10));
    }
    assertThat(items.stream().filter(ItemReliability::isWeak).map(ItemReliability::item))
        .containsExactly("critical");
  }

  @Test
  void onlyCompleteRowsCount() {
    var holed = attitude();
    holed.get(2)[4] = Double.NaN;
    holed.get(5)[4] = Double.NaN;
    holed.get(5)[9] = Double.NaN;
    var without =
        attitude().stream()
            .map(
                column ->
                    IntStream.range(0, 30)
                        .filter(r -> r != 4 && r != 9)
                        .mapToDouble(r -> column[r])
                        .toArray())
            .toList();
    assertThat(Reliability.of(NAMES, holed)).isEqualTo(Reliability.of(NAMES, without));
    assertThat(Reliability.of(NAMES, holed).orElseThrow().respondents()).isEqualTo(28);
  }

  @Test
  void whatCannotBeComputedIsAbsent() {
    double[] varied = {1, 2, 3, 5};
    double[] constant = {4, 4, 4, 4};
    var names = List.of("a", "b");
    assertThat(Reliability.of(names, List.of(constant, constant))).isEmpty();
    assertThat(Reliability.of(names, List.of(varied, new double[] {1, nan(), nan(), nan()})))
        .isEmpty();
    var half = Reliability.of(names, List.of(varied, constant)).orElseThrow();
    assertThat(half.findStandardisedAlpha()).isEmpty();
    assertThat(half.items().get(1).findCorrectedCorrelation()).isEmpty();
    assertThat(half.items().get(1).isWeak()).isTrue();
    assertThat(half.items().get(0).findAlphaIfDropped()).isEmpty();
    assertThatThrownBy(() -> Reliability.of(List.of("a"), List.of(varied)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double nan() {
    return Double.NaN;
  }

  @Test
  void perfectAgreementHasAlphaOne() {
    double[] varied = {1, 2, 3, 5};
    var perfect = Reliability.of(List.of("a", "b"), List.of(varied, varied)).orElseThrow();
    assertThat(perfect.alpha()).isCloseTo(1, within(1e-12));
    assertThat(perfect.lower()).isCloseTo(1, within(1e-12));
  }

  @Test
  void reliabilityOfAreaMeans() {
    double[] scores = {3, 4, 5, 2, 2.5, 4.5, 4, 4.2, 3.9, 1, nan(), 5};
    int[] areas = {0, 0, 0, 1, 1, 3, 3, 3, 3, 4, 0, Domains.NONE};
    var reliability = AreaReliability.of(scores, Domains.of(areas, 5)).orElseThrow();
    assertThat(reliability.withinVariance()).isCloseTo(0.389166666667, within(1e-11));
    assertThat(reliability.betweenVariance()).isCloseTo(1.5095, within(1e-11));
    assertThat(reliability.ofMean(10)).isCloseTo(0.974866799419, within(1e-11));
    assertThatThrownBy(() -> reliability.ofMean(0)).hasMessageContaining("0 respondents");
  }

  @Test
  void areasThatDoNotDifferHaveNoReliability() {
    var alike = Domains.of(new int[] {0, 0, 1, 1}, 2);
    var reliability = AreaReliability.of(new double[] {1, 3, 1, 3}, alike).orElseThrow();
    assertThat(reliability.betweenVariance()).isZero();
    assertThat(reliability.ofMean(100)).isZero();
    assertThat(new AreaReliability(0, 0).ofMean(5)).isZero();
    assertThat(AreaReliability.of(new double[] {1, 2}, Domains.whole(2))).isEmpty();
    assertThat(AreaReliability.of(new double[] {1, 2}, Domains.of(new int[] {0, 1}, 2))).isEmpty();
  }
}
