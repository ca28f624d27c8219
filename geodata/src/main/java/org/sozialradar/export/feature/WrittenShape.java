package org.sozialradar.export.feature;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.area.ReferenceSystem;

/**
 * Geometries as binary formats take them, whose layers have one type: in the layer's system with
 * east or longitude first; lines and polygons always as collections, points as they are unless a
 * collection holds one alone.
 */
public final class WrittenShape {
  private WrittenShape() {}

  /** The geometry to write for one in EPSG:4326, longitude first, that is not empty. */
  public static Geometry of(Geometry lonLat, ReferenceSystem system) {
    var geometry = system.eastFirst(lonLat);
    var factory = geometry.getFactory();
    if (geometry instanceof Polygon polygon) {
      return factory.createMultiPolygon(new Polygon[] {polygon});
    }
    if (geometry instanceof LineString line) {
      return factory.createMultiLineString(new LineString[] {line});
    }
    boolean alone = geometry instanceof MultiPoint && geometry.getNumGeometries() == 1;
    return alone ? geometry.getGeometryN(0) : geometry;
  }
}
