package org.sozialradar.ingest.feature;

import org.sozialradar.ingest.IssueType;

/** What makes a file of features unreadable. */
public final class FeatureFileIssues {
  public static final IssueType TRUNCATED =
      IssueType.error(
          "file-truncated", "Die Datei ist abgeschnitten: %s", "The file is truncated: %s");
  public static final IssueType CUT_OFF =
      IssueType.error(
          "file-truncated",
          "Die Datei ist abgeschnitten: Sie hört beim Zeichen %s dieser Zeile auf.",
          "The file is truncated: it ends at character %s of this row.");
  public static final IssueType WRONG_FORMAT =
      IssueType.error(
          "file-wrong-format", "Die Datei ist kein gültiges %s: %s", "The file is no valid %s: %s");
  public static final IssueType UNKNOWN_FORMAT =
      IssueType.error(
          "file-unknown-format",
          "Das Format der Datei ist unbekannt. Lesbar sind GeoJSON (auch .gz), GeoPackage,"
              + " Shapefile als .zip, KML und FlatGeobuf.",
          "The format of the file is unknown. GeoJSON (also .gz), GeoPackage, Shapefile as .zip,"
              + " KML and FlatGeobuf can be read.");
  public static final IssueType TOO_DEEP =
      IssueType.error(
          "file-beyond-limit",
          "Die Datei überschreitet eine Grenze: %s",
          "The file is beyond a limit: %s");
  public static final IssueType TOO_COSTLY =
      IssueType.error(
          "file-beyond-limit",
          "Die Datei verlangt beim Lesen mehr Rechenschritte als erlaubt.",
          "Reading the file takes more steps than allowed.");
  public static final IssueType VALUE_TOO_LONG =
      IssueType.error(
          "file-beyond-limit",
          "Ein Wert der Datei ist länger als erlaubt (%s).",
          "A value of the file is longer than allowed (%s).");
  public static final IssueType TOO_MANY_LAYERS =
      IssueType.error(
          "file-beyond-limit",
          "Die Datei hat mehr Ebenen als erlaubt (%s).",
          "The file has more layers than allowed (%s).");
  public static final IssueType TOO_MANY_VERTICES =
      IssueType.error(
          "too-many-vertices",
          "Die Datei hat mehr Stützpunkte als erlaubt (%s).",
          "The file has more vertices than allowed (%s).");
  public static final IssueType TOO_MANY_FEATURES =
      IssueType.error(
          "too-many-features",
          "Die Datei hat mehr Objekte als erlaubt (%s).",
          "The file has more features than allowed (%s).");
  public static final IssueType PART_MISSING =
      IssueType.error(
          "shapefile-part-missing",
          "Im Archiv fehlt zum Shapefile die Datei %s.",
          "The archive lacks the file %s of the Shapefile.");
  public static final IssueType LAYER_UNKNOWN =
      IssueType.error(
          "layer-unknown",
          "Die Datei hat keine Ebene „%s“; vorhanden: %s.",
          "The file has no layer '%s'; there are: %s.");
  public static final IssueType LAYER_AMBIGUOUS =
      IssueType.error(
          "layer-ambiguous",
          "Die Datei hat mehrere Ebenen (%s); eine ist mit „layer“ zu nennen.",
          "The file has several layers (%s); name one with 'layer'.");
  public static final IssueType LAYER_COMPUTED =
      IssueType.error(
          "layer-computed",
          "„%s“ ist keine einfache Tabelle, sondern eine Sicht oder enthält berechnete Spalten."
              + " Bitte die Ebene als eigene Tabelle speichern.",
          "'%s' is no plain table but a view or has generated columns. Please save the layer as a"
              + " table of its own.");
  public static final IssueType ROWS_DIFFER =
      IssueType.error(
          "shapefile-rows-differ",
          "Das Shapefile hat %s Formen, aber %s Zeilen in der DBF-Tabelle.",
          "The Shapefile has %s shapes but %s rows in its DBF table.");

  private FeatureFileIssues() {}
}
