package org.sozialradar.estimation;

/**
 * The area-level model of Fay and Herriot: y_i = x_i'β + u_i + e_i, u ~ N(0, A), e ~ N(0, ψ_i) with
 * ψ_i known.
 *
 * <ul>
 *   <li>β̂ = (X'V⁻¹X)⁻¹X'V⁻¹y, V = diag(A + ψ_i); A by restricted maximum likelihood, and where
 *       that ends at A ≤ 0 by the adjusted one, which {@link ModelFit#method()} then says
 *   <li>EBLUP θ̂_i = x_i'β̂ + γ_i (y_i − x_i'β̂), γ_i = A/(A + ψ_i); without a direct value x_i'β̂
 *   <li>mean squared error g1 + g2 + 2 g3; without a direct value A + x_i'Qx_i
 * </ul>
 *
 * <p>Assumptions: area effects independent of each other, of the sampling errors and of x; sampling
 * variances known (smooth them before); covariates without sampling error; areas without
 * respondents follow the same line. Intervals are normal, 1.96 √mse.
 *
 * <p>Sources: Fay and Herriot (1979); Prasad and Rao (1990); Datta and Lahiri (2000); Yoshimori and
 * Lahiri (2014); Rao and Molina (2015), chapters 5 and 6.
 */
public final class FayHerriot {
  private FayHerriot() {}

  /**
   * Fits the model.
   *
   * @throws ModelRefusedException with every reason where {@link ModelGates} says so
   */
  public static ModelFit fit(ModelInput input) {
    ModelGates.check(input);
    var design = new Design(input);
    return new ModelFit(design, new VarianceSearch(design).find());
  }
}
