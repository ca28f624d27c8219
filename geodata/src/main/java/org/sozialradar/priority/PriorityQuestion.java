package org.sozialradar.priority;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What is asked about priorities.
 *
 * @param criteria at least one with a weight above 0, each indicator once, at most {@value
 *     #MOST_CRITERIA}
 * @param method how they become one score
 * @param draws {@value #FEWEST_DRAWS}..{@value #MOST_DRAWS}
 * @param seed start of the random numbers: the same seed gives the same answer
 * @param first k, for the probability to be among the first k
 */
public record PriorityQuestion(
    List<Criterion> criteria, PriorityMethod method, int draws, long seed, int first) {
  /** Most criteria at once. */
  public static final int MOST_CRITERIA = 20;

  /** Fewest draws. */
  public static final int FEWEST_DRAWS = 1000;

  /** Most draws. */
  public static final int MOST_DRAWS = 10_000;

  /** Most areas × draws: 48 MB. */
  public static final int MOST_RANKS = 12_000_000;

  /**
   * Concentration c of the Dirichlet distribution around the weights w: in draws a weight has the
   * standard deviation √(w (1 − w)/(c + 1)), for w = 0.5 about 0.05.
   */
  public static final double WEIGHT_CONCENTRATION = 100;

  /**
   * Checks the question.
   *
   * @throws InvalidPriorityException {@code no-criteria}, {@code too-many-criteria}, {@code
   *     criterion-twice}, {@code weights-zero}, {@code axis-missing}, {@code draws-out-of-range},
   *     {@code first-out-of-range} if it is below 1
   */
  public PriorityQuestion {
    criteria = List.copyOf(criteria);
    requireCriteria(criteria);
    if (method instanceof PriorityMethod.TwoAxes && !hasBothAxes(criteria)) {
      throw new InvalidPriorityException(
          "axis-missing", "two axes need criteria of need and of expected help", Map.of());
    }
    if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
      throw new InvalidPriorityException(
          "draws-out-of-range",
          draws + " draws; " + FEWEST_DRAWS + " to " + MOST_DRAWS + " are possible",
          Map.of(
              "draws",
              Integer.toString(draws),
              "least",
              Integer.toString(FEWEST_DRAWS),
              "most",
              Integer.toString(MOST_DRAWS)));
    }
    if (first < 1) {
      throw new InvalidPriorityException(
          "first-out-of-range",
          "nothing is among the first " + first,
          Map.of("first", Integer.toString(first)));
    }
  }

  private static void requireCriteria(List<Criterion> criteria) {
    if (criteria.isEmpty()) {
      throw new InvalidPriorityException("no-criteria", "there are no criteria", Map.of());
    }
    if (criteria.size() > MOST_CRITERIA) {
      throw new InvalidPriorityException(
          "too-many-criteria",
          criteria.size() + " criteria, at most " + MOST_CRITERIA + " are possible",
          Map.of(
              "criteria",
              Integer.toString(criteria.size()),
              "most",
              Integer.toString(MOST_CRITERIA)));
    }
    var ids = new HashSet<String>();
    for (var criterion : criteria) {
      if (!ids.add(criterion.id())) {
        throw new InvalidPriorityException(
            "criterion-twice",
            criterion.id() + " stands twice",
            Map.of("criterion", criterion.id()));
      }
    }
    if (criteria.stream().allMatch(criterion -> criterion.weight() == 0)) {
      throw new InvalidPriorityException("weights-zero", "all weights are 0", Map.of());
    }
  }

  static boolean hasBothAxes(List<Criterion> criteria) {
    return hasAxis(criteria, true) && hasAxis(criteria, false);
  }

  private static boolean hasAxis(List<Criterion> criteria, boolean need) {
    return criteria.stream().anyMatch(one -> one.weight() > 0 && one.role().isNeed() == need);
  }

  /** The criteria that take part: those with a weight, in the order given. */
  public List<Criterion> weighted() {
    return criteria.stream().filter(criterion -> criterion.weight() > 0).toList();
  }
}
