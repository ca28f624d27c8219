package org.sozialradar.estimation;

/** What a model knows of an area beside its covariates. */
public enum AreaRole {
  /** A direct value with its sampling variance, which may be published. */
  SAMPLED,
  /** Nobody answered there. */
  WITHOUT_RESPONDENTS,
  /** The direct value may not be published: the area counts as one without respondents. */
  HIDDEN;

  /** Whether the prediction rests on the covariates alone. */
  public boolean isSynthetic() {
    return this != SAMPLED;
  }
}
