package org.sozialradar.ingest.table;

import org.sozialradar.ingest.IssueType;

/** The issues that rows of indicators can have, besides those of numbers and keys. */
final class RowIssues {
  static final IssueType UNKNOWN_KEY =
      IssueType.error(
          "unknown-key",
          "Den Schlüssel %s gibt es in der Ausgabe %s (Ebene %s) nicht.",
          "The key %s does not exist in the edition %s (level %s).");
  static final IssueType PERIOD_MALFORMED =
      IssueType.error(
          "period-malformed",
          "Die Zelle ist kein Jahr und kein Tag (JJJJ oder JJJJ-MM-TT).",
          "The cell is neither a year nor a day (YYYY or YYYY-MM-DD).");
  static final IssueType WIDTH =
      IssueType.error(
          "row-width",
          "Die Zeile hat %s Zellen, der Kopf aber %s.",
          "The row has %s cells, but the header %s.");
  static final IssueType VALUE_TWICE =
      IssueType.error(
          "value-twice",
          "Für %s stehen zwei Werte derselben Zeit (%s) in der Datei: in Zeile %s und in Zeile %s.",
          "The file has two values of %s for the same time (%s): in row %s and in row %s.");
  static final IssueType VALUE_ELSEWHERE =
      IssueType.error(
          "value-in-two-files",
          "Der Wert von „%s“ für %s und %s kam schon aus einer anderen Datei des Pakets.",
          "The value of '%s' for %s and %s came from another file of the package before.");
  static final IssueType BESIDE_VALUE =
      IssueType.error(
          "cell-beside-value",
          "Status, Intervall oder Klasse der Befragten sind nicht bekannt oder passen nicht zum"
              + " Wert.",
          "Status, interval or class of respondents are unknown or do not fit the value.");
  static final IssueType HEADER_INCOMPLETE =
      IssueType.error(
          "header-incomplete",
          "Die Tabelle endet vor oder mit ihrem Kopf.",
          "The table ends before or with its header.");
  static final IssueType COLUMNS_IGNORED =
      IssueType.note(
          "columns-ignored",
          "Spalten, die das Manifest nicht beschreibt, wurden übergangen: %s",
          "Columns that the manifest does not describe were ignored: %s");

  private RowIssues() {}
}
