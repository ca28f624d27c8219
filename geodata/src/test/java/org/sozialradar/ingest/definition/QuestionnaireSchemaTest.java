package org.sozialradar.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.SharedData;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/** The shipped schema of questionnaires names what the reader knows, and fits those shipped. */
class QuestionnaireSchemaTest {
  private static final JsonNode SCHEMA = schema();

  private static JsonNode schema() {
    try (var in =
        QuestionnaireFile.class.getResourceAsStream("/schema/questionnaire.schema.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itNamesExactlyTheKeysThatTheReaderKnows() {
    assertNames(SCHEMA, QuestionnaireDocument.class);
    assertNames(definition("source"), QuestionnaireDocument.SourceEntry.class);
    assertNames(definition("item"), QuestionnaireDocument.ItemEntry.class);
    assertNames(definition("scale"), QuestionnaireDocument.ScaleEntry.class);
    assertNames(definition("proportion"), QuestionnaireDocument.ProportionEntry.class);
    assertNames(definition("design"), QuestionnaireDocument.DesignEntry.class);
    assertNames(definition("area"), QuestionnaireDocument.AreaEntry.class);
    assertNames(definition("text"), LocalizedText.class);
    assertNames(definition("licence"), Licence.class);
    assertNames(definition("theme"), Indicator.Theme.class);
  }

  private static JsonNode definition(String name) {
    return SCHEMA.get("$defs").get(name);
  }

  private static void assertNames(JsonNode part, Class<?> record) {
    var kebab = new PropertyNamingStrategies.KebabCaseStrategy();
    var keys = new TreeSet<String>();
    Arrays.stream(record.getRecordComponents())
        .forEach(component -> keys.add(kebab.translate(component.getName())));
    assertThat(names(part.get("properties"))).as(record.getSimpleName()).isEqualTo(keys);
    assertThat(part.get("additionalProperties").asBoolean(true)).isFalse();
  }

  private static Set<String> names(JsonNode node) {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sozialraum", "sicherheit"})
  void theShippedQuestionnairesFit(String name) throws IOException {
    var file = SharedData.projectRoot().resolve("scripts/questionnaires/" + name + ".yaml");
    fits(new YAMLMapper().readTree(file.toFile()), SCHEMA, name);
  }

  @ParameterizedTest
  @CsvSource({"items:, itms:", "id: sozialraum, id: Sozial-Raum", "key: ags, schlüssel: ags"})
  void whatDoesNotFitIsSeen(String right, String wrong) throws IOException {
    var file = SharedData.projectRoot().resolve("scripts/questionnaires/sozialraum.yaml");
    var yaml = new YAMLMapper().readTree(Files.readString(file).replaceFirst(right, wrong));
    assertThatThrownBy(() -> fits(yaml, SCHEMA, "root")).isInstanceOf(AssertionError.class);
  }

  /** Checks what this schema uses: references, keys, patterns, choices, numbers of entries. */
  private static void fits(JsonNode value, JsonNode part, String place) {
    JsonNode rules = part;
    if (part.has("$ref")) {
      rules = definition(part.get("$ref").asText().replace("#/$defs/", ""));
    }
    if (rules.has("const")) {
      assertThat(value).as(place).isEqualTo(rules.get("const"));
    }
    if (rules.has("enum")) {
      assertThat(rules.get("enum")).as(place).contains(value);
    }
    if (rules.has("pattern")) {
      assertThat(value.asText()).as(place).matches(rules.get("pattern").asText());
    }
    if (rules.has("oneOf")) {
      long fitting = 0;
      for (var choice : rules.get("oneOf")) {
        fitting += hasAll(value, choice.get("required")) ? 1 : 0;
      }
      assertThat(fitting).as(place).isEqualTo(1);
    }
    switch (rules.path("type").asText()) {
      case "object" -> objectFits(value, rules, place);
      case "array" -> {
        assertThat(value.isArray()).as(place).isTrue();
        assertThat(value.size()).as(place).isGreaterThanOrEqualTo(rules.path("minItems").asInt());
        for (var one : value) {
          fits(one, rules.get("items"), place + "[]");
        }
      }
      case "string" -> assertThat(value.isTextual()).as(place).isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(place).isTrue();
      case "number" -> assertThat(value.isNumber()).as(place).isTrue();
      default -> assertThat(rules.has("const") || rules.has("enum")).as(place).isTrue();
    }
  }

  private static boolean hasAll(JsonNode value, JsonNode required) {
    for (var key : required) {
      if (!value.has(key.asText())) {
        return false;
      }
    }
    return true;
  }

  private static void objectFits(JsonNode value, JsonNode rules, String place) {
    assertThat(value.isObject()).as(place).isTrue();
    if (rules.has("required")) {
      assertThat(hasAll(value, rules.get("required"))).as(place).isTrue();
    }
    for (var field : value.properties()) {
      var known = rules.path("properties").path(field.getKey());
      var rest = rules.path("additionalProperties");
      assertThat(known.isObject() || rest.isObject()).as(place + "/" + field.getKey()).isTrue();
      if (rules.has("propertyNames")) {
        var name = new TextNode(field.getKey());
        var names = rules.get("propertyNames");
        if (names.has("$ref")) {
          fits(name, names, place + "/" + field.getKey());
        }
      }
      fits(field.getValue(), known.isObject() ? known : rest, place + "/" + field.getKey());
    }
  }
}
