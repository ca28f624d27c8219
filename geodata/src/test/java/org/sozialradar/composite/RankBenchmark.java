package org.sozialradar.composite;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator.Direction;

/**
 * Times the uncertainty of an index of 20 indicators in four dimensions on as many areas as Germany
 * has municipalities, and prints rows of a table. Not a test.
 */
final class RankBenchmark {
  private static final int AREAS = 11_299;
  private static final int INDICATORS = 20;
  private static final int DRAWS = 1000;

  private RankBenchmark() {}

  public static void main(String[] arguments) {
    measure(5);
    for (int sampled : new int[] {0, 5, INDICATORS}) {
      System.out.println(measure(sampled));
    }
  }

  private static String measure(int sampled) {
    var input = input(sampled);
    var process = ProcessHandle.current();
    long start = System.nanoTime();
    var used = process.info().totalCpuDuration().orElseThrow();
    var draws = RankDraws.simulate(index(), input, UncertaintyPlan.standard(DRAWS, 1));
    var intervals = draws.intervals(10, 100);
    if (intervals.codes().size() != AREAS) {
      throw new IllegalStateException("not all areas are ranked");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = process.info().totalCpuDuration().orElseThrow().minus(used).toMillis() / 1e3;
    return String.format(Locale.ROOT, "| %d | %.1f s | %.1f s |", sampled, seconds, processor);
  }

  private static IndexInput input(int sampled) {
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(1L));
    var builder =
        IndexInput.builder(IntStream.range(0, AREAS).mapToObj(i -> new AreaCode("g" + i)).toList());
    var common = IntStream.range(0, AREAS).mapToDouble(i -> normal.sample()).toArray();
    for (int i = 0; i < INDICATORS; i++) {
      var values = IntStream.range(0, AREAS).mapToDouble(a -> common[a] + normal.sample());
      var errors = IntStream.range(0, AREAS).mapToDouble(a -> 0.5);
      builder.column("x" + i, values.toArray(), i < sampled ? errors.toArray() : new double[AREAS]);
    }
    return builder.build();
  }

  private static CompositeIndex index() {
    var equal = new WeightScheme.Equal();
    var dimensions =
        IntStream.range(0, 4)
            .mapToObj(
                d ->
                    new IndexDimension(
                        "d" + d,
                        IntStream.range(0, INDICATORS / 4)
                            .mapToObj(
                                i ->
                                    new IndexIndicator(
                                        "x" + (d * INDICATORS / 4 + i), Direction.RAISES))
                            .toList(),
                        equal))
            .toList();
    return new CompositeIndex(
        "benchmark",
        List.copyOf(dimensions),
        equal,
        OutlierTreatment.standard(),
        new Normalisation.MinMax(0, 100),
        Aggregation.ARITHMETIC,
        Aggregation.ARITHMETIC);
  }
}
