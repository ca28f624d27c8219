package org.sozialradar.ingest.boundary;

import java.util.Map;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.feature.RawFeature;

/**
 * A feature with its key.
 *
 * @param code its key
 * @param ancestors areas that hold it
 * @param feature the feature in EPSG:4326
 */
record KeyedFeature(AreaCode code, Map<String, AreaCode> ancestors, RawFeature feature) {
  KeyedFeature {
    ancestors = Map.copyOf(ancestors);
  }

  String text(String column) {
    return feature.properties().getOrDefault(column, "").strip();
  }
}
