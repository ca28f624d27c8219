package org.sozialradar.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * The prediction of a group of areas, such as a district: the weighted mean of its areas. Its error
 * comes from joint draws, because the errors of all areas share the line: only what is the areas'
 * own averages out.
 *
 * <p>The interval reaches from the value as far as the 2.5 % and 97.5 % quantiles of the drawn
 * means from their own mean. The draws leave out that A is estimated; it adds Σ W²·2g₃ to the
 * variance, and the ends move out in that proportion.
 *
 * @param value Σ Wθ̂ of the predictions as they are published, benchmarked or not
 * @param lower lower end of the 95 % interval
 * @param upper upper end
 */
public record GroupPrediction(double value, double lower, double upper) {
  private static final double TAIL = 0.025;

  public GroupPrediction {
    if (!(lower <= value && value <= upper)) {
      throw new IllegalArgumentException("interval " + lower + ".." + upper + " of " + value);
    }
  }

  /**
   * Of the areas of a group.
   *
   * @param draws of the fit, 1000 or more
   * @param predictions of all areas in the order of the fit
   * @param shares W by place of the area in the fit, &gt; 0, with sum 1
   */
  public static GroupPrediction of(
      JointDraws draws, List<Prediction> predictions, SortedMap<Integer, Double> shares) {
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) < 1e-9) || shares.values().stream().anyMatch(share -> !(share > 0))) {
      throw new IllegalArgumentException("shares with the sum " + sum);
    }
    var means = new double[draws.size()];
    double value = 0;
    double ofVariance = 0;
    for (var entry : shares.entrySet()) {
      int area = entry.getKey();
      double share = entry.getValue();
      value += share * predictions.get(area).value();
      ofVariance += share * share * errorOfVariance(draws.fit(), area);
      double[] drawn = draws.ofArea(area);
      for (int k = 0; k < means.length; k++) {
        means[k] += share * drawn[k];
      }
    }
    return around(value, means, ofVariance);
  }

  private static GroupPrediction around(double value, double[] means, double ofVariance) {
    double mean = Arrays.stream(means).average().orElseThrow();
    double squares = Arrays.stream(means).map(one -> (one - mean) * (one - mean)).sum();
    double variance = squares / Math.max(1, means.length - 1);
    double wider = variance > 0 ? Math.sqrt(1 + ofVariance / variance) : 1;
    Arrays.sort(means);
    return new GroupPrediction(
        value,
        value - Math.max(0, mean - quantile(means, TAIL)) * wider,
        value + Math.max(0, quantile(means, 1 - TAIL) - mean) * wider);
  }

  /** 2g₃ of an area on the scale of the result. */
  private static double errorOfVariance(ModelFit fit, int area) {
    double b = 1 - fit.gamma(area);
    double known = fit.effectVariance(area) + b * b * fit.leverage(area);
    double slope =
        fit.input().scale() == ModelScale.IDENTITY
            ? 1
            : Math.sin(2 * ArcsineModel.clip(fit.centre(area)));
    return Math.max(0, fit.meanSquaredError(area) - known) * slope * slope;
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
