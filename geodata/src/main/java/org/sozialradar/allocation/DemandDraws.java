package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Demands drawn within their errors. */
public final class DemandDraws {
  private DemandDraws() {}

  /**
   * Normal draws around each demand, independent of each other and cut off at 0.
   *
   * @param draws how many
   * @param seed the same seed gives the same draws, in whatever order the areas stand
   */
  public static List<List<Double>> independent(List<AllocationArea> areas, int draws, long seed) {
    var source = (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(seed);
    int[] order =
        IntStream.range(0, areas.size())
            .boxed()
            .sorted(Comparator.comparing(row -> areas.get(row).code()))
            .mapToInt(row -> row)
            .toArray();
    var scenarios = new ArrayList<List<Double>>();
    for (int draw = 0; draw < draws; draw++) {
      var normal = ZigguratSampler.NormalizedGaussian.of(source.jump());
      var demand = new Double[order.length];
      for (int row : order) {
        var area = areas.get(row);
        demand[row] = Math.max(0, area.demand() + area.error() * normal.sample());
      }
      scenarios.add(List.of(demand));
    }
    return scenarios;
  }
}
