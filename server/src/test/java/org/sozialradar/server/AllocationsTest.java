package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.config.Setting;

/** Questions about limited units, over the {@link TestCountry}. */
class AllocationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/allocations";
  private static final String DEMAND =
      "\"level\":\"municipality\",\"demand\":[{\"code\":\"14511000\",\"demand\":900},"
          + "{\"code\":\"14626110\",\"demand\":120,\"low\":60,\"high\":180},"
          + "{\"code\":\"14626600\",\"demand\":null}]";
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode answer(String question) throws Exception {
    var answer = server.ask(PATH, question);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void unitsGoWhereTheyCoverMostAndRulesHaveTheirPrice() throws Exception {
    var answer =
        answer(
            "{"
                + DEMAND
                + ",\"kinds\":[{\"id\":\"team\",\"number\":4,\"capacity\":200}],"
                + "\"rules\":{\"minimumPerDistrict\":1},\"draws\":20}");
    assertThat(answer.get("covered").asDouble()).isEqualTo(720);
    assertThat(answer.get("proven").asBoolean()).isTrue();
    assertThat(answer.at("/areas/0/units/team").asInt()).isEqualTo(3);
    assertThat(answer.at("/areas/1/units/team").asInt()).isEqualTo(1);
    assertThat(answer.at("/areas/1/district").asText()).isEqualTo("14626");
    assertThat(answer.at("/areas/1/chosen").asDouble()).isEqualTo(1);
    assertThat(answer.at("/rules/0/price").asDouble()).isEqualTo(80);
    assertThat(answer.at("/rules/0/text/de").asText()).contains("Bedarf von 80 ungedeckt");
    assertThat(answer.at("/missing/0/code").asText()).isEqualTo(TestCountry.WEISSWASSER);
    assertThat(answer.get("areas")).hasSize(2);
    assertThat(answer.get("notes").findValuesAsText("kind"))
        .containsExactly("areas", "proven", "draws", "missing");
    assertThat(answer.get("attribution").asText()).isNotBlank();
  }

  private static final String PRIORITIES =
      "{\"method\":\"weighted-sum\",\"seed\":4,\"criteria\":["
          + "{\"indicator\":\"strain\",\"role\":\"need\",\"weight\":3},"
          + "{\"indicator\":\"help\",\"role\":\"support\",\"weight\":1}]}";

  private static String prioritised(String by, String kinds) {
    return "{\"level\":\"municipality\",\"demand\":{\"priorities\":%s%s},\"kinds\":[%s]}"
        .formatted(PRIORITIES, by, kinds);
  }

  @Test
  void prioritiesAreADemandWithTheirOwnDraws() throws Exception {
    String one = "{\"id\":\"team\",\"number\":1}";
    var areas = answer(prioritised(",\"by\":\"areas\"", one));
    var ranks =
        JSON.readTree(
            server
                .ask(
                    "/api/priorities",
                    PRIORITIES.replace("{\"method\"", "{\"level\":\"municipality\",\"method\""))
                .body());
    assertThat(areas.at("/priorities/id")).isEqualTo(ranks.get("id"));
    assertThat(areas.get("seed").asInt()).isEqualTo(4);
    assertThat(areas.get("areas")).hasSize(4);
    for (var ranked : ranks.get("areas")) {
      var served = area(areas, ranked.get("code").asText());
      assertThat(served.get("demand").asDouble())
          .isCloseTo(ranked.get("score").asDouble(), within(6e-5));
      // One team goes where the score is highest, and so it is in the draws.
      assertThat(served.get("units").has("team")).isEqualTo(ranked.get("rank").asInt() == 1);
    }
    // Weißwasser comes first by its score; Chemnitz has the people.
    assertThat(area(areas, TestCountry.WEISSWASSER).at("/units/team").asInt()).isEqualTo(1);
    assertThat(areas.at("/unit/de").asText()).contains("je Gebiet");
    var people = answer(prioritised("", one));
    assertThat(area(people, TestCountry.CHEMNITZ).at("/units/team").asInt()).isEqualTo(1);
    double weighted = 0.25 * 250_000;
    assertThat(area(people, TestCountry.CHEMNITZ).get("demand").asDouble())
        .isCloseTo(weighted, within(.1 * weighted));
    assertThat(people.at("/missing/0/code").asText()).isEqualTo(TestCountry.WEISSWASSER);
    assertThat(people.at("/missing/0/indicators/0").asText()).isEqualTo("population");
    assertThat(people.get("notes").findValuesAsText("kind"))
        .containsExactly("areas", "proven", "draws", "missing", "priorities");
  }

  @Test
  void howOftenAnAreaIsChosenIsHowOftenItComesFirst() throws Exception {
    // A single team in each draw goes to the first area: 1000 draws are those of the ranks.
    String question = prioritised(",\"by\":\"areas\"", "{\"id\":\"team\",\"number\":1}");
    var chosen = answer(question.replace("\"kinds\"", "\"draws\":1000,\"kinds\""));
    var ranks =
        JSON.readTree(
            server
                .ask(
                    "/api/priorities",
                    PRIORITIES.replace(
                        "{\"method\"", "{\"level\":\"municipality\",\"top\":1,\"method\""))
                .body());
    for (var ranked : ranks.get("areas")) {
      assertThat(area(chosen, ranked.get("code").asText()).get("chosen").asDouble())
          .isCloseTo(ranked.get("topProbability").asDouble(), within(1e-9));
    }
  }

  private static JsonNode area(JsonNode answer, String code) {
    for (var one : answer.get("areas")) {
      if (one.get("code").asText().equals(code)) {
        return one;
      }
    }
    throw new AssertionError("no area " + code + " in " + answer.get("areas"));
  }

  @Test
  void straightLinesSayWhatIsInReach() throws Exception {
    // Görlitz and Weißwasser are 0.2 degrees apart here, some 14 km; Chemnitz is farther.
    String start =
        "{\"level\":\"municipality\",\"draws\":0,\"demand\":[{\"code\":\"14511000\",\"demand\":5},"
            + "{\"code\":\"14626110\",\"demand\":4},{\"code\":\"14626600\",\"demand\":3}],"
            + "\"kinds\":[{\"id\":\"mast\",\"number\":1,\"radius\":";
    assertThat(answer(start + "100}]}").get("covered").asDouble()).isEqualTo(5);
    assertThat(answer(start + "20000}]}").get("covered").asDouble()).isEqualTo(7);
    assertThat(answer(start + "900000}]}").get("covered").asDouble()).isEqualTo(12);
    assertThat(answer(start + "900000}]}").at("/areas/0/chosen").isNull()).isTrue();
    String own = "2}],\"travel\":[{\"from\":\"14511000\",\"to\":\"14626600\",\"distance\":1}]}";
    assertThat(answer(start + own).get("covered").asDouble()).isEqualTo(8);
  }

  @Test
  void sitesAreAreasCoordinatesOrPlacesOfOnesOwn() throws Exception {
    // A site in the middle of Görlitz, 13.3 50.9, with two units, and one in Chemnitz with one.
    String start =
        "{\"level\":\"municipality\",\"draws\":0,\"demand\":[{\"code\":\"14511000\",\"demand\":5},"
            + "{\"code\":\"14626110\",\"demand\":4},{\"code\":\"14626600\",\"demand\":3}],"
            + "\"kinds\":[{\"id\":\"team\",\"capacity\":2,\"radius\":";
    String two =
        "20000,\"sites\":[{\"id\":\"depot\",\"lon\":13.3,\"lat\":50.9,\"number\":2},"
            + "{\"code\":\"14511000\",\"number\":1}]}]}";
    var answer = answer(start + two);
    assertThat(answer.get("covered").asDouble()).isEqualTo(6);
    assertThat(answer.at("/used/team@depot").asInt()).isEqualTo(2);
    assertThat(answer.at("/areas/0/units/team@14511000").asInt()).isEqualTo(1);
    String unnamed = "1,\"number\":3,\"sites\":[{\"lon\":13.3,\"lat\":50.9}]}]}";
    assertThat(answer(start + unnamed).get("covered").asDouble()).isEqualTo(4);
    String own =
        "9,\"sites\":[{\"id\":\"depot\",\"number\":3}]}],"
            + "\"travel\":[{\"from\":\"depot\",\"to\":\"14626600\",\"distance\":8}]}";
    assertThat(answer(start + own).get("covered").asDouble()).isEqualTo(3);
  }

  @Test
  void theSameQuestionHasTheSameAnswerByteForByte(@TempDir Path folder) throws Exception {
    String question =
        "{"
            + DEMAND
            + ",\"kinds\":[{\"id\":\"team\",\"number\":4,\"capacity\":200}],\"draws\":50,\"seed\":7}";
    var first = server.ask(PATH, question).body();
    assertThat(server.ask(PATH, question).body()).isEqualTo(first);
    // Another server has nothing to remember.
    try (var other = TestServer.overTestCountry(folder, Map.of(Setting.COSTLY_PER_MINUTE, "0"))) {
      assertThat(other.ask(PATH, question).body()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      textBlock =
          """
          {}                                                                   | 400 | missing-field
          {DEMAND,"kind":1}                                                    | 400 | unknown-field
          {DEMAND}                                                             | 400 | allocation-unfit
          {DEMAND,"kinds":[{"id":"a"}]}                                        | 400 | missing-field
          {DEMAND,"kinds":[{"id":"a","number":-1}]}                            | 400 | field-out-of-range
          {DEMAND,"kinds":[{"id":"a","number":1,"capacity":0}]}                | 400 | allocation-unfit
          {DEMAND,"kinds":[{"id":"a","number":1,"cost":-1}]}                   | 400 | field-out-of-range
          {DEMAND,"kinds":[{"id":"a","number":20001}]}                         | 400 | field-out-of-range
          {DEMAND,"kinds":[{"id":"a","number":1,"sites":["99"],"radius":1}]}   | 404 | unknown-area
          {DEMAND,"kinds":[{"id":"a","sites":[{"lon":13}],"radius":1}]}        | 400 | missing-field
          {DEMAND,"kinds":[{"id":"a","sites":[{"lon":13,"lat":99}],"radius":1}]} | 400 | field-out-of-range
          {DEMAND,"kinds":[{"id":"a","number":1,"sites":[{"id":"x"}],"radius":1}]} | 400 | allocation-unfit
          {DEMAND,"kinds":[{"id":"a","number":2,"sites":[{"code":"14511000","number":1}],"radius":1}]} | 400 | bad-field
          {DEMAND,"kinds":[{"id":"a","number":1}],"rules":{"budget":0}}        | 400 | allocation-unfit
          {DEMAND,"kinds":[{"id":"a","number":1}],"rules":{"districts":["99"]}} | 400 | allocation-unfit
          {DEMAND,"kinds":[{"id":"a","number":1}],"rules":{"minimumPerDistrict":1}} | 400 | rules-contradict
          {DEMAND,"kinds":[{"id":"a","number":1}],"edition":"1900"}            | 404 | unknown-edition
          {DEMAND,"kinds":[{"id":"a","number":1}],"draws":1001}                | 400 | field-out-of-range
          {"level":"municipality","demand":{}}                                 | 400 | missing-field
          {"level":"municipality","demand":{"priorities":{}}}                  | 400 | missing-field
          {"level":"municipality","demand":{"priorities":PRIORITIES,"by":"x"}} | 400 | bad-field
          {"level":"municipality","demand":{"priorities":PRIORITIES},"seed":5} | 400 | bad-field
          {"level":"district","demand":{"priorities":{"level":"municipality"}}} | 400 | bad-field
          {"level":"municipality","demand":{"priorities":PRIORITIES}}          | 400 | allocation-unfit
          {"level":"municipality","demand":{"priorities":{"criteria":[{"indicator":"help","role":"support","weight":0}]}}} | 400 | weights-zero
          {"level":"municipality","demand":[{"code":"99","demand":1}]}         | 404 | unknown-area
          {"level":"municipality","demand":[{"code":"14511000","demand":-1}]}  | 400 | field-out-of-range
          {"level":"municipality","demand":[{"code":"14511000","demand":0}],"kinds":[{"id":"a","number":1}]} | 400 | allocation-unfit
          """)
  void whatCannotBeAnsweredIsRefusedWithItsReason(String question, int status, String type)
      throws Exception {
    var answer =
        server.ask(PATH, question.replace("DEMAND", DEMAND).replace("PRIORITIES", PRIORITIES));
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("{0", "{1");
  }

  @Test
  void rulesThatContradictEachOtherAreNamed() throws Exception {
    String question =
        "{"
            + DEMAND
            + ",\"kinds\":[{\"id\":\"a\",\"number\":1}],\"rules\":{\"minimumPerDistrict\":1}}";
    var english = server.ask(PATH, question, "Accept-Language", "en").body();
    assertThat(JSON.readTree(english).get("detail").asText())
        .contains("number:a", "minimum:14511", "minimum:14626");
    assertThat(JSON.readTree(server.ask(PATH, question).body()).get("title").asText())
        .contains("Regeln");
  }
}
