package org.sozialradar.indicator;

import java.util.List;

/** The mean of rates, weighted by their denominators, for conversion and aggregation. */
final class WeightedMean {
  private WeightedMean() {}

  /**
   * A rate of an area or a part of it.
   *
   * @param rate the rate
   * @param denominator the denominator of the whole area
   * @param share share of the denominator that takes part, above 0 and at most 1
   */
  record Part(Estimate rate, Estimate denominator, double share) {
    boolean isEmpty() {
      return denominator.hasValue() && denominator.value() == 0;
    }
  }

  /**
   * Σ rᵢ dᵢ kᵢ / Σ dᵢ kᵢ. Denominators count as exact. Parts whose denominator is 0 take no part,
   * even if they have no rate; if all are 0 the mean would make no sense. A rate that stands alone
   * needs no denominator.
   *
   * @param parts at least one
   */
  static Estimate of(List<Part> parts) {
    boolean whole = parts.stream().allMatch(part -> part.share() == 1);
    if (parts.size() == 1) {
      return LinearCombination.sum(
          List.of(new LinearCombination.Term(parts.get(0).rate(), 1)), whole);
    }
    var filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    if (filled.isEmpty()) {
      return Estimate.missing(ObservationStatus.NOT_MEANINGFUL);
    }
    var rates = filled.stream().map(Part::rate).toList();
    if (rates.stream().anyMatch(rate -> !rate.hasValue())) {
      return Estimate.missing(LinearCombination.reason(rates));
    }
    return filled.stream().anyMatch(part -> !(part.denominator().value() > 0))
        ? Estimate.missing(ObservationStatus.INPUT_MISSING)
        : mean(filled, whole);
  }

  private static Estimate mean(List<Part> parts, boolean whole) {
    double total = parts.stream().mapToDouble(WeightedMean::weight).sum();
    return LinearCombination.sum(
        parts.stream()
            .map(part -> new LinearCombination.Term(part.rate(), weight(part) / total))
            .toList(),
        whole);
  }

  private static double weight(Part part) {
    return part.denominator().value() * part.share();
  }
}
