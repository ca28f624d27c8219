package org.sozialradar.composite;

/** How weighted parts become one value. Weights w sum to 1. */
public enum Aggregation {
  /** Σ w x: a lack in one part can be made up for by another. */
  ARITHMETIC {
    @Override
    double term(double value) {
      return value;
    }

    @Override
    double mean(double sum) {
      return sum;
    }
  },

  /** exp Σ w ln x: low parts weigh more. Only for values on 1–100. */
  GEOMETRIC {
    @Override
    double term(double value) {
      return Math.log(value);
    }

    @Override
    double mean(double sum) {
      return Math.exp(sum);
    }
  };

  /** What of a value is weighted and added. */
  abstract double term(double value);

  /** The mean whose weighted terms add up to a sum. */
  abstract double mean(double sum);

  /**
   * The part of the mean that a value answers for. Arithmetic: w x. Geometric: mean · w ln x / ln
   * mean, the share of its logarithm; where all values are 1, w. The parts add up to the mean.
   */
  double contribution(double weight, double value, double mean) {
    if (this == ARITHMETIC) {
      return weight * value;
    }
    double logarithm = Math.log(mean);
    return logarithm == 0 ? weight * mean : mean * weight * Math.log(value) / logarithm;
  }
}
