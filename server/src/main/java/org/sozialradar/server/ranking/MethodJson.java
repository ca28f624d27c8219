package org.sozialradar.server.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.priority.DoubleCount.Basis;
import org.sozialradar.priority.DoubleCount.Kind;
import org.sozialradar.server.snapshot.Snapshot;

/** Reads from the method of a result what it is made from. */
final class MethodJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MethodJson() {}

  static JsonNode read(MethodDocument document) {
    try {
      return MAPPER.readTree(document.json());
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("a method is no JSON", malformed);
    }
  }

  /**
   * What a criterion is made from; empty if it was not computed from indicators.
   *
   * <p>The share of a covariate is |β| times the standard deviation of its published values,
   * divided by their sum; where those are not at hand all covariates have the same.
   */
  static Optional<Basis> basis(Snapshot snapshot, CriterionValues criterion) {
    return criterion.document().flatMap(document -> basis(snapshot, criterion, document));
  }

  private static Optional<Basis> basis(
      Snapshot snapshot, CriterionValues criterion, MethodDocument document) {
    var json = read(document);
    return switch (document.kind()) {
      case SURVEY -> Optional.empty();
      case MODEL ->
          Optional.of(
              new Basis(
                  Kind.MODEL_COVARIATE,
                  shares(covariates(snapshot, criterion.origin().edition(), json, criterion))));
      case INDEX -> Optional.of(new Basis(Kind.INDEX_PART, shares(parts(json))));
    };
  }

  private static Map<String, Double> parts(JsonNode json) {
    var parts = new HashMap<String, Double>();
    for (var input : json.path("inputs")) {
      parts.put(input.path("indicator").asText(), Math.abs(input.path("totalWeight").asDouble()));
    }
    return parts;
  }

  private static Map<String, Double> covariates(
      Snapshot snapshot, String edition, JsonNode json, CriterionValues criterion) {
    var slopes = new HashMap<String, Double>();
    for (var term : json.at("/fit/coefficients")) {
      slopes.put(term.path("term").asText(), Math.abs(term.path("value").asDouble()));
    }
    var strengths = new HashMap<String, Double>();
    for (var covariate : json.path("covariates")) {
      String id = covariate.path("indicator").asText();
      double deviation =
          deviation(snapshot, id, edition, criterion.level(), covariate.path("period").asText());
      strengths.merge(id, slopes.getOrDefault(id, 0.0) * deviation, Double::sum);
    }
    return strengths;
  }

  private static double deviation(
      Snapshot snapshot, String indicator, String edition, String level, String period) {
    var table =
        snapshot
            .findTable(indicator, edition, level)
            .filter(one -> one.periods().contains(new ReferencePeriod(period)));
    if (table.isEmpty()) {
      return 0;
    }
    int digits = snapshot.indicators().get(indicator).decimals();
    var values =
        table.get().column(new ReferencePeriod(period)).stream()
            .mapToDouble(estimate -> Decimals.rounded(estimate, digits))
            .filter(Double::isFinite)
            .toArray();
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    double squares = java.util.Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }

  private static Map<String, Double> shares(Map<String, Double> strengths) {
    double sum = strengths.values().stream().mapToDouble(x -> x).sum();
    boolean known = strengths.values().stream().allMatch(x -> x > 0);
    var shares = new HashMap<String, Double>();
    strengths.forEach((id, one) -> shares.put(id, known ? one / sum : 1.0 / strengths.size()));
    return shares;
  }
}
