package org.sozialradar.ingest;

import java.util.Locale;
import org.sozialradar.dataset.LocalizedText;

/**
 * What an import counts for each resource. What is accepted is stored only if the whole package is:
 * the words for people are those that hold for a check and a rejected import too.
 */
public enum Count {
  ROWS_READ("Zeilen gelesen", "rows read"),
  ROWS_STORED("Zeilen angenommen", "rows accepted"),
  ROWS_LEFT_OUT("Zeilen ausgelassen", "rows left out"),
  ROWS_OUT_OF_SCOPE("Zeilen außerhalb des Gebiets", "rows out of scope"),
  ROWS_SKIPPED("Zeilen nach Regel übergangen", "rows skipped by rule"),
  CODES_RESTORED("Schlüssel mit ergänzten Nullen", "codes with zeros restored"),
  KEYS_UNKNOWN("Schlüssel, die der Ausgabe fehlen", "keys that the edition lacks"),
  AREAS_WITHOUT_VALUE("Gebiete ohne Wert", "areas without value"),
  VALUES_STORED("Werte angenommen", "values accepted"),
  VALUES_MISSING("Zellen ohne Wert, mit Grund", "cells without value, with reason"),
  AREAS_STORED("Gebiete angenommen", "areas accepted"),
  AREAS_DERIVED("Gebiete abgeleitet", "areas derived"),
  AREAS_UNINHABITED("unbewohnte Gebiete", "uninhabited areas"),
  AREAS_WITHOUT_GEOMETRY("Gebiete ohne Grenze", "areas without boundary"),
  PARTS_MERGED("Teilflächen zusammengeführt", "parts merged"),
  PARTS_DROPPED("Teilflächen weggelassen", "parts dropped"),
  GEOMETRIES_REPAIRED("Geometrien repariert", "geometries repaired"),
  COVERAGE_GAPS("Lücken zwischen Gebieten", "gaps of the coverage"),
  COVERAGE_OVERLAPS("Überlappungen von Gebieten", "overlaps of the coverage"),
  BORDERS_UNMATCHED("Grenzen mit verschiedenen Stützpunkten", "borders with different vertices"),
  COVERAGE_MENDED("davon behoben", "of these mended"),
  LINKS_STORED("Umstiegspaare angenommen", "crosswalk pairs accepted"),
  MILESTONES_STORED("Meilensteine angenommen", "milestones accepted"),
  FEATURES_STORED("Objekte angenommen", "features accepted"),
  FEATURES_OUTSIDE("Objekte außerhalb aller Gebiete", "features outside of all areas");

  private final String de;
  private final String en;

  Count(String de, String en) {
    this.de = de;
    this.en = en;
  }

  public LocalizedText label() {
    return new LocalizedText(de, en);
  }

  /** Name in reports: lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
