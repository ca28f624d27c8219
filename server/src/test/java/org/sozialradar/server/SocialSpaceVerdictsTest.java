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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** What is said of the {@link TestTowns}. */
class SocialSpaceVerdictsTest {
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
    return JSON.readTree(server.get("/api/social-space/" + code).body());
  }

  private static JsonNode indicator(JsonNode answer, String id) {
    for (var one : answer.get("indicators")) {
      if (one.get("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + answer.get("indicators"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, probably-lower, below, Wahrscheinlich niedriger",
    "4, about-the-same, within, Ungefähr wie",
    "7, probably-higher, above, Wahrscheinlich höher"
  })
  void aTownIsHeldAgainstTheMedianOfItsPeers(
      int town, String verdict, String position, String words) throws Exception {
    var help = indicator(of(TestTowns.code(town)), "help");
    assertThat(help.at("/peers/n").asInt()).isEqualTo(7);
    assertThat(help.get("verdict").asText()).isEqualTo(verdict);
    assertThat(help.get("position").asText()).isEqualTo(position);
    assertThat(help.at("/words/de").asText()).startsWith(words);
    assertThat(help.get("reason").isNull()).isTrue();
  }

  @Test
  void aGapNamesWhatIsLowAndOfHowMany() throws Exception {
    var gap = of(TestTowns.code(0)).at("/gaps/0");
    assertThat(gap.get("kind").asText()).isEqualTo("meeting-place");
    assertThat(gap.get("certain").asBoolean()).isTrue();
    assertThat(gap.at("/text/de").asText())
        .contains("Treffpunkte", "wahrscheinlich niedriger als üblich (1 von 2 Werten")
        .contains(": Erwartete Hilfe. Ob");
    assertThat(gap.at("/text/en").asText()).contains("(1 of 2 values", ": Expected help. Whether");
    assertThat(of(TestTowns.code(4)).get("gaps")).isEmpty();
  }

  /** The district's value of 2021 is shown on its towns, but is no wave of theirs. */
  @Test
  void whatTheDistrictLendsIsNoWaveOfATown() throws Exception {
    var lent =
        server.get("/api/revisions/1/indicators/wellbeing/values?level=municipality&period=2021");
    assertThat(lent.statusCode()).isEqualTo(200);
    assertThat(of(TestTowns.code(4)).get("waves")).isEmpty();
  }
}
