package org.sozialradar.server.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/** Answers the description of the API. */
public final class OpenApiResource implements Resource {
  private static final String DOCUMENT = "openapi.json";

  /** Requests and shortened answers by operation; written anew by a test. */
  private static final String EXAMPLES = "examples.json";

  private final Content answer;

  /**
   * The description.
   *
   * @param version version of the product
   * @param publicUrl address under which clients reach the server; empty if it is not known, and
   *     then it is where they found the description
   */
  public OpenApiResource(String version, String publicUrl) {
    var served = (ObjectNode) document(version);
    var server = Json.MAPPER.createObjectNode().put("url", publicUrl.isEmpty() ? "/" : publicUrl);
    served.set("servers", Json.MAPPER.createArrayNode().add(server));
    answer = Content.of(Json.TYPE, Json.bytes(served), CachePolicy.REVALIDATE);
  }

  /** The description itself, for those that show a part of it. */
  public static JsonNode document(String version) {
    var document = parsed(read(DOCUMENT).replace("{version}", version), DOCUMENT);
    var examples = parsed(read(EXAMPLES), EXAMPLES);
    for (var path : document.get("paths")) {
      for (var operation : path) {
        addExamples(operation, examples.path(operation.path("operationId").asText()));
      }
    }
    return document;
  }

  /** Adds how an operation is asked, and what it answered when that was last asked by a test. */
  private static void addExamples(JsonNode operation, JsonNode example) {
    if (example.has("request")) {
      ((ObjectNode) operation).set("x-example-request", example.get("request"));
    }
    var answers = example.path("answers").deepCopy();
    for (var response : operation.path("responses")) {
      for (var content : response.path("content").properties()) {
        if (answers.has(content.getKey())) {
          var answer = ((ObjectNode) answers).remove(content.getKey()); // Once, at the first.
          ((ObjectNode) content.getValue()).set("example", answer);
        }
      }
    }
  }

  private static JsonNode parsed(String text, String name) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(name + " is no JSON", malformed);
    }
  }

  private static String read(String name) {
    try (var in = OpenApiResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/openapi.json", query -> answer));
  }
}
