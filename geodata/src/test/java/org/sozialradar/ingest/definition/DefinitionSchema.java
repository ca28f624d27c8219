package org.sozialradar.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A shipped JSON Schema of definitions, as far as these use the language; a keyword beyond that is
 * a fault, so that none is passed over.
 */
final class DefinitionSchema {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$defs",
          "$ref",
          "title",
          "description",
          "type",
          "const",
          "enum",
          "pattern",
          "oneOf",
          "required",
          "properties",
          "additionalProperties",
          "propertyNames",
          "items",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum");

  private final JsonNode root;

  /**
   * @param name of the file in the resources, without its ending
   */
  DefinitionSchema(String name) {
    try (var in = QuestionnaireFile.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      root = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode definition(String name) {
    return root.get("$defs").get(name);
  }

  /** Asserts that the schema itself names the components of a record, and no other key. */
  void assertNames(Class<?> record) {
    assertNames(root, record);
  }

  /** Asserts that a definition names the components of a record, and no other key. */
  void assertNames(String definition, Class<?> record) {
    assertNames(definition(definition), record);
  }

  private static void assertNames(JsonNode part, Class<?> record) {
    var kebab = new PropertyNamingStrategies.KebabCaseStrategy();
    var keys = new TreeSet<String>();
    Arrays.stream(record.getRecordComponents())
        .forEach(component -> keys.add(kebab.translate(component.getName())));
    var names = new TreeSet<String>();
    part.get("properties").fieldNames().forEachRemaining(names::add);
    assertThat(names).as(record.getSimpleName()).isEqualTo(keys);
    assertThat(part.get("additionalProperties").asBoolean(true)).isFalse();
  }

  /** Asserts that a definition lists the constants of an enum, as files write them. */
  void assertLists(String definition, String property, Class<? extends Enum<?>> type) {
    var listed = definition(definition).get("properties").get(property).get("enum");
    var constants =
        Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    assertThat(listed).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(constants);
  }

  /** What of a file does not fit. */
  List<String> faults(Path file) throws IOException {
    return faults(Files.readString(file));
  }

  /** What of a text in YAML does not fit. */
  List<String> faults(String yaml) throws IOException {
    return faults(new YAMLMapper().readTree(yaml), root, "");
  }

  private List<String> faults(JsonNode value, JsonNode rules, String place) {
    var faults = new ArrayList<String>();
    rules.fieldNames().forEachRemaining(key -> check(KEYWORDS.contains(key), key, place, faults));
    if (rules.has("$ref")) {
      var other = definition(rules.get("$ref").asText().replace("#/$defs/", ""));
      faults.addAll(faults(value, other, place));
    }
    check(isOfType(value, rules.path("type")), "type", place, faults);
    check(!rules.has("const") || rules.get("const").equals(value), "const", place, faults);
    check(!rules.has("enum") || holds(rules.get("enum"), value), "enum", place, faults);
    if (rules.has("oneOf")) {
      int fitting = 0;
      for (var choice : rules.get("oneOf")) {
        fitting += faults(value, choice, place).isEmpty() ? 1 : 0;
      }
      check(fitting == 1, "oneOf", place, faults);
    }
    text(value, rules, place, faults);
    number(value, rules, place, faults);
    list(value, rules, place, faults);
    object(value, rules, place, faults);
    return faults;
  }

  private static void check(boolean fits, String rule, String place, List<String> faults) {
    if (!fits) {
      faults.add(place + " " + rule);
    }
  }

  private static boolean holds(JsonNode list, JsonNode value) {
    for (var one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfType(JsonNode value, JsonNode type) {
    if (type.isArray()) {
      for (var one : type) {
        if (isOfType(value, one)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "" -> true;
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      default -> false;
    };
  }

  private static void text(JsonNode value, JsonNode rules, String place, List<String> faults) {
    if (value.isTextual()) {
      String text = value.asText();
      check(text.length() >= rules.path("minLength").asInt(), "minLength", place, faults);
      int most = rules.path("maxLength").asInt(Integer.MAX_VALUE);
      check(text.length() <= most, "maxLength", place, faults);
      check(text.matches(rules.path("pattern").asText("(?s).*")), "pattern", place, faults);
    }
  }

  private static void number(JsonNode value, JsonNode rules, String place, List<String> faults) {
    if (value.isNumber()) {
      double number = value.asDouble();
      double least = rules.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
      check(number >= least, "minimum", place, faults);
      double most = rules.path("maximum").asDouble(Double.POSITIVE_INFINITY);
      check(number <= most, "maximum", place, faults);
      double below = rules.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY);
      check(number > below, "exclusiveMinimum", place, faults);
    }
  }

  private void list(JsonNode value, JsonNode rules, String place, List<String> faults) {
    if (value.isArray()) {
      check(value.size() >= rules.path("minItems").asInt(), "minItems", place, faults);
      int most = rules.path("maxItems").asInt(Integer.MAX_VALUE);
      check(value.size() <= most, "maxItems", place, faults);
      var distinct = new HashSet<JsonNode>();
      value.forEach(distinct::add);
      boolean unique = !rules.path("uniqueItems").asBoolean() || distinct.size() == value.size();
      check(unique, "uniqueItems", place, faults);
      if (rules.has("items")) {
        value.forEach(one -> faults.addAll(faults(one, rules.get("items"), place + "[]")));
      }
    }
  }

  private void object(JsonNode value, JsonNode rules, String place, List<String> faults) {
    if (!value.isObject()) {
      return;
    }
    rules
        .path("required")
        .forEach(key -> check(value.has(key.asText()), "required", place, faults));
    check(value.size() >= rules.path("minProperties").asInt(), "minProperties", place, faults);
    int most = rules.path("maxProperties").asInt(Integer.MAX_VALUE);
    check(value.size() <= most, "maxProperties", place, faults);
    for (var field : value.properties()) {
      String at = place + "/" + field.getKey();
      if (rules.has("propertyNames")) {
        faults.addAll(faults(new TextNode(field.getKey()), rules.get("propertyNames"), at));
      }
      var known = rules.path("properties").path(field.getKey());
      var part = known.isObject() ? known : rules.path("additionalProperties");
      check(!part.isBoolean() || part.asBoolean(), "additionalProperties", at, faults);
      if (part.isObject()) {
        faults.addAll(faults(field.getValue(), part, at));
      }
    }
  }
}
