package org.sozialradar.survey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * How consistently the items of a scale measure the same, from respondents who answered all of
 * them, without weights.
 *
 * <p>Cronbach's α = k/(k − 1) · (1 − Σs²_item/s²_total). Standardised: k·r̄/(1 + (k − 1)·r̄) with
 * the mean correlation r̄ of the items. Feldt's 95 % interval: 1 − (1 − α)·F_{.975} … 1 − (1 −
 * α)·F_{.025} with n − 1 and (n − 1)(k − 1) degrees of freedom.
 *
 * <p>Assumes one dimension and, to be more than a lower bound, equal true-score loadings. A high
 * alpha does not show that a scale measures what its name says. For maps see {@link
 * AreaReliability}.
 *
 * <p>Sources: Cronbach (1951), Coefficient alpha and the internal structure of tests; Feldt (1965),
 * The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty.
 *
 * @param respondents respondents with all items answered, 2 or more
 * @param alpha Cronbach's alpha; at most 1, may be below 0
 * @param standardisedAlpha alpha of standardised items; NaN if an item does not vary
 * @param lower lower end of the interval of alpha
 * @param upper upper end
 * @param items each item, in the order of the scale; two or more
 */
public record Reliability(
    int respondents,
    double alpha,
    double standardisedAlpha,
    double lower,
    double upper,
    List<ItemReliability> items) {

  public Reliability {
    items = List.copyOf(items);
    if (respondents < 2 || items.size() < 2 || !(lower <= alpha && alpha <= upper)) {
      throw new IllegalArgumentException(
          "alpha " + alpha + " of " + items.size() + " items, " + respondents + " respondents");
    }
  }

  public OptionalDouble findStandardisedAlpha() {
    return Double.isNaN(standardisedAlpha)
        ? OptionalDouble.empty()
        : OptionalDouble.of(standardisedAlpha);
  }

  /**
   * The reliability of a scale.
   *
   * @param names ids of two or more items
   * @param scores scores of each item (reversed where it is so), all of the same respondents; NaN
   *     for missing
   * @return empty if fewer than two respondents answered all items or their sums do not vary
   */
  public static Optional<Reliability> of(List<String> names, List<double[]> scores) {
    if (names.size() < 2 || names.size() != scores.size()) {
      throw new IllegalArgumentException(names.size() + " names, " + scores.size() + " items");
    }
    int[] complete = complete(scores);
    if (complete.length < 2) {
      return Optional.empty();
    }
    var covariance = new ItemCovariance(scores, complete);
    double alpha = covariance.alpha(-1);
    return Double.isNaN(alpha)
        ? Optional.empty()
        : Optional.of(of(names, complete.length, alpha, covariance));
  }

  private static Reliability of(
      List<String> names, int respondents, double alpha, ItemCovariance covariance) {
    double freedom = respondents - 1.0;
    var f = new FDistribution(freedom, freedom * (names.size() - 1));
    var items =
        IntStream.range(0, names.size())
            .mapToObj(
                i ->
                    new ItemReliability(
                        names.get(i), covariance.correctedCorrelation(i), covariance.alpha(i)))
            .toList();
    return new Reliability(
        respondents,
        alpha,
        covariance.standardisedAlpha(),
        1 - (1 - alpha) * f.inverseCumulativeProbability(0.975),
        1 - (1 - alpha) * f.inverseCumulativeProbability(0.025),
        items);
  }

  private static int[] complete(List<double[]> scores) {
    return IntStream.range(0, scores.get(0).length)
        .filter(r -> scores.stream().noneMatch(column -> Double.isNaN(column[r])))
        .toArray();
  }
}
