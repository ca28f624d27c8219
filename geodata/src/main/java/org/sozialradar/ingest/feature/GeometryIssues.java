package org.sozialradar.ingest.feature;

import org.sozialradar.ingest.IssueType;

/** What can be wrong with the geometry of a feature. Arguments: feature number, key, detail. */
public final class GeometryIssues {
  public static final IssueType MISSING =
      IssueType.error(
          "geometry-missing",
          "Objekt %s (Schlüssel %s) hat keine Geometrie.%s",
          "Feature %s (key %s) has no geometry.%s");
  public static final IssueType EMPTY =
      IssueType.error(
          "geometry-empty",
          "Die Geometrie von Objekt %s (Schlüssel %s) ist leer.%s",
          "The geometry of feature %s (key %s) is empty.%s");
  public static final IssueType WRONG_TYPE =
      IssueType.error(
          "geometry-wrong-type",
          "Objekt %s (Schlüssel %s) ist kein Polygon und kein Multipolygon, sondern %s.",
          "Feature %s (key %s) is no polygon and no multipolygon but %s.");
  public static final IssueType TOO_FEW_POINTS =
      IssueType.error(
          "polygon-too-few-points",
          "Das Polygon von Objekt %s (Schlüssel %s) hat weniger als drei verschiedene Punkte: %s.",
          "The polygon of feature %s (key %s) has fewer than three distinct points: %s.");
  public static final IssueType LINE_TOO_SHORT =
      IssueType.error(
          "line-too-few-points",
          "Die Linie von Objekt %s (Schlüssel %s) hat weniger als zwei verschiedene Punkte: %s.",
          "The line of feature %s (key %s) has fewer than two distinct points: %s.");
  public static final IssueType NOT_FINITE =
      IssueType.error(
          "coordinate-not-finite",
          "Objekt %s (Schlüssel %s) hat eine Koordinate, die keine endliche Zahl ist: %s.",
          "Feature %s (key %s) has a coordinate that is no finite number: %s.");
  public static final IssueType UNREADABLE =
      IssueType.error(
          "geometry-unreadable",
          "Die Geometrie von Objekt %s (Schlüssel %s) lässt sich nicht lesen: %s.",
          "The geometry of feature %s (key %s) cannot be read: %s.");

  private GeometryIssues() {}
}
