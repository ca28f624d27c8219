package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.estimation.GroupPrediction;
import org.sozialradar.estimation.JointDraws;
import org.sozialradar.estimation.ModelFit;
import org.sozialradar.estimation.Prediction;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Predictions of districts, states and other levels that hold the areas of a model: weighted means
 * of these, with an error from joint draws.
 */
final class CoarserPredictions {
  /** Draws of an interval. */
  static final int DRAWS = 2000;

  private final SurveyGeography geography;
  private final AreaWeights weights;
  private final long seed;

  /**
   * @param geography the levels
   * @param weights of the areas in the order of the fits
   * @param seed of the draws
   */
  CoarserPredictions(SurveyGeography geography, AreaWeights weights, long seed) {
    this.geography = geography;
    this.weights = weights;
    this.seed = seed;
  }

  /**
   * Tables of all levels above that of the fit.
   *
   * @param id indicator of the predictions
   * @param dataset its data set
   */
  List<IndicatorTable> tables(
      SurveyResult result,
      ModelFit fit,
      List<Prediction> predictions,
      ReferencePeriod period,
      String id,
      String dataset) {
    var draws = JointDraws.of(fit, DRAWS, seed);
    var tables = new ArrayList<IndicatorTable>();
    for (var level : geography.levels().subList(1, geography.levels().size())) {
      var table = IndicatorTable.builder(id, geography.edition(), level, dataset);
      groups(level, fit.input().areas())
          .forEach(
              (code, shares) ->
                  table.put(
                      code,
                      period,
                      ModelledValue.of(GroupPrediction.of(draws, predictions, shares), result)));
      tables.add(table.build());
    }
    return tables;
  }

  /** The shares of areas in each area of a level; without those where nobody lives. */
  private Map<AreaCode, SortedMap<Integer, Double>> groups(String level, List<AreaCode> areas) {
    var groups = new TreeMap<AreaCode, SortedMap<Integer, Double>>();
    for (int i = 0; i < areas.size(); i++) {
      int place = i;
      double amount = weights.amounts().get(i);
      if (amount > 0) {
        geography
            .holders(level, areas.get(i))
            .forEach(
                code -> groups.computeIfAbsent(code, key -> new TreeMap<>()).put(place, amount));
      }
    }
    groups.values().forEach(CoarserPredictions::toShares);
    return groups;
  }

  private static void toShares(SortedMap<Integer, Double> amounts) {
    double sum = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    amounts.replaceAll((place, amount) -> amount / sum);
  }
}
