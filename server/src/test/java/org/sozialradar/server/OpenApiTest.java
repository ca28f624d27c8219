package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.http.ProblemType;

/** Holds the description of the API against its routes and its answers. */
class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TILE = "/tiles/{revision}/{edition}/{layer}/{z}/{x}/{y}.mvt";
  private static TestServer server;
  private static JsonNode document;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = TestServer.overTestCountry(folder);
    document = json("/api/openapi.json");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void describesEveryRouteAndNoOther() {
    var routes = new TreeSet<String>();
    server.server().routes().forEach(route -> routes.add(route.path()));
    routes.add(TILE);
    routes.addAll(server.server().computations());
    routes.addAll(administration());
    assertThat(names(document.get("paths"))).isEqualTo(routes);
  }

  private static Set<String> administration() {
    var paths = new TreeSet<String>();
    for (var resource : server.server().administration()) {
      resource.routes().forEach(route -> paths.add(route.path()));
      resource.postings().forEach(posting -> paths.add(posting.path()));
      resource.replacements().forEach(replacement -> paths.add(replacement.path()));
      resource.deletions().forEach(deletion -> paths.add(deletion.path()));
    }
    return paths;
  }

  @Test
  void everyAddressThatTakesSomethingInIsDescribedAsSuchAndWantsAToken() {
    for (var resource : server.server().administration()) {
      for (var replacement : resource.replacements()) {
        var put = document.get("paths").get(replacement.path()).get("put");
        assertThat(put.at("/requestBody/content")).as(replacement.path()).isNotEmpty();
        assertThat(put.get("security").toString()).isEqualTo("[{\"token\":[]}]");
      }
      for (var posting : resource.postings()) {
        var post = document.get("paths").get(posting.path()).get("post");
        assertThat(post.at("/requestBody/content").isEmpty())
            .as(posting.path())
            .isEqualTo(posting.mostBytes() == 0);
        assertThat(post.get("security").toString()).isEqualTo("[{\"token\":[]}]");
      }
    }
  }

  @Test
  void describesTheParametersOfEachRoute() {
    for (var route : server.server().routes()) {
      assertThat(parameters(route.path(), "query")).as(route.path()).isEqualTo(route.parameters());
      assertThat(parameters(route.path(), "path")).as(route.path()).isEqualTo(places(route.path()));
    }
    assertThat(parameters(TILE, "query")).isEqualTo(Set.of("columns", "stamp"));
    assertThat(parameters(TILE, "path")).isEqualTo(places(TILE));
  }

  @Test
  void questionsAreDescribedWithExamplesThatAreAnsweredAsDescribed() throws Exception {
    for (var path : server.server().computations()) {
      var post = document.get("paths").get(path).get("post");
      var examples = post.at("/requestBody/content/application~1json/examples");
      assertThat(examples).as(path).isNotEmpty();
      for (var example : examples) {
        var answer = server.ask(path, example.get("value").toString());
        assertThat(answer.statusCode()).as(path + " " + example).isEqualTo(200);
        var faults = new ArrayList<String>();
        var schema = post.at("/responses/200/content/application~1json/schema");
        check(schema, JSON.readTree(answer.body()), "", faults);
        assertThat(faults).as(path).isEmpty();
      }
    }
  }

  static Stream<String> jsonExamples() {
    return ExampleRequests.ALL.stream()
        .filter(path -> !schema(path).isMissingNode() && !path.startsWith("/api/exports?"));
  }

  @ParameterizedTest
  @MethodSource("jsonExamples")
  void answersHaveTheShapeThatIsDescribed(String path) throws Exception {
    var faults = new ArrayList<String>();
    check(schema(path), json(path), "", faults);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/tiles/nowhere.json"})
  void problemsHaveTheShapeThatIsDescribed(String path) throws Exception {
    var faults = new ArrayList<String>();
    check(document.at("/components/schemas/Problem"), json(path), "", faults);
    assertThat(faults).isEmpty();
  }

  @Test
  void everyOperationIsNamedInBothLanguagesAndItsProblemsHaveAnAnswer() {
    var groups = new TreeSet<String>();
    document.get("tags").forEach(tag -> groups.add(tag.get("name").asText()));
    for (var path : document.get("paths")) {
      for (var operation : path) {
        if (!operation.has("operationId")) {
          continue; // Servers of an address.
        }
        String id = operation.get("operationId").asText();
        assertThat(operation.path("summary").asText()).as(id).isNotBlank();
        assertThat(operation.path("x-summary-de").asText()).as(id).isNotBlank();
        assertThat(groups).as(id).contains(operation.at("/tags/0").asText());
        for (var problem : operation.path("x-problems")) {
          int status = type(problem.asText()).status();
          assertThat(status == 405 || operation.get("responses").has(Integer.toString(status)))
              .as(id + ": " + problem + " is answered with " + status)
              .isTrue();
        }
      }
    }
    document.get("x-problems").forEach(one -> assertThat(type(one.asText())).isNotNull());
  }

  @Test
  void examplesHaveTheShapeThatIsDescribed() {
    var faults = new ArrayList<String>();
    for (var path : document.get("paths")) {
      for (var operation : path) {
        for (var response : operation.path("responses")) {
          var json = response.path("content").path("application/json");
          if (json.has("example")) {
            check(
                json.get("schema"),
                json.get("example"),
                operation.get("operationId").asText(),
                faults);
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static ProblemType type(String slug) {
    return ProblemType.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (var reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private static JsonNode schema(String example) {
    for (var path : names(document.get("paths"))) {
      boolean reads = document.get("paths").get(path).has("get");
      if (reads
          && Pattern.matches(path.replaceAll("\\{[a-zA-Z]+}", "[^/]+") + "(\\?.*)?", example)) {
        return document
            .get("paths")
            .get(path)
            .at("/get/responses/200/content/application~1json/schema");
      }
    }
    throw new AssertionError("no path fits " + example);
  }

  /** The part of JSON Schema that the document uses. */
  private static void check(JsonNode schema, JsonNode value, String place, List<String> faults) {
    if (schema.has("$ref")) {
      check(document.at(schema.get("$ref").asText().substring(1)), value, place, faults);
    } else if (schema.has("oneOf")) {
      if (!value.isNull()) {
        check(schema.get("oneOf").get(0), value, place, faults);
      }
    } else if (!types(schema).isEmpty() && !types(schema).contains(type(value))) {
      faults.add(place + " is " + type(value) + ", not one of " + types(schema));
    } else if (value.isArray()) {
      value.forEach(item -> check(schema.path("items"), item, place + "[]", faults));
    } else if (value.isObject()) {
      checkObject(schema, value, place, faults);
    } else if (schema.has("enum")) {
      assertThat(schema.get("enum")).as(place).contains(value);
    }
  }

  private static void checkObject(
      JsonNode schema, JsonNode value, String place, List<String> faults) {
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                faults.add(place + " lacks " + name.asText());
              }
            });
    for (var name : names(value)) {
      var inner = schema.path("properties").path(name);
      if (!inner.isMissingNode()) {
        check(inner, value.get(name), place + "/" + name, faults);
      } else if (schema.has("additionalProperties")) {
        check(schema.get("additionalProperties"), value.get(name), place + "/" + name, faults);
      } else if (schema.has("properties")) {
        faults.add(place + "/" + name + " is not described");
      }
    }
  }

  private static Set<String> types(JsonNode schema) {
    var types = new TreeSet<String>();
    var type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(one -> types.add(one.asText()));
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "null";
    };
  }

  private static Set<String> parameters(String path, String in) {
    var found = new TreeSet<String>();
    for (var parameter : document.get("paths").get(path).at("/get/parameters")) {
      if (parameter.get("in").asText().equals(in)) {
        found.add(parameter.get("name").asText());
      }
    }
    return found;
  }

  private static Set<String> places(String path) {
    var places = new TreeSet<String>();
    var matcher = Pattern.compile("\\{([a-zA-Z]+)}").matcher(path);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  private static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(server.get(path).body());
  }
}
