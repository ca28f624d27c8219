package org.sozialradar.composite;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * One index drawn anew, again and again. Immutable and safe for use by many threads: all that a
 * draw depends on is its own stream of random numbers.
 */
final class RankSimulation {
  private final PreparedIndex prepared;
  private final UncertaintyPlan plan;
  private final List<Normalisation> normalisations;
  private final int[] rows;

  /** Columns that no draw changes: by normalisation, by its scale (own, 1–100), by indicator. */
  private final double[][][][] fixed;

  RankSimulation(PreparedIndex prepared, UncertaintyPlan plan) {
    this.prepared = prepared;
    this.plan = plan;
    normalisations =
        plan.normalisations().isEmpty()
            ? List.of(prepared.index().normalisation())
            : plan.normalisations();
    rows = prepared.scoredRows();
    fixed = new double[normalisations.size()][2][][];
    for (int i = 0; i < fixed.length; i++) {
      fixed[i][0] = fixedColumns(normalisations.get(i));
      fixed[i][1] = fixedColumns(normalisations.get(i).onGeometricScale());
    }
  }

  private double[][] fixedColumns(Normalisation normalisation) {
    return prepared.columns().stream()
        .map(
            column ->
                isDrawn(column)
                    ? new double[0]
                    : normalisation.apply(column.indicator(), column.treated()))
        .toArray(double[][]::new);
  }

  private boolean isDrawn(PreparedColumn column) {
    return plan.samplingErrors() && column.isSampled();
  }

  /** Scores of the index itself, of the rows that have one. */
  double[] nominal() {
    var scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = prepared.score(rows[i]);
    }
    return scores;
  }

  /** Scores of one draw, of the same rows. */
  double[] draw(UniformRandomProvider random) {
    int choice = random.nextInt(normalisations.size());
    var within = prepared.index().within();
    var across = prepared.index().across();
    if (!plan.aggregations().isEmpty()) {
      within = plan.aggregations().get(random.nextInt(plan.aggregations().size()));
      across = within;
    }
    var weights = drawnWeights(random);
    var dimensionWeights = drawnDimensionWeights(random);
    leaveOneOut(random, weights);
    var columns = drawnColumns(random, choice, CompositeIndex.isGeometric(within, across), weights);
    var dimensions = prepared.scoring().dimensionScores(columns, weights, within);
    return selected(prepared.scoring().scores(dimensions, dimensionWeights, across));
  }

  private double[] drawnWeights(UniformRandomProvider random) {
    var weights = new double[prepared.columns().size()];
    for (int column = 0; column < weights.length; column++) {
      weights[column] = drawnWeight(random, prepared.weight(column));
    }
    return weights;
  }

  private double[] drawnDimensionWeights(UniformRandomProvider random) {
    var weights = new double[prepared.scoring().dimensions()];
    for (int dimension = 0; dimension < weights.length; dimension++) {
      weights[dimension] = drawnWeight(random, prepared.dimensionWeight(dimension));
    }
    return weights;
  }

  private double drawnWeight(UniformRandomProvider random, double weight) {
    return plan.drawsWeights()
        ? DrawnWeight.around(weight, plan.weightConcentration(), random)
        : weight;
  }

  private void leaveOneOut(UniformRandomProvider random, double[] weights) {
    if (plan.leavesOneOut() && weights.length > 1) {
      int left = random.nextInt(weights.length + 1);
      if (left < weights.length) {
        weights[left] = 0;
      }
    }
  }

  private double[][] drawnColumns(
      UniformRandomProvider random, int choice, boolean geometric, double[] weights) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    var own = normalisations.get(choice);
    var normalisation = geometric ? own.onGeometricScale() : own;
    var columns = fixed[choice][geometric ? 1 : 0].clone();
    for (int i = 0; i < columns.length; i++) {
      var column = prepared.columns().get(i);
      if (isDrawn(column) && weights[i] > 0) {
        columns[i] = normalisation.apply(column.indicator(), column.drawn(normal::sample));
      }
    }
    return columns;
  }

  private double[] selected(double[] scores) {
    var selected = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = scores[rows[i]];
    }
    return selected;
  }

  int[] rows() {
    return rows.clone();
  }
}
