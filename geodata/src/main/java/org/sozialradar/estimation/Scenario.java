package org.sozialradar.estimation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/**
 * What the model expects if covariates of areas were others: x̃ in place of x, d = x̃ − x.
 *
 * <p>The change is d'β̂ with the variance d'Qd; the area effect u stays. The level after is the
 * published level plus the change. The error of a prediction is B x'(β̂ − β) and a part that is not
 * correlated with β̂ (see {@link SharedErrors}), so that of the level after has the variance
 *
 * <pre>mse + 2B x'Qd + d'Qd</pre>
 *
 * <p>with mse from the published interval. Where B is known between bounds only, that one counts
 * which gives the wider interval. For proportions all this is on the arcsine scale; the ends are
 * brought back, and the change is the difference of the means brought back. These are the numbers
 * that endless joint draws of β and u would give; for means of groups see {@link ScenarioGroups}.
 *
 * <p>Immutable.
 */
public final class Scenario {
  private final PublishedFit fit;
  private final SortedMap<Integer, double[]> steps;
  private final SortedMap<Integer, double[]> moved;

  private Scenario(PublishedFit fit, SortedMap<Integer, double[]> moved) {
    this.fit = fit;
    this.moved = moved;
    steps = new TreeMap<>();
    moved.forEach((area, row) -> steps.put(area, step(area, row)));
  }

  /**
   * A scenario on a fit.
   *
   * @param changes new values of covariates by area and name; what is not named stays
   * @throws ModelRefusedException {@code area-unknown}, {@code covariate-unknown}, {@code
   *     covariate-invalid}
   */
  public static Scenario of(
      PublishedFit fit, Map<AreaCode, ? extends Map<String, Double>> changes) {
    var moved = new TreeMap<Integer, double[]>();
    changes.forEach((area, values) -> moved.put(fit.indexOf(area), row(fit, area, values)));
    return new Scenario(fit, moved);
  }

  private static double[] row(PublishedFit fit, AreaCode area, Map<String, Double> values) {
    double[] row = fit.row(fit.indexOf(area));
    values.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new ModelRefusedException(
                "covariate-invalid",
                "Das Merkmal %s des Gebiets %s ist keine Zahl.".formatted(name, area),
                "Covariate %s of area %s is no number.".formatted(name, area),
                List.of(name, area.value()));
          }
          row[fit.covariateIndex(name) + 1] = value;
        });
    return row;
  }

  private double[] step(int area, double[] row) {
    double[] before = fit.row(area);
    return IntStream.range(0, row.length).mapToDouble(j -> row[j] - before[j]).toArray();
  }

  /** The areas that change, in the order of the fit. */
  public List<AreaCode> areas() {
    return steps.keySet().stream().map(fit.areas()::get).toList();
  }

  PublishedFit fit() {
    return fit;
  }

  /** x̃ − x of an area, 0 for the constant; not to be changed. */
  double[] step(int area) {
    var step = steps.get(area);
    return step == null ? new double[fit.terms()] : step;
  }

  /** Covariates of an area that leave what was observed, by their place. */
  IntStream outside(int area) {
    return changed(area)
        .filter(
            j -> moved.get(area)[j + 1] < fit.lowest(j) || moved.get(area)[j + 1] > fit.highest(j));
  }

  /** Covariates of an area that change, by their place. */
  IntStream changed(int area) {
    double[] step = step(area);
    return IntStream.range(0, step.length - 1).filter(j -> step[j + 1] != 0);
  }

  boolean isExtrapolated(int area) {
    return changed(area).findAny().isPresent()
        && Design.quadratic(moved.get(area), fit.covariance()) > fit.largestLeverage();
  }

  /**
   * The effect on one area.
   *
   * @throws ModelRefusedException {@code area-unknown}
   */
  public ScenarioEffect effect(AreaCode code) {
    int area = fit.indexOf(code);
    var before = fit.shown(area);
    if (changed(area).findAny().isEmpty()) {
      return new ScenarioEffect(before, before, estimate(0, 0, 0), 0, List.of(), List.of(), false);
    }
    double error = Math.sqrt(Design.quadratic(step(area), fit.covariance()));
    double half = ModelFit.NORMAL_95 * error;
    double change = change(area);
    double by = move(area);
    double after = within(before.value() + change);
    double slope = slope(area);
    var changed =
        estimate(
            change,
            Math.min(change, difference(area, by - half)),
            Math.max(change, difference(area, by + half)));
    return new ScenarioEffect(
        before,
        after(area, after, by),
        changed,
        Math.abs(slope) * error,
        changed(area)
            .mapToObj(
                j ->
                    new Contribution(
                        fit.covariates().get(j),
                        step(area)[j + 1],
                        slope * step(area)[j + 1] * fit.beta(j + 1)))
            .toList(),
        outside(area).mapToObj(fit.covariates()::get).toList(),
        isExtrapolated(area));
  }

  private Estimate after(int area, double after, double by) {
    double half = ModelFit.NORMAL_95 * Math.sqrt(afterVariance(area));
    if (fit.scale() == ModelScale.IDENTITY) {
      return estimate(after, after - half, after + half);
    }
    double centre = fit.centre(area) + by;
    return estimate(
        after,
        Math.min(after, ArcsineModel.back(centre - half)),
        Math.max(after, ArcsineModel.back(centre + half)));
  }

  private double afterVariance(int area) {
    double error = fit.halfWidth(area) / ModelFit.NORMAL_95;
    double[] step = step(area);
    double shared = product(fit.row(area), step);
    double b = shared > 0 ? fit.mostOfLine(area) : fit.leastOfLine(area);
    return Math.max(0, error * error + 2 * b * shared + Design.quadratic(step, fit.covariance()));
  }

  /** row'Q step. */
  private double product(double[] row, double[] step) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      for (int k = 0; k < step.length; k++) {
        sum += row[j] * fit.covariance().unsafe_get(j, k) * step[k];
      }
    }
    return sum;
  }

  /** d'β̂ of an area, on the model's scale. */
  double move(int area) {
    double[] step = step(area);
    double sum = 0;
    for (int j = 1; j < step.length; j++) {
      sum += step[j] * fit.beta(j);
    }
    return sum;
  }

  /** The change of an area on the scale of the result. */
  double change(int area) {
    return difference(area, move(area));
  }

  /** A move on the model's scale brought to the scale of the result. */
  private double difference(int area, double by) {
    if (fit.scale() == ModelScale.IDENTITY) {
      return by;
    }
    double centre = fit.centre(area);
    double variance = fit.effectVariance(area);
    return ArcsineModel.backMean(centre + by, variance) - ArcsineModel.backMean(centre, variance);
  }

  /** Change of the result for a unit on the model's scale, so that contributions sum up. */
  double slope(int area) {
    if (fit.scale() == ModelScale.IDENTITY) {
      return 1;
    }
    double by = move(area);
    return by != 0
        ? difference(area, by) / by
        : Math.exp(-2 * fit.effectVariance(area)) * Math.sin(2 * fit.centre(area));
  }

  private double within(double level) {
    return fit.scale() == ModelScale.IDENTITY ? level : Math.min(1, Math.max(0, level));
  }

  static Estimate estimate(double value, double lower, double upper) {
    return new Estimate(value, lower, upper, ObservationStatus.ESTIMATED);
  }
}
