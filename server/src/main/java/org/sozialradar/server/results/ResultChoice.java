package org.sozialradar.server.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A result in one period.
 *
 * @param snapshot where it comes from
 * @param indicator its indicator
 * @param method how it was made
 */
record ResultChoice(Snapshot snapshot, Indicator indicator, MethodDocument method) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What a query with the place {@code id} and the parameter {@code period} asks for; the newest
   * period if it says none.
   *
   * @param kind kind that it must be of; empty for any
   * @throws ProblemException if there is no such result
   */
  static ResultChoice of(Snapshot snapshot, Query query, Optional<MethodDocument.Kind> kind) {
    var indicator = Selection.indicator(snapshot, query.path("id"));
    var newest =
        snapshot
            .results()
            .findNewest(indicator.id())
            .filter(method -> kind.isEmpty() || kind.get() == method.kind())
            .orElseThrow(
                () ->
                    ProblemException.ofParameter(ProblemType.UNKNOWN_RESULT, "id", indicator.id()));
    var period = query.find("period").map(text -> Selection.period("period", text));
    var method = period.map(one -> document(snapshot, indicator, one)).orElse(newest);
    return new ResultChoice(snapshot, indicator, method);
  }

  private static MethodDocument document(
      Snapshot snapshot, Indicator indicator, ReferencePeriod period) {
    var document = snapshot.results().documents(indicator.id()).get(period);
    if (document == null) {
      throw ProblemException.ofParameter(
          ProblemType.UNKNOWN_RESULT, "period", indicator.id() + ", " + period.id());
    }
    return document;
  }

  /** Periods of the result, ascending. */
  List<String> periods() {
    return snapshot.results().documents(indicator.id()).keySet().stream()
        .map(ReferencePeriod::id)
        .toList();
  }

  /** Names the result, its period and the revision. */
  String key() {
    return "%s/%s@%d".formatted(indicator.id(), method.period().id(), snapshot.revision().number());
  }

  JsonNode document() {
    return read(method);
  }

  /** What a document says. */
  static JsonNode read(MethodDocument method) {
    try {
      return MAPPER.readTree(method.json());
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(
          "the method document of " + method.indicatorId() + " is no JSON", malformed);
    }
  }

  /** Address of a document as JSON. */
  static String address(MethodDocument method) {
    return "/api/methods/%s?period=%s".formatted(method.indicatorId(), method.period().id());
  }

  /** Address of the page that shows a document. */
  static String page(MethodDocument method) {
    return "/docs/methods/%s?period=%s".formatted(method.indicatorId(), method.period().id());
  }
}
