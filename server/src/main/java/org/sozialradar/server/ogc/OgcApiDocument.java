package org.sozialradar.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;

/**
 * The description of OGC API after OpenAPI 3.0: what the description of the whole API says of
 * {@code /ogc}, with all that it refers to, and paths relative to the address under which clients
 * reach it.
 */
final class OgcApiDocument {
  private static final String ROOT = "/ogc";
  private static final String COMPONENTS = "#/components/";

  private final ObjectNode document = Json.MAPPER.createObjectNode();

  /**
   * The description.
   *
   * @param whole description of the whole API
   */
  OgcApiDocument(JsonNode whole) {
    document.put("openapi", "3.0.3");
    document.set("info", info(whole.get("info")));
    document.set("paths", paths(whole.get("paths")));
    document.putObject("components");
    addReferred(whole);
  }

  private static ObjectNode info(JsonNode info) {
    var shortened = Json.MAPPER.createObjectNode();
    shortened.put("title", info.get("title").asText() + " – OGC API");
    shortened.put("version", info.get("version").asText());
    return shortened;
  }

  private static ObjectNode paths(JsonNode whole) {
    var paths = Json.MAPPER.createObjectNode();
    for (var path : whole.properties()) {
      if (path.getKey().startsWith(ROOT + "/")) {
        paths.set(path.getKey().substring(ROOT.length()), withDefault(path.getValue()));
      }
    }
    return paths;
  }

  /** Whatever else goes wrong, such as a store that is away, is answered by a problem. */
  private static JsonNode withDefault(JsonNode path) {
    var whole = path.deepCopy();
    for (var operation : whole) {
      if (operation.path("responses") instanceof ObjectNode responses) {
        responses.putObject("default").put("$ref", COMPONENTS + "responses/Problem");
      }
    }
    return whole;
  }

  /** Takes over components until nothing is referred to that is not there. */
  private void addReferred(JsonNode whole) {
    var wanted = new TreeSet<>(document.findValuesAsText("$ref"));
    var taken = new TreeSet<String>();
    while (!taken.containsAll(wanted)) {
      wanted.removeAll(taken);
      for (var reference : wanted) {
        var parts = reference.substring(COMPONENTS.length()).split("/", 2);
        document
            .withObject("/components/" + parts[0])
            .set(parts[1], whole.at(reference.substring(1)));
      }
      taken.addAll(wanted);
      wanted.addAll(document.findValuesAsText("$ref"));
    }
  }

  byte[] bytes(Query query) {
    var served = document.deepCopy();
    served.putArray("servers").addObject().put("url", OgcAddress.of(query, "").text());
    return Json.bytes(served);
  }
}
