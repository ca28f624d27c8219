package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.config.Setting;

/**
 * Questions to models: over the {@link TestCountry}, and over the {@link SuppressedCountry}, whose
 * models were fitted.
 */
class ScenariosTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/scenarios";
  private static final String HELP = "\"model\":\"test-network\",\"outcome\":\"help\"";
  private static TestServer server;
  private static TestServer fitted;

  @BeforeAll
  static void start(@TempDir Path folder) {
    var settings = Map.of(Setting.COSTLY_PER_MINUTE, "0");
    server = TestServer.overTestCountry(folder.resolve("a"), settings);
    fitted = TestServer.over(SuppressedCountry.store(folder.resolve("b")), settings);
  }

  @AfterAll
  static void stop() {
    server.close();
    fitted.close();
  }

  private static JsonNode answer(TestServer asked, String question) throws Exception {
    var answer = asked.ask(PATH, question);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String crisis(String outcome, String areas, String changes) {
    return "{\"model\":\"crisis\",\"outcome\":\"%s\",\"areas\":%s,\"changes\":[%s]}"
        .formatted(outcome, areas, changes);
  }

  /** β and Q from the method document that everybody can read, and the arithmetic by hand. */
  @Test
  void changesFollowFromThePublishedCoefficients() throws Exception {
    var method = JSON.readTree(fitted.get("/api/models/crisis_cohesion").body());
    double slope = method.at("/document/fit/coefficients/1/value").asDouble();
    double error = Math.sqrt(method.at("/document/fit/covariance/1/1").asDouble());
    var answer =
        answer(
            fitted,
            crisis("cohesion", "{\"all\":true}", "{\"indicator\":\"community\",\"shift\":0.2}"));
    var areas = answer.get("areas");
    assertThat(areas.get("codes")).hasSize(40);
    for (int i = 0; i < 40; i++) {
      assertThat(areas.at("/change/value").get(i).asDouble())
          .isCloseTo(0.2 * slope, within(0.00051));
      assertThat(areas.at("/change/lower").get(i).asDouble())
          .isCloseTo(0.2 * (slope - 1.959963984540054 * error), within(0.00051));
      assertThat(areas.at("/contributions/community").get(i).asDouble())
          .isEqualTo(areas.at("/change/value").get(i).asDouble());
      assertThat(areas.at("/after/value").get(i).asDouble())
          .isCloseTo(areas.at("/before/value").get(i).asDouble() + 0.2 * slope, within(0.0051));
    }
    assertThat(answer.get("draws").asInt()).isEqualTo(1000);
    assertThat(answer.get("seed").asInt()).isEqualTo(1);
  }

  @Test
  void beforeIsWhatIsPublished() throws Exception {
    for (var outcome : List.of("cohesion", "support")) {
      var values =
          JSON.readTree(
              fitted
                  .get(
                      "/api/revisions/3/indicators/crisis_%s/values?level=municipality&period=2022"
                          .formatted(outcome))
                  .body());
      var before = answer(fitted, crisis(outcome, "{\"all\":true}", "")).at("/areas/before");
      assertThat(before.get("value").toString()).isEqualTo(plain(values.get("values")));
      assertThat(before.get("lower").toString()).isEqualTo(plain(values.get("lower")));
      assertThat(before.get("upper").toString()).isEqualTo(plain(values.get("upper")));
    }
  }

  private static String plain(JsonNode numbers) {
    return numbers.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cohesion", "support"})
  void whatDoesNotChangeHasNoEffectAndNoInterval(String outcome) throws Exception {
    for (var change : List.of("", "{\"indicator\":\"community\",\"factor\":1}")) {
      var areas = answer(fitted, crisis(outcome, "{\"all\":true}", change)).get("areas");
      assertThat(areas.get("after")).isEqualTo(areas.get("before"));
      for (int i = 0; i < 40; i++) {
        assertThat(areas.at("/change/value").get(i).asDouble()).isZero();
        assertThat(areas.at("/change/lower").get(i).isNull()).isTrue();
      }
      assertThat(areas.get("outside")).isEmpty();
      assertThat(areas.get("extrapolated")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cohesion", "support"})
  void moreHasAnEffectAndEvenMoreALargerOne(String outcome) throws Exception {
    double last = 0;
    for (int step = 1; step <= 4; step++) {
      var change = "{\"indicator\":\"community\",\"shift\":" + step / 10.0 + "}";
      var answer = answer(fitted, crisis(outcome, "{\"codes\":[\"14010005\"]}", change));
      double now = answer.at("/areas/change/value/0").asDouble();
      double back =
          answer(
                  fitted,
                  crisis(
                      outcome,
                      "{\"codes\":[\"14010005\"]}",
                      change.replace("shift\":", "shift\":-")))
              .at("/areas/change/value/0")
              .asDouble();
      if (outcome.equals("cohesion")) {
        assertThat(back).isEqualTo(-now);
      } else {
        assertThat(now).isGreaterThan(last);
        assertThat(back).isNegative();
      }
      last = now;
    }
  }

  @Test
  void kindsOfChangeSayTheSameInOtherWords() throws Exception {
    // Municipality 5 has 35/40 = 0.875, municipality 1 has 0.175; the 40 values are 0, 0.025 …
    // 0.975.
    var expected = change("\"absolute\":0.175");
    assertThat(change("\"shift\":-0.7")).isEqualTo(expected);
    assertThat(change("\"relative\":-80")).isEqualTo(expected);
    assertThat(change("\"factor\":0.2")).isEqualTo(expected);
    assertThat(change("\"like\":\"14010001\"")).isEqualTo(expected);
    assertThat(change("\"percentile\":17.94871794871795")).isEqualTo(expected);
  }

  private static JsonNode change(String how) throws Exception {
    return answer(
            fitted,
            crisis(
                "support",
                "{\"codes\":[\"14010005\"]}",
                "{\"indicator\":\"community\"," + how + "}"))
        .at("/areas/change");
  }

  @Test
  void whatLiesOutsideIsSaidWithTheIndicator() throws Exception {
    var answer =
        answer(
            fitted,
            crisis(
                "support",
                "{\"district\":\"14010\"}",
                "{\"indicator\":\"community\",\"absolute\":7}"));
    assertThat(answer.at("/areas/codes")).hasSize(10);
    assertThat(answer.at("/areas/outside/14010005/0").asText()).isEqualTo("community");
    assertThat(answer.at("/areas/extrapolated")).hasSize(10);
    assertThat(answer.get("notes").findValuesAsText("kind"))
        .contains("association", "outside", "extrapolated", "unweighted");
    assertThat(answer.at("/notes/0/text/de").asText()).contains("keine Ursachen");
    assertThat(answer.at("/notes/0/text/en").asText()).contains("no causes");
    assertThat(answer.at("/covariates/0/observed/upper").asDouble()).isLessThan(1);
  }

  /** The two are predicted from their covariates alone, like those where nobody was asked. */
  @Test
  void suppressedAreasAreSyntheticAndTellNothing() throws Exception {
    var answer =
        answer(
            fitted,
            crisis("support", "{\"all\":true}", "{\"indicator\":\"community\",\"shift\":0.1}"));
    var synthetic = new java.util.TreeSet<String>();
    answer.at("/areas/synthetic").forEach(code -> synthetic.add(code.asText()));
    assertThat(synthetic)
        .containsAll(SuppressedCountry.SUPPRESSED.stream().map(Object::toString).toList())
        .contains("14040030", "14040039")
        .doesNotContain("14010005");
    assertThat(answer.toString()).doesNotContain("77.7", "4.108");
  }

  @Test
  void districtsAndTheSelectionAreMeansByPopulation() throws Exception {
    var answer =
        answer(
            server,
            "{"
                + HELP
                + ",\"areas\":{\"codes\":[\"14511000\",\"14521035\"]},\"changes\":"
                + "[{\"indicator\":\"trust\",\"shift\":1}]}");
    assertThat(answer.at("/areas/change/value/0").asDouble()).isEqualTo(0.4);
    assertThat(answer.at("/areas/change/lower/0").asDouble())
        .isCloseTo(0.4 - 1.96 * 0.05, within(0.0006));
    // The second lacks a value that its prediction rests on.
    assertThat(answer.get("missing").toString()).isEqualTo("[\"14521035\"]");
    assertThat(answer.at("/selection/weighted").asInt()).isEqualTo(1);
    assertThat(answer.get("notes").findValuesAsText("kind")).contains("missing");
    assertThat(answer.at("/selection/change/value").asDouble()).isEqualTo(0.4);
    assertThat(answer.at("/selection/before/value").asDouble()).isEqualTo(3);
    assertThat(answer.get("districts")).isNotEmpty();
    assertThat(answer.get("attribution").asText()).isNotBlank();
  }

  @Test
  void polygonsChooseTheAreasWhoseInnerPointTheyHold() throws Exception {
    var box =
        "{\"polygon\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[12,50.7],[12.25,50.7],[12.25,51.1],[12,51.1],[12,50.7]]]}}";
    var codes = answer(fitted, crisis("support", box, "")).at("/areas/codes");
    assertThat(codes).hasSize(5);
    assertThat(codes.get(4).asText()).isEqualTo("14010004");
  }

  @Test
  void theSameQuestionHasTheSameAnswerByteForByte() throws Exception {
    var question =
        crisis("support", "{\"all\":true}", "{\"indicator\":\"community\",\"shift\":0.1}");
    var first = fitted.ask(PATH, question);
    assertThat(fitted.ask(PATH, question).body()).isEqualTo(first.body());
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      textBlock =
          """
          {"outcome":"help","areas":{"all":true}}                         | 400 | missing-field | model
          {"model":"test-network","areas":{"all":true}}                   | 400 | missing-field | outcome
          {HELP}                                                          | 400 | missing-field | areas
          {HELP,"areas":{"all":true},"x":1}                               | 400 | unknown-field | x
          {"model":"moon","outcome":"help","areas":{"all":true}}          | 404 | unknown-result | model
          {"model":"test-network","outcome":"flood","areas":{"all":true}} | 404 | unknown-result | outcome
          {"model":"test-network","outcome":"cohesion","areas":{"all":true}} | 400 | not-modelled | outcome
          {"model":"trust","outcome":"help","areas":{"all":true}}         | 400 | not-modelled | model
          {HELP,"period":"1999","areas":{"all":true}}                     | 404 | no-values | .
          {HELP,"period":"now","areas":{"all":true}}                      | 400 | bad-parameter | period
          {HELP,"areas":{}}                                               | 400 | not-one-field | areas
          {HELP,"areas":{"all":true,"codes":["14"]}}                      | 400 | not-one-field | areas
          {HELP,"areas":{"all":false}}                                    | 400 | empty-selection | areas
          {HELP,"areas":{"codes":[]}}                                     | 400 | empty-selection | areas
          {HELP,"areas":{"codes":["99"]}}                                 | 404 | unknown-area | code
          {HELP,"areas":{"district":"99"}}                                | 404 | unknown-area | code
          {HELP,"areas":{"moon":"1"}}                                     | 400 | bad-field | areas
          {HELP,"areas":{"codes":["14626110"]}}                           | 400 | area-not-modelled | areas
          {HELP,"areas":{"polygon":{"type":"Point","coordinates":[1,2]}}} | 400 | bad-field | areas.polygon
          {HELP,"areas":{"polygon":{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}}} | 400 | bad-field | areas.polygon
          {HELP,"areas":{"polygon":{"type":"Polygon","coordinates":[[[1,2],[999,4],[1,3],[1,2]]]}}} | 400 | bad-field | areas.polygon
          {HELP,"areas":{"polygon":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}} | 400 | polygon-crosses | areas.polygon
          {HELP,"areas":{"polygon":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,0]]]}}} | 400 | empty-selection | areas
          {HELP,ALL,"changes":[{"indicator":"population","shift":1}]}     | 400 | no-covariate | changes[0].indicator
          {HELP,ALL,"changes":[{"indicator":"moon","shift":1}]}           | 400 | no-covariate | changes[0].indicator
          {HELP,ALL,"changes":[{"indicator":"trust"}]}                    | 400 | not-one-field | changes[0].absolute
          {HELP,ALL,"changes":[{"indicator":"trust","absolute":1,"relative":2}]} | 400 | not-one-field | changes[0].relative
          {HELP,ALL,"changes":[{"indicator":"trust","shift":1},{"indicator":"trust","shift":2}]} | 400 | field-twice | changes[1].indicator
          {HELP,ALL,"changes":[{"indicator":"trust","absolute":1e999}]}   | 400 | field-out-of-range | changes[0].absolute
          {HELP,ALL,"changes":[{"indicator":"trust","absolute":"NaN"}]}   | 400 | bad-field | changes[0].absolute
          {HELP,ALL,"changes":[{"indicator":"trust","relative":-101}]}    | 400 | field-out-of-range | changes[0].relative
          {HELP,ALL,"changes":[{"indicator":"trust","percentile":101}]}   | 400 | field-out-of-range | changes[0].percentile
          {HELP,ALL,"changes":[{"indicator":"trust","like":"99"}]}        | 404 | unknown-area | code
          {HELP,ALL,"changes":[{"indicator":"trust","like":"14626110"}]}  | 400 | area-not-modelled | changes[0].like
          {HELP,ALL,"draws":10}                                           | 400 | field-out-of-range | draws
          """)
  void whatCannotBeAnsweredIsRefusedWithItsReason(
      String question, int status, String type, String parameter) throws Exception {
    var answer =
        server.ask(PATH, question.replace("HELP", HELP).replace("ALL", "\"areas\":{\"all\":true}"));
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem.path("parameter").asText(".")).isEqualTo(parameter);
    assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("{0", "{1");
  }

  @Test
  void aPolygonOfTooManyCornersIsRefused() throws Exception {
    var ring =
        IntStream.rangeClosed(0, 10_001)
            .mapToObj(
                i ->
                    "[%.6f,%.6f]"
                        .formatted(
                            Math.cos(i * 2 * Math.PI / 10_001), Math.sin(i * 2 * Math.PI / 10_001)))
            .collect(Collectors.joining(","));
    var answer =
        server.ask(
            PATH,
            "{"
                + HELP
                + ",\"areas\":{\"polygon\":{\"type\":\"Polygon\",\"coordinates\":[["
                + ring
                + "]]}}}");
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/polygon-too-large");
    assertThat(problem.get("parameter").asText()).isEqualTo("areas.polygon");
  }
}
