package org.sozialradar.server.incidents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.server.geojson.GeometryJson;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * An answer as one collection of GeoJSON (RFC 7946), for a geographic information system: the shape
 * of the incident, the areas touched with their boundaries, and the facilities inside; {@code part}
 * tells them apart.
 */
final class IncidentGeoJson {
  /** Most areas whose boundaries go out at once, with all their corners. */
  static final int MOST_AREAS = 500;

  private IncidentGeoJson() {}

  /**
   * The collection.
   *
   * @throws ProblemException if too many areas are touched
   */
  static Map<String, Object> of(IncidentAnswer answer, IncidentQuery query) {
    requireFew(answer.areas().size());
    var features = new ArrayList<Map<String, Object>>();
    features.add(shape(answer));
    var shapes = query.snapshot().shapes(query.edition(), answer.level());
    for (int i = 0; i < answer.areas().size(); i++) {
      var code = query.inside().get(i).overlap().code();
      features.add(
          feature(
              GeometryJson.of(shapes.find(code).orElseThrow()),
              area(answer.areas().get(i), answer.level())));
    }
    answer.facilities().forEach(layer -> addFacilities(layer, features));
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "FeatureCollection");
    json.put("revision", answer.provenance().revision());
    json.put("edition", answer.edition());
    json.put("example", answer.provenance().example());
    json.put("licence", answer.provenance().licence());
    json.put("attribution", answer.provenance().attribution());
    json.put("features", features);
    return json;
  }

  static void requireFew(int areas) {
    if (areas > MOST_AREAS) {
      throw ProblemException.ofParameter(
          ProblemType.TOO_MANY_BOUNDARIES, "format", areas, MOST_AREAS);
    }
  }

  private static Map<String, Object> feature(
      Map<String, Object> geometry, Map<String, Object> properties) {
    var feature = new LinkedHashMap<String, Object>();
    feature.put("type", "Feature");
    feature.put("geometry", geometry);
    feature.put("properties", properties);
    return feature;
  }

  private static Map<String, Object> shape(IncidentAnswer answer) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("part", "incident");
    properties.put("name", answer.saved() == null ? null : answer.saved().name());
    properties.put("at", answer.saved() == null ? null : answer.saved().at());
    properties.put("km2", answer.area().km2());
    var people = answer.people();
    properties.put("people", people == null ? null : people.value());
    properties.put("people_low", people == null ? null : people.low());
    properties.put("people_high", people == null ? null : people.high());
    properties.put("weights", people == null ? null : people.weights());
    var support = answer.support();
    properties.put("support_indicator", support == null ? null : support.indicator());
    properties.put("support", support == null ? null : support.value());
    properties.put("support_low", support == null ? null : support.low());
    properties.put("support_high", support == null ? null : support.high());
    return feature(answer.area().geometry(), properties);
  }

  private static Map<String, Object> area(IncidentAnswer.Touched area, String level) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("part", "area");
    properties.put("level", level);
    properties.put("code", area.code());
    properties.put("name", area.name());
    properties.put("district", area.district());
    properties.put("share_of_area", area.shareOfArea());
    properties.put("whole", area.whole());
    var people = area.people();
    properties.put("people", people == null ? null : people.value());
    properties.put("people_low", people == null ? null : people.low());
    properties.put("people_high", people == null ? null : people.high());
    var support = area.support();
    properties.put("support", support == null ? null : support.value());
    properties.put("support_low", support == null ? null : support.low());
    properties.put("support_high", support == null ? null : support.high());
    properties.put("support_status", support == null ? null : support.status());
    properties.put("missing", String.join(" ", area.missing()));
    return properties;
  }

  private static void addFacilities(FacilitiesInside layer, List<Map<String, Object>> features) {
    for (var place : layer.features()) {
      var properties = new LinkedHashMap<String, Object>();
      properties.put("part", "facility");
      properties.put("layer", layer.layer());
      properties.put("kind", layer.kind());
      properties.put("id", place.id());
      properties.put("name", place.name());
      var point = new LinkedHashMap<String, Object>();
      point.put("type", "Point");
      point.put("coordinates", List.of(place.lon(), place.lat()));
      features.add(feature(point, properties));
    }
  }
}
