package org.sozialradar.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.estimation.ModelScale;
import org.sozialradar.estimation.PublishedFit;
import org.sozialradar.estimation.SharedErrors;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * A model as its readers know it: what its method document says, with the published covariates and
 * predictions. The coefficients and their covariance are those of {@link ModelEstimation} to the
 * last digit; direct values and numbers of respondents are not part of it.
 *
 * @param indicatorId id of the predictions
 * @param period wave that they are of
 * @param edition id of the edition of boundaries
 * @param level id of the level that was modelled
 * @param covariates in the order of the fit
 * @param fit the rest
 * @param factor what the scale of the fit is multiplied by for the indicator
 * @param weights of the areas in means of groups; empty if the document names none
 * @param without areas of the model that lack a published covariate or prediction today
 */
public record PublishedModel(
    String indicatorId,
    ReferencePeriod period,
    String edition,
    String level,
    List<Covariate> covariates,
    PublishedFit fit,
    double factor,
    Map<AreaCode, Double> weights,
    List<AreaCode> without) {
  private static final double PERCENT = 100;

  /**
   * A covariate.
   *
   * @param indicator id of the indicator
   * @param period period of its values
   */
  public record Covariate(String indicator, ReferencePeriod period) {}

  /** Finds published values. */
  @FunctionalInterface
  public interface Tables {
    /** The values of an indicator on a level of an edition. */
    Optional<PublishedTable> find(String indicator, String edition, String level);
  }

  public PublishedModel {
    covariates = List.copyOf(covariates);
    weights = Map.copyOf(weights);
    without = List.copyOf(without);
  }

  /**
   * Reads a model; empty if no area has all its published values any more.
   *
   * @param document of kind {@link MethodDocument.Kind#MODEL}
   * @throws IllegalArgumentException if it is of another kind
   * @throws IllegalStateException if the document is not one that {@link ModelEstimation} writes
   */
  public static Optional<PublishedModel> find(MethodDocument document, Tables tables) {
    if (document.kind() != MethodDocument.Kind.MODEL) {
      throw new IllegalArgumentException(document.indicatorId() + " is not modelled");
    }
    return new Reading(document, tables).model();
  }

  /** A document while it is read. */
  private static final class Reading {
    private final MethodDocument document;
    private final JsonNode json;
    private final Tables tables;
    private final String edition;
    private final String level;
    private final List<Covariate> covariates = new ArrayList<>();

    Reading(MethodDocument document, Tables tables) {
      this.document = document;
      this.tables = tables;
      json = parse(document);
      edition = json.at("/errors/edition").asText();
      level = json.at("/errors/level").asText();
      json.path("covariates")
          .forEach(
              one ->
                  covariates.add(
                      new Covariate(
                          one.path("indicator").asText(),
                          new ReferencePeriod(one.path("period").asText()))));
    }

    private static JsonNode parse(MethodDocument document) {
      try {
        return Json.MAPPER.readTree(document.json());
      } catch (JsonProcessingException malformed) {
        throw new IllegalStateException(
            "the method document of " + document.indicatorId() + " is no JSON", malformed);
      }
    }

    Optional<PublishedModel> model() {
      boolean arcsine = json.path("scale").asText().equals("arcsine");
      double factor = arcsine ? PERCENT : 1;
      var builder =
          PublishedFit.builder(
                  arcsine ? ModelScale.ARCSINE : ModelScale.IDENTITY,
                  covariates.stream().map(Covariate::indicator).toList())
              .line(coefficients(), covariance())
              .effects(
                  json.at("/fit/variance").asDouble(),
                  json.at("/fit/varianceStandardError").asDouble());
      var predictions = column(document.indicatorId(), document.period());
      var columns = covariates.stream().map(one -> column(one.indicator(), one.period())).toList();
      var weights = new HashMap<AreaCode, Double>();
      var without = new ArrayList<AreaCode>();
      for (var area : json.at("/errors/areas")) {
        var code = new AreaCode(area.path("code").asText());
        var shown = Optional.ofNullable(predictions.get(code)).filter(Estimate::hasInterval);
        double[] x = row(columns, code);
        if (shown.isEmpty() || java.util.Arrays.stream(x).anyMatch(Double::isNaN)) {
          without.add(code);
          continue;
        }
        int tenths = area.path("tenthsOfLine").asInt();
        builder.add(
            code,
            divided(shown.get(), factor),
            tenths / (double) SharedErrors.WHOLE,
            Math.min(SharedErrors.WHOLE, tenths + 1) / (double) SharedErrors.WHOLE,
            x);
        if (area.has("weight")) {
          weights.put(code, area.get("weight").asDouble());
        }
      }
      if (without.size() == json.at("/errors/areas").size()) {
        return Optional.empty();
      }
      var model =
          new PublishedModel(
              document.indicatorId(),
              document.period(),
              edition,
              level,
              covariates,
              builder.build(),
              factor,
              weights,
              without);
      return Optional.of(model);
    }

    private List<Double> coefficients() {
      var list = new ArrayList<Double>();
      json.at("/fit/coefficients").forEach(one -> list.add(one.path("value").asDouble()));
      return list;
    }

    private List<List<Double>> covariance() {
      var rows = new ArrayList<List<Double>>();
      for (var row : json.at("/fit/covariance")) {
        var list = new ArrayList<Double>();
        row.forEach(one -> list.add(one.asDouble()));
        rows.add(list);
      }
      return rows;
    }

    private Map<AreaCode, Estimate> column(String indicator, ReferencePeriod period) {
      var column = new HashMap<AreaCode, Estimate>();
      tables
          .find(indicator, edition, level)
          .filter(table -> table.periods().contains(period))
          .ifPresent(
              table -> {
                var estimates = table.column(period);
                for (int i = 0; i < estimates.size(); i++) {
                  column.put(table.codes().get(i), estimates.get(i));
                }
              });
      return column;
    }

    private static double[] row(List<Map<AreaCode, Estimate>> columns, AreaCode code) {
      return columns.stream()
          .mapToDouble(
              column ->
                  Optional.ofNullable(column.get(code))
                      .filter(Estimate::hasValue)
                      .map(Estimate::value)
                      .orElse(Double.NaN))
          .toArray();
    }

    private static Estimate divided(Estimate shown, double factor) {
      return new Estimate(
          shown.value() / factor, shown.lower() / factor, shown.upper() / factor, shown.status());
    }
  }
}
