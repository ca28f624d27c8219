package org.sozialradar.survey;

import java.util.List;

/**
 * Sampling variances for a model, smoothed over areas: what a few respondents say of their own
 * variance is mostly chance, and a model that takes it as known trusts areas whose answers happen
 * to agree.
 *
 * <p>ψ_i = deff · s² / n_i with the variance within areas s² = Σ(n_i − 1)s_i² / Σ(n_i − 1) and the
 * design effect deff = Σ n_i² V_i / Σ(n_i − 1)s_i², both pooled over areas with two or more
 * respondents. (The linearised variance V_i of a domain is on average (n_i − 1)/n_i of the true
 * one; the weights n_i² put that right, so that a simple random sample has deff 1.)
 *
 * <p>Assumes that the spread of answers and the design effect are alike in all areas. Source: Rao
 * and Molina (2015), Small area estimation, 2nd edition, chapter 6.
 *
 * @param pooledVariance variance of answers within areas, above 0
 * @param pooledDesignEffect design effect over all areas, above 0
 */
public record SmoothedVariance(double pooledVariance, double pooledDesignEffect) {
  public SmoothedVariance {
    if (!(pooledVariance > 0) || !(pooledDesignEffect > 0)) {
      throw new IllegalArgumentException(
          "variance " + pooledVariance + ", design effect " + pooledDesignEffect);
    }
  }

  /**
   * The pooled figures of estimates.
   *
   * @throws InvalidSampleException {@code variance-not-estimable} if no area has two respondents,
   *     or all answers within areas agree
   */
  public static SmoothedVariance of(List<DirectEstimate> estimates) {
    double freedom = 0;
    double within = 0;
    double design = 0;
    for (var estimate : estimates) {
      double n = estimate.respondents();
      freedom += n - 1;
      within += (n - 1) * estimate.elementVariance();
      design += n < 2 ? 0 : n * n * estimate.variance();
    }
    if (!(freedom > 0 && within > 0 && design > 0)) {
      throw new InvalidSampleException(
          "variance-not-estimable",
          -1,
          "die Streuung innerhalb der Gebiete lässt sich nicht schätzen",
          "the variance within areas cannot be estimated");
    }
    return new SmoothedVariance(within / freedom, design / within);
  }

  /**
   * Smoothed sampling variance of an area's mean.
   *
   * @param respondents respondents of the area, 1 or more
   */
  public double of(int respondents) {
    if (respondents < 1) {
      throw new IllegalArgumentException(respondents + " respondents");
    }
    return pooledDesignEffect * pooledVariance / respondents;
  }
}
