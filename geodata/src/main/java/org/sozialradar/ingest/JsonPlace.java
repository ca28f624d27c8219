package org.sozialradar.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.List;

/**
 * A path within a JSON or YAML document: keys as text, positions in arrays as numbers from 0.
 *
 * @param steps the path from the root
 */
public record JsonPlace(List<String> steps) {
  public JsonPlace {
    steps = List.copyOf(steps);
  }

  /** The path to where reading failed. */
  public static JsonPlace of(List<JsonMappingException.Reference> path) {
    return new JsonPlace(
        path.stream()
            .map(
                reference ->
                    reference.getFieldName() == null
                        ? String.valueOf(reference.getIndex())
                        : reference.getFieldName())
            .toList());
  }

  public JsonPlace parent() {
    return new JsonPlace(steps.subList(0, Math.max(0, steps.size() - 1)));
  }

  /** The path with slashes, such as {@code resources/0/radar/level}; {@code /} for the root. */
  public String text() {
    return steps.isEmpty() ? "/" : String.join("/", steps);
  }

  /** The line on which the path ends, from 1, or the given one if the document has no such path. */
  int lineIn(byte[] json, int otherwise) {
    return lineIn(new JsonFactory(), json, otherwise);
  }

  /**
   * The line on which the path ends, from 1, or the given one if the document has no such path.
   *
   * @param format reads the document
   */
  public int lineIn(JsonFactory format, byte[] document, int otherwise) {
    try (var parser = format.createParser(document)) {
      parser.nextToken();
      for (var step : steps) {
        if (!enter(parser, step)) {
          return otherwise;
        }
      }
      return parser.currentTokenLocation().getLineNr();
    } catch (IOException e) {
      return otherwise;
    }
  }

  private static boolean enter(JsonParser parser, String step) throws IOException {
    boolean array = parser.currentToken() == JsonToken.START_ARRAY;
    for (int i = 0; parser.nextToken() != null; i++) {
      if (parser.currentToken().isStructEnd()) {
        return false;
      }
      String name = array ? String.valueOf(i) : parser.currentName();
      if (!array) {
        parser.nextToken();
      }
      if (name.equals(step)) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }
}
