package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.tiles.TileArchive;

/**
 * No route gives a suppressed value. The {@link SuppressedCountry} went from its answers into the
 * store; then each route of the API is asked with everything that fits it, and none of the answers,
 * tiles among them, may hold the two true values.
 */
class SuppressedCellsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The true values, in percent, as a share and as a mean, with any number of further digits. */
  private static final Pattern TRUE_VALUES =
      Pattern.compile("(?<![\\d.,])(77[.,]71|0[.,]7771|4[.,]108)");

  /** The same with the digits of the indicators. */
  private static final Pattern ROUNDED =
      Pattern.compile("(?<![\\d.,])(77[.,]7|0[.,]77[78]?|4[.,]11)(?!\\d)");

  private static final List<Double> IN_TILES =
      List.of(77.7123, 77.712, 77.71, 77.7, 0.777123, 4.108492, 4.1085, 4.11, 78.0);

  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry(
              "indicator", List.of("town_support", "town_cohesion", "crisis_support", "ties")),
          Map.entry(
              "id",
              List.of(
                  "town_support",
                  "town_cohesion",
                  "crisis_support",
                  "crisis_cohesion",
                  "ties",
                  "ties_people")),
          Map.entry("result", List.of("town_support", "crisis_cohesion", "ties")),
          Map.entry("revision", List.of("4")),
          Map.entry("edition", List.of("2022")),
          Map.entry("level", List.of("municipality", "district", "state")),
          Map.entry("layer", List.of("municipality", "district")),
          Map.entry("name", List.of("municipality", "district")),
          Map.entry("period", List.of("2022")),
          Map.entry("code", List.of("14010003", "14020013", "14010", "14")),
          Map.entry("area", List.of("14010003", "14020013", "14010000")),
          Map.entry("with", List.of("peers", "district", "state", "14010003")),
          Map.entry("collection", List.of("municipality_2022", "district_2022")),
          Map.entry("feature", List.of("14010003", "14020013", "14010")),
          Map.entry("style", List.of("municipality_2022", "district_2022")),
          Map.entry("tileMatrix", List.of("6")),
          Map.entry("tileRow", List.of("21")),
          Map.entry("tileCol", List.of("34")),
          Map.entry("filter", List.of("town_support>77", "crisis_support>1 OR ties IS NULL")),
          Map.entry("sortby", List.of("-town_support")),
          Map.entry("columns", List.of("town_support,town_cohesion:2022,crisis_support,ties")),
          Map.entry("a", List.of("flood")),
          Map.entry("b", List.of("later")),
          Map.entry("breaks", List.of("20,30,77")),
          Map.entry("q", List.of("Ort 14010003")),
          Map.entry("limit", List.of("1000")),
          Map.entry("classes", List.of("12")),
          Map.entry("type", List.of("unknown-layer")),
          Map.entry("file", List.of("index.js")),
          Map.entry("z", List.of("6")),
          Map.entry("x", List.of("34")),
          Map.entry("y", List.of("21")));

  private static final int GZIP_HEADER = 10;

  private static AdminCalls calls;
  private static TestServer server;
  private static JsonNode document;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    calls = AdminCalls.start(folder);
    server = calls.server();
    server.server().awaitReading();
    var job = calls.compute(calls.token(Role.EDITOR), "api/admin/indices", AdminCalls.INDEX);
    assertThat(job.at("/report/revision").asInt()).as(job.toString()).isEqualTo(4);
    server.server().awaitReading();
    document = JSON.readTree(server.get("/api/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> choices(JsonNode parameter) {
    var choices = new ArrayList<>(VALUES.getOrDefault(parameter.get("name").asText(), List.of()));
    parameter.at("/schema/enum").forEach(one -> choices.add(one.asText()));
    return choices;
  }

  /** The addresses of a path: all places filled in, each parameter with each of its values. */
  private static Set<String> addresses(String path, JsonNode parameters) {
    var bases = new LinkedHashSet<>(List.of(path));
    var query = new TreeMap<String, List<String>>();
    var required = new StringBuilder();
    for (var parameter : parameters) {
      String name = parameter.get("name").asText();
      if (parameter.get("in").asText().equals("path")) {
        var filled = new LinkedHashSet<String>();
        for (var base : bases) {
          choices(parameter).forEach(one -> filled.add(base.replace("{" + name + "}", one)));
        }
        bases = filled;
      } else {
        query.put(name, choices(parameter));
        if (parameter.path("required").asBoolean() && !name.equals("indicator")) {
          required.append('&').append(name).append('=').append(choices(parameter).get(0));
        }
      }
    }
    var addresses = new LinkedHashSet<String>();
    for (var base : bases) {
      for (var indicator : query.getOrDefault("indicator", List.of(""))) {
        String start = base + "?" + (indicator.isEmpty() ? "" : "indicator=" + indicator);
        addresses.add(start + required);
        query.forEach(
            (name, values) ->
                values.forEach(
                    one ->
                        addresses.add(
                            start
                                + required.toString().replaceAll("&" + name + "=[^&]*", "")
                                + (name.equals("indicator")
                                    ? ""
                                    : "&" + name + "=" + encode(one)))));
      }
    }
    return addresses;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void noRouteGivesASuppressedValue() throws Exception {
    var unanswered = new TreeSet<String>();
    int answers = 0;
    for (var path : document.get("paths").properties()) {
      if (path.getKey().startsWith("/api/admin/")) {
        continue; // Answers on another port.
      }
      if (!path.getValue().has("get")) {
        continue; // Questions have tests of their own.
      }
      boolean answered = false;
      for (var address : addresses(path.getKey(), path.getValue().at("/get/parameters"))) {
        var answer = server.get(address.replaceAll("\\?$", "").replace("?&", "?"));
        if (answer.statusCode() == 307) {
          answer = server.get(answer.headers().firstValue("Location").orElseThrow());
        }
        answered |= answer.statusCode() == 200;
        answers += answer.statusCode() == 200 ? 1 : 0;
        check(address, path.getKey(), answer.body());
      }
      if (!answered) {
        unanswered.add(path.getKey());
      }
    }
    // This country has no context layers, and nobody saved weights or incidents or made releases;
    // files of the page
    // carry a hash in their names, which no example fits.
    assertThat(unanswered)
        .containsExactly(
            "/api/incidents/comparison",
            "/api/incidents/{id}",
            "/api/layers/{layer}",
            "/api/layers/{layer}/features",
            "/api/releases/{id}",
            "/api/releases/{id}/{file}",
            "/api/revisions/{revision}/layers/{layer}/features",
            "/api/weight-sets/{id}",
            "/assets/{file}");
    assertThat(answers).isGreaterThan(100);
  }

  /** Nor does a job or a list of the admin port, for an admin. */
  @Test
  void noAnswerOfTheAdminPortGivesASuppressedValue() throws Exception {
    var token = calls.token(Role.ADMIN);
    String wave = "api/admin/surveys/town/waves/2022";
    var jobs =
        List.of(
            calls.compute(token, "api/admin/estimates?dryRun=true", AdminCalls.MODEL),
            calls.compute(token, "api/admin/indices?dryRun=true", AdminCalls.INDEX),
            calls.compute(token, wave + "/publication?dryRun=true", ""));
    for (var job : jobs) {
      assertThat(job.at("/report/outcome").asText()).as(job.toString()).isEqualTo("checked");
      assertThat(job.at("/report/results")).isNotEmpty();
      check(job.get("kind").asText(), "", job.toString().getBytes(StandardCharsets.UTF_8));
    }
    var answers =
        List.of(
            calls.get(token, "api/admin/surveys"),
            calls.get(token, "api/admin/questionnaires"),
            calls.send(token, wave, HttpRequest.newBuilder().DELETE()));
    for (var answer : answers) {
      assertThat(answer.statusCode()).isEqualTo(200);
      check(answer.uri().getPath(), "", answer.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The export of tiles in one file, with all results inside. */
  @Test
  void noArchiveOfTilesHoldsASuppressedValue(@TempDir Path folder) throws Exception {
    for (var level : List.of("municipality", "district", "state")) {
      var file = folder.resolve(level + ".pmtiles");
      var columns = new ArrayList<>(List.of("town_support", "town_cohesion"));
      if (level.equals("municipality")) {
        columns.addAll(List.of("crisis_support", "crisis_cohesion", "ties", "ties_people"));
      }
      TileArchive.of(server.store(), level, "2022", columns).write(file, Progress.silent());
      String held = unpacked(Files.readAllBytes(file));
      assertThat(held.contains("\"town_support\"")).as("description of " + level).isTrue();
      if (level.equals("municipality")) {
        assertThat(held.contains(bits(shown("town_support")))).as("a value that is shown").isTrue();
      }
      assertThat(TRUE_VALUES.matcher(held).find()).as(level).isFalse();
      IN_TILES.forEach(value -> assertThat(held.contains(bits(value))).as(level).isFalse());
    }
  }

  private static double shown(String indicator) throws Exception {
    String path = "/api/revisions/4/indicators/" + indicator + "/values?level=municipality";
    for (var value : JSON.readTree(server.get(path).body()).get("values")) {
      if (!value.isNull()) {
        return value.asDouble();
      }
    }
    throw new IllegalStateException("no value is shown");
  }

  /** What an archive holds in gzip (PMTiles 3: directories, description, tiles), byte by byte. */
  private static String unpacked(byte[] archive) {
    var held = new ByteArrayOutputStream();
    for (int i = 0; i + GZIP_HEADER < archive.length; i++) {
      if (archive[i] == 0x1f && (archive[i + 1] & 0xff) == 0x8b && archive[i + 2] == 8) {
        inflate(archive, i + GZIP_HEADER, held);
      }
    }
    return held.toString(StandardCharsets.ISO_8859_1);
  }

  private static void inflate(byte[] archive, int start, ByteArrayOutputStream out) {
    var inflater = new Inflater(true);
    inflater.setInput(archive, start, archive.length - start);
    var buffer = new byte[8192];
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0) {
          break; // Bytes that only look like the beginning of a stream.
        }
        out.write(buffer, 0, count);
      }
    } catch (DataFormatException alike) {
      out.write('\n'); // Likewise.
    } finally {
      inflater.end();
    }
  }

  /** No number of theirs stands in an answer, however it is written, in a package neither. */
  static void check(String address, String path, byte[] body) throws IOException {
    if (body.length > 1 && body[0] == 'P' && body[1] == 'K') {
      for (var file : ExportsTest.unpack(body).entrySet()) {
        check(address + " " + file.getKey(), path, file.getValue());
      }
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    assertThat(TRUE_VALUES.matcher(text).find()).as(address).isFalse();
    if (!path.equals("/metrics") && !path.equals("/licences.txt")) {
      assertThat(ROUNDED.matcher(text).find()).as(address).isFalse();
    }
    if (path.endsWith(".mvt") || path.equals("/api/exports")) {
      String bytes = new String(body, StandardCharsets.ISO_8859_1);
      IN_TILES.forEach(value -> assertThat(bytes).as(address).doesNotContain(bits(value)));
    }
    if (path.equals("/api/exports")) { // SQLite has the most significant byte first.
      String bytes = new String(body, StandardCharsets.ISO_8859_1);
      IN_TILES.forEach(
          value ->
              assertThat(bytes)
                  .as(address)
                  .doesNotContain(new StringBuilder(bits(value)).reverse().toString()));
    }
  }

  /** All formats, levels and forms with all periods at once; what is suppressed is named so. */
  @Test
  void noExportGivesASuppressedValue() throws Exception {
    for (var format : List.of("geojson", "geojsonseq", "gpkg", "fgb", "csv", "csv-long")) {
      for (var level : List.of("municipality", "district", "state")) {
        for (var form : List.of("package", "file")) {
          String address =
              "/api/exports?periods=all&format=%s&level=%s&form=%s".formatted(format, level, form);
          var answer = server.get(address);
          assertThat(answer.statusCode()).as(address).isEqualTo(200);
          check(address, "/api/exports", answer.body());
          if (level.equals("municipality") && form.equals("file")) {
            assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .as(address)
                .contains("suppressed");
          }
        }
      }
    }
  }

  /** A number as tiles hold it (MVT 2.1, double_value). */
  private static String bits(double value) {
    var bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Whatever is changed, by whatever words, and however the areas are chosen. */
  @Test
  void noScenarioGivesASuppressedValue() throws Exception {
    var choices =
        List.of(
            "{\"all\":true}",
            "{\"codes\":[\"14010003\"]}",
            "{\"district\":\"14020\"}",
            "{\"polygon\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[12.1,50.7],[12.2,50.7],[12.2,51.1],[12.1,51.1],[12.1,50.7]]]}}");
    var changes =
        List.of(
            "\"absolute\":0.3",
            "\"shift\":-0.1",
            "\"relative\":20",
            "\"factor\":1",
            "\"like\":\"14010003\"",
            "\"percentile\":50");
    for (var outcome : List.of("support", "cohesion")) {
      for (var areas : choices) {
        for (var change : changes) {
          var question =
              "{\"model\":\"crisis\",\"outcome\":\"%s\",\"areas\":%s,\"changes\":[{\"indicator\":\"community\",%s}]}"
                  .formatted(outcome, areas, change);
          var answer = server.ask("/api/scenarios", question);
          assertThat(answer.statusCode()).as(question).isEqualTo(200);
          // With few digits one of a hundred effects may look like it by chance.
          assertThat(TRUE_VALUES.matcher(new String(answer.body(), StandardCharsets.UTF_8)).find())
              .as(question)
              .isFalse();
        }
      }
      var direct = "{\"model\":\"town\",\"outcome\":\"%s\",\"areas\":{\"all\":true}}";
      var refused = server.ask("/api/scenarios", direct.formatted(outcome));
      assertThat(refused.statusCode()).isEqualTo(400);
      check(direct, "/api/scenarios", refused.body());
    }
  }

  @Test
  void noOrderOfAreasRestsOnASuppressedValue() throws Exception {
    // Among those with respondents, else too much would be missing.
    var codes =
        java.util.stream.IntStream.range(0, 30)
            .mapToObj(i -> '"' + SuppressedCountry.municipality(i).value() + '"')
            .toList();
    for (var level : List.of("municipality", "district")) {
      for (var method : List.of("two-axes", "weighted-sum", "topsis", "product")) {
        for (var need : List.of("town_support", "town_cohesion")) {
          var question =
              """
              {"level":"%s","method":"%s","top":2,"within":%s,"criteria":[
               {"indicator":"%s","role":"need"},{"indicator":"crisis_%s","role":"support"}]}
              """
                  .formatted(
                      level,
                      method,
                      level.equals("municipality") ? "{\"codes\":" + codes + "}" : "null",
                      need,
                      need.substring(5));
          var answer = server.ask("/api/priorities", question);
          check(question, "/api/priorities", answer.body());
          boolean known = level.equals("municipality");
          assertThat(answer.statusCode()).as(question).isEqualTo(known ? 200 : 404);
          if (known) {
            assertNotRanked(JSON.readTree(answer.body()), need);
          }
        }
      }
    }
  }

  /** What is suppressed is named at the end, without a rank, and is in nobody's pair or list. */
  private static void assertNotRanked(JsonNode answer, String criterion) {
    var places = new TreeMap<String, JsonNode>();
    answer.get("areas").forEach(area -> places.put(area.get("code").asText(), area));
    for (var code : SuppressedCountry.SUPPRESSED) {
      var area = places.get(code.value());
      assertThat(area.get("missing").toString()).contains(criterion);
      for (var field : List.of("score", "need", "help", "rank", "rankLow", "topProbability")) {
        assertThat(area.get(field).isNull()).as(field).isTrue();
      }
      assertThat(area.get("contributions")).isEmpty();
      assertThat(answer.get("pairs").toString()).doesNotContain(code.value());
      assertThat(answer.get("disagreement").toString()).doesNotContain(code.value());
    }
  }

  @Test
  void suppressedCellsHaveAStatusAndNothingElse() throws Exception {
    for (var indicator : List.of("town_support", "town_cohesion")) {
      var values =
          JSON.readTree(
              server
                  .get("/api/revisions/4/indicators/" + indicator + "/values?level=municipality")
                  .body());
      assertThat(values.get("status").asText()).contains("S");
      int shown = 0;
      for (int i = 0; i < values.get("codes").size(); i++) {
        char status = values.get("status").asText().charAt(i);
        boolean marked =
            SuppressedCountry.SUPPRESSED.toString().contains(values.at("/codes/" + i).asText());
        assertThat(status == 'S' || !marked).isTrue();
        if (status == 'S') {
          for (var column : List.of("values", "lower", "upper")) {
            assertThat(values.get(column).get(i).isNull()).isTrue();
          }
          assertThat(values.get("respondents").asText().charAt(i)).isEqualTo('-');
        }
        shown += values.get("values").get(i).isNull() ? 0 : 1;
      }
      assertThat(shown).isGreaterThan(10);
    }
    String csv =
        new String(
            server.get("/api/results/long?format=csv&result=town_support").body(),
            StandardCharsets.UTF_8);
    assertThat(csv)
        .contains(
            "14010003,Ort"
                + " 14010003,municipality,2022,town_support,survey,2022,,,,suppressed,,municipality,");
  }

  /** The search itself must find what it looks for. */
  @Test
  void marksAreFoundWhereTheyAre() {
    double mean = 1 + 4 * SuppressedCountry.SHARE;
    for (var text : List.of("[77.7123]", "0.777123,", "x;77,71", String.valueOf(mean))) {
      assertThat(TRUE_VALUES.matcher(text).find()).as(text).isTrue();
    }
    for (var text : List.of("\"value\":77.7,", "4.11", "0,777")) {
      assertThat(ROUNDED.matcher(text).find()).as(text).isTrue();
    }
    assertThat("\u0000" + bits(77.7) + "x").contains(bits(77.7));
  }
}
