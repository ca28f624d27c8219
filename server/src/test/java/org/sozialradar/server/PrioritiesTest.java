package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.config.Setting;

/** Questions about priorities, over the {@link TestCountry}. */
class PrioritiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/priorities";
  private static final String CRITERIA =
      "\"criteria\":[{\"indicator\":\"strain\",\"role\":\"need\",\"weight\":3},"
          + "{\"indicator\":\"help\",\"role\":\"support\",\"weight\":1}]";
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
  void areasComeInOrderWithWhatMakesUpTheirScores() throws Exception {
    // strain is 1.5, 1.65, 1.8, 1.95 and help 3, 3.3, 3.6, 3.9: strain raises, help lowers.
    var answer =
        answer("{\"level\":\"municipality\",\"method\":\"weighted-sum\"," + CRITERIA + "}");
    assertThat(answer.get("ranked").asInt()).isEqualTo(4);
    assertThat(answer.get("areas")).hasSize(4);
    assertThat(answer.get("areas").findValuesAsText("name").get(0)).isEqualTo("Weißwasser/O.L.");
    double[] scores = {.75, 0.58, 0.42, 0.25};
    for (int i = 0; i < scores.length; i++) {
      var area = answer.get("areas").get(i);
      assertThat(area.get("score").asDouble()).isCloseTo(scores[i], within(.01));
      double sum =
          area.at("/contributions/strain").asDouble() + area.at("/contributions/help").asDouble();
      assertThat(sum).isCloseTo(area.get("score").asDouble(), within(2e-6));
      assertThat(area.get("rank").asInt()).isEqualTo(i + 1);
      assertThat(area.get("rankLow").asInt()).isLessThanOrEqualTo(i + 1);
      assertThat(area.get("rankHigh").asInt()).isGreaterThanOrEqualTo(i + 1);
      assertThat(area.get("rankWithoutSupport").asInt()).isEqualTo(i + 1);
    }
    assertThat(answer.get("decisive").asText()).isEqualTo("strain");
    assertThat(answer.at("/criteria/0/weight").asDouble()).isEqualTo(.75);
    assertThat(answer.at("/criteria/0/period").asText()).isEqualTo("2023");
    assertThat(answer.at("/criteria/1/direction").asText()).isEqualTo("lowers");
    assertThat(answer.get("pairs")).hasSize(6);
    assertThat(answer.get("attribution").asText()).isNotBlank();
  }

  @Test
  void theSameQuestionHasTheSameAnswerByteForByte() throws Exception {
    String question = "{\"level\":\"municipality\",\"seed\":5," + CRITERIA + "}";
    var first = server.ask(PATH, question).body();
    String other = "{" + CRITERIA + ",\"seed\":5,\"edition\":null,\"level\":\"municipality\"}";
    assertThat(server.ask(PATH, other).body()).isEqualTo(first);
    var seed = answer("{\"level\":\"municipality\",\"seed\":6," + CRITERIA + "}");
    assertThat(seed.get("id")).isNotEqualTo(JSON.readTree(first).get("id"));
  }

  @Test
  void whatCountsTwiceIsSaid() throws Exception {
    // The model help rests on trust alone; the index strain does not say what it rests on here.
    var answer =
        answer(
            "{\"level\":\"municipality\",\"edition\":\"2023\",\"criteria\":["
                + "{\"indicator\":\"help\",\"role\":\"support\",\"weight\":1},"
                + "{\"indicator\":\"strain\",\"role\":\"need\",\"weight\":1}]}");
    assertThat(answer.get("double")).isEmpty();
    assertThat(kinds(answer)).contains("areas", "draws", "unknown-error", "shared-unknown");
    assertThat(answer.at("/notes/0/text/de").asText()).contains("Gebiete, keine Menschen");
  }

  private static List<String> kinds(JsonNode answer) {
    return answer.get("notes").findValuesAsText("kind");
  }

  @Test
  void anAreaWithoutAValueIsNamedAndNotRanked() throws Exception {
    var answer =
        answer(
            "{\"level\":\"municipality\",\"method\":\"topsis\",\"criteria\":["
                + "{\"indicator\":\"population\",\"role\":\"hazard\"},"
                + "{\"indicator\":\"help\",\"role\":\"support\"}]}");
    assertThat(answer.get("ranked").asInt()).isEqualTo(3);
    assertThat(answer.get("top").asInt()).isEqualTo(3);
    var last = answer.get("areas").get(3);
    assertThat(last.get("code").asText()).isEqualTo(TestCountry.WEISSWASSER);
    assertThat(last.get("missing").toString()).isEqualTo("[\"population\"]");
    assertThat(last.get("rank").isNull()).isTrue();
    assertThat(kinds(answer)).contains("unranked");
  }

  @Test
  void districtsAreMeansOfTheirMunicipalitiesByPopulation() throws Exception {
    var answer =
        answer(
            "{\"level\":\"district\",\"method\":\"weighted-sum\",\"criteria\":["
                + "{\"indicator\":\"help\",\"role\":\"support\"}]}");
    // Nobody knows how many live in Weißwasser, so there is no mean of its district.
    assertThat(answer.get("ranked").asInt()).isEqualTo(2);
    assertThat(answer.at("/areas/2/code").asText()).isEqualTo("14626");
    assertThat(answer.at("/areas/2/missing/0").asText()).isEqualTo("help");
    assertThat(kinds(answer)).contains("formed");
    assertThat(answer.at("/criteria/0/nativeLevel").asText()).isEqualTo("municipality");
  }

  @Test
  void areasCanBeChosenByHolderCodesAndPeers() throws Exception {
    String start = "{\"level\":\"municipality\",\"top\":1," + CRITERIA + ",";
    assertThat(answer(start + "\"within\":{\"district\":\"14626\"}}").get("ranked").asInt())
        .isEqualTo(2);
    assertThat(
            answer(start + "\"within\":{\"codes\":[\"14511000\",\"14626110\"]}}")
                .get("ranked")
                .asInt())
        .isEqualTo(2);
    assertThat(
            answer(start + "\"within\":{\"codes\":[\"14626110\"]},\"peers\":{\"district\":true}}")
                .get("areas")
                .findValuesAsText("code"))
        .containsExactlyInAnyOrder("14626110", "14626600");
    assertThat(
            answer(start + "\"peers\":{\"size\":\"20000-99999\"}}")
                .get("areas")
                .findValuesAsText("code"))
        .containsExactlyInAnyOrder("14521035", "14626110");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      textBlock =
          """
          {                                                              | 400 | body-unreadable
          []                                                             | 400 | body-unreadable
          {"level":"municipality","level":"x"}                           | 400 | body-unreadable
          {"level":"municipality"}                                       | 400 | missing-field
          {CRITERIA}                                                     | 400 | missing-field
          {"level":"municipality","wieght":1,CRITERIA}                   | 400 | unknown-field
          {"level":"parish",CRITERIA}                                    | 404 | unknown-level
          {"level":"municipality","edition":"1900",CRITERIA}             | 404 | unknown-edition
          {"level":"municipality","within":{"district":"99"},CRITERIA}   | 404 | unknown-area
          {"level":"municipality","within":{"moon":"1"},CRITERIA}        | 400 | bad-field
          {"level":"municipality","within":{"codes":["x y"]},CRITERIA}   | 404 | unknown-area
          {"level":"municipality","within":{"codes":[]},CRITERIA}        | 400 | too-few-areas
          {"level":"municipality","peers":{"size":"1-2"},CRITERIA}       | 400 | bad-field
          {"level":"municipality","peers":{"district":true},CRITERIA}    | 400 | bad-field
          {"level":"municipality","method":"league",CRITERIA}            | 400 | bad-field
          {"level":"municipality","draws":999,CRITERIA}                  | 400 | field-out-of-range
          {"level":"municipality","draws":10001,CRITERIA}                | 400 | field-out-of-range
          {"level":"municipality","draws":1e99,CRITERIA}                 | 400 | bad-field
          {"level":"municipality","seed":99999999999999999999,CRITERIA}  | 400 | field-out-of-range
          {"level":"municipality","top":5,CRITERIA}                      | 400 | first-out-of-range
          {"level":"municipality","exponents":{"a":6},CRITERIA}          | 400 | field-out-of-range
          {"level":"municipality","criteria":[{"indicator":"moon","role":"need"}]} | 404 | unknown-indicator
          {"level":"municipality","criteria":[{"indicator":"help","role":"luck"}]} | 400 | bad-field
          {"level":"municipality","criteria":[{"indicator":"help","role":"need","weight":-1}]} | 400 | field-out-of-range
          {"level":"municipality","method":"topsis","criteria":[{"indicator":"help","role":"need","weight":0}]} | 400 | weights-zero
          {"level":"municipality","criteria":[{"indicator":"help","role":"need"}]} | 400 | axis-missing
          {"level":"municipality","criteria":[{"indicator":"help","role":"need","period":"1900"}]} | 404 | no-values
          {"level":"municipality","criteria":[{"indicator":"help","role":"need","period":"now"}]} | 400 | bad-field
          {"level":"municipality","criteria":[{"indicator":"help","role":"need"},{"indicator":"help","role":"support"}]} | 400 | criterion-twice
          {"level":"municipality","method":"topsis","criteria":[{"indicator":"cohesion","role":"support"}]} | 400 | too-many-missing
          """)
  void whatCannotBeAnsweredIsRefusedWithItsReason(String question, int status, String type)
      throws Exception {
    var answer = server.ask(PATH, question.replace("CRITERIA", CRITERIA));
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("{0", "{1");
  }

  @Test
  void gapsAreListedInBothLanguages() throws Exception {
    String question =
        "{\"level\":\"municipality\",\"method\":\"topsis\",\"criteria\":["
            + "{\"indicator\":\"cohesion\",\"role\":\"support\"}]}";
    var german = JSON.readTree(server.ask(PATH, question).body()).get("detail").asText();
    assertThat(german).contains("„cohesion“", "2 von 4", TestCountry.AUE, TestCountry.WEISSWASSER);
    var english =
        JSON.readTree(server.ask(PATH, question, "Accept-Language", "en").body())
            .get("detail")
            .asText();
    assertThat(english).contains("“cohesion”", "2 of 4", TestCountry.AUE);
  }

  @Test
  void onlyQuestionsInJsonAreTaken() throws Exception {
    var get = server.get(PATH);
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("Allow")).hasValue("POST");
    var plain = server.send("POST", PATH);
    assertThat(plain.statusCode()).isEqualTo(415);
    assertThat(server.send("DELETE", PATH).statusCode()).isEqualTo(405);
    try (var raw = new RawConnection(server.address("/"))) {
      raw.send(
          "POST "
              + PATH
              + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 300000\r\n\r\n");
      assertThat(raw.read(false).status()).isEqualTo(413);
    }
    assertThat(server.ask("/api/catalog", "{}").statusCode()).isEqualTo(405);
    var answer = server.ask(PATH, "{\"level\":\"municipality\"," + CRITERIA + "}");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }
}
