package org.sozialradar.indicator;

import java.util.List;

/**
 * Sums of estimates with factors, for conversion and aggregation.
 *
 * <p>A missing term makes the sum missing: a partial sum would look like a whole one. Intervals of
 * independent errors are combined after Zou and Donner (2008, "Construction of confidence limits
 * about effect measures", MOVER): the lower end is x − √Σ (fᵢ (xᵢ − lᵢ))², the upper end likewise;
 * terms that are full counts add no error.
 */
final class LinearCombination {
  /** Statuses with a value; a combination has the last of those of its terms. */
  private static final List<ObservationStatus> BY_TRUST =
      List.of(
          ObservationStatus.REPORTED,
          ObservationStatus.PROVISIONAL,
          ObservationStatus.CONVERTED,
          ObservationStatus.ESTIMATED,
          ObservationStatus.INPUTS_INCOMPLETE,
          ObservationStatus.LIMITED_PRECISION);

  private LinearCombination() {}

  /**
   * A term.
   *
   * @param estimate the estimate
   * @param factor its factor, 0 or more
   */
  record Term(Estimate estimate, double factor) {
    private double below() {
      return estimate.hasInterval() ? factor * (estimate.value() - estimate.lower()) : 0;
    }

    private double above() {
      return estimate.hasInterval() ? factor * (estimate.upper() - estimate.value()) : 0;
    }

    /** Whether the estimate has an error of which nobody knows the size. */
    private boolean hasUnknownError() {
      return !estimate.hasInterval()
          && (estimate.status() == ObservationStatus.ESTIMATED
              || estimate.status() == ObservationStatus.LIMITED_PRECISION);
    }
  }

  /**
   * The sum of the terms.
   *
   * @param terms at least one
   * @param intervalsHold false if the terms are parts of areas: then intervals that the whole areas
   *     had do not hold, are dropped, and the sum is of limited precision
   */
  static Estimate sum(List<Term> terms, boolean intervalsHold) {
    if (terms.stream().anyMatch(term -> !term.estimate().hasValue())) {
      return Estimate.missing(reason(terms.stream().map(Term::estimate).toList()));
    }
    double value =
        terms.stream().mapToDouble(term -> term.factor() * term.estimate().value()).sum();
    if (!Double.isFinite(value)) {
      return Estimate.missing(ObservationStatus.NOT_MEANINGFUL);
    }
    var status = leastTrusted(terms.stream().map(Term::estimate).toList());
    if (terms.stream().noneMatch(term -> term.estimate().hasInterval())) {
      return Estimate.of(value, status);
    }
    if (!intervalsHold || terms.stream().anyMatch(Term::hasUnknownError)) {
      return Estimate.of(value, ObservationStatus.LIMITED_PRECISION);
    }
    return new Estimate(
        value,
        value - norm(terms.stream().mapToDouble(Term::below)),
        value + norm(terms.stream().mapToDouble(Term::above)),
        status);
  }

  private static double norm(java.util.stream.DoubleStream parts) {
    return Math.sqrt(parts.map(part -> part * part).sum());
  }

  /** The reason of a missing result: the common one if all are missing for it. */
  static ObservationStatus reason(List<Estimate> estimates) {
    var first = estimates.get(0).status();
    boolean same = estimates.stream().allMatch(estimate -> estimate.status() == first);
    return same && !first.hasValue() ? first : ObservationStatus.INPUT_MISSING;
  }

  /** The status of a result of several estimates that all have values. */
  static ObservationStatus leastTrusted(List<Estimate> estimates) {
    int last = 0;
    for (var estimate : estimates) {
      last = Math.max(last, trust(estimate.status()));
    }
    return BY_TRUST.get(last);
  }

  private static int trust(ObservationStatus status) {
    int index = BY_TRUST.indexOf(status);
    if (index < 0) {
      throw new IllegalStateException("no trust defined for " + status);
    }
    return index;
  }

  /** A value marked as converted, unless it is trusted less already. */
  static Estimate converted(Estimate estimate) {
    boolean more =
        estimate.hasValue() && trust(estimate.status()) < trust(ObservationStatus.CONVERTED);
    return more ? estimate.with(ObservationStatus.CONVERTED) : estimate;
  }
}
