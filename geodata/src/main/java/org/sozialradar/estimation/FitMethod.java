package org.sozialradar.estimation;

/** How the variance of the area effects was found. */
public enum FitMethod {
  /** Restricted maximum likelihood. */
  REML,
  /**
   * The adjusted restricted likelihood of Yoshimori and Lahiri (2014), because the restricted one
   * is largest at A ≤ 0: the direct values scatter no more than their sampling errors explain.
   */
  ADJUSTED_REML
}
