package org.sozialradar.priority;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator.Direction;

/**
 * Times priorities of four criteria, one of them predicted by a model with five shared errors, on
 * as many areas as Saxony and Germany have municipalities, and prints rows of a table. Not a test.
 */
final class PriorityBenchmark {
  private static final int SAXONY = 418;
  private static final int GERMANY = 11_299;
  private static final int DRAWS = 1000;
  private static final int SHARED = 5;
  private static final int RUNS = 3;

  private PriorityBenchmark() {}

  public static void main(String[] arguments) {
    for (int areas : new int[] {SAXONY, GERMANY}) {
      for (var method :
          new PriorityMethod[] {
            new PriorityMethod.TwoAxes(),
            new PriorityMethod.WeightedSum(),
            new PriorityMethod.Topsis(),
            PriorityMethod.Product.STANDARD
          }) {
        System.out.println(measure(areas, method));
      }
    }
  }

  /** The best of some runs: others tell how busy the machine was. */
  private static String measure(int areas, PriorityMethod method) {
    var input = input(areas);
    var question =
        new PriorityQuestion(
            List.of(
                new Criterion("need", Role.NEED, Direction.RAISES, 0.4),
                new Criterion("flood", Role.HAZARD, Direction.RAISES, 0.2),
                new Criterion("support", Role.SUPPORT, Direction.LOWERS, 0.3),
                new Criterion("shelters", Role.CAPACITY, Direction.LOWERS, 0.1)),
            method,
            DRAWS,
            1,
            10);
    double best = Double.POSITIVE_INFINITY;
    double worst = 0;
    var process = ProcessHandle.current();
    double least = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      var used = process.info().totalCpuDuration().orElseThrow();
      if (Prioritisation.of(question, input).areas().size() != areas) {
        throw new IllegalStateException("not all areas are ranked");
      }
      double milliseconds = (System.nanoTime() - start) / 1e6;
      var spent = process.info().totalCpuDuration().orElseThrow().minus(used);
      least = Math.min(least, (double) spent.toMillis());
      best = Math.min(best, milliseconds);
      worst = Math.max(worst, milliseconds);
    }
    return String.format(
        Locale.ROOT,
        "| %d | %s | %.0f ms | %.0f ms | %.0f ms |",
        areas,
        method.id(),
        best,
        worst,
        least);
  }

  private static PriorityInput input(int areas) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(7L);
    var columns = new HashMap<String, CriterionColumn>();
    for (var id : List.of("need", "flood", "shelters")) {
      columns.put(
          id,
          Priorities.exact(
              IntStream.range(0, areas).mapToDouble(i -> random.nextDouble()).toArray()));
    }
    var predicted =
        Priorities.withError(
            0.1, IntStream.range(0, areas).mapToDouble(i -> random.nextDouble()).toArray());
    columns.put(
        "support",
        predicted.sharing(
            IntStream.range(0, areas)
                .mapToObj(
                    i ->
                        IntStream.range(0, SHARED)
                            .mapToDouble(f -> 0.03 * random.nextDouble())
                            .toArray())
                .toList()));
    var codes = IntStream.range(0, areas).mapToObj(i -> new AreaCode("g" + i)).toList();
    return new PriorityInput(codes, columns);
  }
}
