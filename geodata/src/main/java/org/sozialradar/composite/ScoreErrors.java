package org.sozialradar.composite;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Standard errors of scores that come from the sampling errors of their inputs: the inputs are
 * drawn from normal distributions, independently of each other; outliers, normalisation and scores
 * follow as they do for the index itself, weights stay. The error is the root mean square of the
 * drawn scores' distance from the score itself, which holds what draws are off on average, too:
 * near the end of a scale they lie to one side. Immutable and safe for use by many threads.
 */
public final class ScoreErrors {
  private static final int FEWEST_DRAWS = 100;

  private final Sums[] dimensions;
  private final Sums index;

  private ScoreErrors(PreparedIndex prepared) {
    int rows = prepared.input().codes().size();
    dimensions = new Sums[prepared.scoring().dimensions()];
    for (int d = 0; d < dimensions.length; d++) {
      int dimension = d;
      dimensions[d] = new Sums(rows, row -> prepared.dimensionScore(dimension, row));
    }
    index = new Sums(rows, prepared::score);
  }

  /** Sums of squared distances from the scores. */
  private static final class Sums {
    private final double[] nominal;
    private final double[] squares;
    private int draws;

    Sums(int rows, IntToDoubleFunction score) {
      nominal = IntStream.range(0, rows).mapToDouble(score).toArray();
      squares = new double[rows];
    }

    void add(double[] scores) {
      draws++;
      for (int row = 0; row < scores.length; row++) {
        double distance = scores[row] - nominal[row];
        squares[row] += distance * distance;
      }
    }

    double error(int row) {
      return Math.sqrt(squares[row] / draws);
    }
  }

  /**
   * Draws the inputs anew.
   *
   * @param draws at least 100
   * @param seed the same seed gives the same errors bit for bit
   * @throws InvalidIndexException {@code draws-out-of-range}, and the faults of {@link
   *     CompositeIndex#compute}
   */
  public static ScoreErrors simulate(CompositeIndex index, IndexInput input, int draws, long seed) {
    if (draws < FEWEST_DRAWS) {
      throw new InvalidIndexException(
          "draws-out-of-range",
          draws + " draws; at least " + FEWEST_DRAWS + " are needed",
          java.util.Map.of("draws", Integer.toString(draws)));
    }
    var prepared = PreparedIndex.of(index, input);
    var errors = new ScoreErrors(prepared);
    var random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    for (int draw = 0; draw < draws; draw++) {
      errors.add(prepared, columns(prepared, normal::sample));
    }
    return errors;
  }

  private static double[][] columns(
      PreparedIndex prepared, java.util.function.DoubleSupplier standardNormal) {
    return prepared.columns().stream()
        .map(
            column ->
                prepared
                    .index()
                    .normalisation()
                    .apply(
                        column.indicator(),
                        column.isSampled() ? column.drawn(standardNormal) : column.treated()))
        .toArray(double[][]::new);
  }

  private void add(PreparedIndex prepared, double[][] columns) {
    var weights = new double[columns.length];
    for (int column = 0; column < weights.length; column++) {
      weights[column] = prepared.weight(column);
    }
    var dimensionWeights = new double[dimensions.length];
    for (int dimension = 0; dimension < dimensions.length; dimension++) {
      dimensionWeights[dimension] = prepared.dimensionWeight(dimension);
    }
    var scoring = prepared.scoring();
    var scores = scoring.dimensionScores(columns, weights, prepared.index().within());
    for (int dimension = 0; dimension < dimensions.length; dimension++) {
      dimensions[dimension].add(scores[dimension]);
    }
    index.add(scoring.scores(scores, dimensionWeights, prepared.index().across()));
  }

  /** Standard error of the score of a row; 0 if nothing is drawn, NaN where there is no score. */
  public double ofScore(int row) {
    return index.error(row);
  }

  /** Standard error of the score of a dimension. */
  public double ofDimension(int dimension, int row) {
    return dimensions[dimension].error(row);
  }
}
