package org.sozialradar.ingest.microdata;

import org.sozialradar.ingest.IssueType;

/** What can be wrong with margins, and with weights that are raked to them. */
final class MarginIssues {
  static final IssueType COLUMN =
      IssueType.error(
          "survey-margins-column",
          "Der Tabelle der Randsummen fehlt die Spalte „%s“; sie braucht margin, category und"
              + " total.",
          "The table of margins lacks the column '%s'; it needs margin, category and total.");
  static final IssueType ROW =
      IssueType.error(
          "survey-margins-row",
          "In der Tabelle der Randsummen stimmt etwas nicht: %s",
          "Something is not right in the table of margins: %s");
  static final IssueType CATEGORY_UNKNOWN =
      IssueType.error(
          "survey-margin-category-unknown",
          "Zur Gruppe dieser Zeile gibt es unter „%s“ keine Randsumme.",
          "There is no total for this row's category under '%s'.");
  static final IssueType IMPOSSIBLE =
      IssueType.error(
          "survey-margins-impossible",
          "Die Gewichte lassen sich nicht an die Randsummen anpassen: %s",
          "The weights cannot be raked to the margins: %s");
  static final IssueType AT_LIMITS =
      IssueType.warning(
          "survey-raking-at-limits",
          "Die Grenzen für Gewichte (das %s- bis %s-Fache des Mittels) lassen nicht zu, dass alle"
              + " Randsummen erreicht werden; es bleiben bis zu %s %% Abweichung.",
          "The limits on weights (%s to %s times their mean) do not let all totals be met; a"
              + " deviation of up to %s %% remains.");

  private MarginIssues() {}
}
