package org.sozialradar.server.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sozialradar.server.text.Language;

/**
 * What one method of an address does.
 *
 * @param document the whole description, for what is referred to
 * @param path template of the address
 * @param method in lower case
 * @param json its description
 */
record ApiOperation(JsonNode document, String path, String method, JsonNode json) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  /** All of a description, in its order. */
  static List<ApiOperation> all(JsonNode document) {
    var all = new ArrayList<ApiOperation>();
    for (var path : document.get("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          all.add(new ApiOperation(document, path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return List.copyOf(all);
  }

  String id() {
    return json.get("operationId").asText();
  }

  String group() {
    return json.at("/tags/0").asText();
  }

  String verb() {
    return method.toUpperCase(Locale.ROOT);
  }

  /** One line of what it is for. */
  String summary(Language language) {
    String english = json.get("summary").asText();
    return language == Language.GERMAN ? json.path("x-summary-de").asText(english) : english;
  }

  /** What a reference leads to; the node itself if it is none. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  List<JsonNode> parameters() {
    var parameters = new ArrayList<JsonNode>();
    json.path("parameters").forEach(one -> parameters.add(resolved(one)));
    return List.copyOf(parameters);
  }

  /** How it is asked with curl; empty if there is no example. */
  String curl() {
    var content = json.at("/requestBody/content");
    String request = json.path("x-example-request").asText(content.isMissingNode() ? "" : path);
    if (request.isEmpty()) {
      return "";
    }
    var command = new StringBuilder("curl ");
    if (!method.equals("get")) {
      command.append("-X ").append(verb()).append(' ');
    }
    if (isAdministration()) {
      command.append("-H \"Authorization: Bearer $TOKEN\" ");
    }
    String body = body(content);
    if (!body.isEmpty()) {
      command.append("-H 'Content-Type: application/json' -d '").append(body).append("' ");
    }
    String root = isAdministration() ? "$ADMIN" : "$RADAR";
    return command.append('"').append(root).append(request).append('"').toString();
  }

  private boolean isAdministration() {
    return path.startsWith("/api/admin/");
  }

  private static String body(JsonNode content) {
    var json = content.path("application/json");
    var example = json.path("example");
    var first = json.path("examples").elements();
    JsonNode value = first.hasNext() ? first.next().path("value") : example;
    return value.isMissingNode() ? "" : value.toString().replace("'", "'\\''");
  }
}
