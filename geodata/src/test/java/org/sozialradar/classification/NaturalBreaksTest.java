package org.sozialradar.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Natural breaks against R's package classInt (data set jenks71 of package spData) and against all
 * partitions of small samples.
 */
class NaturalBreaksTest {
  /** A row of jenks71_expected.csv. */
  record Reference(
      int classes,
      List<Double> jenks,
      List<Double> fisher,
      List<Integer> counts,
      double within,
      double goodness) {
    static Reference of(String line) {
      var cells = line.split(",", -1);
      return new Reference(
          Integer.parseInt(cells[0]),
          doubles(cells[1]),
          doubles(cells[2]),
          Arrays.stream(cells[3].split(" ", -1)).map(Integer::valueOf).toList(),
          Double.parseDouble(cells[4]),
          Double.parseDouble(cells[5]));
    }

    private static List<Double> doubles(String cell) {
      return Arrays.stream(cell.split(" ", -1)).map(Double::valueOf).toList();
    }
  }

  static Stream<Reference> references() throws IOException {
    return lines("jenks71_expected.csv").map(Reference::of);
  }

  private static Stream<String> lines(String resource) throws IOException {
    try (var stream = NaturalBreaksTest.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
    }
  }

  private static double[] jenks71() throws IOException {
    return lines("jenks71_input.csv")
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[0]))
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("references")
  void breaksCountsAndFitAreThoseOfClassInt(Reference expected) throws IOException {
    var values = jenks71();
    assertThat(values).hasSize(102);
    var jenks = Classification.classify(values, ClassificationMethod.JENKS, expected.classes());
    assertThat(jenks.breaks()).isEqualTo(expected.jenks());
    assertThat(jenks.counts()).isEqualTo(expected.counts());
    assertThat(jenks.goodnessOfVarianceFit()).isCloseTo(expected.goodness(), within(1e-11));
    var fisher = Classification.classify(values, ClassificationMethod.FISHER, expected.classes());
    assertThat(fisher.breaks())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
        .isEqualTo(expected.fisher());
    assertThat(fisher.counts()).isEqualTo(expected.counts());
  }

  @Property(tries = 300)
  void noOtherPartitionIsBetter(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = -6, max = 6) Integer> sample,
      @ForAll @IntRange(min = 1, max = 5) int classes) {
    var values = sample.stream().mapToDouble(value -> value / 3.0).sorted().toArray();
    var found = Classification.classify(values, ClassificationMethod.JENKS, classes);
    double total = squares(values, 0, values.length);
    double least = least(values, 0, classes);
    double goodness = total == 0 ? 1 : 1 - least / total;
    assertThat(found.goodnessOfVarianceFit()).isCloseTo(goodness, within(1e-9));
  }

  /** Least sum of squares of the values from an index on in at most so many classes, by trying. */
  private static double least(double[] values, int from, int classes) {
    double best = squares(values, from, values.length);
    for (int end = from + 1; classes > 1 && end < values.length; end++) {
      best = Math.min(best, squares(values, from, end) + least(values, end, classes - 1));
    }
    return best;
  }

  private static double squares(double[] values, int from, int to) {
    double mean = Arrays.stream(values, from, to).average().orElse(0);
    return Arrays.stream(values, from, to).map(value -> (value - mean) * (value - mean)).sum();
  }

  @Property
  void shiftAndScaleDoNotChangeTheFit(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(min = 0, max = 1000) Integer> sample,
      @ForAll @IntRange(min = 1, max = 7) int classes,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double shift) {
    var values = sample.stream().mapToDouble(Integer::doubleValue).toArray();
    var moved = Arrays.stream(values).map(value -> value * 4 + Math.rint(shift)).toArray();
    var found = Classification.classify(values, ClassificationMethod.JENKS, classes);
    var there = Classification.classify(moved, ClassificationMethod.JENKS, classes);
    assertThat(there.goodnessOfVarianceFit())
        .isCloseTo(found.goodnessOfVarianceFit(), within(1e-7));
  }

  @Test
  void samplesOfGermanysSizeFitNoWorseThanOtherClasses() {
    var random = new SplittableRandom(71);
    var values = random.doubles(11_000).map(u -> Math.exp(8 * u)).toArray();
    double fisher = fit(values, ClassificationMethod.FISHER);
    assertThat(fisher).isGreaterThan(fit(values, ClassificationMethod.QUANTILE));
    assertThat(fisher).isGreaterThan(fit(values, ClassificationMethod.EQUAL));
    assertThat(fisher).isBetween(0.9, 1.0);
  }

  private static double fit(double[] values, ClassificationMethod method) {
    return Classification.classify(values, method, 7).goodnessOfVarianceFit();
  }
}
