package org.sozialradar.ingest.crosswalk;

import org.sozialradar.ingest.IssueType;

/** The issues that crosswalks can have. */
final class CrosswalkIssues {
  static final IssueType KEY_MALFORMED =
      IssueType.error(
          "key-malformed", "„%s“ ist kein Gemeindeschlüssel.", "'%s' is no municipality key.");
  static final IssueType SHARE_RANGE =
      IssueType.error("share-out-of-range", "Ein Anteil liegt in 0..1.", "A share lies in 0..1.");
  static final IssueType PAIR_TWICE =
      IssueType.error(
          "pair-twice",
          "Das Paar %s nach %s steht zweimal: in Zeile %s und in Zeile %s.",
          "The pair %s to %s stands there twice: in row %s and in row %s.");
  static final IssueType SHARES_SUM =
      IssueType.error(
          "shares-sum",
          "Die %s-Anteile von %s ergeben zusammen %s statt 1.",
          "The shares of %s by %s sum to %s instead of 1.");
  static final IssueType SHARES_ROUNDED =
      IssueType.note(
          "shares-rounded",
          "Die Anteile von %s ergeben gerundet %s und wurden auf 1 gebracht.",
          "The shares of %s sum to %s as they are rounded and were scaled to 1.");
  static final IssueType SHARES_UNINHABITED =
      IssueType.note(
          "shares-of-uninhabited",
          "%s hat keine Einwohner; seine Bevölkerungsanteile ergaben %s und wurden auf 1 gebracht.",
          "%s has no inhabitants; its shares by population summed to %s and were scaled to 1.");
  static final IssueType KEYS_DIFFER =
      IssueType.error(
          "unknown-key",
          "Den Schlüssel %s gibt es in der Ausgabe %s (Ebene %s) nicht.",
          "The key %s does not exist in the edition %s (level %s).");
  static final IssueType AREAS_WITHOUT_LINK =
      IssueType.warning(
          "areas-without-link",
          "%s Gebiete der Ausgabe %s kommen im Umstiegsschlüssel nicht vor: %s",
          "%s areas of the edition %s do not occur in the crosswalk: %s");
  static final IssueType EDITION_OF_KEYS =
      IssueType.note(
          "edition-of-keys",
          "Die Ausgabe %s wurde aus Schlüsseln und Namen angelegt, ohne Grenzen (%s Gebiete).",
          "The edition %s was made of keys and names, without boundaries (%s areas).");

  private CrosswalkIssues() {}
}
