package org.sozialradar.priority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.DrawnWeight;

/** The criteria that take part, for the areas that have all their values. Immutable. */
final class RankedColumns {
  /** At least this share of the areas must have a value of a criterion. */
  private static final double LEAST_PRESENT = 2.0 / 3;

  private static final int FEWEST_AREAS = 2;
  private static final int MOST_LISTED = 20;

  private final List<Criterion> criteria;
  private final List<AreaCode> codes;
  private final List<CriterionColumn> columns;
  private final double[][] values;
  private final double[] weights;

  private RankedColumns(
      List<Criterion> criteria, List<AreaCode> codes, List<CriterionColumn> columns) {
    this.criteria = criteria;
    this.codes = codes;
    this.columns = columns;
    values = columns.stream().map(CriterionColumn::values).toArray(double[][]::new);
    weights = criteria.stream().mapToDouble(Criterion::weight).toArray();
    double total = IntStream.range(0, weights.length).mapToDouble(j -> weights[j]).sum();
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= total;
    }
  }

  /**
   * Columns of a question.
   *
   * @throws InvalidPriorityException {@code column-missing}, {@code too-many-missing}, {@code
   *     too-few-areas}
   */
  static RankedColumns of(PriorityQuestion question, PriorityInput input) {
    var criteria = question.weighted();
    criteria.forEach(criterion -> requirePresent(criterion.id(), input));
    int[] complete =
        IntStream.range(0, input.codes().size())
            .filter(row -> missing(criteria, input, row).isEmpty())
            .boxed()
            .sorted(Comparator.comparing(input.codes()::get)) // Draws must not depend on the order.
            .mapToInt(row -> row)
            .toArray();
    if (complete.length < FEWEST_AREAS) {
      throw new InvalidPriorityException(
          "too-few-areas",
          complete.length + " areas have all values; 2 are needed",
          Map.of(
              "areas",
              Integer.toString(complete.length),
              "asked",
              Integer.toString(input.codes().size())));
    }
    return new RankedColumns(
        criteria,
        IntStream.of(complete).mapToObj(input.codes()::get).toList(),
        criteria.stream().map(one -> input.column(one.id()).rows(complete)).toList());
  }

  private static void requirePresent(String id, PriorityInput input) {
    var column = input.column(id);
    var missing =
        IntStream.range(0, column.size())
            .filter(row -> !column.isPresent(row))
            .mapToObj(row -> input.codes().get(row).value())
            .toList();
    if (column.size() - missing.size() < LEAST_PRESENT * column.size()) {
      throw new InvalidPriorityException(
          "too-many-missing",
          id + " has no value for " + missing.size() + " of " + column.size() + " areas",
          Map.of(
              "criterion",
              id,
              "missing",
              Integer.toString(missing.size()),
              "of",
              Integer.toString(column.size()),
              "areas",
              missing.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))));
    }
  }

  static List<String> missing(List<Criterion> criteria, PriorityInput input, int row) {
    return criteria.stream()
        .map(Criterion::id)
        .filter(id -> !input.column(id).isPresent(row))
        .toList();
  }

  /** The same areas with some of the criteria. */
  RankedColumns only(java.util.function.Predicate<Criterion> which) {
    var some = new ArrayList<Criterion>();
    var theirs = new ArrayList<CriterionColumn>();
    for (int j = 0; j < criteria.size(); j++) {
      if (which.test(criteria.get(j))) {
        some.add(criteria.get(j));
        theirs.add(columns.get(j));
      }
    }
    return new RankedColumns(List.copyOf(some), codes, List.copyOf(theirs));
  }

  List<Criterion> criteria() {
    return criteria;
  }

  List<AreaCode> codes() {
    return codes;
  }

  double[][] values() {
    return values;
  }

  /** Weights with sum 1. */
  double[] weights() {
    return weights;
  }

  /** The method for these criteria, with scales that end at these values. */
  Scorer scorer(PriorityMethod method) {
    if (method instanceof PriorityMethod.Topsis) {
      new Scales(criteria, values); // Refuses what is the same everywhere, as the others do.
      return new TopsisScorer(criteria);
    }
    var scales = new Scales(criteria, values);
    return method instanceof PriorityMethod.Product product
        ? new ProductScorer(criteria, scales, product)
        : new LinearScorer(criteria, scales, method instanceof PriorityMethod.TwoAxes);
  }

  double[] nominal(PriorityMethod method) {
    return scorer(method).scores(values, weights);
  }

  /** Scores of one draw: weights first, then the values of each criterion in turn. */
  double[] draw(Scorer scorer, UniformRandomProvider random) {
    var drawnWeights = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      drawnWeights[j] =
          DrawnWeight.around(weights[j], PriorityQuestion.WEIGHT_CONCENTRATION, random);
    }
    var drawn = columns.stream().map(column -> column.drawn(random)).toArray(double[][]::new);
    return scorer.scores(drawn, drawnWeights);
  }
}
