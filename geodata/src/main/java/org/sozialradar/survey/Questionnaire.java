package org.sozialradar.survey;

import java.util.List;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/**
 * The description of a survey: what was asked, what is made of it, how the sample was drawn and how
 * a respondent belongs to an area. Immutable; consistent in itself.
 *
 * @param id slug: {@code [a-z][a-z0-9_]{0,59}}
 * @param title what a person reads
 * @param theme theme of the catalogue that its results belong to
 * @param items 1 to 500 items with distinct ids and columns
 * @param scales scales; ids distinct among scales and proportions
 * @param proportions proportions; with the scales at least one, at most 200 of each
 * @param design roles of the sample
 * @param area how a respondent belongs to an area
 */
public record Questionnaire(
    String id,
    LocalizedText title,
    Indicator.Theme theme,
    List<Item> items,
    List<Scale> scales,
    List<Proportion> proportions,
    SurveyDesign design,
    AreaLink area) {

  public Questionnaire {
    items = List.copyOf(items);
    scales = List.copyOf(scales);
    proportions = List.copyOf(proportions);
    InvalidQuestionnaireException.requireId(id, "id");
    new QuestionnaireCheck(items, scales, proportions).check(design, area);
  }

  public Optional<Item> findItem(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /**
   * The item of an id.
   *
   * @throws IllegalArgumentException if the questionnaire has no such item
   */
  public Item item(String itemId) {
    return findItem(itemId)
        .orElseThrow(() -> new IllegalArgumentException("no item " + itemId + " in " + id));
  }

  public Optional<Scale> findScale(String scaleId) {
    return scales.stream().filter(scale -> scale.id().equals(scaleId)).findFirst();
  }

  /**
   * The scale of an id.
   *
   * @throws IllegalArgumentException if the questionnaire has no such scale
   */
  public Scale scale(String scaleId) {
    return findScale(scaleId)
        .orElseThrow(() -> new IllegalArgumentException("no scale " + scaleId + " in " + id));
  }

  /** The items of a scale, also those of the scales that it is the mean of, in their order. */
  public List<Item> itemsOf(Scale scale) {
    return scale.kind() == Scale.Kind.ITEMS
        ? scale.parts().stream().map(this::item).toList()
        : scale.parts().stream().map(this::scale).flatMap(part -> itemsOf(part).stream()).toList();
  }

  /** The values that the scores of a scale can take. */
  public ScoreRange range(Scale scale) {
    return itemsOf(scale).get(0).range();
  }
}
