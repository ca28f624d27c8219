package org.sozialradar.server.catalog.dcat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;

/** A node of JSON-LD with its properties in their order; what is empty is left out. */
final class Node {
  private final Map<String, Object> properties = new LinkedHashMap<>();

  /** A node of a class, such as {@code dcat:Dataset}. */
  static Node of(String type) {
    return new Node().put("@type", type);
  }

  /** A reference to what has an address. */
  static Node iri(String address) {
    return new Node().put("@id", address);
  }

  /** A text with the type of its values, such as {@code xsd:date}. */
  static Node typed(String text, String type) {
    return new Node().put("@value", text).put("@type", type);
  }

  private static Node in(String language, String text) {
    return new Node().put("@value", text).put("@language", language);
  }

  /** A text in both languages. */
  static List<Node> text(LocalizedText text) {
    return text(text.de(), text.en());
  }

  static List<Node> text(String german, String english) {
    return List.of(in("de", german), in("en", english));
  }

  Node id(String address) {
    return put("@id", address);
  }

  Node put(String property, Node value) {
    properties.put(property, value);
    return this;
  }

  Node put(String property, String value) {
    if (!value.isEmpty()) {
      properties.put(property, value);
    }
    return this;
  }

  Node put(String property, Collection<Node> values) {
    if (!values.isEmpty()) {
      properties.put(property, List.copyOf(values));
    }
    return this;
  }

  /** As Jackson writes it. */
  @JsonValue
  Map<String, Object> properties() {
    return properties;
  }
}
