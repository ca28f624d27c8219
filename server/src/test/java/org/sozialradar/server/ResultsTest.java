package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was computed, how, and how areas compare, over the {@link TestResults}. */
class ResultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMPARE = "/api/comparisons?level=municipality&indicator=";
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String text(String path) throws Exception {
    var answer = server.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(text(path));
  }

  @Test
  void allResultsAreListedWithTheirMethods() throws Exception {
    var results = json("/api/results").get("results");
    assertThat(results.findValuesAsText("id")).containsExactly("cohesion", "help", "strain");
    assertThat(results.findValuesAsText("kind")).containsExactly("survey", "model", "index");
    assertThat(results.at("/0/periods/0/definitionSha256").asText()).isEqualTo("ab".repeat(32));
    for (var address : results.findValuesAsText("method")) {
      assertThat(json(address).at("/document/definitionSha256").asText()).hasSize(64);
    }
    assertThat(json("/api/models").get("results").findValuesAsText("id")).containsExactly("help");
    assertThat(json("/api/indices").get("results").findValuesAsText("id"))
        .containsExactly("strain");
  }

  @Test
  void aModelTellsItsCoefficientsWithTheirCovariance() throws Exception {
    var fit = json("/api/models/help").at("/document/fit");
    assertThat(fit.get("variance").asDouble()).isEqualTo(0.02);
    assertThat(fit.get("covariance").toString()).isEqualTo("[[0.01,-0.001],[-0.001,0.0025]]");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/methods/nothing, 404, unknown-indicator",
    "/api/methods/population, 404, unknown-result",
    "/api/methods/cohesion?period=1999, 404, unknown-result",
    "/api/methods/cohesion?period=x, 400, bad-parameter",
    "/api/models/cohesion, 404, unknown-result",
    "/api/indices/help, 404, unknown-result",
    "/docs/methods/population, 404, unknown-result",
    "/api/results/long?format=xml, 400, bad-parameter",
    "/api/results/long?result=nothing, 404, unknown-indicator",
    "/api/results/long?edition=1999, 404, unknown-edition",
    "/api/comparisons?indicator=help, 400, missing-parameter",
    "/api/comparisons?indicator=help&area=9, 404, unknown-area",
    "/api/comparisons?indicator=help&area=14626110&with=14626110, 400, bad-parameter",
    "/api/comparisons?indicator=cohesion&area=14&level=state&with=district, 400, bad-parameter",
    "/api/comparisons?indicator=help&area=14626110&period=1999, 404, no-values"
  })
  void whatIsNotThereIsRefused(String path, int status, String type) throws Exception {
    var answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).get("type").asText()).isEqualTo("/problems/" + type);
  }

  @Test
  void thePageSaysInBothLanguagesHowAResultWasMade() throws Exception {
    String page = text("/docs/methods/cohesion");
    assertThat(page)
        .contains("<h1>Zusammenhalt, 2023</h1>", "<h2>Cohesion, 2023</h2>")
        .contains("<section id=\"de\" lang=\"de\">", "<section id=\"en\" lang=\"en\">")
        .contains("Direktes Ergebnis einer Befragung", "Grenzen", "Limits", "Formel", "ȳ = Σ w·y")
        .contains("<dt>Befragte insgesamt, mindestens</dt><dd>590</dd>", "<dd>0,812</dd>")
        .contains("Man kann „vertrauen“", "Can be trusted", "SHA-256")
        .doesNotContain("<b>", "{0}", "''");
    assertThat(text("/docs/methods/help"))
        .contains("y = x'β + u + e".replace("'", "&#39;"), "Startwert 7", "Vertrauen", "Trust");
    assertThat(text("/docs/methods/strain")).contains("Startwert 11", "Ziehungen</dt><dd>1000");
  }

  /** Nothing of the page needs more than the policy of the server allows. */
  @Test
  void thePageHasTheLookOfTheProductAndPrints() throws Exception {
    var page = server.get("/docs/methods/strain");
    String html = new String(page.body(), StandardCharsets.UTF_8);
    assertThat(html)
        .contains("<link rel=\"stylesheet\" href=\"/docs/methods.css\" />")
        .doesNotContain("<style", "style=", "<script", "http://", "https://");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'");
    var style = server.get("/docs/methods.css");
    assertThat(style.statusCode()).isEqualTo(200);
    assertThat(style.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo("text/css; charset=utf-8");
    assertThat(new String(style.body(), StandardCharsets.UTF_8))
        .contains("@media print", "prefers-color-scheme: dark")
        .doesNotContain("url(", "@import");
  }

  @Test
  void thePageDoesNotCallTheEndsOfARankAnIntervalOf95Percent() throws Exception {
    assertThat(text("/docs/methods/strain"))
        .contains(
            "<dt>Rang, 5-%-Punkt der Ziehungen</dt>", "<dt>rank, 95 % point of the draws</dt>")
        .doesNotContain("untere Grenze (95 %)", "lower end (95 %)");
  }

  @Test
  void theCodebookHoldsQuestionsAndWhatWasMadeOfThem() throws Exception {
    var survey = json("/api/codebook").at("/surveys/0");
    assertThat(survey.get("id").asText()).isEqualTo("town");
    assertThat(survey.at("/items/0/wording/en").asText()).isEqualTo("Can be trusted");
    assertThat(survey.at("/items/0/waves").toString()).isEqualTo("[\"2023\"]");
    assertThat(survey.at("/results/0/form").asText()).isEqualTo("scale");
    assertThat(survey.at("/results/0/leastAnswered").asDouble()).isEqualTo(0.8);
  }

  @Test
  void theLongTableHoldsAllCellsWithTheirStatus() throws Exception {
    var lines = text("/api/results/long?format=csv").split("\r\n");
    assertThat(lines[0])
        .startsWith("code,name,level,edition,indicator,kind,period,value,lower,upper");
    // Four municipalities, two districts' or states' values; model and index have four each.
    assertThat(lines).hasSize(1 + 4 + 2 + 4 + 4);
    assertThat(lines)
        .contains(
            "14511000,Chemnitz,municipality,2023,cohesion,survey,2023,3.41,3.3,3.52,reported,250+,"
                + "municipality,2023,false,score,test-network,Amt,dl-de/by-2-0,"
                + "\"© Amt 2023, test-network\",2023-12-31,false,3")
        .contains(
            "14521035,Aue-Bad Schlema,municipality,2023,cohesion,survey,2023,,,,suppressed,,"
                + "municipality,2023,false,score,test-network,Amt,dl-de/by-2-0,"
                + "\"© Amt 2023, test-network\",2023-12-31,false,3");
    var rows = json("/api/results/long?result=help&level=municipality").get("results");
    assertThat(rows).hasSize(4);
    assertThat(rows.at("/0/status").asText()).isEqualTo("estimated");
  }

  @Test
  void anAreaIsComparedWithItsDistrictAndItsState() throws Exception {
    var district = json(COMPARE + "cohesion&area=14626110&with=district");
    assertThat(district.get("dependence").asText()).isEqualTo("same-respondents");
    assertThat(district.get("falseDiscoveryRate").isNull()).isTrue();
    var comparison = district.at("/comparisons/0");
    // 2.9 ± 0.3 and 3.35 ± 0.1 with r = 0.6: the margins are √(0.3² + 0.1² − 2·0.6·0.03) = 0.253.
    assertThat(comparison.get("difference").asDouble()).isEqualTo(-0.45);
    assertThat(comparison.get("lower").asDouble()).isEqualTo(-0.7);
    assertThat(comparison.get("upper").asDouble()).isEqualTo(-0.2);
    assertThat(comparison.get("verdict").asText()).isEqualTo("probably-lower");
    assertThat(comparison.at("/words/de").asText())
        .isEqualTo("Görlitz liegt wahrscheinlich niedriger als Görlitz.");
    var state = json(COMPARE + "cohesion&area=14511000&with=state").at("/comparisons/0");
    assertThat(state.get("verdict").asText()).isEqualTo("probably-higher");
    assertThat(state.at("/words/en").asText())
        .isEqualTo("Chemnitz is probably higher than Sachsen.");
  }

  @Test
  void predictionsOfOneModelAreComparedByWhatTheirErrorsShare() throws Exception {
    var answer = json(COMPARE + "help&area=14521035&with=14511000");
    assertThat(answer.get("dependence").asText()).isEqualTo("same-model");
    var comparison = answer.at("/comparisons/0");
    // 3.3 ± 0.2 and 3.0 ± 0.2 with the covariance 0.07²: √(2 · 0.04 − 2 · 1.96² · 0.0049) = 0.206.
    assertThat(comparison.get("lower").asDouble()).isEqualTo(0.09);
    assertThat(comparison.get("upper").asDouble()).isEqualTo(0.51);
    assertThat(comparison.get("verdict").asText()).isEqualTo("probably-higher");
  }

  @Test
  void predictionsOfWhichNothingIsKnownAreComparedWithoutAnyAssumption() throws Exception {
    var answer = json(COMPARE + "help&area=14626110&with=14521035");
    assertThat(answer.get("dependence").asText()).isEqualTo("same-model-unknown");
    var comparison = answer.at("/comparisons/0");
    // 3.6 ± 0.2 and 3.3 ± 0.2: independent errors would make this a difference, margins of 0.28.
    assertThat(comparison.get("lower").asDouble()).isEqualTo(-0.1);
    assertThat(comparison.get("upper").asDouble()).isEqualTo(0.7);
    assertThat(comparison.get("verdict").asText()).isEqualTo("about-the-same");
  }

  @Test
  void peersAreAreasOfTheSameSizeElseOfTheSameDistrict() throws Exception {
    var bySize = json(COMPARE + "help&area=14626110&with=peers");
    assertThat(bySize.at("/group/kind").asText()).isEqualTo("size-class");
    assertThat(bySize.at("/group/id").asText()).isEqualTo("20000-99999");
    assertThat(bySize.get("comparisons").findValuesAsText("code")).containsExactly("14521035");
    // The population of Weißwasser is secret.
    var byDistrict = json(COMPARE + "help&area=14626600");
    assertThat(byDistrict.at("/group/kind").asText()).isEqualTo("district");
    assertThat(byDistrict.get("comparisons").findValuesAsText("code")).containsExactly("14626110");
  }

  @Test
  void whereAValueOrItsErrorIsMissingNothingIsSaid() throws Exception {
    var suppressed = json(COMPARE + "cohesion&area=14511000&with=14521035").at("/comparisons/0");
    assertThat(suppressed.get("verdict").isNull()).isTrue();
    assertThat(suppressed.get("reason").asText()).isEqualTo("no-value");
    assertThat(suppressed.at("/with/status").asText()).isEqualTo("suppressed");
    var index = json(COMPARE + "strain&area=14511000&with=14521035").at("/comparisons/0");
    assertThat(index.get("reason").asText()).isEqualTo("no-interval");
    var counted = json(COMPARE + "population&area=14511000&with=14521035").at("/comparisons/0");
    assertThat(counted.get("verdict").asText()).isEqualTo("probably-higher");
  }
}
