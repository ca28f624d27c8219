package org.sozialradar.ingest.boundary;

import org.sozialradar.ingest.IssueType;

/** What an import of mergers can find. */
final class MergerIssues {
  static final IssueType DATE_MALFORMED =
      IssueType.error(
          "merger-date-malformed",
          "„%s“ ist kein Tag der Form JJJJ-MM-TT.",
          "'%s' is no day of the form YYYY-MM-DD.");
  static final IssueType TWICE =
      IssueType.error(
          "merger-twice",
          "Gebiet %s wird zweimal aufgelöst, in den Zeilen %s und %s; Teilungen sind keine Zusammenlegungen.",
          "Area %s is merged away twice, in the rows %s and %s; splits are no mergers.");
  static final IssueType UNKNOWN_AREA =
      IssueType.error(
          "merger-unknown-area",
          "Gebiet %s gibt es weder in der Ausgabe %s noch entsteht es durch eine frühere Zusammenlegung.",
          "Area %s neither exists in the edition %s nor arises from an earlier merger.");
  static final IssueType CIRCLE =
      IssueType.error(
          "merger-circle",
          "Die Zusammenlegungen ab Gebiet %s führen im Kreis.",
          "The mergers from area %s on run in a circle.");
  static final IssueType NAME_MISSING =
      IssueType.error(
          "merger-name-missing",
          "Dem neuen Gebiet %s fehlt der Name.",
          "The new area %s has no name.");
  static final IssueType BEFORE_BASE =
      IssueType.error(
          "edition-before-base",
          "Die Ausgabe %s gälte ab %s und damit nicht nach der Ausgabe %s (%s).",
          "The edition %s would hold from %s on, which is not after the edition %s (%s).");
  static final IssueType LEVEL_NOT_CARRIED =
      IssueType.note(
          "level-not-carried",
          "Die Ebene „%s“ wurde nicht in die Ausgabe %s übernommen: das neue Gebiet %s gehört zu keinem ihrer Gebiete eindeutig.",
          "The level '%s' was not carried over to the edition %s: the new area %s belongs to none of its areas for certain.");

  private MergerIssues() {}
}
