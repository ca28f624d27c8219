package org.sozialradar.composite;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How an index is made: select → missing → outliers → direction → normalise → weight → aggregate.
 *
 * <p>A dimension has a score where at least two thirds of its indicators have a value; the weights
 * of those are divided by their sum and the score is flagged. The index has a score where every
 * dimension has one. Nothing missing is filled in. Scores depend on all areas that are given:
 * normalising compares them with each other (except by goalposts).
 *
 * <p>Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators.
 *
 * @param id id of the index
 * @param dimensions at least one; ids differ, and no indicator stands in two
 * @param dimensionWeights how much each dimension counts, by dimension id
 * @param outliers when and how far outliers are drawn in
 * @param normalisation how indicators are put on one scale
 * @param within how indicators become a dimension; geometric only on a scale of 1–100
 * @param across how dimensions become the index; geometric only on a scale of 1–100
 */
public record CompositeIndex(
    String id,
    List<IndexDimension> dimensions,
    WeightScheme dimensionWeights,
    OutlierTreatment outliers,
    Normalisation normalisation,
    Aggregation within,
    Aggregation across) {

  /**
   * Checks the definition.
   *
   * @throws InvalidIndexException {@code index-empty}, {@code dimension-twice}, {@code
   *     indicator-twice}, {@code scale-not-positive}, and the faults of {@link WeightScheme}
   */
  public CompositeIndex {
    dimensions = List.copyOf(dimensions);
    if (dimensions.isEmpty()) {
      throw new InvalidIndexException(
          "index-empty", "index " + id + " has no dimension", Map.of("index", id));
    }
    requireDistinct(id, dimensions);
    dimensionWeights.requireFits(id, dimensions.stream().map(IndexDimension::id).toList());
    if (isGeometric(within, across) && !normalisation.equals(normalisation.onGeometricScale())) {
      throw new InvalidIndexException(
          "scale-not-positive",
          "index " + id + " takes a geometric mean, which needs a scale of 1 to 100",
          Map.of("index", id));
    }
  }

  private static void requireDistinct(String id, List<IndexDimension> dimensions) {
    var ids = new HashSet<String>();
    var indicators = new HashSet<String>();
    for (var dimension : dimensions) {
      if (!ids.add(dimension.id())) {
        throw new InvalidIndexException(
            "dimension-twice",
            "dimension " + dimension.id() + " stands twice in index " + id,
            Map.of("index", id, "dimension", dimension.id()));
      }
      for (var indicator : dimension.indicators()) {
        if (!indicators.add(indicator.id())) {
          throw new InvalidIndexException(
              "indicator-twice",
              "indicator " + indicator.id() + " stands in two dimensions of index " + id,
              Map.of("index", id, "indicator", indicator.id()));
        }
      }
    }
  }

  static boolean isGeometric(Aggregation within, Aggregation across) {
    return within == Aggregation.GEOMETRIC || across == Aggregation.GEOMETRIC;
  }

  /** Indicators of all dimensions, in order. */
  public List<IndexIndicator> indicators() {
    return dimensions.stream().flatMap(dimension -> dimension.indicators().stream()).toList();
  }

  /**
   * Computes the index.
   *
   * @throws InvalidIndexException {@code indicator-missing} if an indicator has no column, {@code
   *     indicator-constant}, {@code too-few-values}, {@code too-few-complete-areas}, {@code
   *     goalposts-missing}
   */
  public IndexResult compute(IndexInput input) {
    return PreparedIndex.of(this, input).result();
  }
}
