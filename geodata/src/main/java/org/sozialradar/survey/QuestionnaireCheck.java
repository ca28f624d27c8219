package org.sozialradar.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the parts of a questionnaire. */
final class QuestionnaireCheck {
  private static final int MOST_ITEMS = 500;
  private static final int MOST_RESULTS = 200;

  private final List<Item> items;
  private final List<Scale> scales;
  private final List<Proportion> proportions;
  private final Map<String, Item> itemsById = new HashMap<>();
  private final Map<String, Scale> scalesById = new HashMap<>();

  QuestionnaireCheck(List<Item> items, List<Scale> scales, List<Proportion> proportions) {
    this.items = items;
    this.scales = scales;
    this.proportions = proportions;
    items.forEach(item -> itemsById.put(item.id(), item));
    scales.forEach(scale -> scalesById.put(scale.id(), scale));
  }

  void check(SurveyDesign design, AreaLink area) {
    InvalidQuestionnaireException.requireAtMost(MOST_ITEMS, items.size(), "items");
    InvalidQuestionnaireException.requireAtMost(MOST_RESULTS, scales.size(), "scales");
    InvalidQuestionnaireException.requireAtMost(MOST_RESULTS, proportions.size(), "proportions");
    if (scales.isEmpty() && proportions.isEmpty()) {
      throw new InvalidQuestionnaireException(
          "nothing-to-estimate",
          "",
          "weder Skalen noch Anteile sind beschrieben",
          "neither scales nor proportions are described");
    }
    checkIds();
    checkColumns(design, area);
    for (int i = 0; i < scales.size(); i++) {
      checkScale(scales.get(i), "scales/" + i);
    }
    for (int i = 0; i < proportions.size(); i++) {
      checkProportion(proportions.get(i), "proportions/" + i);
    }
  }

  private void checkIds() {
    var itemIds = new HashSet<String>();
    for (int i = 0; i < items.size(); i++) {
      requireNew(itemIds, items.get(i).id(), "items/" + i + "/id");
    }
    var resultIds = new HashSet<String>();
    for (int i = 0; i < scales.size(); i++) {
      requireNew(resultIds, scales.get(i).id(), "scales/" + i + "/id");
    }
    for (int i = 0; i < proportions.size(); i++) {
      requireNew(resultIds, proportions.get(i).id(), "proportions/" + i + "/id");
    }
  }

  private static void requireNew(Set<String> seen, String id, String field) {
    if (!seen.add(id)) {
      throw new InvalidQuestionnaireException(
          "id-twice", field, "„" + id + "“ gibt es zweimal", "'" + id + "' is there twice");
    }
  }

  /** Items and design have columns of their own: a weight that is an answer is a mistake. */
  private void checkColumns(SurveyDesign design, AreaLink area) {
    var seen = new HashSet<>(area.columns());
    requireNewColumn(seen, design.weight(), "design/weight");
    requireNewColumn(seen, design.populationUnits(), "design/populationUnits");
    for (int i = 0; i < items.size(); i++) {
      requireNewColumn(seen, items.get(i).column(), "items/" + i + "/column");
    }
  }

  private static void requireNewColumn(Set<String> seen, String column, String field) {
    if (!column.isEmpty() && !seen.add(column)) {
      throw new InvalidQuestionnaireException(
          "column-twice",
          field,
          "die Spalte „" + column + "“ hat schon eine andere Aufgabe",
          "the column '" + column + "' has another task already");
    }
  }

  private void checkScale(Scale scale, String field) {
    var ranges = new ArrayList<ScoreRange>();
    for (int i = 0; i < scale.parts().size(); i++) {
      String part = scale.parts().get(i);
      String place = field + "/parts/" + i;
      ranges.add(scale.kind() == Scale.Kind.ITEMS ? item(part, place) : nested(part, place));
      if (!ranges.get(i).equals(ranges.get(0))) {
        throw new InvalidQuestionnaireException(
            "scale-ranges-differ",
            place,
            "„" + part + "“ hat andere Antwortstufen als „" + scale.parts().get(0) + "“",
            "'" + part + "' has another range of answers than '" + scale.parts().get(0) + "'");
      }
    }
  }

  private ScoreRange item(String id, String field) {
    Item item = find(id, field);
    if (!item.isNumeric()) {
      throw new InvalidQuestionnaireException(
          "item-not-numeric",
          field,
          "die Antwortcodes von „" + id + "“ sind keine ganzen Zahlen",
          "the answer codes of '" + id + "' are no whole numbers");
    }
    return item.range();
  }

  private ScoreRange nested(String id, String field) {
    Scale scale = scalesById.get(id);
    if (scale == null) {
      throw new InvalidQuestionnaireException(
          "scale-unknown",
          field,
          "eine Skala „" + id + "“ ist nicht beschrieben",
          "a scale '" + id + "' is not described");
    }
    if (scale.kind() != Scale.Kind.ITEMS) {
      throw new InvalidQuestionnaireException(
          "scale-nested",
          field,
          "„" + id + "“ besteht selbst aus Skalen",
          "'" + id + "' is made of scales itself");
    }
    return item(scale.parts().get(0), field);
  }

  private Item find(String id, String field) {
    Item item = itemsById.get(id);
    if (item == null) {
      throw new InvalidQuestionnaireException(
          "item-unknown",
          field,
          "eine Frage „" + id + "“ ist nicht beschrieben",
          "an item '" + id + "' is not described");
    }
    return item;
  }

  private void checkProportion(Proportion proportion, String field) {
    Item item = find(proportion.item(), field + "/item");
    for (int i = 0; i < proportion.codes().size(); i++) {
      String code = proportion.codes().get(i);
      if (item.answers().stream().noneMatch(answer -> answer.code().equals(code))) {
        throw new InvalidQuestionnaireException(
            "code-unknown",
            field + "/codes/" + i,
            "„" + item.id() + "“ hat keinen Antwortcode „" + code + "“",
            "'" + item.id() + "' has no answer code '" + code + "'");
      }
    }
    if (proportion.codes().size() == item.answers().size()) {
      throw new InvalidQuestionnaireException(
          "codes-all",
          field + "/codes",
          "alle Antworten zählen: der Anteil ist immer 100 %",
          "all answers count: the proportion is always 100 %");
    }
  }
}
