package org.sozialradar.ingest.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.layer.LayerAttribute;

/** The columns of a layer that are kept, with their types and texts. */
final class LayerColumns {
  static final int MAX_COLUMNS = 40;
  static final int MAX_CHARACTERS = 1000;

  private final ResourceInput<LayerSettings> input;
  private final List<String> names;
  private long cut;

  LayerColumns(ResourceInput<LayerSettings> input, LayerCollector collector) {
    this.input = input;
    input.settings().attributes().forEach(collector::requireColumn);
    collector.requireColumn(input.settings().name());
    collector.requireColumn(input.settings().key());
    names = names(collector.columns());
  }

  private List<String> names(List<String> columns) {
    var wanted = input.settings().attributes();
    var chosen = new ArrayList<>(wanted.isEmpty() ? columns : wanted.stream().distinct().toList());
    chosen.removeIf(String::isBlank);
    String name = nameAmong(columns);
    if (!name.isEmpty() && !chosen.contains(name)) {
      chosen.add(0, name);
    }
    if (chosen.size() <= MAX_COLUMNS) {
      return List.copyOf(chosen);
    }
    input
        .issues()
        .add(LayerIssues.TOO_MANY_COLUMNS.at(input.place(), "", chosen.size(), MAX_COLUMNS));
    return List.copyOf(chosen.subList(0, MAX_COLUMNS));
  }

  private String nameAmong(List<String> columns) {
    String given = input.settings().name();
    return !given.isEmpty()
        ? given
        : columns.stream()
            .filter(column -> column.equalsIgnoreCase("name"))
            .findFirst()
            .or(
                () ->
                    columns.stream()
                        .filter(column -> column.equalsIgnoreCase("bezeichnung"))
                        .findFirst())
            .orElse("");
  }

  /** The column by which features are called; empty if there is none. */
  String name() {
    String name = nameAmong(names);
    return names.contains(name) ? name : "";
  }

  /** The texts of a feature, cut where they are too long. */
  Map<String, String> texts(RawFeature feature) {
    var texts = new LinkedHashMap<String, String>();
    for (var name : names) {
      texts.put(name, bounded(feature.properties().getOrDefault(name, "").strip()));
    }
    return texts;
  }

  private String bounded(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    cut++;
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? 1 : 0;
    return text.substring(0, MAX_CHARACTERS - end) + "…";
  }

  /** The columns with their types: what all texts of one are. */
  List<LayerAttribute> attributes(List<Map<String, String>> texts) {
    return names.stream().map(name -> new LayerAttribute(name, type(name, texts))).toList();
  }

  private static LayerAttribute.Type type(String name, List<Map<String, String>> texts) {
    return LayerAttribute.Type.of(
        texts.stream().map(one -> one.get(name)).filter(text -> !text.isEmpty()).toList());
  }

  void noteCut() {
    if (cut > 0) {
      input.issues().add(LayerIssues.TEXT_CUT.at(input.place(), "", cut, MAX_CHARACTERS));
    }
  }
}
