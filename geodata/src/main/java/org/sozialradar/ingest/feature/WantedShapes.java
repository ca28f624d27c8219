package org.sozialradar.ingest.feature;

/** Which geometries a reader hands on; features with others are refused. */
public enum WantedShapes {
  /** Polygons and multipolygons. */
  POLYGONS,
  /** Points, lines and polygons, each also as several; no collections of different ones. */
  ALL;

  /** Refuses points and lines where only polygons are wanted. */
  void requireAll(String type) throws BadGeometryException {
    if (this != ALL) {
      throw new BadGeometryException(GeometryIssues.WRONG_TYPE, type);
    }
  }
}
