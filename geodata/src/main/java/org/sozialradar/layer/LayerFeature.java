package org.sozialradar.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A place, line or area of a layer. Its attributes name places, never persons.
 *
 * @param id unique in the layer
 * @param geometry valid and not empty, in EPSG:4326, longitude before latitude; says this system as
 *     its SRID. Not to be changed
 * @param attributes texts by the name of the attribute; what is empty is absent
 */
public record LayerFeature(String id, Geometry geometry, Map<String, String> attributes) {
  private static final int EPSG_WGS84 = 4326;

  public LayerFeature {
    if (id.isBlank() || geometry.isEmpty()) {
      throw new IllegalArgumentException("feature '" + id + "' lacks its id or its geometry");
    }
    attributes = Collections.unmodifiableMap(filled(attributes));
    geometry = placed(geometry);
  }

  private static Map<String, String> filled(Map<String, String> attributes) {
    var filled = new LinkedHashMap<>(attributes);
    filled.values().removeIf(String::isEmpty);
    return filled;
  }

  private static Geometry placed(Geometry geometry) {
    if (geometry.getSRID() == EPSG_WGS84) {
      return geometry;
    }
    var copy = geometry.copy();
    copy.setSRID(EPSG_WGS84);
    return copy;
  }

  /** A text; empty if the feature has none. */
  public String text(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }
}
