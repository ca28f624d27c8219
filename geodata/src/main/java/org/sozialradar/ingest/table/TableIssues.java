package org.sozialradar.ingest.table;

import org.sozialradar.ingest.IssueType;

/** The issues that tables can have. */
final class TableIssues {
  static final IssueType UNREADABLE =
      IssueType.error(
          "table-unreadable",
          "Die Tabelle lässt sich nicht lesen: %s",
          "The table cannot be read: %s");
  static final IssueType ENCODING_UNKNOWN =
      IssueType.error(
          "encoding-unknown",
          "Die Zeichenkodierung „%s“ ist nicht bekannt.",
          "The character encoding '%s' is not known.");
  static final IssueType ENCODING_DIFFERS =
      IssueType.error(
          "encoding-differs",
          "Die Datei ist nicht in der Kodierung %s geschrieben.",
          "The file is not written in the encoding %s.");
  static final IssueType FORMAT = IssueType.note("table-format", "Gelesen als %s", "Read as %s");
  static final IssueType NO_SHEET =
      IssueType.error(
          "sheet-missing", "Das Tabellenblatt „%s“ fehlt.", "The sheet '%s' is missing.");
  static final IssueType TOO_MANY_ROWS =
      IssueType.error(
          "table-too-many-rows",
          "Die Tabelle hat mehr als %s Zeilen.",
          "The table has more than %s rows.");
  static final IssueType TOO_MANY_COLUMNS =
      IssueType.error(
          "table-too-many-columns",
          "Die Zeile hat mehr als %s Spalten.",
          "The row has more than %s columns.");
  static final IssueType CELL_TOO_LONG =
      IssueType.error(
          "cell-too-long",
          "Eine Zelle ist länger als %s Zeichen.",
          "A cell is longer than %s characters.");

  private TableIssues() {}
}
