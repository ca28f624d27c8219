package org.sozialradar.incident;

import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;

/**
 * People as the areas of a finer level have them, such as the quarters of a town; within each of
 * these spread evenly. It says nothing of areas that the finer level does not make up as a whole,
 * or of whose parts the population is not published.
 */
public final class QuarterWeights implements PeopleWeights {
  private final AreaHierarchy hierarchy;
  private final AreaShapes quarters;
  private final Map<AreaCode, Double> people;

  /**
   * Weights by a finer level.
   *
   * @param hierarchy which quarters lie in which areas
   * @param quarters the areas of the finer level
   * @param people published population of the areas of the finer level, at least 0
   */
  public QuarterWeights(
      AreaHierarchy hierarchy, AreaShapes quarters, Map<AreaCode, Double> people) {
    this.hierarchy = hierarchy;
    this.quarters = quarters;
    this.people = Map.copyOf(people);
  }

  @Override
  public String label() {
    return QUARTERS;
  }

  @Override
  public Optional<PeopleShare> find(Overlap overlap, IncidentShape incident) {
    if (!hierarchy.isMadeUp(overlap.level(), overlap.code(), quarters.level())) {
      return Optional.empty();
    }
    double all = 0;
    double value = 0;
    double low = 0;
    double high = 0;
    for (var quarter : hierarchy.members(overlap.level(), overlap.code(), quarters.level())) {
      var inhabitants = people.get(quarter);
      if (inhabitants == null || !quarters.has(quarter)) {
        return Optional.empty();
      }
      all += inhabitants;
      var inside = quarters.find(quarter, incident);
      if (inside.isPresent()) {
        value += inhabitants * inside.get().share();
        low += inside.get().isWhole() ? inhabitants : 0;
        high += inhabitants;
      }
    }
    return all > 0 ? Optional.of(share(value / all, low / all, high / all)) : Optional.empty();
  }

  /** Sums of the same numbers in another order differ in their last digits. */
  private static PeopleShare share(double value, double low, double high) {
    double upper = Math.min(1, Math.max(high, 0));
    double lower = Math.min(low, upper);
    return new PeopleShare(Math.max(lower, Math.min(value, upper)), lower, upper);
  }
}
