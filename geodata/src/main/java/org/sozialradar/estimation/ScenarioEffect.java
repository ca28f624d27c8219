package org.sozialradar.estimation;

import java.util.List;

/**
 * What a scenario does to an area or to a group of areas, on the scale of the result.
 *
 * @param change (x̃ − x)'β̂; for proportions the difference of the values transformed back
 * @param changeStandardError √ (x̃ − x)'Q(x̃ − x); for proportions from the draws
 * @param changeLower lower end of the 95 % interval of the change
 * @param changeUpper upper end
 * @param before published level
 * @param after published level + change
 * @param afterLower lower end of the 95 % interval of the level after, from joint draws
 * @param afterUpper upper end
 * @param contributions of the covariates that change
 * @param outsideObservedRange covariates that leave the range of the sampled areas
 * @param warnings always at least that association is no cause
 */
public record ScenarioEffect(
    double change,
    double changeStandardError,
    double changeLower,
    double changeUpper,
    double before,
    double after,
    double afterLower,
    double afterUpper,
    List<Contribution> contributions,
    List<String> outsideObservedRange,
    List<ScenarioWarning> warnings) {
  public ScenarioEffect {
    contributions = List.copyOf(contributions);
    outsideObservedRange = List.copyOf(outsideObservedRange);
    warnings = List.copyOf(warnings);
  }
}
