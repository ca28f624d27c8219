package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.sozialradar.ingest.computation.ComputationReport;

/** Writes for people what was found in fitting a model: what its method documents say. */
final class ModelReport {
  private static final double PERCENT = 100;

  private final Surroundings surroundings;
  private final StringBuilder text = new StringBuilder();

  ModelReport(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  String of(ComputationReport report) {
    line("computed.stored", report.dataset(), Long.toString(report.revision()));
    for (var result : report.results()) {
      line("computed.result", result.indicator(), surroundings.language().of(result.name()));
      append(result.method());
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
