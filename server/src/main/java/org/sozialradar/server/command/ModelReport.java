package org.sozialradar.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.publication.ComputedResults.Stored;

/** Writes for people what was found in fitting a model: what its method documents say. */
final class ModelReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double PERCENT = 100;

  private final Surroundings surroundings;
  private final StringBuilder text = new StringBuilder();

  ModelReport(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  String of(Stored stored) {
    line(
        "computed.stored",
        stored.batch().dataset().id(),
        Long.toString(stored.revision().number()));
    for (var document : stored.batch().methods()) {
      var indicator =
          stored.batch().indicators().stream()
              .filter(one -> one.id().equals(document.indicatorId()))
              .findFirst()
              .orElseThrow();
      line("computed.result", indicator.id(), surroundings.language().of(indicator.name()));
      append(json(document));
    }
    return text.toString();
  }

  private void append(JsonNode json) {
    var areas = json.path("areas");
    line(
        "estimate.areas",
        areas.path("sampled").asText(),
        areas.path("without-respondents").asText(),
        areas.path("hidden").asText());
    var fit = json.path("fit");
    line(
        "estimate.variance." + json.path("method").asText(),
        number(fit.path("variance")),
        number(fit.path("varianceStandardError")));
    line("estimate.coefficients." + json.path("scale").asText());
    for (var one : fit.path("coefficients")) {
      line(
          "estimate.coefficient",
          one.path("term").asText(),
          number(one.path("value")),
          number(one.path("lower")),
          number(one.path("upper")));
    }
    appendDiagnostics(json.path("diagnostics"));
    line("estimate.extrapolated", json.path("extrapolated").asText());
  }

  private void appendDiagnostics(JsonNode diagnostics) {
    line(
        "estimate.error",
        number(diagnostics.path("leaveOneOutError")),
        number(diagnostics.path("naiveLeaveOneOutError")));
    for (var one : diagnostics.path("calibration")) {
      line(
          "estimate.calibration",
          percent(one.path("nominal").asDouble()),
          percent(one.path("observed").asDouble()));
    }
    var moran = diagnostics.path("moransI");
    if (moran.isObject()) {
      line("estimate.moran", number(moran.path("value")), number(moran.path("pValue")));
    }
  }

  static JsonNode json(MethodDocument document) {
    try {
      return MAPPER.readTree(document.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a method document is no JSON", e);
    }
  }

  private String number(JsonNode value) {
    return String.format(locale(), "%.4g", value.asDouble());
  }

  private String percent(double share) {
    return String.format(locale(), "%.0f", PERCENT * share);
  }

  private Locale locale() {
    return surroundings.language().locale();
  }

  private void line(String key, Object... arguments) {
    text.append(surroundings.texts().get(key, arguments)).append(System.lineSeparator());
  }
}
