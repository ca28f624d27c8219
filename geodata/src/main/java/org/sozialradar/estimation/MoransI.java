package org.sozialradar.estimation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sozialradar.area.AreaCode;

/**
 * Moran's I: whether neighbouring areas have like values. I = Σ_i z_i z̄_i / Σ z_i², z the values
 * less their mean and z̄_i the mean of z over the neighbours of i (weights that sum to 1 in each
 * row). Areas without a neighbour among those given are left out.
 *
 * <p>Significance by permutation of the values over the areas, one-sided for likeness: p = (1 +
 * number of draws with at least this I)/(1 + draws). Source: Moran (1950); Cliff and Ord (1981).
 *
 * @param value I
 * @param expected −1/(n − 1), its mean if values were spread at random
 * @param pValue one-sided, of permutations
 * @param areas n, areas with a neighbour
 * @param permutations number of draws
 */
public record MoransI(double value, double expected, double pValue, int areas, int permutations) {
  private static final int FEWEST_AREAS = 3;

  /**
   * Computes I; empty for fewer than three areas with neighbours, or where all values are equal.
   *
   * @param values finite, by area
   * @param permutations ≥ 1
   * @param seed of the permutations
   */
  public static Optional<MoransI> of(
      Map<AreaCode, Double> values, NeighbourList neighbours, int permutations, long seed) {
    List<AreaCode> areas =
        values.keySet().stream()
            .filter(area -> neighbours.of(area).stream().anyMatch(values::containsKey))
            .sorted()
            .toList();
    double[] centred = centred(areas, values);
    double squares =
        IntStream.range(0, centred.length).mapToDouble(i -> centred[i] * centred[i]).sum();
    if (areas.size() < FEWEST_AREAS || !(squares > 0)) {
      return Optional.empty();
    }
    int[][] places = places(areas, neighbours);
    double observed = products(centred, places) / squares;
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int asLarge = 0;
    for (int draw = 0; draw < permutations; draw++) {
      if (products(shuffled(centred, random), places) / squares >= observed) {
        asLarge++;
      }
    }
    double p = (1.0 + asLarge) / (1.0 + permutations);
    return Optional.of(
        new MoransI(observed, -1.0 / (areas.size() - 1), p, areas.size(), permutations));
  }

  private static double[] centred(List<AreaCode> areas, Map<AreaCode, Double> values) {
    double mean = areas.stream().mapToDouble(values::get).average().orElse(0);
    return areas.stream().mapToDouble(area -> values.get(area) - mean).toArray();
  }

  private static int[][] places(List<AreaCode> areas, NeighbourList neighbours) {
    var place = new HashMap<AreaCode, Integer>();
    areas.forEach(area -> place.put(area, place.size()));
    return areas.stream()
        .map(
            area ->
                neighbours.of(area).stream()
                    .filter(place::containsKey)
                    .mapToInt(place::get)
                    .toArray())
        .toArray(int[][]::new);
  }

  private static double products(double[] centred, int[][] places) {
    double sum = 0;
    for (int i = 0; i < centred.length; i++) {
      double around = 0;
      for (int j : places[i]) {
        around += centred[j];
      }
      sum += centred[i] * around / places[i].length;
    }
    return sum;
  }

  private static double[] shuffled(double[] values, UniformRandomProvider random) {
    int[] order = IntStream.range(0, values.length).toArray();
    PermutationSampler.shuffle(random, order);
    return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
  }
}
