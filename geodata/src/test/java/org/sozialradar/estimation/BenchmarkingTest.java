package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.estimation.ReferenceTable.code;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;

class BenchmarkingTest {
  /**
   * By hand: values 3, 4, 5 with mse .01, .04, .05 and W = .5, .3, .2 sum to 3.7; Σ W² mse = .0025
   * + .0036 + .002 = .0081. T = 3.781 gives λ = 10 and moves the areas by .05, .12 and .1.
   */
  @Test
  void movesEachAreaByItsErrorAndWeight() {
    Benchmarking.Adjusted adjusted =
        Benchmarking.adjust(
            List.of(prediction(3, 0.01), prediction(4, 0.04), prediction(5, 0.05)),
            List.of(0.5, 0.3, 0.2),
            3.781);

    assertThat(adjusted.before()).isCloseTo(3.7, within(1e-12));
    assertThat(adjusted.multiplier()).isCloseTo(10, within(1e-9));
    assertThat(adjusted.total()).isCloseTo(3.781, within(1e-12));
    assertThat(values(adjusted)).containsExactly(new double[] {3.05, 4.12, 5.1}, within(1e-9));
    assertThat(adjusted.predictions().get(1).lower()).isCloseTo(4.12 - 0.4, within(1e-9));
    assertThat(adjusted.predictions().get(1).meanSquaredError()).isEqualTo(0.04);
  }

  /**
   * By hand: .9 and .5 with mse .01 and .02 and W = ½ to a mean of .9: λ = .2/.0075 would give
   * 1.0333, so the first stays at 1 and the second becomes .8.
   */
  @Test
  void anAreaAtABoundLeavesTheRestToTheOthers() {
    Benchmarking.Adjusted adjusted =
        Benchmarking.within(
            List.of(prediction(0.9, 0.01), prediction(0.5, 0.02)), List.of(0.5, 0.5), 0.9, 0, 1);

    assertThat(values(adjusted)).containsExactly(new double[] {1, 0.8}, within(1e-12));
    assertThat(adjusted.atBounds()).isEqualTo(1);
    assertThat(adjusted.predictions().get(0).upper()).isEqualTo(1);
  }

  @Property(tries = 100)
  void theSumIsTheTotalAfterwards(
      @ForAll long seed, @ForAll @DoubleRange(min = -5, max = 9) double total) {
    ModelFit fit = FayHerriot.fit(new InventedSurvey(seed, 30, 10).input());
    List<Double> weights = IntStream.range(0, 40).mapToObj(i -> (i % 7) / 120.0).toList();

    Benchmarking.Adjusted adjusted = Benchmarking.adjust(fit.predictions(), weights, total);

    assertThat(weighted(adjusted, weights)).isCloseTo(total, within(1e-9));
    assertThat(adjusted.total()).isCloseTo(total, within(1e-9));
  }

  @Property(tries = 100)
  void theSumIsTheTotalWithinBoundsToo(
      @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double total) {
    ModelInput.Builder builder = ModelInput.proportions(List.of("x"));
    for (int i = 0; i < 20; i++) {
      builder.sampled(
          InventedSurvey.code(i), Math.floorMod(seed * (i + 3), 101) / 100.0, 10 + i, i);
    }
    List<Double> weights = IntStream.range(0, 20).mapToObj(i -> 0.05).toList();

    Benchmarking.Adjusted adjusted =
        Benchmarking.within(FayHerriot.fit(builder.build()).predictions(), weights, total, 0, 1);

    assertThat(weighted(adjusted, weights)).isCloseTo(total, within(1e-9));
    assertThat(adjusted.predictions())
        .allSatisfy(
            prediction -> {
              assertThat(prediction.value()).isBetween(0.0, 1.0);
              assertThat(prediction.lower()).isBetween(0.0, prediction.value());
              assertThat(prediction.upper()).isBetween(prediction.value(), 1.0);
            });
  }

  @Test
  void refusesWhatCannotBeReached() {
    List<Prediction> two = List.of(prediction(0.9, 0.01), prediction(0.5, 0.02));
    assertThat(code(() -> Benchmarking.within(two, List.of(0.5, 0.5), 1.1, 0, 1)))
        .isEqualTo("total-out-of-reach");
    assertThat(code(() -> Benchmarking.adjust(two, List.of(0.5), 1))).isEqualTo("weights-invalid");
    assertThat(code(() -> Benchmarking.adjust(two, List.of(0.0, 0.0), 1)))
        .isEqualTo("weights-invalid");
    assertThat(code(() -> Benchmarking.adjust(two, List.of(1.0, -1.0), 1)))
        .isEqualTo("weights-invalid");
    assertThat(code(() -> Benchmarking.adjust(two, List.of(0.5, 0.5), Double.NaN)))
        .isEqualTo("total-invalid");
  }

  private static Prediction prediction(double value, double error) {
    double half = 2 * Math.sqrt(error);
    return new Prediction(
        new AreaCode("A" + value),
        AreaRole.SAMPLED,
        value,
        error,
        value - half,
        value + half,
        0.5,
        false);
  }

  private static double[] values(Benchmarking.Adjusted adjusted) {
    return adjusted.predictions().stream().mapToDouble(Prediction::value).toArray();
  }

  private static double weighted(Benchmarking.Adjusted adjusted, List<Double> weights) {
    return IntStream.range(0, weights.size())
        .mapToDouble(i -> weights.get(i) * adjusted.predictions().get(i).value())
        .sum();
  }
}
