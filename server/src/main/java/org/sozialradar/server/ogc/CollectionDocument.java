package org.sozialradar.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.filter.ValueType;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FeatureField;
import org.sozialradar.server.text.Language;

/**
 * Describes a collection as OGC API does.
 *
 * @param root address of the root
 */
record CollectionDocument(FeatureCollection collection, OgcAddress root, Language language) {
  private static final String JSON = "application/json";
  private static final String GEOJSON = "application/geo+json";
  private static final String SCHEMA = "application/schema+json";
  private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
  static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String SORTABLES = "http://www.opengis.net/def/rel/ogc/1.0/sortables";

  static String path(FeatureCollection collection) {
    return "/collections/" + collection.id();
  }

  private OgcAddress at(String below) {
    return root.at(path(collection) + below);
  }

  /** What a list of collections says of it. */
  Map<String, Object> description(List<OgcLink> more) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", collection.id());
    json.put("title", language.of(collection.title()));
    json.put("description", language.of(collection.description()));
    json.put("attribution", collection.provenance().attribution());
    json.put("example", collection.provenance().example());
    json.put("itemType", "feature");
    json.put("extent", extent());
    json.put("crs", List.of(ReferenceSystem.values()).stream().map(ReferenceSystem::uri).toList());
    json.put("storageCrs", ReferenceSystem.CRS84.uri());
    json.put("links", links(more));
    return json;
  }

  private Map<String, Object> extent() {
    var box = collection.box();
    return box.isEmpty()
        ? Map.of()
        : Map.of("spatial", Map.of("bbox", List.of(box), "crs", ReferenceSystem.CRS84.uri()));
  }

  private List<OgcLink> links(List<OgcLink> more) {
    var links = new ArrayList<>(more);
    links.add(at("/items").with("f", "json").link("items", GEOJSON));
    links.add(at("/items").with("f", "html").link("items", "text/html"));
    links.add(at("/queryables").link(QUERYABLES, SCHEMA));
    links.add(at("/sortables").link(SORTABLES, SCHEMA));
    links.add(at("/tiles").with("f", "json").link(TILESETS, JSON));
    links.add(StylesResource.link(collection, root));
    links.add(at("").link("canonical", JSON));
    return links;
  }

  /** JSON Schema of the properties that filters may ask for. */
  Map<String, Object> queryables() {
    var properties = properties();
    properties.put(
        FeatureCollection.GEOMETRY, Map.of("format", "geometry-any", "title", geometryTitle()));
    return schema("/queryables", properties);
  }

  private String geometryTitle() {
    return language == Language.GERMAN ? "Geometrie" : "geometry";
  }

  /** JSON Schema of the properties that features may be sorted by. */
  Map<String, Object> sortables() {
    return schema("/sortables", properties());
  }

  private Map<String, Object> properties() {
    var properties = new LinkedHashMap<String, Object>();
    collection.fields().forEach(field -> properties.put(field.name(), schema(field)));
    return properties;
  }

  private Map<String, Object> schema(FeatureField field) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", type(field));
    if (field.type().isInstant()) {
      schema.put("format", field.type() == ValueType.DATE ? "date" : "date-time");
    }
    schema.put("title", language.of(field.title()));
    return schema;
  }

  private static String type(FeatureField field) {
    return switch (field.type()) {
      case NUMBER -> field.whole() ? "integer" : "number";
      case BOOLEAN -> "boolean";
      default -> "string";
    };
  }

  private Map<String, Object> schema(String below, Map<String, Object> properties) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", at(below).text());
    schema.put("type", "object");
    schema.put("title", language.of(collection.title()));
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }
}
