package org.sozialradar.server.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.text.Html;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * Writes parts of a method document as lists of names and values that a person can read. A name
 * that nobody translated shows as its own words; long lists are cut, the JSON has them whole.
 */
final class FactList {
  private static final int MOST_ENTRIES = 60;
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

  private final Texts texts;
  private final ResourceBundle names;
  private final Language language;
  private final StringBuilder html;

  /** What the entries that are being written stand in; empty at the top. */
  private String within = "";

  FactList(Texts texts, Language language, StringBuilder html) {
    this.texts = texts;
    names = texts.bundle();
    this.language = language;
    this.html = html;
  }

  void begin() {
    html.append("<dl>\n");
  }

  void end() {
    html.append("</dl>\n");
  }

  /** A name with its value. */
  void add(String key, JsonNode value) {
    html.append("<dt>").append(Html.escape(name(key))).append("</dt><dd>");
    String outer = within;
    within = key;
    write(value);
    within = outer;
    html.append("</dd>\n");
  }

  /** A name may mean something else where it stands: the lower end of a rank is no 95 % one. */
  private String name(String key) {
    String here = "key." + within + "." + key;
    if (names.containsKey(here)) {
      return names.getString(here);
    }
    return names.containsKey("key." + key)
        ? names.getString("key." + key)
        : key.replaceAll("(?<=[a-z])(?=[A-Z])|[_-]", " ").toLowerCase(Locale.ROOT);
  }

  private void write(JsonNode value) {
    if (value.isObject() && value.has("de") && value.has("en")) {
      text(language.of(new LocalizedText(value.get("de").asText(), value.get("en").asText())));
    } else if (value.isObject()) {
      writeObject(value);
    } else if (value.isArray()) {
      writeArray(value);
    } else {
      text(scalar(value));
    }
  }

  private void writeObject(JsonNode value) {
    begin();
    value.properties().stream()
        .limit(MOST_ENTRIES)
        .forEach(entry -> add(entry.getKey(), entry.getValue()));
    end();
    writeRest(value.size());
  }

  private void writeArray(JsonNode value) {
    boolean plain =
        StreamSupport.stream(value.spliterator(), false).noneMatch(JsonNode::isContainerNode);
    if (plain) {
      text(
          StreamSupport.stream(value.spliterator(), false)
              .limit(MOST_ENTRIES)
              .map(this::scalar)
              .collect(Collectors.joining("; ")));
    } else {
      html.append("<ol>\n");
      StreamSupport.stream(value.spliterator(), false)
          .limit(MOST_ENTRIES)
          .forEach(
              item -> {
                html.append("<li>");
                write(item);
                html.append("</li>\n");
              });
      html.append("</ol>\n");
    }
    writeRest(value.size());
  }

  private void writeRest(int size) {
    if (size > MOST_ENTRIES) {
      Html.paragraph(texts.get("rest", Integer.toString(size - MOST_ENTRIES)), html);
    }
  }

  private void text(String text) {
    html.append(Html.escape(text));
  }

  private String scalar(JsonNode value) {
    if (value.isBoolean()) {
      return texts.get(value.asBoolean() ? "yes" : "no");
    }
    if (value.isNull()) {
      return "–";
    }
    if (value.isFloatingPointNumber()) {
      String digits = value.decimalValue().round(DIGITS).stripTrailingZeros().toPlainString();
      return language == Language.GERMAN ? digits.replace('.', ',') : digits;
    }
    String word = "word." + value.asText();
    return names.containsKey(word) ? names.getString(word) : value.asText();
  }
}
