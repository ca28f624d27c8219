package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.sozialradar.ingest.computation.ComputationReport;

/** Writes for people how an index came about: what its method document says, no ranks. */
final class IndexReport {
  private static final double PERCENT = 100;

  private final Surroundings surroundings;
  private final StringBuilder text = new StringBuilder();

  IndexReport(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  String of(ComputationReport report) {
    line("computed.stored", report.dataset(), Long.toString(report.revision()));
    for (var result : report.results()) {
      line("computed.result", result.indicator(), surroundings.language().of(result.name()));
    }
    append(report.results().get(0).method());
    return text.toString();
  }

  private void append(JsonNode json) {
    var areas = json.path("areas");
    line("index.areas", areas.path("scored").asText(), areas.path("unscored").asText());
    for (var input : json.path("inputs")) {
      line(
          "index.input",
          input.path("indicator").asText(),
          input.path("period").asText(),
          percent(input.path("totalWeight").asDouble()),
          Integer.toString(input.path("outliersDrawnIn").size()));
    }
    for (var warning : json.path("warnings")) {
      line(
          "index.warning." + warning.path("kind").asText(),
          warning.path("subject").asText(),
          warning.path("detail").asText());
    }
    line("index.draws", json.path("draws").asText(), json.path("seed").asText());
  }

  private String percent(double share) {
    Locale locale = surroundings.language().locale();
    return String.format(locale, "%.1f", PERCENT * share);
  }

  private void line(String key, Object... arguments) {
    text.append(surroundings.texts().get(key, arguments)).append(System.lineSeparator());
  }
}
