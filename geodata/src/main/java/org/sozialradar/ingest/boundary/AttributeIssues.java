package org.sozialradar.ingest.boundary;

import org.sozialradar.ingest.IssueType;

/** What an import of attributes or groups can find. */
final class AttributeIssues {
  static final IssueType ROW_TWICE =
      IssueType.error(
          "attributes-key-twice",
          "Der Schlüssel %s steht in den Zeilen %s (%s) und %s (%s).",
          "The key %s stands in the rows %s (%s) and %s (%s).");
  static final IssueType UNMATCHED =
      IssueType.warning(
          "attributes-unmatched-key",
          "Die Ausgabe %s hat kein Gebiet %s (%s).",
          "The edition %s has no area %s (%s).");
  static final IssueType WITHOUT_ROW =
      IssueType.warning(
          "areas-without-attributes",
          "%s Gebiete der Ausgabe %s haben in der Tabelle keine Zeile: %s",
          "%s areas of the edition %s have no row in the table: %s");
  static final IssueType LEVEL_NO_GROUP =
      IssueType.error(
          "level-no-group",
          "Die Ebene „%s“ ist keine Ebene von Gruppen oder nicht gröber als „%s“.",
          "The level '%s' is not a level of groups, or not coarser than '%s'.");
  static final IssueType GROUP_UNNAMED =
      IssueType.error(
          "group-unnamed",
          "Die Zeile nennt keine Gruppe, aus deren Namen ein Schlüssel werden kann: „%s“.",
          "The row names no group whose name could make a key: '%s'.");
  static final IssueType MEMBER_TWICE =
      IssueType.error(
          "group-member-twice",
          "Gebiet %s gehört schon zur Gruppe „%s“; ein Gebiet gehört zu einer Gruppe der Ebene.",
          "Area %s already belongs to the group '%s'; an area belongs to one group of the level.");
  static final IssueType MEMBER_UNKNOWN =
      IssueType.warning(
          "group-member-unknown",
          "Die Gruppe „%s“ gibt es in der Ausgabe %s nicht, weil ihr dort das Gebiet %s fehlt.",
          "The group '%s' does not exist in the edition %s, since its area %s is missing there.");
  static final IssueType GROUP_NOWHERE =
      IssueType.error(
          "group-nowhere",
          "Die Gruppe „%s“ lässt sich in keiner der Ausgaben bilden.",
          "The group '%s' can be formed in none of the editions.");
  static final IssueType SLUG_TWICE =
      IssueType.error(
          "group-slug-twice",
          "Die Gruppen „%s“ und „%s“ bekämen denselben Schlüssel %s.",
          "The groups '%s' and '%s' would get the same key %s.");

  private AttributeIssues() {}
}
