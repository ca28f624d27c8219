package org.sozialradar.server.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.server.geojson.GeometryJson;

/** Features as objects of GeoJSON (RFC 7946). */
final class FeatureJson {
  private FeatureJson() {}

  static Map<String, Object> feature(ContextLayer layer, LayerFeature feature) {
    var properties = new LinkedHashMap<String, Object>();
    for (var attribute : layer.attributes()) {
      boolean absent = feature.text(attribute.name()).isEmpty();
      properties.put(
          attribute.name(), absent ? null : LayerContent.value(attribute, feature.attributes()));
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "Feature");
    json.put("id", feature.id());
    json.put("geometry", GeometryJson.of(feature.geometry()));
    json.put("properties", properties);
    return json;
  }
}
