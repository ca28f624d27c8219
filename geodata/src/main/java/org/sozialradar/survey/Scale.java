package org.sozialradar.survey;

import java.util.HashSet;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/**
 * A scale: the mean of the answered items, or of other scales.
 *
 * @param id slug: {@code [a-z][a-z0-9_]{0,59}}; becomes the id of an indicator
 * @param title what a person reads, short
 * @param description one or two plain sentences: what is measured
 * @param kind whether the parts are items or scales
 * @param parts ids of two or more items or scales, all with the same range
 * @param leastAnswered share of the parts that must be answered, above 0 to 1; {@link
 *     #LEAST_ANSWERED} unless the questionnaire says otherwise
 * @param polarity whether more is better for the people who live there
 */
public record Scale(
    String id,
    LocalizedText title,
    LocalizedText description,
    Kind kind,
    List<String> parts,
    double leastAnswered,
    Indicator.Polarity polarity) {

  /** Share of the parts that must be answered, where a questionnaire says nothing. */
  public static final double LEAST_ANSWERED = 0.8;

  private static final int MOST_PARTS = 100;

  /** What a scale is the mean of. */
  public enum Kind {
    /** Items, reversed where they say so. */
    ITEMS,
    /** Scales of items: collective efficacy is the mean of cohesion and control. */
    SCALES
  }

  public Scale {
    InvalidQuestionnaireException.requireId(id, "id");
    parts = List.copyOf(parts);
    InvalidQuestionnaireException.requireAtMost(MOST_PARTS, parts.size(), "parts");
    if (parts.size() < 2) {
      throw new InvalidQuestionnaireException(
          "scale-too-short",
          "parts",
          "eine Skala braucht mindestens zwei Fragen; eine einzelne Frage gehört zu den Anteilen",
          "a scale needs two items or more; a single item belongs to the proportions");
    }
    requireDistinct(parts);
    if (!(leastAnswered > 0 && leastAnswered <= 1)) {
      throw new InvalidQuestionnaireException(
          "share-out-of-range",
          "leastAnswered",
          "der nötige Anteil beantworteter Fragen liegt zwischen 0 und 1, nicht " + leastAnswered,
          "the share of items to be answered is above 0 and at most 1, not " + leastAnswered);
    }
  }

  private static void requireDistinct(List<String> parts) {
    var seen = new HashSet<String>();
    for (int i = 0; i < parts.size(); i++) {
      if (!seen.add(parts.get(i))) {
        throw new InvalidQuestionnaireException(
            "scale-part-twice",
            "parts/" + i,
            "„" + parts.get(i) + "“ steht zweimal in der Skala",
            "'" + parts.get(i) + "' is twice in the scale");
      }
    }
  }

  /** How many of the parts must be answered: the least whole number that reaches the share. */
  public int leastAnsweredParts() {
    return (int) Math.ceil(leastAnswered * parts.size() - 1e-9);
  }
}
