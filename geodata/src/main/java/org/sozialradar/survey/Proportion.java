package org.sozialradar.survey;

import java.util.HashSet;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/**
 * The share of those who gave one of certain answers among all who answered an item.
 *
 * @param id slug: {@code [a-z][a-z0-9_]{0,59}}; becomes the id of an indicator
 * @param title what a person reads, short
 * @param description one or two plain sentences: who counts
 * @param item id of the item
 * @param codes answer codes that count, at least one and not all
 * @param polarity whether more is better for the people who live there
 */
public record Proportion(
    String id,
    LocalizedText title,
    LocalizedText description,
    String item,
    List<String> codes,
    Indicator.Polarity polarity) {

  public Proportion {
    InvalidQuestionnaireException.requireId(id, "id");
    codes = codes.stream().map(String::strip).toList();
    if (codes.isEmpty()) {
      throw new InvalidQuestionnaireException(
          "codes-missing",
          "codes",
          "welche Antworten zählen, fehlt",
          "which answers count is missing");
    }
    if (new HashSet<>(codes).size() < codes.size()) {
      throw new InvalidQuestionnaireException(
          "answer-code-twice",
          "codes",
          "ein Antwortcode steht zweimal da",
          "an answer code is there twice");
    }
  }
}
