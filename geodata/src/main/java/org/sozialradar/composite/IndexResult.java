package org.sozialradar.composite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ObservationStatus;

/**
 * The scores of an index and how they came about. It has no ranks: those come with their intervals,
 * from {@link RankDraws}.
 *
 * <p>Rows are areas as in the input, numbers of dimensions and indicators as in {@link
 * CompositeIndex#dimensions()} and {@link CompositeIndex#indicators()}, both from 0. Immutable and
 * safe for use by many threads.
 */
public final class IndexResult {
  private final PreparedIndex prepared;
  private final List<IndexIndicator> indicators;

  IndexResult(PreparedIndex prepared) {
    this.prepared = prepared;
    indicators = prepared.index().indicators();
  }

  /** Whether a score rests on all that it should. */
  public enum Completeness {
    /** Every indicator has a value. */
    COMPLETE,
    /** Some are missing, though not too many; the weights of the others were rescaled. */
    RENORMALISED,
    /** A dimension has less than two thirds of its indicators: no score. */
    TOO_FEW
  }

  /**
   * An indicator that an area has no value of.
   *
   * @param indicator its id
   * @param reason why there is no value
   */
  public record MissingInput(String indicator, ObservationStatus reason) {}

  /** How the index was made. */
  public CompositeIndex index() {
    return prepared.index();
  }

  /** Areas, one per row. */
  public List<AreaCode> codes() {
    return prepared.input().codes();
  }

  /** The row of an area; takes time in the number of areas. */
  public OptionalInt findRow(AreaCode code) {
    int row = codes().indexOf(code);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Score of the index; NaN where there is none. */
  public double score(int row) {
    return prepared.score(row);
  }

  /** Score of a dimension; NaN where there is none. */
  public double dimensionScore(int dimension, int row) {
    return prepared.dimensionScore(dimension, row);
  }

  /** Normalised value of an indicator, outliers drawn in; NaN where missing. */
  public double normalised(int indicator, int row) {
    return prepared.normalised(indicator, row);
  }

  /** Whether the score of an area rests on all indicators. */
  public Completeness completeness(int row) {
    if (Double.isNaN(score(row))) {
      return Completeness.TOO_FEW;
    }
    return missing(row).isEmpty() ? Completeness.COMPLETE : Completeness.RENORMALISED;
  }

  /** Whether the score of a dimension rests on all of its indicators. */
  public Completeness dimensionCompleteness(int dimension, int row) {
    if (Double.isNaN(dimensionScore(dimension, row))) {
      return Completeness.TOO_FEW;
    }
    int to = prepared.scoring().first(dimension + 1);
    for (int column = prepared.scoring().first(dimension); column < to; column++) {
      if (Double.isNaN(normalised(column, row))) {
        return Completeness.RENORMALISED;
      }
    }
    return Completeness.COMPLETE;
  }

  /** Indicators without a value in an area, with the reason. */
  public List<MissingInput> missing(int row) {
    var missing = new ArrayList<MissingInput>();
    for (int column = 0; column < indicators.size(); column++) {
      if (Double.isNaN(normalised(column, row))) {
        var id = indicators.get(column).id();
        missing.add(new MissingInput(id, prepared.input().status(id, row)));
      }
    }
    return missing;
  }

  /** Weight of each indicator within its dimension, by id, in order; 1 per dimension. */
  public Map<String, Double> weights() {
    var weights = new LinkedHashMap<String, Double>();
    for (int column = 0; column < indicators.size(); column++) {
      weights.put(indicators.get(column).id(), prepared.weight(column));
    }
    return weights;
  }

  /** Weight of each dimension, by id, in order; they sum to 1. */
  public Map<String, Double> dimensionWeights() {
    var weights = new LinkedHashMap<String, Double>();
    for (int dimension = 0; dimension < prepared.scoring().dimensions(); dimension++) {
      weights.put(index().dimensions().get(dimension).id(), prepared.dimensionWeight(dimension));
    }
    return weights;
  }

  /** Weight of each indicator in the whole index, by id, in order; they sum to 1. */
  public Map<String, Double> totalWeights() {
    var weights = new LinkedHashMap<String, Double>();
    for (int column = 0; column < indicators.size(); column++) {
      int dimension = prepared.scoring().dimensionOf(column);
      weights.put(
          indicators.get(column).id(),
          prepared.weight(column) * prepared.dimensionWeight(dimension));
    }
    return weights;
  }

  /**
   * The part of an area's score that a dimension answers for, in units of the score; parts add up
   * to the score. With weights W and scores D of the dimensions: W D for the arithmetic mean. For
   * the geometric mean S, ln S is a sum over the dimensions, and each answers for its share of it:
   * S · W ln D / ln S (W where S = 1). NaN where there is no score.
   */
  public double dimensionContribution(int dimension, int row) {
    return index()
        .across()
        .contribution(
            prepared.dimensionWeight(dimension), dimensionScore(dimension, row), score(row));
  }

  /**
   * The part of an area's score that an indicator answers for, in units of the score: the
   * dimension's part, divided among its indicators by the same rule. Parts add up to the score; a
   * missing indicator answers for 0. NaN where there is no score.
   *
   * <p>After a dimension of score 0 (possible only where nothing is geometric) the parts still add
   * up: they are products of weights and normalised values.
   */
  public double contribution(int indicator, int row) {
    if (Double.isNaN(score(row))) {
      return Double.NaN;
    }
    double value = normalised(indicator, row);
    if (Double.isNaN(value)) {
      return 0;
    }
    int dimension = prepared.scoring().dimensionOf(indicator);
    double weight = prepared.weight(indicator) / availableWeight(dimension, row);
    double score = dimensionScore(dimension, row);
    double part = index().within().contribution(weight, value, score);
    return index().across() == Aggregation.ARITHMETIC
        ? prepared.dimensionWeight(dimension) * part
        : dimensionContribution(dimension, row) / score * part;
  }

  private double availableWeight(int dimension, int row) {
    double sum = 0;
    int to = prepared.scoring().first(dimension + 1);
    for (int column = prepared.scoring().first(dimension); column < to; column++) {
      if (!Double.isNaN(normalised(column, row))) {
        sum += prepared.weight(column);
      }
    }
    return sum;
  }

  /** What was found and done about outliers, one report per indicator. */
  public List<OutlierReport> outliers() {
    return prepared.columns().stream().map(PreparedColumn::outliers).toList();
  }

  /** Areas whose value of an indicator was an outlier and was drawn in. */
  public List<AreaCode> drawnIn(int indicator) {
    var column = prepared.columns().get(indicator);
    return IntStream.range(0, codes().size())
        .filter(column::isDrawnIn)
        .mapToObj(codes()::get)
        .toList();
  }

  /** Components behind weights that come from one: dimensions in order, then the index. */
  public List<PrincipalComponents> components() {
    return prepared.components();
  }

  /** What a reader should know. */
  public List<IndexWarning> warnings() {
    return prepared.warnings();
  }
}
