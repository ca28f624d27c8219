package org.sozialradar.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.survey.DomainCovariance;
import org.sozialradar.survey.DomainEstimates;
import org.sozialradar.survey.Domains;
import org.sozialradar.survey.LonelyUnits;
import org.sozialradar.survey.SampleColumns;
import org.sozialradar.survey.WeightedEstimator;
import org.sozialradar.survey.microdata.Wave;

/**
 * How far the error of an area's direct result goes along with that of an area that holds it, since
 * they share respondents: the correlation, for comparing the two.
 *
 * <p>Told only of areas that are both published, in tenths and rounded down, which makes intervals
 * of differences rather too wide: in a simple sample it is the root of the share of the
 * respondents. Disclosure control assumes that the attacker knows that share exactly.
 */
final class SharedRespondents {
  private static final int TENTHS = 10;

  private final Wave wave;
  private final SampleColumns sample;
  private final Map<String, SurveyGeography.Areas> areas = new TreeMap<>();
  private final Map<String, WeightedEstimator> estimators = new TreeMap<>();
  private final List<String> levels;

  SharedRespondents(
      Wave wave, SampleColumns sample, SurveyGeography geography, LonelyUnits lonelyUnits) {
    this.wave = wave;
    this.sample = sample;
    levels = geography.directLevels();
    for (var level : levels) {
      var own = geography.areas(level, wave.respondents().areas());
      areas.put(level, own);
      estimators.put(level, new WeightedEstimator(sample, own.domains(), lonelyUnits));
    }
  }

  /** Correlations by level, coarser level and area; without those that are 0. */
  ObjectNode correlations(SurveyResult result, double[] scores, List<IndicatorTable> tables) {
    var shown = tables.stream().collect(Collectors.toMap(IndicatorTable::level, one -> one));
    var covariance = new DomainCovariance(sample, scores);
    var estimates =
        levels.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), level -> result.estimates(estimators.get(level), scores)));
    var json = JsonNodeFactory.instance.objectNode();
    for (int fine = 0; fine < levels.size(); fine++) {
      for (var coarse : levels.subList(fine + 1, levels.size())) {
        var pair = new Pair(levels.get(fine), coarse);
        if (isNested(pair)) {
          var node = correlations(pair, covariance, estimates, shown);
          if (!node.isEmpty()) {
            json.withObjectProperty(pair.fine).set(pair.coarse, node);
          }
        }
      }
    }
    return json;
  }

  private record Pair(String fine, String coarse) {}

  /** Whether every area of the finer level lies in one area of the coarser one, or in none. */
  private boolean isNested(Pair pair) {
    var parts = areas.get(pair.fine).domains();
    var wholes = areas.get(pair.coarse).domains();
    var holder = new TreeMap<Integer, Integer>();
    for (int r = 0; r < sample.respondents(); r++) {
      int part = parts.of(r);
      if (part != Domains.NONE && holder.merge(part, wholes.of(r), (a, b) -> a) != wholes.of(r)) {
        return false;
      }
    }
    return true;
  }

  private ObjectNode correlations(
      Pair pair,
      DomainCovariance covariance,
      Map<String, DomainEstimates> estimates,
      Map<String, IndicatorTable> shown) {
    var parts = areas.get(pair.fine);
    var wholes = areas.get(pair.coarse);
    double[] covariances = covariance.withHolders(parts.domains(), wholes.domains());
    int[] holders = holders(parts, wholes);
    var codes = List.copyOf(wholes.codes());
    var node = JsonNodeFactory.instance.objectNode();
    parts.numbers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(part -> holders[part.getValue()] >= 0)
        .filter(part -> isShown(shown.get(pair.fine), part.getKey()))
        .filter(part -> isShown(shown.get(pair.coarse), codes.get(holders[part.getValue()])))
        .forEach(
            part -> {
              double tenths =
                  tenths(
                      covariances[part.getValue()],
                      variance(estimates.get(pair.fine), part.getValue()),
                      variance(estimates.get(pair.coarse), holders[part.getValue()]));
              if (tenths != 0) {
                node.put(part.getKey().value(), tenths);
              }
            });
    return node;
  }

  private int[] holders(SurveyGeography.Areas parts, SurveyGeography.Areas wholes) {
    var holders = new int[parts.domains().count()];
    for (int r = 0; r < sample.respondents(); r++) {
      if (parts.domains().of(r) >= 0) {
        holders[parts.domains().of(r)] = wholes.domains().of(r);
      }
    }
    return holders;
  }

  private boolean isShown(IndicatorTable table, AreaCode code) {
    return table.find(code, wave.period()).filter(Estimate::hasInterval).isPresent();
  }

  private static double variance(DomainEstimates estimates, int domain) {
    return estimates.find(domain).map(one -> one.variance()).orElse(0.0);
  }

  /** The correlation rounded down, 0 where the answers of one of the two all agree. */
  private static double tenths(double covariance, double part, double whole) {
    if (!(part > 0 && whole > 0)) {
      return 0;
    }
    double correlation = Math.max(-1, Math.min(1, covariance / Math.sqrt(part * whole)));
    return Math.floor(correlation * TENTHS + 1e-9) / TENTHS;
  }
}
