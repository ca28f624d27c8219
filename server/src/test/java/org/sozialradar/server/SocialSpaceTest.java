package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** What an area has and lacks, with two waves of a survey. */
class SocialSpaceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    store.commit(TestResults.wave("test-wave", 2021));
    server = TestServer.over(store, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode get(String path) throws Exception {
    return JSON.readTree(server.get(path).body());
  }

  private static JsonNode of(JsonNode list, String field, String value) {
    for (var one : list) {
      if (one.get(field).asText().equals(value)) {
        return one;
      }
    }
    throw new AssertionError("no " + value + " in " + list);
  }

  @Test
  void facilitiesElsewhereAreFarAndNotCounted() throws Exception {
    var shelters = get("/api/social-space/14626110").at("/facilities/0");
    assertThat(shelters.get("kind").asText()).isEqualTo("shelter");
    assertThat(shelters.get("count").asInt()).isZero();
    assertThat(shelters.get("perThousand").isNumber()).isTrue();
    assertThat(shelters.get("perThousand").asDouble()).isZero();
    // From (13.3, 50.9) to (12.7, 50.58): 55 km as the crow flies.
    assertThat(shelters.get("nearestKm").asDouble()).isEqualTo(55.3);
    assertThat(shelters.get("standing").isNull()).isTrue();
    assertThat(shelters.at("/words/en").asText()).contains("No comparison");
  }

  /** 2.9 (2.6–3.2) in both waves: no difference, √2 · 0.3 wide. */
  @Test
  void wavesAreComparedByTheirPublishedIntervals() throws Exception {
    var answer = get("/api/social-space/14626110");
    var wave = of(answer.get("waves"), "indicator", "cohesion");
    assertThat(wave.at("/before/period").asText()).isEqualTo("2021");
    assertThat(wave.at("/after/period").asText()).isEqualTo("2023");
    assertThat(wave.at("/difference/value").asDouble()).isZero();
    assertThat(wave.at("/difference/high").asDouble()).isEqualTo(0.42);
    assertThat(wave.get("verdict").asText()).isEqualTo("about-the-same");
    assertThat(of(answer.get("notes"), "kind", "no-proof").at("/text/en").asText())
        .contains("does not prove");
  }

  @Test
  void whatIsSuppressedIsAbsentAndNamed() throws Exception {
    var wave = of(get("/api/social-space/14521035").get("waves"), "indicator", "cohesion");
    assertThat(wave.at("/after/status").asText()).isEqualTo("suppressed");
    assertThat(wave.at("/after/value").isNull()).isTrue();
    assertThat(wave.get("difference").isNull()).isTrue();
    assertThat(wave.get("verdict").isNull()).isTrue();
  }

  /** The model's prediction, and not the survey's result; three peers are too few for a verdict. */
  @Test
  void expectedSupportIsPredictedWhereThereIsAModel() throws Exception {
    var answer = get("/api/social-space/14626110");
    var help = of(answer.get("indicators"), "id", "help");
    assertThat(answer.get("indicators")).hasSize(1);
    assertThat(help.get("role").asText()).isEqualTo("support");
    assertThat(help.get("value").asDouble()).isEqualTo(3.6);
    assertThat(help.get("reason").asText()).isEqualTo("too-few-peers");
    assertThat(answer.get("gaps")).isEmpty();
    var district = get("/api/social-space/14626?level=district");
    assertThat(district.get("indicators").findValuesAsText("id")).contains("cohesion");
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    assertThat(server.get("/api/social-space/99").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/social-space/14626110?level=district").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/social-space/14626110?edition=1900").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/social-space/14626110?x=1").statusCode()).isEqualTo(400);
    assertThat(get("/api/social-space/14521010?edition=2022").get("name").asText())
        .isEqualTo("Aue");
  }
}
