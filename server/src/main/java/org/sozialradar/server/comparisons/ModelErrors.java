package org.sozialradar.server.comparisons;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.estimation.SharedErrors;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.server.snapshot.AreaEntry;

/**
 * What errors of predictions have in common, from the method document of a model, for its areas and
 * the weighted means of these on coarser levels.
 */
final class ModelErrors {
  private static final double NORMAL_95 = 1.959963984540054;

  private final Subject subject;
  private final String level;
  private final SharedErrors errors;
  private final Map<AreaCode, Double> weights = new HashMap<>();

  ModelErrors(Subject subject, JsonNode document) {
    this.subject = subject;
    var node = document.get("errors");
    level = node.get("level").asText();
    var builder = SharedErrors.builder();
    for (var area : node.get("areas")) {
      var code = new AreaCode(area.get("code").asText());
      builder.add(code, line(area.get("line")), area.get("tenthsOfLine").asInt());
      if (area.has("weight")) {
        weights.put(code, area.get("weight").asDouble());
      }
    }
    errors = builder.build();
  }

  private static double[] line(JsonNode numbers) {
    var line = new double[numbers.size()];
    for (int k = 0; k < line.length; k++) {
      line[k] = numbers.get(k).asDouble();
    }
    return line;
  }

  /**
   * The least correlation that the errors of two predictions can have; empty if one of them was not
   * made of areas of the model, or has no interval.
   */
  Optional<Double> findCorrelation(AreaEntry first, AreaEntry second) {
    var one = shares(first);
    var other = shares(second);
    var a = subject.findValue(first).filter(Estimate::hasInterval);
    var b = subject.findValue(second).filter(Estimate::hasInterval);
    if (one.isEmpty() || other.isEmpty() || a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    double covariance = errors.covariance(one, other, this::leastVariance);
    double product = error(a.get(), covariance >= 0) * error(b.get(), covariance >= 0);
    double correlation = covariance / product;
    return Optional.of(Double.isNaN(correlation) ? 0 : Math.max(-1, Math.min(1, correlation)));
  }

  /** The areas of the model that make up an area, with their shares; empty if there are none. */
  private SortedMap<AreaCode, Double> shares(AreaEntry area) {
    var shares = new TreeMap<AreaCode, Double>();
    if (area.level().equals(level)) {
      if (errors.has(area.code())) {
        shares.put(area.code(), 1.0);
      }
      return shares;
    }
    for (var member : subject.snapshot().areas(subject.edition()).list(level).values()) {
      double weight = weights.getOrDefault(member.code(), 0.0);
      if (weight > 0 && area.code().equals(member.ancestors().get(area.level()))) {
        shares.put(member.code(), weight);
      }
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((code, weight) -> weight / sum);
    return shares;
  }

  /** Standard error of a published value: of its longer side, or of its shorter one. */
  private static double error(Estimate value, boolean longer) {
    double below = value.value() - value.lower();
    double above = value.upper() - value.value();
    return (longer ? Math.max(below, above) : Math.min(below, above)) / NORMAL_95;
  }

  /**
   * The least variance that the published interval of an area allows, which is rounded outwards.
   */
  private double leastVariance(AreaCode code) {
    double unit = Math.pow(10, -subject.indicator().decimals());
    double error =
        subject
            .findTable(level)
            .flatMap(table -> table.find(code, subject.period()))
            .filter(Estimate::hasInterval)
            .map(value -> (value.upper() - value.lower()) / 2 - unit)
            .orElse(0.0);
    return Math.max(0, error / NORMAL_95) * Math.max(0, error / NORMAL_95);
  }
}
