package org.sozialradar.ingest.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as it stands in its file.
 *
 * @param number which feature of the file it is, from 1
 * @param properties attributes by name, as text; what is null in the file is absent
 * @param geometry one of the {@link WantedShapes} in the file's coordinate system, east before
 *     north, with finite coordinates; its rings may cross themselves
 */
public record RawFeature(long number, Map<String, String> properties, Geometry geometry) {
  public RawFeature {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
