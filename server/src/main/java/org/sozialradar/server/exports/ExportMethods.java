package org.sozialradar.server.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.feature.ExportMethod;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.server.features.ValueColumns;
import org.sozialradar.server.text.Bilingual;

/**
 * How the values of a choice were made: a few words for each indicator, and the whole document for
 * each that was computed here, as the server published it with the values.
 */
final class ExportMethods {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Bilingual TEXTS = Bilingual.of(ExportMethods.class, "exports");
  private static final String BEGINNING = "method-";
  private static final String ENDING = ".json";

  private final ExportChoice choice;

  ExportMethods(ExportChoice choice) {
    this.choice = choice;
  }

  private List<Indicator> indicators() {
    return choice.values().map(ChosenValues::indicators).orElse(List.of());
  }

  /** In a few words, by indicator. */
  List<ExportMethod> list() {
    return indicators().stream()
        .map(one -> new ExportMethod(one.id(), kind(one), text(one), document(one)))
        .toList();
  }

  private String kind(Indicator indicator) {
    if (isComputed(indicator)) {
      return choice.snapshot().results().kind(indicator.id());
    }
    return indicator.isDerived() ? "formula" : "official";
  }

  private boolean isComputed(Indicator indicator) {
    return choice.snapshot().results().isResult(indicator.id());
  }

  /** What was done. */
  LocalizedText text(Indicator indicator) {
    return TEXTS.get("method." + kind(indicator), indicator.formula());
  }

  /**
   * The address of the page of a computed indicator, if the server has one. Not the file beside:
   * what lies in a package is the same as what is given out alone.
   */
  private String document(Indicator indicator) {
    return isComputed(indicator) && !choice.baseUrl().isEmpty()
        ? choice.baseUrl() + "/docs/methods/" + indicator.id()
        : "";
  }

  /** Name of the file with the documents of a computed indicator; empty for others. */
  String file(Indicator indicator) {
    return isComputed(indicator) ? BEGINNING + indicator.id() + ENDING : "";
  }

  /** A file for each indicator that was computed here. */
  List<PackageFile> files() {
    return indicators().stream()
        .map(this::file)
        .filter(name -> !name.isEmpty())
        .map(name -> new PackageFile(name, PackageFile.METHOD))
        .toList();
  }

  /** The documents of one of the files, JSON. */
  String content(PackageFile file) {
    String id = file.name().substring(BEGINNING.length(), file.name().length() - ENDING.length());
    var indicator = choice.snapshot().indicators().get(id);
    var node = JSON.createObjectNode().put("indicator", id);
    node.set("name", PackageDescription.both(indicator.name()));
    node.put("kind", kind(indicator));
    try {
      addDocuments(id, node.putArray("documents"));
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a method that is no JSON: " + id, broken);
    }
  }

  /** Those of the chosen periods; all, where the values are those of other periods. */
  private void addDocuments(String id, ArrayNode documents) throws JsonProcessingException {
    var all = List.copyOf(choice.snapshot().results().documents(id).values());
    var periods = periods(id);
    var chosen = all.stream().filter(one -> periods.contains(one.period().id())).toList();
    for (MethodDocument one : chosen.isEmpty() ? all : chosen) {
      documents
          .addObject()
          .put("period", one.period().id())
          .put("kind", one.kind().label())
          .set("document", JSON.readTree(one.json()));
    }
  }

  private Set<String> periods(String id) {
    return choice.values().stream()
        .flatMap(chosen -> chosen.columns().stream())
        .filter(column -> column.indicator().id().equals(id))
        .map(ValueColumns::period)
        .map(period -> period.id())
        .collect(Collectors.toSet());
  }
}
