package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.config.Setting;

/**
 * Incidents over the {@link TestCountry}: Chemnitz from 12.8° to 13.0° E, Aue to 13.2°, Görlitz to
 * 13.4°, Weißwasser, whose population is not known, to 13.6°; all from 50.8° to 51.0° N.
 */
class IncidentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/incidents";
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String box(double west, double east) {
    return box(west, east, 50.7, 51.1);
  }

  private static String box(double west, double east, double south, double north) {
    return "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%3$s],[%2$s,%3$s],[%2$s,%4$s],[%1$s,%4$s],[%1$s,%3$s]]]}}"
        .formatted(west, east, south, north);
  }

  private static JsonNode ask(String area, String more) throws Exception {
    var answer = server.ask(PATH, "{\"area\":" + area + more + "}");
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** Half of Chemnitz with 250 000, all of Aue with 20 500. */
  @Test
  void peopleAreThoseOfSharesWithAnHonestRange() throws Exception {
    var answer = ask(box(12.9, 13.2), "");
    assertThat(answer.at("/people/value").asInt()).isEqualTo(145_500);
    assertThat(answer.at("/people/low").asInt()).isEqualTo(20_500);
    assertThat(answer.at("/people/high").asInt()).isEqualTo(270_500);
    assertThat(answer.at("/people/weights").asText()).isEqualTo("area-shares");
    assertThat(answer.at("/people/period").asText()).isEqualTo("2023");
    assertThat(answer.at("/areas").findValuesAsText("code"))
        .containsExactly("14511000", "14521035");
    assertThat(answer.at("/areas/0/shareOfArea").asDouble()).isEqualTo(0.5);
    assertThat(answer.at("/areas/0/whole").asBoolean()).isFalse();
    assertThat(answer.at("/areas/0/district").asText()).isEqualTo("Chemnitz");
    assertThat(answer.at("/areas/0/people/high").asInt()).isEqualTo(250_000);
    assertThat(answer.at("/areas/1/whole").asBoolean()).isTrue();
    assertThat(answer.at("/areas/1/people").toString())
        .isEqualTo("{\"value\":20500,\"low\":20500,\"high\":20500}");
    assertThat(answer.at("/area/source").asText()).isEqualTo("drawn");
    // Half of the shape lies north and south of the areas.
    assertThat(answer.at("/area/outsideKm2").asDouble())
        .isCloseTo(answer.at("/area/km2").asDouble() / 2, within(2.0));
    assertThat(answer.get("example").asBoolean()).isTrue();
    assertThat(answer.get("attribution").asText()).contains("© Amt 2023, test-values");
    assertThat(answer.get("notes").toString()).contains("als wohnten überall gleich viele");
  }

  @Test
  void whatIsNotKnownIsNamedAndNotCounted() throws Exception {
    var answer = ask(box(13.2, 13.6), ",\"support\":{\"indicator\":\"trust\"}");
    assertThat(answer.at("/people/value").asInt()).isEqualTo(56_000);
    assertThat(answer.at("/people/missing").toString()).isEqualTo("[\"14626600\"]");
    assertThat(answer.at("/areas/1/people").isNull()).isTrue();
    assertThat(answer.at("/areas/1/missing").toString()).isEqualTo("[\"population\",\"trust\"]");
    assertThat(answer.get("support").isNull()).isTrue();
    assertThat(answer.get("notes").toString()).contains("Bei 1 der berührten Gebiete");
  }

  @Test
  void expectedSupportIsTheMeanOfPublishedValues() throws Exception {
    var answer =
        ask(
            box(12.7, 13.5),
            ",\"support\":{\"indicator\":\"help\",\"period\":\"2023\"},\"neighbours\":3");
    assertThat(answer.at("/support/indicator").asText()).isEqualTo("help");
    double value = answer.at("/support/value").asDouble();
    assertThat(answer.at("/support/low").asDouble()).isLessThan(value);
    assertThat(answer.at("/support/high").asDouble()).isGreaterThan(value);
    double weighted = 0;
    double people = 0;
    for (var area : answer.get("areas")) {
      if (!area.get("support").isNull() && !area.get("people").isNull()) {
        double inside = area.at("/people/value").asDouble();
        weighted += inside * area.at("/support/value").asDouble();
        people += inside;
      }
    }
    assertThat(value).isCloseTo(weighted / people, within(0.006));
  }

  @Test
  void groupsAreSumsOfCountsAndMeansOfOthers() throws Exception {
    var groups = ask(box(12.9, 13.2), ",\"groups\":[\"population\",\"trust\"]").get("groups");
    assertThat(groups.at("/0/value").asInt()).isEqualTo(145_500);
    assertThat(groups.at("/0/rangeOf").asText()).isEqualTo("weights");
    assertThat(groups.at("/0/people/low").asInt()).isEqualTo(20_500);
    assertThat(groups.at("/1/value").asDouble()).isEqualTo(3.46);
    assertThat(groups.at("/1/low").asDouble()).isCloseTo(3.21, within(0.011));
    assertThat(groups.at("/1/rangeOf").asText()).isEqualTo("interval");
    assertThat(groups.at("/1/people").isNull()).isTrue();
    assertThat(groups.at("/1/missing").toString()).isEqualTo("[\"14521035\"]");
  }

  @Test
  void facilitiesInsideAreCountedAndNamed() throws Exception {
    var facilities = ask(box(12.6, 15, 50.5, 51.2), "").get("facilities");
    assertThat(facilities.at("/0/layer").asText()).isEqualTo("shelters");
    assertThat(facilities.at("/0/kind").asText()).isEqualTo("shelter");
    assertThat(facilities.at("/0/count").asInt()).isEqualTo(2);
    assertThat(facilities.at("/0/features/0").toString())
        .isEqualTo("{\"id\":\"g\",\"name\":\"Halle Görlitz\",\"lon\":14.98,\"lat\":51.15}");
    assertThat(ask(box(12.9, 13.2), "").at("/facilities/0/count").asInt()).isZero();
  }

  @Test
  void aLayerWithABufferIsAPlaceToo() throws Exception {
    var answer = ask("{\"layer\":\"shelters\",\"features\":[\"a\"],\"buffer\":30000}", "");
    assertThat(answer.at("/area/source").asText()).isEqualTo("layer");
    assertThat(answer.at("/area/km2").asDouble())
        .isCloseTo(Math.PI * 900, within(0.002 * Math.PI * 900));
    assertThat(answer.at("/areas/0/code").asText()).isEqualTo("14511000");
    assertThat(answer.at("/facilities/0/count").asInt()).isEqualTo(1);
  }

  /** The same square in UTM zone 33: corners from the degrees by EPSG's own formulas. */
  @Test
  void coordinatesOfAnotherSystemAreTheSamePlace() throws Exception {
    var metres =
        ask(
            "{\"crs\":\"EPSG:25833\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[345304.84,5640826.69]},\"buffer\":1000}",
            "");
    var degrees =
        ask(
            "{\"geometry\":{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Point\",\"coordinates\":[12.8,50.9]}},\"buffer\":1000}",
            "");
    assertThat(metres.at("/areas/0/code").asText()).isEqualTo("14511000");
    assertThat(metres.at("/people/value").asDouble())
        .isCloseTo(degrees.at("/people/value").asDouble(), within(20.0));
  }

  @Test
  void outsideOfAllAreasTheAnswerIsEmptyAndSaysSo() throws Exception {
    var answer =
        ask(
            box(2, 3, 48, 49),
            ",\"support\":{\"indicator\":\"help\"},\"groups\":[\"population\",\"trust\"],\"priorities\":"
                + "{\"criteria\":[{\"indicator\":\"population\",\"role\":\"need\"},{\"indicator\":\"help\",\"role\":\"support\"}]}");
    assertThat(answer.get("areas")).isEmpty();
    assertThat(answer.get("quarters")).isEmpty();
    assertThat(answer.get("people").isNull()).isTrue();
    assertThat(answer.get("support").isNull()).isTrue();
    assertThat(answer.get("priorities").isNull()).isTrue();
    assertThat(answer.at("/groups/0/value").isNull()).isTrue();
    assertThat(answer.at("/area/outsideKm2")).isEqualTo(answer.at("/area/km2"));
    assertThat(answer.get("notes")).hasSize(1);
    assertThat(answer.at("/notes/0/en").asText()).contains("outside all areas");
  }

  @Test
  void theOrderInsideIsThatOfPriorities() throws Exception {
    String criteria =
        "\"method\":\"weighted-sum\",\"criteria\":[{\"indicator\":\"population\",\"role\":\"need\"},{\"indicator\":\"help\",\"role\":\"support\"}]";
    var inside = ask(box(12.7, 13.5), ",\"priorities\":{" + criteria + "}").get("priorities");
    var asked =
        JSON.readTree(
            server
                .ask(
                    "/api/priorities",
                    "{\"level\":\"municipality\",\"edition\":\"2023\",\"within\":{\"codes\":[\"14511000\",\"14521035\",\"14626110\",\"14626600\"]},"
                        + criteria
                        + "}")
                .body());
    assertThat(inside.get("areas")).isEqualTo(asked.get("areas")).isNotEmpty();
    assertThat(inside.get("id")).isEqualTo(asked.get("id"));
    var one = ask(box(12.85, 12.9), ",\"priorities\":{" + criteria + "}");
    assertThat(one.get("priorities").isNull()).isTrue();
    assertThat(one.get("notes").toString()).contains("Reihenfolge innerhalb des Gebiets");
  }

  @Test
  void neighboursAreTheNearestWithHighSupport() throws Exception {
    var answer = ask(box(12.85, 12.9), ",\"support\":{\"indicator\":\"help\"},\"neighbours\":2");
    var neighbours = answer.get("neighbours");
    assertThat(neighbours).isNotEmpty();
    double last = 0;
    for (var one : neighbours) {
      assertThat(one.get("code").asText()).isNotEqualTo("14511000");
      assertThat(one.get("distanceKm").asDouble()).isGreaterThanOrEqualTo(last);
      last = one.get("distanceKm").asDouble();
      assertThat(one.at("/support/value").isNumber()).isTrue();
    }
    assertThat(ask(box(12.85, 12.9), "").get("neighbours")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      textBlock =
          """
          {}                                                              | 400 | missing-field | area
          {"area":{}}                                                     | 400 | not-one-field | area
          {"area":{"layer":"shelters","incident":"x"}}                    | 400 | not-one-field | area
          {"area":BOX,"x":1}                                              | 400 | unknown-field | x
          {"area":{"geometry":{"type":"Moon"}}}                           | 400 | bad-field | area.geometry
          {"area":{"geometry":{"type":"Polygon","coordinates":[]}}}       | 400 | bad-field | area.geometry
          {"area":{"geometry":{"type":"FeatureCollection","features":[]}}} | 400 | empty-area | area.geometry
          {"area":{"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}} | 400 | area-crosses | area.geometry
          {"area":{"geometry":{"type":"Point","coordinates":[13,51]}}}    | 400 | buffer-needed | area.geometry
          {"area":{"geometry":{"type":"Point","coordinates":[13,51]},"buffer":-1}} | 400 | field-out-of-range | area.buffer
          {"area":{"geometry":{"type":"Point","coordinates":[13,51]},"buffer":1e6}} | 400 | field-out-of-range | area.buffer
          {"area":{"geometry":{"type":"LineString","coordinates":[[-20,40],[40,60]]},"buffer":10}} | 400 | buffer-too-wide | area.buffer
          {"area":{"geometry":{"type":"Point","coordinates":[345304,5640826]},"buffer":10}} | 400 | bad-field | area.geometry
          {"area":{"crs":"EPSG:25833","geometry":{"type":"Point","coordinates":[12.8,50.9]},"buffer":10}} | 400 | geometry-elsewhere | area.geometry
          {"area":{"crs":"moon","geometry":{"type":"Point","coordinates":[1,2]}}} | 400 | unknown-crs | area.crs
          {"area":{"layer":"nowhere"}}                                    | 404 | unknown-layer | area.layer
          {"area":{"layer":"shelters","features":["nobody"],"buffer":1}}  | 404 | unknown-feature | area.features
          {"area":{"layer":"shelters"}}                                   | 400 | buffer-needed | area.layer
          {"area":{"incident":"nobody"}}                                  | 404 | unknown-incident | id
          {"area":BOX,"edition":"1066"}                                   | 404 | unknown-edition | edition
          {"area":BOX,"level":"galaxy"}                                   | 404 | unknown-level | level
          {"area":BOX,"support":{"indicator":"moon"}}                     | 404 | unknown-indicator | indicator
          {"area":BOX,"support":{"indicator":"trust","period":"1999"}}    | 404 | no-values | .
          {"area":BOX,"groups":["moon"]}                                  | 404 | unknown-indicator | indicator
          {"area":BOX,"groups":["trust","trust"]}                         | 400 | field-twice | groups
          {"area":BOX,"priorities":{}}                                    | 400 | missing-field | priorities.criteria
          {"area":BOX,"priorities":{"level":"state"}}                     | 400 | unknown-field | priorities.level
          {"area":BOX,"neighbours":51}                                    | 400 | field-out-of-range | neighbours
          """)
  void whatCannotBeAnsweredIsRefusedWithItsReason(
      String question, int status, String type, String parameter) throws Exception {
    var answer = server.ask(PATH, question.replace("BOX", box(12.9, 13.2)));
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem.path("parameter").asText(".")).isEqualTo(parameter);
    for (var language : java.util.List.of("de", "en")) {
      var said =
          JSON.readTree(
              server
                  .ask(PATH, question.replace("BOX", box(12.9, 13.2)), "Accept-Language", language)
                  .body());
      assertThat(said.get("detail").asText()).isNotBlank().doesNotContain("{0", "{1", "{2");
    }
  }

  @Test
  void aPolygonOfTooManyCornersIsRefused() throws Exception {
    var ring =
        IntStream.rangeClosed(0, 20_001)
            .mapToObj(
                i ->
                    "[%.6f,%.6f]"
                        .formatted(
                            Math.cos(i * 2 * Math.PI / 20_001), Math.sin(i * 2 * Math.PI / 20_001)))
            .collect(Collectors.joining(","));
    var answer =
        server.ask(
            PATH,
            "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}}");
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/polygon-too-large");
    assertThat(problem.get("parameter").asText()).isEqualTo("area.geometry");
    assertThat(problem.get("detail").asText()).contains("20000");
  }

  /** Each stroke crosses all others: two million times. */
  @Test
  void linesThatCrossTooOftenAreRefused() throws Exception {
    var strokes =
        IntStream.range(0, 2001)
            .mapToDouble(i -> Math.PI * i * 2000 / 2001)
            .mapToObj(
                turn ->
                    String.format(
                        Locale.ROOT, "[%.7f,%.7f]", 13 + Math.cos(turn), 51 + Math.sin(turn)))
            .collect(Collectors.joining(","));
    refusesAsTooComplex(
        "{\"area\":{\"geometry\":{\"type\":\"LineString\",\"coordinates\":["
            + strokes
            + "]},\"buffer\":1}}");
  }

  /** Each line goes once around the Earth: no one is too long, all together are. */
  @Test
  void linesThatAreTooLongTogetherAreRefused() throws Exception {
    var lines =
        IntStream.range(0, 10)
            .mapToObj(y -> "[[-2e7,%d],[2e7,%d]]".formatted(y, y))
            .map(
                line ->
                    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
                        + line
                        + "}}")
            .collect(Collectors.joining(","));
    refusesAsTooComplex(
        "{\"area\":{\"crs\":\"EPSG:3857\",\"geometry\":{\"type\":\"FeatureCollection\",\"features\":["
            + lines
            + "]},\"buffer\":1}}");
  }

  private static void refusesAsTooComplex(String question) throws Exception {
    for (var language : java.util.List.of("de", "en")) {
      var answer = server.ask(PATH, question, "Accept-Language", language);
      var problem = JSON.readTree(answer.body());
      assertThat(problem.get("type").asText()).isEqualTo("/problems/area-too-complex");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(problem.get("parameter").asText()).isEqualTo("area.geometry");
      assertThat(problem.get("detail").asText()).contains("area.geometry");
    }
  }

  private static String asFile(String format, String question) throws Exception {
    var answer = server.ask(PATH + "?format=" + format, question);
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(200);
    return body;
  }

  @Test
  void asCsvEachAreaHasARowWithItsTerms() throws Exception {
    var lines =
        asFile("csv", "{\"area\":" + box(12.9, 13.2) + ",\"support\":{\"indicator\":\"trust\"}}")
            .split("\r\n", -1);
    assertThat(lines).hasSize(4);
    assertThat(lines[1])
        .startsWith(
            "municipality,14511000,Chemnitz,Chemnitz,0.5,false,0.5,125000,0,250000,2023,area-shares,trust,3.46,3.21,3.7,estimated")
        .contains("true", "© Amt 2023");
    assertThat(lines[2])
        .startsWith(
            "municipality,14521035,Aue-Bad"
                + " Schlema,Erzgebirgskreis,1,true,1,20500,20500,20500,2023,area-shares,trust,,,,,,trust,2023,3,true,");
    assertThat(lines[3]).isEmpty();
  }

  @Test
  void asGeoJsonItHoldsShapeAreasAndFacilities() throws Exception {
    var json = JSON.readTree(asFile("geojson", "{\"area\":" + box(12.6, 15, 50.5, 51.2) + "}"));
    assertThat(json.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(json.get("attribution").asText()).contains("© Amt 2023");
    var parts = json.findValuesAsText("part");
    assertThat(parts)
        .containsExactly("incident", "area", "area", "area", "area", "facility", "facility");
    assertThat(json.at("/features/1/properties/people").asInt()).isEqualTo(250_000);
    assertThat(json.at("/features/1/geometry/type").asText()).isEqualTo("Polygon");
  }

  @Test
  void theSheetSaysWhatMattersInBothLanguages() throws Exception {
    String question =
        "{\"area\":"
            + box(12.9, 13.2)
            + ",\"support\":{\"indicator\":\"help\"},\"groups\":[\"trust\"]}";
    String german = asFile("html&lang=de", question);
    assertThat(german)
        .contains(
            "<html lang=\"de\">",
            "Lage: gezeichnetes Gebiet",
            "rund 146.000",
            "20.500 sicher, 270.500 höchstens",
            "nach Flächenanteilen",
            "Beispieldaten: frei erfunden",
            "© Amt 2023, test-values",
            "Datenrevision 3",
            "sie ersetzen keine Erkundung vor Ort",
            "<svg",
            "Chemnitz")
        .doesNotContain("{0}", "{1}", "<script", "style=");
    String english = asFile("html&lang=en", question);
    assertThat(english)
        .contains(
            "<html lang=\"en\">",
            "Incident: drawn area",
            "about 146,000",
            "Example data: freely invented",
            "dl-de/by-2-0",
            "Revision of the data 3")
        .doesNotContain("{0}", "{1}");
  }

  /** Nobody counted is not nobody there, and what is counted is not all where numbers lack. */
  @Test
  void theSheetTellsUnknownFromNobody() throws Exception {
    assertThat(asFile("html", "{\"area\":" + box(2, 3, 48, 49) + "}"))
        .contains("<dt>Menschen im Gebiet</dt><dd><b>nicht bekannt</b><span></span></dd>")
        .contains("Das Gebiet liegt außerhalb aller Gebiete")
        .doesNotContain("Summe ganzer Gebiete");
    String unknown = "{\"area\":" + box(13.45, 13.7) + "}";
    assertThat(asFile("html", unknown))
        .contains("<dd><b>nicht bekannt</b><span></span></dd>")
        .contains("Zur Bevölkerung dieser Gebiete liegen keine Zahlen vor.")
        .doesNotContain("Summe ganzer Gebiete", "Die untere Zahl zählt nur");
    assertThat(ask(box(13.45, 13.7), "").get("people").isNull()).isTrue();
    assertThat(asFile("html&lang=de", "{\"area\":" + box(13.2, 13.6) + "}"))
        .contains(
            "<b>mindestens 56.000</b><span>ohne Gebiete, deren Bevölkerung nicht bekannt ist: 1 ·")
        .doesNotContain("Summe ganzer Gebiete");
    assertThat(asFile("html&lang=en", "{\"area\":" + box(13.3, 13.6) + "}"))
        .contains(
            "<b>about 28,000</b><span>0 to 56,000 · without areas whose population is not known: 1")
        .doesNotContain("at most");
  }

  /** A note that is left out would be read as if it were not so. */
  @Test
  void theSheetHasAllNotes() throws Exception {
    String more =
        ",\"support\":{\"indicator\":\"help\",\"period\":\"2023\"},\"neighbours\":3,\"groups\":[\"trust\"],"
            + "\"priorities\":{\"criteria\":[{\"indicator\":\"population\",\"role\":\"need\"},"
            + "{\"indicator\":\"help\",\"role\":\"support\"}]}";
    var notes = ask(box(13.3, 13.6), more).get("notes");
    assertThat(notes).hasSizeGreaterThan(7);
    for (var language : java.util.List.of("de", "en")) {
      String sheet = asFile("html&lang=" + language, "{\"area\":" + box(13.3, 13.6) + more + "}");
      for (var note : notes) {
        assertThat(sheet)
            .contains(org.sozialradar.server.text.Html.escape(note.get(language).asText()));
      }
    }
  }

  /** A value without its interval would look as if it were known exactly. */
  @Test
  void theSheetGivesEachSupportWithItsInterval() throws Exception {
    String question =
        "{\"area\":"
            + box(12.9, 13.2)
            + ",\"support\":{\"indicator\":\"help\",\"period\":\"2023\"},\"neighbours\":3}";
    var answer = JSON.readTree(asFile("json", question));
    String sheet = asFile("html&lang=en", question);
    int checked = 0;
    for (var part : java.util.List.of("areas", "neighbours")) {
      for (var area : answer.get(part)) {
        var support = area.get("support");
        if (!support.isNull() && !support.get("low").isNull()) {
          assertThat(sheet)
              .contains(
                  support.get("low").asText() + "–\u2060" + support.get("high").asText() + "</td>");
          checked++;
        }
      }
    }
    assertThat(checked).isPositive();
  }

  /** Of Weißwasser nobody knows how many live there: its values are in no mean. */
  @Test
  void whatAMeanLeavesOutForLackOfPeopleIsNamed() throws Exception {
    var answer =
        ask(
            box(12.7, 13.6),
            ",\"support\":{\"indicator\":\"help\",\"period\":\"2023\"},\"groups\":[\"help\"]");
    assertThat(answer.at("/support/missing").toString()).contains("\"14626600\"");
    assertThat(answer.at("/groups/0/missing")).isEqualTo(answer.at("/support/missing"));
    assertThat(answer.at("/support/status").asText()).isEqualTo("inputs-incomplete");
    assertThat(answer.get("notes").toString()).contains("oder keine Bevölkerung veröffentlicht");
    for (var area : answer.get("areas")) {
      if (area.get("code").asText().equals("14626600")) {
        assertThat(area.at("/support/value").isNumber()).isTrue();
      }
    }
  }

  /** A guess of nobody is a guess. */
  @Test
  void aRangeAroundNobodyIsNotCalledCounted() throws Exception {
    assertThat(asFile("html&lang=de", "{\"area\":" + box(12.98, 13.000001) + "}"))
        .contains("<td>rund 0 (0–\u206020.500)");
  }

  /** The style stands in the sheet, so that it can be kept as a file, and the policy lets it. */
  @Test
  void thePolicyLetsTheStyleOfTheSheetPass() throws Exception {
    var answer = server.ask(PATH + "?format=html", "{\"area\":" + box(12.9, 13.2) + "}");
    String html = new String(answer.body(), StandardCharsets.UTF_8);
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains(
            "style-src 'self' 'sha256-" + java.util.Base64.getEncoder().encodeToString(hash) + "'");
  }

  @Test
  void theSameQuestionHasTheSameAnswerByteForByte() throws Exception {
    String question = "{\"area\":" + box(12.9, 13.2) + ",\"support\":{\"indicator\":\"help\"}}";
    var first = server.ask(PATH, question);
    assertThat(server.ask(PATH, question).body()).isEqualTo(first.body());
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
  }
}
