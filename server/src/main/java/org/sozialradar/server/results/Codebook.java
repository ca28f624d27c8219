package org.sozialradar.server.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The questions behind the published results of surveys: items with wording and answers, and what
 * was made of them.
 */
record Codebook(long revision, List<Survey> surveys) {

  /**
   * A survey.
   *
   * @param waves waves with published results, ascending
   */
  record Survey(
      String id, JsonNode title, List<String> waves, List<Item> items, List<Result> results) {}

  /**
   * A question as it was asked.
   *
   * @param waves waves in which it had this wording and these answers
   */
  record Item(
      String id, List<String> waves, JsonNode wording, boolean reversed, JsonNode answers) {}

  /**
   * A result in one wave: a scale, or a proportion of those who gave certain answers.
   *
   * @param range least and greatest value before any change of unit
   * @param items ids of the items in it
   * @param codes answers that are counted; null for a scale
   * @param leastAnswered share of its items that must be answered; null for a proportion
   */
  record Result(
      String result,
      String wave,
      String form,
      LocalizedText name,
      JsonNode range,
      List<String> items,
      JsonNode codes,
      Double leastAnswered) {}

  static Codebook of(Snapshot snapshot) {
    var bySurvey = new TreeMap<String, List<MethodDocument>>();
    for (var documents : snapshot.results().all().values()) {
      for (var document : documents.values()) {
        if (document.kind() == MethodDocument.Kind.SURVEY) {
          bySurvey
              .computeIfAbsent(
                  ResultChoice.read(document).path("survey").asText(), id -> new ArrayList<>())
              .add(document);
        }
      }
    }
    return new Codebook(
        snapshot.revision().number(),
        bySurvey.entrySet().stream()
            .map(one -> survey(snapshot, one.getKey(), one.getValue()))
            .toList());
  }

  private static Survey survey(Snapshot snapshot, String id, List<MethodDocument> documents) {
    var waves = new TreeSet<String>();
    var items = new LinkedHashMap<JsonNode, TreeSet<String>>();
    var results = new ArrayList<Result>();
    JsonNode title = null;
    for (var document : documents) {
      var json = ResultChoice.read(document);
      String wave = document.period().id();
      title =
          title == null || waves.isEmpty() || wave.compareTo(waves.last()) > 0
              ? json.get("title")
              : title;
      waves.add(wave);
      json.path("items")
          .forEach(item -> items.computeIfAbsent(item, node -> new TreeSet<>()).add(wave));
      results.add(result(snapshot, document, json));
    }
    return new Survey(id, title, List.copyOf(waves), items(items), results);
  }

  private static List<Item> items(Map<JsonNode, TreeSet<String>> items) {
    return items.entrySet().stream()
        .map(
            one ->
                new Item(
                    one.getKey().path("id").asText(),
                    List.copyOf(one.getValue()),
                    one.getKey().path("wording"),
                    one.getKey().path("reversed").asBoolean(),
                    one.getKey().path("answers")))
        .toList();
  }

  private static Result result(Snapshot snapshot, MethodDocument document, JsonNode json) {
    boolean proportion = json.has("codes");
    return new Result(
        document.indicatorId(),
        document.period().id(),
        proportion ? "proportion" : "scale",
        snapshot.indicators().get(document.indicatorId()).name(),
        json.get("range"),
        json.path("items").findValuesAsText("id"),
        proportion ? json.get("codes") : null,
        json.has("leastAnswered") ? json.get("leastAnswered").asDouble() : null);
  }
}
