package org.sozialradar.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An index computed once, with all that the draws of its uncertainty start from. Immutable and safe
 * for use by many threads.
 */
final class PreparedIndex {
  private final CompositeIndex index;
  private final IndexInput input;
  private final List<PreparedColumn> columns;
  private final double[][] normalised;
  private final Scoring scoring;
  private final List<PrincipalComponents> components = new ArrayList<>();
  private final List<IndexWarning> warnings = new ArrayList<>();
  private final double[] weights;
  private final double[] dimensionWeights;
  private final double[][] dimensionScores;
  private final double[] scores;

  private PreparedIndex(CompositeIndex index, IndexInput input) {
    this.index = index;
    this.input = input;
    columns =
        index.indicators().stream()
            .map(
                indicator ->
                    PreparedColumn.of(indicator, input.column(indicator.id()), index.outliers()))
            .toList();
    normalised =
        columns.stream()
            .map(column -> index.normalisation().apply(column.indicator(), column.treated()))
            .toArray(double[][]::new);
    columns.forEach(this::warn);
    scoring = new Scoring(index.dimensions(), normalised);
    weights = weigh();
    dimensionScores = scoring.dimensionScores(normalised, weights, index.within());
    dimensionWeights =
        weigh(
            index.dimensionWeights(),
            index.id(),
            index.dimensions().stream().map(IndexDimension::id).toList(),
            List.of(dimensionScores));
    scores = scoring.scores(dimensionScores, dimensionWeights, index.across());
  }

  static PreparedIndex of(CompositeIndex index, IndexInput input) {
    return new PreparedIndex(index, input);
  }

  private void warn(PreparedColumn column) {
    var outliers = column.outliers();
    if (!outliers.acceptable()) {
      warnings.add(
          new IndexWarning(
              IndexWarning.Kind.OUTLIERS_REMAIN,
              outliers.indicator(),
              outliers.after().skewness() + ", " + outliers.after().kurtosis()));
    }
    if (index.normalisation() instanceof Normalisation.Goalposts goalposts) {
      var ends = goalposts.ends(column.indicator());
      long beyond =
          Arrays.stream(column.treated())
              .filter(x -> x < ends.smallest() || x > ends.largest())
              .count();
      if (beyond > 0) {
        warnings.add(
            new IndexWarning(
                IndexWarning.Kind.BEYOND_GOALPOSTS,
                column.indicator().id(),
                Long.toString(beyond)));
      }
    }
  }

  private double[] weigh() {
    var all = new double[columns.size()];
    for (int dimension = 0; dimension < scoring.dimensions(); dimension++) {
      var definition = index.dimensions().get(dimension);
      int from = scoring.first(dimension);
      int size = definition.indicators().size();
      var own =
          weigh(
              definition.weights(),
              definition.id(),
              definition.indicators().stream().map(IndexIndicator::id).toList(),
              List.of(normalised).subList(from, from + size));
      System.arraycopy(own, 0, all, from, size);
    }
    return all;
  }

  private double[] weigh(
      WeightScheme scheme, String whole, List<String> parts, List<double[]> values) {
    if (scheme instanceof WeightScheme.Given given) {
      return parts.stream().mapToDouble(part -> given.weights().get(part)).toArray();
    }
    if (scheme instanceof WeightScheme.PrincipalComponent principal) {
      var found = PrincipalComponents.of(whole, parts, principal.anchor(), values);
      components.add(found);
      warnings.addAll(found.warnings(principal.anchor()));
      return found.weights();
    }
    return parts.stream().mapToDouble(part -> 1.0 / parts.size()).toArray();
  }

  IndexResult result() {
    return new IndexResult(this);
  }

  CompositeIndex index() {
    return index;
  }

  IndexInput input() {
    return input;
  }

  List<PreparedColumn> columns() {
    return columns;
  }

  Scoring scoring() {
    return scoring;
  }

  List<PrincipalComponents> components() {
    return List.copyOf(components);
  }

  List<IndexWarning> warnings() {
    return List.copyOf(warnings);
  }

  /** Normalised value of a column in a row. */
  double normalised(int column, int row) {
    return normalised[column][row];
  }

  /** Weight of a column within its dimension. */
  double weight(int column) {
    return weights[column];
  }

  double dimensionWeight(int dimension) {
    return dimensionWeights[dimension];
  }

  double dimensionScore(int dimension, int row) {
    return dimensionScores[dimension][row];
  }

  double score(int row) {
    return scores[row];
  }

  /** Rows that have a score. */
  int[] scoredRows() {
    return IntStream.range(0, scores.length).filter(row -> !Double.isNaN(scores[row])).toArray();
  }
}
