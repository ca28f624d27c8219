package org.sozialradar.area;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * An area of one level in one edition.
 *
 * @param code its key, unique within level and edition
 * @param level id of its {@link AreaLevel}
 * @param name proper name without suffixes such as ", Stadt"
 * @param designation kind after its law, such as {@code Stadt}; empty if unknown
 * @param ancestors for each coarser level (and each group level) that holds the area, the code of
 *     the holding area
 * @param attributes further facts of the boundary file by their names there (for example {@code
 *     ARS}, {@code NUTS}, {@code EWZ})
 * @param geometry polygon or multipolygon in EPSG:4326, longitude before latitude, valid after OGC
 *     Simple Features; empty if the edition knows only the key
 */
public record Area(
    AreaCode code,
    String level,
    String name,
    String designation,
    Map<String, AreaCode> ancestors,
    Map<String, String> attributes,
    Geometry geometry) {
  public Area {
    if (name.isBlank()) {
      throw new IllegalArgumentException("area " + code + " has no name");
    }
    ancestors = Collections.unmodifiableMap(new TreeMap<>(ancestors));
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** Whether the edition holds a boundary for the area. */
  public boolean hasGeometry() {
    return !geometry.isEmpty();
  }

  /**
   * Whether the boundary file says that nobody lives here: its number of inhabitants ({@code EWZ})
   * is 0. The designation is no proof, as two unincorporated areas of Lower Saxony have
   * inhabitants.
   */
  public boolean isKnownToBeUninhabited() {
    return "0".equals(attributes.get("EWZ"));
  }
}
