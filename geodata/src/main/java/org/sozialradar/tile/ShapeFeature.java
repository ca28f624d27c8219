package org.sozialradar.tile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * A line or area with attributes, for a layer that is no coverage.
 *
 * @param geometry lines or valid polygons in EPSG:4326, longitude before latitude
 * @param attributes what the feature says, by name: texts, numbers or booleans
 */
public record ShapeFeature(Geometry geometry, Map<String, Object> attributes) {
  public ShapeFeature {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
