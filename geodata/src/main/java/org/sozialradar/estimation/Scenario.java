package org.sozialradar.estimation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;

/**
 * What the model expects if covariates of areas were others: x̃ in place of x.
 *
 * <p>The change rests on β̂ alone; the area effect u stays. The level after is the published level
 * plus the change; its interval comes from joint draws of β and u, moved by the difference between
 * the published level and the model's own (benchmarking). Groups of areas: weighted means within
 * each draw, so that what areas share is kept. Areas without a direct value, hidden ones among
 * them, use u ~ N(0, A).
 *
 * <p>Immutable.
 */
public final class Scenario {
  private final ModelFit fit;
  private final JointDraws draws;
  private final double[] published;
  private final Map<Integer, double[]> changed;
  private final CovariateRanges ranges;

  private Scenario(JointDraws draws, double[] published, Map<Integer, double[]> changed) {
    this.fit = draws.fit();
    this.draws = draws;
    this.published = published;
    this.changed = changed;
    ranges = new CovariateRanges(fit.input());
  }

  /**
   * A scenario on a fit.
   *
   * @param draws of the fit that the scenario uses
   * @param published the levels that were published, one for each area of the input in its order:
   *     {@link ModelFit#predictions()}, or these benchmarked
   * @param changes new values of covariates by area and name; what is not named stays
   * @throws ModelRefusedException {@code area-unknown}, {@code covariate-unknown}, {@code
   *     covariate-invalid}, {@code levels-miscounted}
   */
  public static Scenario of(
      JointDraws draws,
      List<Prediction> published,
      Map<AreaCode, ? extends Map<String, Double>> changes) {
    ModelInput input = draws.fit().input();
    List<AreaCode> given = published.stream().map(Prediction::area).toList();
    if (!given.equals(input.areas())) {
      throw new ModelRefusedException(
          "levels-miscounted",
          "Die Werte gehören nicht zu den Gebieten des Modells.",
          "The levels are not those of the model's areas.",
          List.of());
    }
    var changed = new TreeMap<Integer, double[]>();
    changes.forEach((area, values) -> changed.put(input.indexOf(area), row(input, area, values)));
    double[] levels = published.stream().mapToDouble(Prediction::value).toArray();
    return new Scenario(draws, levels, changed);
  }

  /** The areas that change, in the order of the input. */
  public List<AreaCode> areas() {
    return changed.keySet().stream().map(fit.input().areas()::get).toList();
  }

  /**
   * The effect on one area.
   *
   * @throws ModelRefusedException {@code area-unknown}
   */
  public ScenarioEffect effect(AreaCode area) {
    return effect(Map.of(area, 1.0));
  }

  /**
   * The effect on the weighted mean of a group, such as a district.
   *
   * @param weights of its areas, also of those that do not change, &gt; 0: their population
   * @throws ModelRefusedException {@code area-unknown}, {@code weights-invalid}
   */
  public ScenarioEffect effect(Map<AreaCode, Double> weights) {
    var group = new TreeMap<Integer, Double>();
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean valid = weights.values().stream().allMatch(w -> w > 0) && Double.isFinite(sum);
    if (weights.isEmpty() || !valid) {
      throw new ModelRefusedException(
          "weights-invalid",
          "Jedes Gebiet einer Gruppe braucht ein positives Gewicht.",
          "Each area of a group needs a positive weight.",
          List.of());
    }
    weights.forEach((area, weight) -> group.put(fit.input().indexOf(area), weight / sum));
    return new ScenarioCalculation(draws, published, changed, ranges, group).result();
  }

  private static double[] row(ModelInput input, AreaCode area, Map<String, Double> values) {
    int place = input.indexOf(area);
    double[] row =
        IntStream.range(0, input.covariates().size())
            .mapToDouble(j -> input.covariate(place, j))
            .toArray();
    values.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new ModelRefusedException(
                "covariate-invalid",
                "Das Merkmal %s des Gebiets %s ist keine Zahl.".formatted(name, area),
                "Covariate %s of area %s is no number.".formatted(name, area),
                List.of(name, area.value()));
          }
          row[input.covariateIndex(name)] = value;
        });
    return row;
  }
}
