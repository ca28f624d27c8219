package org.sozialradar.survey;

import java.util.Arrays;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;

/**
 * Fits weights to known totals of the population by iterative proportional fitting: margin after
 * margin, the weights of each category are multiplied so that they sum to its total, until all
 * totals are met.
 *
 * <p>With limits, weights beyond them are cut back after each round and the next round makes up for
 * it. Limits may be so tight that the totals cannot be met; the result then says so, and has
 * weights within the limits. Without limits in the way, totals that cannot be met contradict each
 * other and are refused.
 *
 * <p>Respondents whose category is not known keep their share of the weight: the totals of that
 * margin are reduced to the share of those who are known (by the weights before), which assumes
 * that the unknown are spread like the known.
 *
 * <p>Sources: Deming and Stephan (1940), On a least squares adjustment of a sampled frequency
 * table; Deville, Särndal and Sautory (1993), Generalized raking procedures in survey sampling;
 * Potter (1990), A study of procedures to identify and trim extreme sampling weights.
 */
public final class Raking {
  /**
   * How far the totals of two margins may be apart: tables of one population differ by rounding.
   */
  private static final double SAME_TOTAL = 0.001;

  private final double[] before;
  private final List<RakingMargin> margins;
  private final RakingLimits limits;
  private final double total;
  private final double[][] targets;
  private final double[] weights;

  private Raking(double[] before, List<RakingMargin> margins, RakingLimits limits) {
    this.before = before;
    this.margins = margins;
    this.limits = limits;
    total = margins.get(0).total();
    targets = margins.stream().map(this::targets).toArray(double[][]::new);
    double scale = total / Arrays.stream(before).sum();
    weights = Arrays.stream(before).map(weight -> weight * scale).toArray();
  }

  /**
   * Rakes the weights of a sample.
   *
   * @param sample the sample with its weights before
   * @param margins known totals, one margin or more, all of about the same population (0.1 %); they
   *     are scaled to that of the first
   * @param limits limits on weights, and when to stop
   * @throws InvalidSampleException {@code margins-missing}; {@code margin-totals-differ}; {@code
   *     margin-unknown-all} if no respondent's category is known; {@code margin-category-empty} if
   *     nobody in the sample stands for people there are; {@code margin-category-excluded} if
   *     respondents stand for a category of total 0; {@code margins-contradict} if no weights meet
   *     all margins
   */
  public static RakingResult rake(
      SampleColumns sample, List<RakingMargin> margins, RakingLimits limits) {
    if (margins.isEmpty()) {
      throw new InvalidSampleException(
          "margins-missing", -1, "es sind keine Randsummen angegeben", "no margins are given");
    }
    for (var margin : margins) {
      if (margin.respondents() != sample.respondents()) {
        throw new IllegalArgumentException(
            margin.name() + ": " + margin.respondents() + " of " + sample.respondents());
      }
    }
    return new Raking(sample.weights(), margins, limits).rake();
  }

  private RakingResult rake() {
    int round = 0;
    double deviation;
    do {
      for (int m = 0; m < margins.size(); m++) {
        fit(m);
      }
      trim();
      round++;
      deviation = largestDeviation();
    } while (deviation > limits.tolerance() && round < limits.rounds());
    boolean converged = deviation <= limits.tolerance();
    int atLimit = atLimit();
    if (!converged && atLimit == 0) {
      throw contradiction(deviation);
    }
    return new RakingResult(weights, report(converged, round, deviation, atLimit));
  }

  /** Totals of the categories, scaled to the first margin and to the weight of those known. */
  private double[] targets(RakingMargin margin) {
    if (Math.abs(margin.total() - total) > SAME_TOTAL * total) {
      throw new InvalidSampleException(
          "margin-totals-differ",
          -1,
          margin.name() + " und " + margins.get(0).name() + " gelten verschieden vielen Personen",
          margin.name() + " and " + margins.get(0).name() + " are of different numbers of people");
    }
    double known = 0;
    var sums = new double[margin.labels().size()];
    for (int r = 0; r < before.length; r++) {
      if (margin.category(r) != RakingMargin.UNKNOWN) {
        sums[margin.category(r)] += before[r];
        known += before[r];
      }
    }
    requireAll(margin, sums, known);
    double scale = total / margin.total() * known / Arrays.stream(before).sum();
    return margin.totals().stream().mapToDouble(t -> t * scale).toArray();
  }

  private static void requireAll(RakingMargin margin, double[] sums, double known) {
    if (known == 0) {
      throw new InvalidSampleException(
          "margin-unknown-all",
          -1,
          margin.name() + ": von niemandem ist die Gruppe bekannt",
          margin.name() + ": nobody's category is known");
    }
    for (int c = 0; c < sums.length; c++) {
      LocalizedText label = margin.labels().get(c);
      if (sums[c] == 0 && margin.totals().get(c) > 0) {
        throw new InvalidSampleException(
            "margin-category-empty",
            -1,
            margin.name() + ": niemand steht für „" + label.de() + "“; Gruppen zusammenlegen",
            margin.name() + ": nobody stands for '" + label.en() + "'; join categories");
      }
      if (sums[c] > 0 && margin.totals().get(c) == 0) {
        throw new InvalidSampleException(
            "margin-category-excluded",
            -1,
            margin.name() + ": „" + label.de() + "“ hat Befragte, aber die Summe 0",
            margin.name() + ": '" + label.en() + "' has respondents, but the total 0");
      }
    }
  }

  private double[] sums(int m) {
    var sums = new double[targets[m].length];
    for (int r = 0; r < weights.length; r++) {
      if (margins.get(m).category(r) != RakingMargin.UNKNOWN) {
        sums[margins.get(m).category(r)] += weights[r];
      }
    }
    return sums;
  }

  private void fit(int m) {
    double[] factors = sums(m);
    for (int c = 0; c < factors.length; c++) {
      factors[c] = factors[c] > 0 ? targets[m][c] / factors[c] : 1;
    }
    for (int r = 0; r < weights.length; r++) {
      if (margins.get(m).category(r) != RakingMargin.UNKNOWN) {
        weights[r] *= factors[margins.get(m).category(r)];
      }
    }
  }

  /** Mean weight of the respondents who have one; the limits are multiples of it. */
  private double mean() {
    return total / Arrays.stream(before).filter(weight -> weight > 0).count();
  }

  private void trim() {
    double lowest = limits.lowest() * mean();
    double highest = limits.highest() * mean();
    for (int r = 0; r < weights.length; r++) {
      if (before[r] > 0) {
        weights[r] = Math.min(highest, Math.max(lowest, weights[r]));
      }
    }
  }

  private int atLimit() {
    double lowest = limits.lowest() * mean();
    double highest = limits.highest() * mean();
    int count = 0;
    for (int r = 0; r < weights.length; r++) {
      boolean atEnd = weights[r] == highest || (limits.lowest() > 0 && weights[r] == lowest);
      count += before[r] > 0 && atEnd ? 1 : 0;
    }
    return count;
  }

  private double largestDeviation() {
    double largest = 0;
    for (int m = 0; m < targets.length; m++) {
      double[] sums = sums(m);
      for (int c = 0; c < sums.length; c++) {
        if (targets[m][c] > 0) {
          largest = Math.max(largest, Math.abs(sums[c] / targets[m][c] - 1));
        }
      }
    }
    return largest;
  }

  private static InvalidSampleException contradiction(double deviation) {
    String percent = String.format(java.util.Locale.ROOT, "%.3g", 100 * deviation);
    return new InvalidSampleException(
        "margins-contradict",
        -1,
        "keine Gewichte erfüllen alle Randsummen zugleich: es bleiben " + percent + " % Abweichung",
        "no weights meet all margins at once: a deviation of " + percent + " % remains");
  }

  private RakingResult.Report report(boolean converged, int rounds, double deviation, int atLimit) {
    var positive = Arrays.stream(weights).filter(weight -> weight > 0).summaryStatistics();
    return new RakingResult.Report(
        converged,
        rounds,
        deviation,
        atLimit,
        kishSize(before),
        kishSize(weights),
        positive.getMin() / positive.getAverage(),
        positive.getMax() / positive.getAverage());
  }

  private static double kishSize(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return sum * sum / Arrays.stream(weights).map(weight -> weight * weight).sum();
  }
}
