package org.sozialradar.ingest.microdata;

import org.sozialradar.ingest.IssueType;

/** What can be wrong with the areas that respondents belong to. */
final class AreaIssues {
  static final IssueType EDITION_UNKNOWN =
      IssueType.error(
          "edition-unknown",
          "Die Ausgabe „%s“ der Grenzen gibt es nicht (vorhanden: %s); zuerst ihre Grenzen oder"
              + " Schlüssel einlesen.",
          "There is no edition '%s' of boundaries (there are: %s); import its boundaries or keys"
              + " first.");
  static final IssueType LEVEL_EMPTY =
      IssueType.error(
          "level-empty",
          "Die Ausgabe „%s“ hat keine Gebiete der Ebene „%s“.",
          "The edition '%s' has no areas of the level '%s'.");
  static final IssueType LEVEL_WITHOUT_BOUNDARIES =
      IssueType.error(
          "survey-level-without-boundaries",
          "Die Gebiete der Ebene „%s“ haben in der Ausgabe „%s“ keine Grenzen; Koordinaten lassen"
              + " sich nicht zuordnen.",
          "The areas of the level '%s' have no boundaries in the edition '%s'; coordinates cannot"
              + " be assigned.");
  static final IssueType ZEROS_RESTORED =
      IssueType.note(
          "zeros-restored",
          "Bei %s Schlüsseln wurden führende Nullen nach der Länge ergänzt.",
          "Leading zeros of %s keys were restored by length.");
  static final IssueType MISSING =
      IssueType.error(
          "survey-area-missing",
          "Die Angabe zum Gebiet fehlt.",
          "There is nothing that tells the area.");
  static final IssueType UNKNOWN =
      IssueType.error(
          "survey-area-unknown",
          "Ein Gebiet mit diesem Schlüssel gibt es in der Ausgabe „%s“ auf der Ebene „%s“ nicht.",
          "There is no area of this key in the edition '%s' on the level '%s'.");
  static final IssueType CRS_UNKNOWN =
      IssueType.error(
          "survey-crs-unknown",
          "Das Bezugssystem „%s“ des Fragebogens ist nicht bekannt.",
          "The coordinate reference system '%s' of the questionnaire is not known.");
  static final IssueType PLACE_IMPLAUSIBLE =
      IssueType.error(
          "survey-place-implausible",
          "Die Koordinaten können nicht in %s stehen: sind Rechts- und Hochwert vertauscht oder das"
              + " Bezugssystem ein anderes?",
          "The coordinates cannot be in %s: are east and north swapped, or is the reference system"
              + " another one?");
  static final IssueType PLACE_OUTSIDE =
      IssueType.error(
          "survey-place-outside",
          "Der Ort liegt in keinem Gebiet der Ebene „%s“ der Ausgabe „%s“.",
          "The place is in no area of the level '%s' of the edition '%s'.");
  static final IssueType POSTCODES_MISSING =
      IssueType.error(
          "survey-postcodes-missing",
          "Die Tabelle der Postleitzahlen „%s“ liegt nicht neben dem Fragebogen.",
          "The table of postcodes '%s' is not beside the questionnaire.");
  static final IssueType POSTCODES_ROW =
      IssueType.error(
          "survey-postcodes-row",
          "In der Tabelle der Postleitzahlen stimmt etwas nicht: %s",
          "Something is not right in the table of postcodes: %s");
  static final IssueType POSTCODE_UNKNOWN =
      IssueType.error(
          "survey-postcode-unknown",
          "Die Postleitzahl steht nicht in der Tabelle.",
          "The postcode is not in the table.");
  static final IssueType POSTCODE_AMBIGUOUS =
      IssueType.error(
          "survey-postcode-ambiguous",
          "Die Postleitzahl gilt in mehreren Gebieten, und die Tabelle sagt nicht, in welchem vor"
              + " allem (Spalte „share“).",
          "The postcode is used in several areas, and the table does not say in which mostly"
              + " (column 'share').");
  static final IssueType POSTCODE_SPLIT =
      IssueType.warning(
          "survey-postcode-split",
          "%s Befragte haben Postleitzahlen, die in mehreren Gebieten gelten; sie zählen zu dem mit"
              + " dem größten Anteil.",
          "%s respondents have postcodes of several areas; they count for the one with the largest"
              + " share.");

  private AreaIssues() {}
}
