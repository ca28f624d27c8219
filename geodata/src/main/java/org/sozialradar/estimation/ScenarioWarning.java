package org.sozialradar.estimation;

/** What a reader of a scenario must know. */
public enum ScenarioWarning {
  /** Areas differ like that; whether one that changes would follow is not known. Always given. */
  ASSOCIATION_NOT_CAUSE,
  /** A covariate leaves the range that the sampled areas have. */
  OUTSIDE_OBSERVED_RANGE,
  /** The combination of covariates lies further out than that of any sampled area. */
  EXTRAPOLATION
}
