package org.sozialradar.estimation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Draws of what the model leaves open, jointly over areas: θ̃ = Xβ̃ + ũ.
 *
 * <ul>
 *   <li>β̃ = β̂ + L z, L the Cholesky factor of Q: the same for all areas of a draw
 *   <li>ũ of an area without a direct value: N(0, A)
 *   <li>ũ of a sampled area, given y and β̃: N(γ (y − x'β̃), γψ)
 * </ul>
 *
 * <p>So a sampled area scatters by g1 + g2 around its EBLUP, another by A + x'Qx. The error of A
 * (g3) is not in the draws. Values are on the scale of the result; for proportions each draw is
 * transformed back.
 *
 * <p>The same fit and seed give the same draws, whatever is asked for and in which order. Random
 * numbers: xoshiro256++ (commons-rng), one generator for β and one for each area, seeded by
 * SplitMix64 from the seed. Holds draws × p numbers; an area's draws are made when asked for.
 * Immutable.
 */
public final class JointDraws {
  private final ModelFit fit;
  private final int draws;
  private final double[] beta;
  private final long[] areaSeeds;

  private JointDraws(ModelFit fit, int draws, long seed) {
    this.fit = fit;
    this.draws = draws;
    UniformRandomProvider seeds = RandomSource.SPLIT_MIX_64.create(seed);
    beta = drawBeta(seeds.nextLong());
    areaSeeds = seeds.longs(fit.input().size()).toArray();
  }

  /**
   * Draws from a fit.
   *
   * @param draws ≥ 1; 1000 or more for intervals and ranks
   */
  public static JointDraws of(ModelFit fit, int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("no draws: " + draws);
    }
    return new JointDraws(fit, draws, seed);
  }

  /** Number of draws. */
  public int size() {
    return draws;
  }

  /** β̃ of a draw on the model's scale, in the order of {@link ModelFit#coefficients()}. */
  public double[] coefficients(int draw) {
    double[] original = fit.originalScale(standardised(draw));
    original[0] += fit.design().valueMean();
    return original;
  }

  /** θ̃ of an area by its place in the input, one for each draw, on the scale of the result. */
  public double[] ofArea(int area) {
    double[] values = modelled(area);
    for (int k = 0; k < draws; k++) {
      values[k] = fit.input().scale().back(values[k]);
    }
    return values;
  }

  /** θ̃ by draw and area, on the scale of the result; takes 8 bytes × draws × areas. */
  public double[][] byDraw() {
    var table = new double[draws][fit.input().size()];
    for (int i = 0; i < fit.input().size(); i++) {
      double[] values = ofArea(i);
      for (int k = 0; k < draws; k++) {
        table[k][i] = values[k];
      }
    }
    return table;
  }

  ModelFit fit() {
    return fit;
  }

  /** θ̃ of an area on the model's scale, one for each draw. */
  double[] modelled(int area) {
    SharedStateContinuousSampler normal = normal(areaSeeds[area]);
    double spread = Math.sqrt(fit.effectVariance(area));
    double gamma = fit.gamma(area);
    boolean sampled = fit.input().isSampled(area);
    var values = new double[draws];
    for (int k = 0; k < draws; k++) {
      double line = fit.design().valueMean() + line(area, k);
      double effect = sampled ? gamma * (fit.input().value(area) - line) : 0;
      values[k] = line + effect + spread * normal.sample();
    }
    return values;
  }

  private double line(int area, int draw) {
    double sum = 0;
    for (int j = 0; j < fit.terms(); j++) {
      sum += fit.design().at(area, j) * beta[draw * fit.terms() + j];
    }
    return sum;
  }

  /** β̃ of the standardised covariates. */
  double[] standardised(int draw) {
    int p = fit.terms();
    var coefficients = new double[p];
    System.arraycopy(beta, draw * p, coefficients, 0, p);
    return coefficients;
  }

  private double[] drawBeta(long seed) {
    int p = fit.terms();
    DMatrixRMaj lower = cholesky(fit);
    double[] centre = fit.standardised();
    SharedStateContinuousSampler normal = normal(seed);
    var drawn = new double[draws * p];
    for (int k = 0; k < draws; k++) {
      double[] z = normal.samples(p).toArray();
      for (int j = 0; j < p; j++) {
        double value = centre[j];
        for (int l = 0; l <= j; l++) {
          value += lower.get(j, l) * z[l];
        }
        drawn[k * p + j] = value;
      }
    }
    return drawn;
  }

  /** L of Q = LL', for standardised covariates. */
  static DMatrixRMaj cholesky(ModelFit fit) {
    CholeskyDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.chol(fit.terms(), true);
    if (!decomposition.decompose(fit.standardisedCovariance())) {
      throw new IllegalStateException("Q is not positive definite");
    }
    return decomposition.getT(null);
  }

  private static SharedStateContinuousSampler normal(long seed) {
    return ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
  }
}
