package org.sozialradar.ingest.layer;

import org.sozialradar.ingest.IssueType;

/** What an import of a context layer can find beside flaws of the file and of geometries. */
final class LayerIssues {
  static final IssueType CRS_MISSING =
      IssueType.error(
          "crs-missing",
          "Die Datei nennt kein Koordinatensystem; es ist mit „crs“ anzugeben.",
          "The file names no coordinate system; it must be given as 'crs'.");
  static final IssueType CRS_UNKNOWN =
      IssueType.error(
          "crs-unknown",
          "Das Koordinatensystem ist unbekannt: %s. Gebraucht wird ein EPSG-Code, etwa EPSG:25833.",
          "The coordinate system is unknown: %s. An EPSG code such as EPSG:25833 is needed.");
  static final IssueType CRS_OVERRIDDEN =
      IssueType.warning(
          "crs-overridden",
          "Die Datei nennt das Koordinatensystem %s, angegeben ist %s; es gilt die Angabe.",
          "The file names the coordinate system %s, given is %s; what is given holds.");
  static final IssueType NOT_IN_CRS =
      IssueType.error(
          "coordinates-not-in-crs",
          "Objekt %s (Schlüssel %s) hat Koordinaten, die nicht in %s liegen können, etwa %s.",
          "Feature %s (key %s) has coordinates that cannot be in %s, such as %s.");
  static final IssueType EMPTY =
      IssueType.error(
          "layer-empty",
          "Die Datei enthält kein Objekt, das sich verwenden lässt.",
          "The file holds no feature that can be used.");
  static final IssueType TOO_LARGE =
      IssueType.error(
          "layer-too-large",
          "Die Ebene hat mehr als %s Objekte oder %s Stützpunkte.",
          "The layer has more than %s features or %s vertices.");
  static final IssueType MIXED =
      IssueType.warning(
          "layer-geometry-mixed",
          "Objekt %s (Schlüssel %s) ist von anderer Art (%s) als die Ebene (%s) und wurde"
              + " ausgelassen.",
          "Feature %s (key %s) is of another kind (%s) than the layer (%s) and was left out.");
  static final IssueType REPAIRED =
      IssueType.warning(
          "layer-geometry-repaired",
          "Die Geometrie von Objekt %s (Schlüssel %s) war ungültig und wurde repariert (%s).",
          "The geometry of feature %s (key %s) was invalid and was repaired (%s).");
  static final IssueType UNREPAIRABLE =
      IssueType.warning(
          "layer-geometry-unrepairable",
          "Von der Geometrie von Objekt %s (Schlüssel %s) blieb nach der Reparatur nichts; es wurde"
              + " ausgelassen.%s",
          "Nothing was left of the geometry of feature %s (key %s) after its repair; it was left"
              + " out.%s");
  static final IssueType OUTSIDE =
      IssueType.warning(
          "layer-outside-areas",
          "%s von %s Objekten liegen außerhalb aller Gebiete, etwa Objekt %s bei Länge %.4f, Breite"
              + " %.4f.",
          "%s of %s features lie outside of all areas, such as feature %s at longitude %.4f,"
              + " latitude %.4f.");
  static final IssueType KEY =
      IssueType.warning(
          "layer-key-not-unique",
          "Der Schlüssel „%2$s“ von Objekt %1$s ist leer oder steht schon bei einem anderen; es"
              + " wurde ausgelassen.",
          "The key '%2$s' of feature %1$s is empty or another one's already; it was left out.");
  static final IssueType COLUMN_MISSING =
      IssueType.error(
          "column-missing",
          "Die Datei hat keine Spalte „%s“; vorhanden: %s.",
          "The file has no column '%s'; there are: %s.");
  static final IssueType TOO_MANY_COLUMNS =
      IssueType.warning(
          "layer-columns-left-out",
          "Die Datei hat %s Spalten; behalten wurden die ersten %s. „attributes“ wählt andere.",
          "The file has %s columns; the first %s were kept. 'attributes' chooses others.");
  static final IssueType TEXT_CUT =
      IssueType.warning(
          "layer-text-cut",
          "%s Texte waren länger als %s Zeichen und wurden gekürzt.",
          "%s texts were longer than %s characters and were cut.");
  static final IssueType COORDINATES_UNKNOWN =
      IssueType.error(
          "layer-coordinates-unknown",
          "Welche Spalten die Koordinaten halten, ist nicht zu erkennen; „x“ und „y“ müssen sie"
              + " nennen. Vorhanden: %s.",
          "Which columns hold the coordinates cannot be told; 'x' and 'y' must name them. There"
              + " are: %s.");
  static final IssueType COORDINATE =
      IssueType.warning(
          "layer-coordinate-malformed",
          "Die Zeile hat keine lesbaren Koordinaten („%s“, „%s“) und wurde ausgelassen.",
          "The row has no readable coordinates ('%s', '%s') and was left out.");

  private LayerIssues() {}
}
