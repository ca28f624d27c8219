package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every answer of the API that is text for programs has an example in its description. Those that
 * the server over the {@link TestCountry} gives are written anew, shortened, by {@code mvn -pl
 * server -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ApiExamplesTest
 * -Dradar.golden=refresh}; the others stand in the file by hand.
 */
class ApiExamplesTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final PrettyPrinter LAYOUT =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
  private static final Path FILE =
      Path.of("src/main/resources/org/sozialradar/server/openapi/examples.json");
  private static final int MOST_ITEMS = 2;
  private static final int MOST_LINES = 4;
  private static final int LONGEST_TEXT = 200;

  /** Descriptions of the API are no example of themselves: theirs stand in the file by hand. */
  private static final Set<String> DOCUMENTS = Set.of("openapi", "getApi");

  private static final List<String> OTHER_FORMS =
      List.of(
          "/api/catalog?format=dcat",
          "/api/revisions/3/indicators/population/values?level=municipality&period=2023&edition=2023&format=csv",
          "/api/results/long?format=csv",
          "/api/measures?format=csv",
          "/ogc/tiles/WebMercatorQuad?f=tilejson",
          "/ogc/collections/municipality_2023/tiles/WebMercatorQuad?f=tilejson");

  /** Forms that nobody reads as an example: pages, styles, images, tiles, archives. */
  private static final Set<String> WITHOUT =
      Set.of(
          "text/html",
          "text/css",
          "image/svg+xml",
          "image/png",
          "application/vnd.mapbox-vector-tile",
          "application/vnd.flatgeobuf",
          "application/geopackage+sqlite3",
          "application/zip",
          "*/*");

  @Test
  void everyAnswerForProgramsHasAnExample(@TempDir Path folder) throws Exception {
    if ("refresh".equals(System.getProperty("radar.golden"))) {
      refresh(folder);
    }
    var examples = JSON.readTree(Files.readString(FILE));
    var missing = new ArrayList<String>();
    for (var path : Described.document().get("paths")) {
      for (var operation : path) {
        for (var response : operation.path("responses")) {
          for (var content : response.path("content").properties()) {
            String id = operation.get("operationId").asText();
            boolean there =
                examples.path(id).path("answers").has(content.getKey())
                    || content.getValue().has("example");
            if (!there && !WITHOUT.contains(content.getKey())) {
              missing.add(id + " " + content.getKey());
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void refresh(Path folder) throws Exception {
    var examples = (ObjectNode) JSON.readTree(Files.readString(FILE));
    try (var server = TestServer.overTestCountry(folder)) {
      server.awaitReading();
      for (var path : ExampleRequests.ALL) {
        add(examples, path, server.get(path));
      }
      for (var path : OTHER_FORMS) {
        add(examples, path, server.get(path));
      }
      for (var path : server.server().computations()) {
        var post = Described.find("POST", path).orElseThrow();
        var questions = post.at("/requestBody/content/application~1json/examples").elements();
        String question = questions.next().get("value").toString();
        add(examples, path, server.ask(path, question));
        if (post.at("/responses/200/content").has("text/csv")) {
          add(examples, path, server.ask(path + "?format=csv", question));
          add(examples, path, server.ask(path + "?format=geojson", question));
        }
      }
    }
    Files.writeString(FILE, JSON.writer(LAYOUT).writeValueAsString(sorted(examples)) + "\n");
  }

  private static String id(JsonNode operation) {
    return operation.get("operationId").asText();
  }

  private static JsonNode sorted(ObjectNode examples) {
    var sorted = JSON.createObjectNode();
    examples.properties().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(one -> sorted.set(one.getKey(), one.getValue()));
    return sorted;
  }

  /** The first request of each operation is its example, and the first answer in each form. */
  private static void add(ObjectNode examples, String path, HttpResponse<byte[]> answer)
      throws IOException {
    String method = answer.request().method();
    var operation = Described.find(method, URI.create(path).getPath());
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    boolean described = operation.isPresent() && !DOCUMENTS.contains(id(operation.get()));
    if (!described || answer.statusCode() >= 400) {
      return;
    }
    var example = examples.withObject("/" + id(operation.get()));
    if (method.equals("GET") && !OTHER_FORMS.contains(path)) {
      example.put("request", path);
    }
    if (answer.statusCode() == 200 && !WITHOUT.contains(type)) {
      var text = new String(answer.body(), StandardCharsets.UTF_8);
      example.withObject("/answers").set(type, shortened(text, answer.uri()));
    }
  }

  private static JsonNode shortened(String text, URI asked) throws JsonProcessingException {
    String root = asked.toString().replaceAll("^(https?://[^/]+).*", "$1");
    String outside = text.replace(root, "https://radar.example.org");
    if (!outside.startsWith("{") && !outside.startsWith("[")) {
      return JSON.getNodeFactory()
          .textNode(outside.lines().limit(MOST_LINES).collect(Collectors.joining("\n")));
    }
    return shortened(JSON.readTree(outside), 0);
  }

  /** The same with fewer items: no property is left out that the description demands. */
  private static JsonNode shortened(JsonNode node, int depth) {
    if (node instanceof ArrayNode array) {
      var items = JSON.createArrayNode();
      int most = depth == 0 || array.path(0).isNumber() ? 2 * MOST_ITEMS : MOST_ITEMS;
      for (int i = 0; i < Math.min(most, array.size()); i++) {
        items.add(shortened(array.get(i), depth + 1));
      }
      return items;
    }
    if (node instanceof ObjectNode object) {
      var properties = JSON.createObjectNode();
      object
          .properties()
          .forEach(one -> properties.set(one.getKey(), shortened(one.getValue(), depth + 1)));
      return properties;
    }
    if (node.isTextual() && node.asText().length() > LONGEST_TEXT) {
      return JSON.getNodeFactory().textNode(node.asText().substring(0, LONGEST_TEXT) + "…");
    }
    return node;
  }
}
