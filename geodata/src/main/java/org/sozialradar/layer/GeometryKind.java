package org.sozialradar.layer;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;

/** What all features of a layer are; each may consist of several parts. */
public enum GeometryKind {
  POINT,
  LINE,
  POLYGON;

  /** The kind of a geometry; empty for collections of several kinds. */
  public static Optional<GeometryKind> of(Geometry geometry) {
    if (geometry instanceof Puntal) {
      return Optional.of(POINT);
    }
    if (geometry instanceof Lineal) {
      return Optional.of(LINE);
    }
    return geometry instanceof Polygonal ? Optional.of(POLYGON) : Optional.empty();
  }

  /** Name in the API: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
