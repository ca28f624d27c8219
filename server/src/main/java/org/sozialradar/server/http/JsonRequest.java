package org.sozialradar.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object that a request brought, or an object within it: its fields, checked on reading. A
 * field that is null counts as absent. Whatever does not fit is a {@link ProblemException} that
 * names the field by its place, such as {@code criteria[1].weight}. Immutable.
 */
public final class JsonRequest {
  /** Deepest nesting. */
  private static final int DEEPEST = 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;
  private final String place;

  private JsonRequest(JsonNode object, String place) {
    this.object = object;
    this.place = place;
  }

  /**
   * Reads the object that a request brought.
   *
   * @throws ProblemException if its type is not JSON, it cannot be read, or is no object
   */
  public static JsonRequest read(Posting.Upload upload) {
    String type = upload.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json")) {
      throw ProblemException.of(ProblemType.UPLOAD_KIND, "application/json");
    }
    try {
      var node = MAPPER.readTree(upload.body());
      if (node == null || !node.isObject()) {
        throw ProblemException.of(ProblemType.BODY_UNREADABLE);
      }
      return new JsonRequest(node, "");
    } catch (JsonProcessingException malformed) {
      throw ProblemException.of(ProblemType.BODY_UNREADABLE);
    } catch (IOException gone) {
      throw ProblemException.of(ProblemType.UPLOAD_CUT_OFF);
    }
  }

  /** The same object, of text that was kept. */
  public static JsonRequest parse(String json) {
    try {
      return new JsonRequest(MAPPER.readTree(json), "");
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("what was kept is no JSON", malformed);
    }
  }

  /**
   * Refuses fields that nobody reads, so that a slip of the pen does not pass unnoticed.
   *
   * @throws ProblemException naming the first of them
   */
  public JsonRequest requireKnown(Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw ProblemException.ofParameter(ProblemType.UNKNOWN_FIELD, place(name));
              }
            });
    return this;
  }

  /** Names of the fields that are not null. */
  public List<String> names() {
    var names = new ArrayList<String>();
    object
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                names.add(field.getKey());
              }
            });
    return names;
  }

  /** Where a field of this object stands, as problems name it. */
  public String place(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  /** A field's value; missing if it is absent or null. */
  private JsonNode field(String name) {
    var value = object.path(name);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  private ProblemException missing(String name) {
    return ProblemException.ofParameter(ProblemType.MISSING_FIELD, place(name));
  }

  private ProblemException bad(String name, String expected) {
    return ProblemException.ofParameter(ProblemType.BAD_FIELD, place(name), expected);
  }

  /** A text that is not blank. */
  public Optional<String> findText(String name) {
    var value = field(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw bad(name, "\"…\"");
    }
    return Optional.of(value.textValue());
  }

  /** A text that must be there. */
  public String text(String name) {
    return findText(name).orElseThrow(() -> missing(name));
  }

  /**
   * Refuses a text that is said elsewhere, too, and differently.
   *
   * @param expected what it must be where it is said; empty for whatever
   */
  public JsonRequest requireSame(String name, String expected) {
    var said = findText(name);
    if (!expected.isEmpty() && said.isPresent() && !said.get().equals(expected)) {
      throw bad(name, expected);
    }
    return this;
  }

  /** One of some words. */
  public Optional<String> findOneOf(String name, List<String> choices) {
    var text = findText(name);
    if (text.isPresent() && !choices.contains(text.get())) {
      throw bad(name, String.join(", ", choices));
    }
    return text;
  }

  /** One of some words, which must be there. */
  public String oneOf(String name, List<String> choices) {
    return findOneOf(name, choices).orElseThrow(() -> missing(name));
  }

  /** Whether a field is true; false if it is absent. */
  public boolean flag(String name) {
    var value = field(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw bad(name, "true, false");
    }
    return value.booleanValue();
  }

  /** A number within a range. */
  public Optional<Double> findNumber(String name, double least, double most) {
    var value = field(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      throw bad(name, "0.5");
    }
    double number = value.doubleValue();
    if (!(number >= least && number <= most)) {
      throw outOfRange(name, value, shown(least), shown(most));
    }
    return Optional.of(number);
  }

  /** A whole number within a range. */
  public Optional<Long> findInteger(String name, long least, long most) {
    var value = field(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber()) {
      throw bad(name, Long.toString(least));
    }
    if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
      throw outOfRange(name, value, Long.toString(least), Long.toString(most));
    }
    return Optional.of(value.longValue());
  }

  private ProblemException outOfRange(String name, JsonNode value, String least, String most) {
    return ProblemException.ofParameter(
        ProblemType.FIELD_OUT_OF_RANGE, place(name), value.asText(), least, most);
  }

  private static String shown(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** An object. */
  public Optional<JsonRequest> findObject(String name) {
    var value = field(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw bad(name, "{…}");
    }
    return Optional.of(new JsonRequest(value, place(name)));
  }

  /** A field as it came, such as a geometry; missing if it is absent or null. */
  public JsonNode value(String name) {
    return field(name);
  }

  /** The whole object as JSON without blanks, its fields as they came. */
  public String json() {
    return object.toString();
  }

  /** The objects of a list; none if it is absent. */
  public List<JsonRequest> objects(String name, int most) {
    var objects = new ArrayList<JsonRequest>();
    for (var one : list(name, most)) {
      if (!one.isObject()) {
        throw bad(name, "[{…}]");
      }
      objects.add(new JsonRequest(one, place(name) + "[" + objects.size() + "]"));
    }
    return objects;
  }

  /** The texts of a list; none if it is absent. */
  public List<String> texts(String name, int most) {
    var texts = new ArrayList<String>();
    for (var one : list(name, most)) {
      if (!one.isTextual()) {
        throw bad(name, "[\"…\"]");
      }
      texts.add(one.textValue());
    }
    return texts;
  }

  /** An entry of a list that may hold texts and objects. */
  public sealed interface Item {
    /** A text. */
    record Text(String text) implements Item {}

    /** An object. */
    record Fields(JsonRequest fields) implements Item {}
  }

  /** The texts and objects of a list; none if it is absent. */
  public List<Item> mixed(String name, int most) {
    var items = new ArrayList<Item>();
    for (var one : list(name, most)) {
      if (!one.isTextual() && !one.isObject()) {
        throw bad(name, "[\"…\", {…}]");
      }
      items.add(
          one.isTextual()
              ? new Item.Text(one.textValue())
              : new Item.Fields(new JsonRequest(one, place(name) + "[" + items.size() + "]")));
    }
    return items;
  }

  private List<JsonNode> list(String name, int most) {
    var value = field(name);
    if (!value.isMissingNode() && !value.isArray()) {
      throw bad(name, "[…]");
    }
    if (value.size() > most) {
      throw ProblemException.ofParameter(
          ProblemType.FIELD_TOO_LONG, place(name), value.size(), most);
    }
    var all = new ArrayList<JsonNode>();
    value.forEach(all::add);
    return all;
  }
}
