package org.sozialradar.area;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * The areas of one level and edition, generalised together for one zoom level so that shared
 * borders stay shared.
 *
 * @param zoom zoom level 0..14 of the WebMercatorQuad tile matrix set from which on the geometries
 *     serve (until the next finer one)
 * @param geometries polygon or multipolygon by area code, EPSG:3857 (east, north, in metres); areas
 *     without geometry are absent
 */
public record CoverageLevel(int zoom, SortedMap<AreaCode, Geometry> geometries) {
  public CoverageLevel {
    if (zoom < 0 || zoom > 14) {
      throw new IllegalArgumentException("zoom " + zoom + " is not in 0..14");
    }
    geometries = Collections.unmodifiableSortedMap(new TreeMap<>(geometries));
  }
}
