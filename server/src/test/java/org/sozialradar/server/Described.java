package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.sozialradar.server.openapi.OpenApiResource;

/**
 * Holds every problem that a test provokes against the description of the API: the address must
 * name the kind of the problem, or the document must say that any address may answer it.
 */
final class Described {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DOCUMENT = OpenApiResource.document("test");

  private Described() {}

  /** The answer, if it is no problem or one that is described. */
  static <T> HttpResponse<T> check(HttpResponse<T> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String body =
        answer.body() instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : String.valueOf(answer.body());
    if (type.equals("application/problem+json") && !body.isEmpty()) {
      check(answer.request().method(), answer.request().uri().getPath(), body);
    }
    return answer;
  }

  private static void check(String method, String path, String body) {
    var operation = find(method, path);
    if (operation.isEmpty()) {
      return;
    }
    try {
      String address = JSON.readTree(body).get("type").asText();
      String kind = address.substring(address.lastIndexOf('/') + 1);
      var named = new TreeSet<String>();
      DOCUMENT.path("x-problems").forEach(one -> named.add(one.asText()));
      operation.get().path("x-problems").forEach(one -> named.add(one.asText()));
      assertThat(named)
          .as("problems of %s %s, in openapi.json", method, operation.get().get("operationId"))
          .contains(kind);
    } catch (IOException noJson) {
      throw new AssertionError("a problem is no JSON", noJson);
    }
  }

  static JsonNode document() {
    return DOCUMENT;
  }

  /**
   * The operation that answers an address: of those whose templates fit that with fewest places.
   */
  static Optional<JsonNode> find(String method, String path) {
    String name = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    return DOCUMENT.get("paths").properties().stream()
        .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[A-Za-z]+}", "[^/]+")))
        .filter(entry -> entry.getValue().has(name))
        .min(Comparator.comparing(entry -> entry.getKey().split("\\{", -1).length))
        .map(entry -> entry.getValue().get(name));
  }
}
