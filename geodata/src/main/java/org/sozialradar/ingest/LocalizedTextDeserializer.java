package org.sozialradar.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.sozialradar.dataset.LocalizedText;

/** Reads {@code {"de": …, "en": …}}, both not blank and nothing else. */
public final class LocalizedTextDeserializer extends StdDeserializer<LocalizedText> {
  private static final long serialVersionUID = 1L;

  public LocalizedTextDeserializer() {
    super(LocalizedText.class);
  }

  @Override
  public LocalizedText deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode node = context.readTree(parser);
    boolean complete =
        node.isObject()
            && node.size() == 2
            && !node.path("de").asText().isBlank()
            && !node.path("en").asText().isBlank();
    if (!complete) {
      throw JsonMappingException.from(
          parser,
          "expected {\"de\": …, \"en\": …}",
          new InvalidSettingException(
              "erwartet wird {\"de\": …, \"en\": …}", "expected {\"de\": …, \"en\": …}"));
    }
    return new LocalizedText(node.get("de").asText(), node.get("en").asText());
  }
}
