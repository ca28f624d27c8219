package org.sozialradar.ingest.grid;

import org.sozialradar.ingest.IssueType;

/** What an import of a population grid can find beside flaws of the table. */
final class GridIssues {
  static final IssueType CELL =
      IssueType.warning(
          "grid-cell-malformed",
          "„%s“ ist kein Name einer Zelle von 100 m wie CRS3035RES100mN2689100E4337000; die Zeile"
              + " wurde ausgelassen.",
          "'%s' is no name of a cell of 100 m such as CRS3035RES100mN2689100E4337000; the row was"
              + " left out.");
  static final IssueType PEOPLE =
      IssueType.warning(
          "grid-people-malformed",
          "„%s“ ist keine Zahl von Personen; die Zeile wurde ausgelassen.",
          "'%s' is no number of people; the row was left out.");
  static final IssueType WITHHELD =
      IssueType.warning(
          "grid-people-withheld",
          "Zu der Zelle steht nur „%s“: Ihre Einwohnerzahl ist geheim gehalten oder unbekannt, und"
              + " sie zählt als unbewohnt.",
          "Of the cell it only says '%s': its number of people is withheld or unknown, and it"
              + " counts as uninhabited.");
  static final IssueType TWICE =
      IssueType.error(
          "grid-cell-twice",
          "Die Zelle %s steht mehr als einmal da.",
          "The cell %s stands there more than once.");
  static final IssueType TOO_LARGE =
      IssueType.error(
          "grid-too-large",
          "Das Gitter hat mehr als %s bewohnte Zellen oder mehr als 2 Milliarden Personen.",
          "The grid has more than %s inhabited cells or more than 2 billion people.");
  static final IssueType EMPTY =
      IssueType.error(
          "grid-empty",
          "Die Datei enthält keine bewohnte Zelle.",
          "The file holds no inhabited cell.");
  static final IssueType TOTAL =
      IssueType.note(
          "grid-total",
          "%s bewohnte Zellen mit %s Personen.",
          "%s inhabited cells with %s people.");

  private GridIssues() {}
}
