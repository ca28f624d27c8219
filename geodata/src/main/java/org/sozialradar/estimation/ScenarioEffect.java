package org.sozialradar.estimation;

import java.util.List;
import org.sozialradar.indicator.Estimate;

/**
 * What a scenario does to an area or to a group of areas, on the scale of the result.
 *
 * @param before level without the changes, with its 95 % interval
 * @param after level with them
 * @param change after less before, with its 95 % interval; 0..0 where nothing changes
 * @param changeStandardError √ (x̃ − x)'Q(x̃ − x), for proportions taken to their scale by the
 *     slope at the level or from draws
 * @param contributions of the covariates that change
 * @param outsideObservedRange covariates that leave the range of the areas with a direct value
 * @param extrapolated whether a combination of covariates lies further out than that of any such
 *     area
 */
public record ScenarioEffect(
    Estimate before,
    Estimate after,
    Estimate change,
    double changeStandardError,
    List<Contribution> contributions,
    List<String> outsideObservedRange,
    boolean extrapolated) {
  public ScenarioEffect {
    contributions = List.copyOf(contributions);
    outsideObservedRange = List.copyOf(outsideObservedRange);
  }

  /** Whether a covariate changes at all. */
  public boolean isChanged() {
    return !contributions.isEmpty();
  }
}
