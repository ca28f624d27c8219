package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.sozialradar.area.AreaCode;

/**
 * What a {@link Scenario} does to weighted means of areas, such as districts: from joint draws of β
 * and of the parts of the errors that are the areas' own,
 *
 * <pre>θ̃_i = θ̂_i + B_i x_i'(β̃ − β̂) + √(B_i A) z</pre>
 *
 * <p>before and + d_i'β̃ after, on the model's scale; within each draw the areas share β̃.
 * Intervals reach from the value as far as the 2.5 % and 97.5 % quantiles of the drawn means from
 * their own mean, widened for the estimation of A as in {@link GroupPrediction}. For means the sum
 * of the areas' own parts is drawn as one, which has the same law. The change of a mean of means
 * has the exact variance d'Qd of its mean d.
 *
 * <p>The same seed gives the same numbers, whatever other groups are asked for. Immutable.
 */
public final class ScenarioGroups {
  private static final double TAIL = 0.025;

  private final Scenario scenario;
  private final PublishedFit fit;
  private final int draws;
  private final long groupSeed;
  private final long[] areaSeeds;

  /** β̃ − β̂ by term and draw. */
  private final double[][] errors;

  private ScenarioGroups(Scenario scenario, int draws, long seed) {
    this.scenario = scenario;
    fit = scenario.fit();
    this.draws = draws;
    UniformRandomProvider seeds = RandomSource.SPLIT_MIX_64.create(seed);
    errors = errors(seeds.nextLong());
    groupSeed = seeds.nextLong();
    areaSeeds = seeds.longs(fit.areas().size()).toArray();
  }

  /**
   * Draws for a scenario.
   *
   * @param draws 1000 or more
   */
  public static ScenarioGroups of(Scenario scenario, int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("no draws: " + draws);
    }
    return new ScenarioGroups(scenario, draws, seed);
  }

  /**
   * The effects on groups, in their order.
   *
   * @param groups weights of the areas of each, also of those that do not change, &gt; 0
   * @throws ModelRefusedException {@code area-unknown}, {@code weights-invalid}
   */
  public List<ScenarioEffect> effects(List<? extends Map<AreaCode, Double>> groups) {
    var all = groups.stream().map(this::group).toList();
    if (fit.scale() == ModelScale.IDENTITY) {
      all.forEach(this::drawSum);
    } else {
      drawAreas(all);
    }
    return all.stream().map(Group::effect).toList();
  }

  private Group group(Map<AreaCode, Double> weights) {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean valid = weights.values().stream().allMatch(w -> w > 0) && Double.isFinite(sum);
    if (weights.isEmpty() || !valid) {
      throw new ModelRefusedException(
          "weights-invalid",
          "Jedes Gebiet einer Gruppe braucht ein positives Gewicht.",
          "Each area of a group needs a positive weight.",
          List.of());
    }
    var shares = new TreeMap<Integer, Double>();
    weights.forEach((area, weight) -> shares.put(fit.indexOf(area), weight / sum));
    return new Group(shares);
  }

  private double[][] errors(long seed) {
    int terms = fit.terms();
    // Scaled to a diagonal of 1, as terms differ by powers of ten.
    var scale = new double[terms];
    var scaled = new DMatrixRMaj(terms, terms);
    for (int j = 0; j < terms; j++) {
      scale[j] = Math.sqrt(fit.covariance().get(j, j));
    }
    for (int j = 0; j < terms; j++) {
      for (int k = 0; k < terms; k++) {
        scaled.set(j, k, fit.covariance().get(j, k) / scale[j] / scale[k]);
      }
    }
    var decomposition = DecompositionFactory_DDRM.chol(terms, true);
    if (!decomposition.decompose(scaled)) {
      throw new IllegalStateException("Q is not positive definite");
    }
    DMatrixRMaj lower = decomposition.getT(null);
    var normal = normal(seed);
    var drawn = new double[terms][draws];
    for (int k = 0; k < draws; k++) {
      double[] z = normal.samples(terms).toArray();
      for (int j = 0; j < terms; j++) {
        for (int l = 0; l <= j; l++) {
          drawn[j][k] += scale[j] * lower.get(j, l) * z[l];
        }
      }
    }
    return drawn;
  }

  /** Adds row'(β̃ − β̂) of each draw. */
  private void addLine(double[] sums, double[] row, double factor) {
    for (int j = 0; j < row.length; j++) {
      double by = factor * row[j];
      if (by != 0) {
        double[] error = errors[j];
        for (int k = 0; k < sums.length; k++) {
          sums[k] += by * error[k];
        }
      }
    }
  }

  private void drawSum(Group group) {
    var row = new double[fit.terms()];
    double own = 0;
    for (var entry : group.shares.entrySet()) {
      int area = entry.getKey();
      double share = entry.getValue();
      double[] x = fit.row(area);
      for (int j = 0; j < row.length; j++) {
        row[j] += share * fit.ofLine(area) * x[j];
      }
      own += share * share * fit.effectVariance(area);
    }
    addLine(group.before, row, 1);
    var normal = normal(groupSeed);
    double spread = Math.sqrt(own);
    for (int k = 0; k < draws; k++) {
      group.before[k] += spread * normal.sample();
    }
    System.arraycopy(group.before, 0, group.after, 0, draws);
    addLine(group.after, group.step, 1);
  }

  private void drawAreas(List<Group> groups) {
    var members = new TreeMap<Integer, List<Group>>();
    groups.forEach(
        group ->
            group
                .shares
                .keySet()
                .forEach(
                    area -> members.computeIfAbsent(area, key -> new ArrayList<>()).add(group)));
    var before = new double[draws];
    var after = new double[draws];
    for (var entry : members.entrySet()) {
      int area = entry.getKey();
      boolean changes = draw(area, before, after);
      for (var group : entry.getValue()) {
        group.add(area, before, changes ? after : before);
      }
    }
  }

  /** Draws the level of an area before and after; tells whether they differ. */
  private boolean draw(int area, double[] before, double[] after) {
    var normal = normal(areaSeeds[area]);
    double spread = Math.sqrt(fit.effectVariance(area));
    double centre = fit.centre(area);
    for (int k = 0; k < draws; k++) {
      before[k] = centre + spread * normal.sample();
    }
    addLine(before, fit.row(area), fit.ofLine(area));
    boolean changes = scenario.changed(area).findAny().isPresent();
    if (changes) {
      Arrays.fill(after, scenario.move(area));
      addLine(after, scenario.step(area), 1);
      for (int k = 0; k < draws; k++) {
        after[k] = proportion(before[k] + after[k]);
      }
    }
    for (int k = 0; k < draws; k++) {
      before[k] = proportion(before[k]);
    }
    return changes;
  }

  /**
   * sin² z = ½(1 + sin(2z − π/2)) by the series of the sine, off by less than 10⁻⁹: there are
   * millions of them.
   */
  static double proportion(double modelled) {
    double t = 2 * ArcsineModel.clip(modelled) - Math.PI / 2;
    double s = t * t;
    double sine =
        t
            * (1
                - s
                    / 6
                    * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110 * (1 - s / 156))))));
    return Math.min(1, Math.max(0, (1 + sine) / 2));
  }

  private static SharedStateContinuousSampler normal(long seed) {
    return ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
  }

  /** A group while its draws are collected. */
  private final class Group {
    private final SortedMap<Integer, Double> shares;
    private final double[] before = new double[draws];
    private final double[] after = new double[draws];

    /** Mean of x̃ − x. */
    private final double[] step = new double[fit.terms()];

    private final double[] effects = new double[fit.terms()];
    private final TreeSet<Integer> changed = new TreeSet<>();
    private final TreeSet<Integer> outside = new TreeSet<>();
    private boolean extrapolated;
    private double level;
    private double change;
    private double errorOfVariance;

    Group(SortedMap<Integer, Double> shares) {
      this.shares = shares;
      shares.forEach(this::take);
    }

    private void take(int area, double share) {
      level += share * fit.shown(area).value();
      double slope = fit.scale() == ModelScale.IDENTITY ? 1 : Math.sin(2 * fit.centre(area));
      errorOfVariance += share * share * slope * slope * fit.errorOfVariance(area);
      double[] own = scenario.step(area);
      int[] places = scenario.changed(area).toArray();
      if (places.length == 0) {
        return;
      }
      change += share * scenario.change(area);
      double toResult = scenario.slope(area);
      for (int j : places) {
        step[j + 1] += share * own[j + 1];
        effects[j + 1] += share * toResult * own[j + 1] * fit.beta(j + 1);
        changed.add(j);
      }
      scenario.outside(area).forEach(outside::add);
      extrapolated |= scenario.isExtrapolated(area);
    }

    private void add(int area, double[] drawnBefore, double[] drawnAfter) {
      double share = shares.get(area);
      for (int k = 0; k < draws; k++) {
        before[k] += share * drawnBefore[k];
        after[k] += share * drawnAfter[k];
      }
    }

    private ScenarioEffect effect() {
      boolean identity = fit.scale() == ModelScale.IDENTITY;
      double[] changes = IntStream.range(0, draws).mapToDouble(k -> after[k] - before[k]).toArray();
      double error =
          identity ? Math.sqrt(Design.quadratic(step, fit.covariance())) : deviation(changes);
      var was = around(level, before);
      if (changed.isEmpty()) {
        return new ScenarioEffect(
            was, was, Scenario.estimate(0, 0, 0), 0, List.of(), List.of(), false);
      }
      return new ScenarioEffect(
          was,
          around(identity ? level + change : clipped(level + change), after),
          identity
              ? Scenario.estimate(
                  change, change - ModelFit.NORMAL_95 * error, change + ModelFit.NORMAL_95 * error)
              : around(change, changes, 1),
          error,
          changed.stream()
              .map(j -> new Contribution(fit.covariates().get(j), step[j + 1], effects[j + 1]))
              .toList(),
          outside.stream().map(fit.covariates()::get).toList(),
          extrapolated);
    }

    private org.sozialradar.indicator.Estimate around(double value, double[] drawn) {
      double deviation = deviation(drawn);
      double variance = deviation * deviation;
      var found =
          around(value, drawn, variance > 0 ? Math.sqrt(1 + errorOfVariance / variance) : 1);
      return fit.scale() == ModelScale.IDENTITY
          ? found
          : Scenario.estimate(value, clipped(found.lower()), clipped(found.upper()));
    }

    private org.sozialradar.indicator.Estimate around(double value, double[] drawn, double wider) {
      double mean = Arrays.stream(drawn).average().orElseThrow();
      double[] sorted = drawn.clone();
      Arrays.sort(sorted);
      return Scenario.estimate(
          value,
          value - Math.max(0, mean - quantile(sorted, TAIL)) * wider,
          value + Math.max(0, quantile(sorted, 1 - TAIL) - mean) * wider);
    }
  }

  private static double clipped(double proportion) {
    return Math.min(1, Math.max(0, proportion));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }
}
