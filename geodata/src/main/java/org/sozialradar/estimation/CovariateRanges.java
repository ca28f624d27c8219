package org.sozialradar.estimation;

/** Smallest and largest value of each covariate over the sampled areas. */
final class CovariateRanges {
  private final double[] lowest;
  private final double[] highest;

  CovariateRanges(ModelInput input) {
    int covariates = input.covariates().size();
    lowest = new double[covariates];
    highest = new double[covariates];
    for (int j = 0; j < covariates; j++) {
      lowest[j] = Double.POSITIVE_INFINITY;
      highest[j] = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < input.size(); i++) {
        if (input.isSampled(i)) {
          lowest[j] = Math.min(lowest[j], input.covariate(i, j));
          highest[j] = Math.max(highest[j], input.covariate(i, j));
        }
      }
    }
  }

  boolean isOutside(int covariate, double value) {
    return value < lowest[covariate] || value > highest[covariate];
  }
}
