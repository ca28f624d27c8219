package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The effect of a {@link Scenario} on the weighted mean of a group of areas. */
final class ScenarioCalculation {
  private static final double LEVEL = 0.95;

  private final ModelFit fit;
  private final JointDraws draws;
  private final double[] published;
  private final Map<Integer, double[]> changed;
  private final CovariateRanges ranges;
  private final Map<Integer, Double> shares;
  private final int covariates;

  /** Weighted mean of x̃ − x, standardised, 0 for the constant. */
  private final double[] shift;

  private final double[] contributions;
  private final double[] afterDraws;
  private final double[] changeDraws;
  private final TreeSet<Integer> outside = new TreeSet<>();
  private boolean extrapolated;
  private double change;
  private double before;

  /**
   * @param shares of the group's areas by their place in the input; they sum to 1
   */
  ScenarioCalculation(
      JointDraws draws,
      double[] published,
      Map<Integer, double[]> changed,
      CovariateRanges ranges,
      Map<Integer, Double> shares) {
    this.fit = draws.fit();
    this.draws = draws;
    this.published = published;
    this.changed = changed;
    this.ranges = ranges;
    this.shares = shares;
    covariates = fit.input().covariates().size();
    shift = new double[covariates + 1];
    contributions = new double[covariates];
    afterDraws = new double[draws.size()];
    changeDraws = new double[draws.size()];
    shares.forEach(this::add);
  }

  ScenarioEffect result() {
    boolean identity = fit.input().scale() == ModelScale.IDENTITY;
    double error =
        identity
            ? Math.sqrt(Design.quadratic(shift, fit.standardisedCovariance()))
            : deviation(changeDraws);
    double[] changeEnds =
        identity
            ? new double[] {
              change - ModelFit.NORMAL_95 * error, change + ModelFit.NORMAL_95 * error
            }
            : ends(changeDraws);
    double after = identity ? before + change : unit(before + change);
    double[] ends = ends(afterDraws);
    return new ScenarioEffect(
        change,
        error,
        Math.min(change, changeEnds[0]),
        Math.max(change, changeEnds[1]),
        before,
        after,
        Math.min(after, identity ? ends[0] : unit(ends[0])),
        Math.max(after, identity ? ends[1] : unit(ends[1])),
        contributions(),
        outside.stream().map(fit.input().covariates()::get).toList(),
        warnings());
  }

  private void add(int area, double share) {
    double[] step = step(area);
    double moved = 0;
    double[] beta = fit.standardised();
    for (int j = 0; j < step.length; j++) {
      shift[j] += share * step[j];
      moved += step[j] * beta[j];
    }
    double own = change(area, moved);
    change += share * own;
    before += share * published[area];
    double slope = slope(area, moved, own);
    for (int j = 0; j < covariates; j++) {
      contributions[j] += share * slope * step[j + 1] * beta[j + 1];
    }
    addDraws(area, share, step);
  }

  private void addDraws(int area, double share, double[] step) {
    double offset = published[area] - fit.prediction(area).value();
    double[] levels = draws.modelled(area);
    ModelScale scale = fit.input().scale();
    for (int k = 0; k < levels.length; k++) {
      double after = scale.back(levels[k] + draws.dot(k, step));
      afterDraws[k] += share * (after + offset);
      changeDraws[k] += share * (after - scale.back(levels[k]));
    }
  }

  /** x̃ − x of an area, standardised; notes what lies outside of what was observed. */
  private double[] step(int area) {
    var step = new double[covariates + 1];
    double[] row = changed.get(area);
    if (row == null) {
      return step;
    }
    var moved = new double[covariates + 1];
    moved[0] = 1;
    for (int j = 0; j < covariates; j++) {
      moved[j + 1] = fit.design().standardise(j, row[j]);
      step[j + 1] = moved[j + 1] - fit.design().at(area, j + 1);
      if (step[j + 1] != 0 && ranges.isOutside(j, row[j])) {
        outside.add(j);
      }
    }
    extrapolated |= Design.quadratic(moved, fit.standardisedCovariance()) > fit.largestLeverage();
    return step;
  }

  /** A move on the model's scale brought to the scale of the result. */
  private double change(int area, double moved) {
    if (fit.input().scale() == ModelScale.IDENTITY) {
      return moved;
    }
    double centre = fit.centre(area);
    double variance = fit.effectVariance(area);
    return ArcsineModel.backMean(centre + moved, variance)
        - ArcsineModel.backMean(centre, variance);
  }

  /** Change of the result for a unit on the model's scale, so that contributions sum up. */
  private double slope(int area, double moved, double own) {
    if (fit.input().scale() == ModelScale.IDENTITY) {
      return 1;
    }
    if (moved != 0) {
      return own / moved;
    }
    return Math.exp(-2 * fit.effectVariance(area))
        * Math.sin(2 * ArcsineModel.clip(fit.centre(area)));
  }

  private List<Contribution> contributions() {
    return IntStream.range(0, covariates)
        .filter(j -> shares.keySet().stream().anyMatch(area -> moves(area, j)))
        .mapToObj(
            j ->
                new Contribution(
                    fit.input().covariates().get(j),
                    shift[j + 1] * fit.design().deviation(j),
                    contributions[j]))
        .toList();
  }

  private boolean moves(int area, int covariate) {
    double[] row = changed.get(area);
    return row != null && row[covariate] != fit.input().covariate(area, covariate);
  }

  private List<ScenarioWarning> warnings() {
    var warnings = new ArrayList<>(List.of(ScenarioWarning.ASSOCIATION_NOT_CAUSE));
    if (!outside.isEmpty()) {
      warnings.add(ScenarioWarning.OUTSIDE_OBSERVED_RANGE);
    }
    if (extrapolated) {
      warnings.add(ScenarioWarning.EXTRAPOLATION);
    }
    return warnings;
  }

  private static double unit(double proportion) {
    return Math.min(1, Math.max(0, proportion));
  }

  /** The 2.5 % and 97.5 % quantiles (type 7). */
  private static double[] ends(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new double[] {quantile(sorted, (1 - LEVEL) / 2), quantile(sorted, (1 + LEVEL) / 2)};
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
