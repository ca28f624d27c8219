package org.sozialradar.estimation;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sozialradar.area.AreaCode;

/** Areas drawn from the model itself: two covariates, A = 0.03, sampling variances 0.01 to 0.1. */
final class InventedSurvey {
  private final int sampled;
  private final double[][] x;
  private final double[] direct;
  private final double[] psi;

  InventedSurvey(long seed, int sampled, int others) {
    this.sampled = sampled;
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    x = new double[sampled + others][];
    direct = new double[sampled];
    psi = new double[sampled];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {15 + 6 * normal.sample(), 50 + 10 * normal.sample()};
      if (i < sampled) {
        psi[i] = random.nextDouble(0.01, 0.1);
        direct[i] =
            3.5
                - 0.03 * x[i][0]
                + 0.01 * x[i][1]
                + Math.sqrt(0.03) * normal.sample()
                + Math.sqrt(psi[i]) * normal.sample();
      }
    }
  }

  double direct(int area) {
    return direct[area];
  }

  static AreaCode code(int area) {
    return new AreaCode("%05d".formatted(area));
  }

  ModelInput input() {
    return withVariance(i -> psi[i]);
  }

  ModelInput withVariance(IntToDoubleFunction variance) {
    return build(UnaryOperator.identity(), variance, 1, 0, AreaRole.SAMPLED, false);
  }

  ModelInput withCovariates(UnaryOperator<double[]> covariates) {
    return build(covariates, i -> psi[i], 1, 0, AreaRole.SAMPLED, false);
  }

  /** In another unit. */
  ModelInput scaled(double factor) {
    return build(
        UnaryOperator.identity(),
        i -> factor * factor * psi[i],
        factor,
        0,
        AreaRole.SAMPLED,
        false);
  }

  ModelInput moved(double by) {
    return build(UnaryOperator.identity(), i -> psi[i], 1, by, AreaRole.SAMPLED, false);
  }

  /** The first area in another role. */
  ModelInput withFirst(AreaRole role) {
    return build(UnaryOperator.identity(), i -> psi[i], 1, 0, role, false);
  }

  ModelInput reversed() {
    return build(UnaryOperator.identity(), i -> psi[i], 1, 0, AreaRole.SAMPLED, true);
  }

  private ModelInput build(
      UnaryOperator<double[]> covariates,
      IntToDoubleFunction variance,
      double factor,
      double offset,
      AreaRole first,
      boolean reversed) {
    ModelInput.Builder builder = ModelInput.means(List.of("x1", "x2"));
    for (int k = 0; k < x.length; k++) {
      int i = reversed ? x.length - 1 - k : k;
      AreaRole role =
          i == 0 ? first : i < sampled ? AreaRole.SAMPLED : AreaRole.WITHOUT_RESPONDENTS;
      double[] row = covariates.apply(x[i]);
      switch (role) {
        case SAMPLED ->
            builder.sampled(code(i), factor * direct[i] + offset, variance.applyAsDouble(i), row);
        case HIDDEN -> builder.hidden(code(i), row);
        case WITHOUT_RESPONDENTS -> builder.withoutRespondents(code(i), row);
      }
    }
    return builder.build();
  }
}
