package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** All that is published of one of the {@link TestTowns}. */
class PortraitTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    var store = Stores.open(folder.resolve("store").toString());
    store.commit(TestTowns.batch());
    server = TestServer.over(store, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode of(String code) throws Exception {
    return JSON.readTree(server.get("/api/areas/" + code + "/portrait").body());
  }

  private static JsonNode find(JsonNode list, String id) {
    for (var one : list) {
      if (one.get("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + list);
  }

  /** Of the seven peers of town 4 (3.3, 3.1–3.5) four have less: 2, 3.0, 3.1 and 3.2. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "4, 57, 36, 79", "7, 100, 100, 100"})
  void aDimensionIsTheShareOfPeersWithLess(int town, int place, int low, int high)
      throws Exception {
    var help = find(of(TestTowns.code(town)).get("dimensions"), "help");
    assertThat(help.get("n").asInt()).isEqualTo(7);
    assertThat(help.get("place").asInt()).isEqualTo(place);
    assertThat(help.get("low").asInt()).isEqualTo(low);
    assertThat(help.get("high").asInt()).isEqualTo(high);
    assertThat(help.get("turned").asBoolean()).isFalse();
  }

  /** By hand: mean and sd of the seven others; town 0: −3.226 turned, less −0.377. */
  @ParameterizedTest
  @CsvSource({
    "0, 3.23, -0.38, 3.60, 3.03, 4.17, probably-higher, wahrscheinlich höher",
    "4, -0.03, -0.38, 0.35, -0.01, 0.71, about-the-same, etwa so hoch",
    "7, -2.70, 36.74, -39.44, -39.96, -38.92, probably-lower, wahrscheinlich niedriger"
  })
  void feltSafetyStandsBesideRecordedCrime(
      int town,
      double felt,
      double recorded,
      double difference,
      double low,
      double high,
      String verdict,
      String words)
      throws Exception {
    var safety = of(TestTowns.code(town)).get("safety");
    assertThat(safety.at("/felt/id").asText()).isEqualTo("poll_safety");
    assertThat(safety.at("/felt/turned").asBoolean()).isTrue();
    assertThat(safety.at("/recorded/id").asText()).isEqualTo("crimes");
    assertThat(safety.get("n").asInt()).isEqualTo(7);
    assertThat(safety.at("/felt/standardised").asDouble()).isCloseTo(felt, within(0.006));
    assertThat(safety.at("/recorded/standardised").asDouble()).isCloseTo(recorded, within(0.006));
    assertThat(safety.at("/difference/value").asDouble()).isCloseTo(difference, within(0.006));
    assertThat(safety.at("/difference/low").asDouble()).isCloseTo(low, within(0.006));
    assertThat(safety.at("/difference/high").asDouble()).isCloseTo(high, within(0.006));
    assertThat(safety.get("verdict").asText()).isEqualTo(verdict);
    assertThat(safety.at("/words/de").asText()).contains(words);
  }

  @Test
  void anIndicatorStandsBesidePeersAndOverTimeAndACountIsNotCompared() throws Exception {
    var town = of(TestTowns.code(7));
    var help = find(town.get("indicators"), "help");
    assertThat(help.get("verdict").asText()).isEqualTo("probably-higher");
    assertThat(help.get("role").asText()).isEqualTo("support");
    assertThat(help.get("series")).hasSize(1);
    assertThat(help.at("/series/0/low").asDouble()).isEqualTo(4.3);
    assertThat(help.get("change").isNull()).isTrue();
    var people = find(town.get("indicators"), "population");
    assertThat(people.get("reason").asText()).isEqualTo("grows-with-size");
    assertThat(people.get("position").isNull()).isTrue();
    assertThat(people.get("district")).isEmpty();
    var crimes = find(town.get("indicators"), "crimes");
    assertThat(crimes.get("verdict").isNull()).isTrue();
    assertThat(crimes.get("position").asText()).isEqualTo("above");
    assertThat(crimes.get("theme").asText()).isEqualTo("safety");
  }

  @Test
  void whatTheDataCannotSayIsSaid() throws Exception {
    assertThat(of(TestTowns.code(4)).get("notes").findValuesAsText("kind"))
        .containsExactly(
            "areas",
            "middle-half",
            "modelled",
            "recorded-crime",
            "safety-gap",
            "network-incomplete");
    var district = of("14626");
    assertThat(district.at("/safety/reason").asText()).isEqualTo("no-survey");
    assertThat(district.get("dimensions").findValues("place")).allMatch(JsonNode::isNull);
    assertThat(server.get("/api/areas/99/portrait").statusCode()).isEqualTo(404);
  }
}
