package org.sozialradar.indicator;

import java.util.Collection;
import org.sozialradar.area.AreaCode;

/**
 * Aggregation of values of areas to the area that holds them.
 *
 * <p>A member without value makes the result missing, for its reason if all are missing for the
 * same one, else {@link ObservationStatus#INPUT_MISSING}. The one exception: a member that is known
 * to have no inhabitants and that the source has no row for counts as 0 persons. Intervals are
 * combined as independent errors (MOVER after Zou and Donner 2008). Medians, ranks, indices and
 * distances are not aggregated.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class Aggregation {
  private static final Estimate NO_MEMBER = Estimate.missing(ObservationStatus.NO_ROW);

  private Aggregation() {}

  /** The sum of the counts of all members; no row if there are no members. */
  public static Estimate extensive(Collection<AreaCode> members, AreaValues values) {
    return members.isEmpty()
        ? NO_MEMBER
        : LinearCombination.sum(
            members.stream()
                .map(member -> new LinearCombination.Term(values.count(member), 1))
                .toList(),
            true);
  }

  /** The mean of the rates of all members, weighted by their denominators of the same period. */
  public static Estimate rate(
      Collection<AreaCode> members, AreaValues rates, AreaValues denominators) {
    return members.isEmpty()
        ? NO_MEMBER
        : WeightedMean.of(
            members.stream()
                .map(
                    member ->
                        new WeightedMean.Part(rates.get(member), denominators.count(member), 1))
                .toList());
  }
}
