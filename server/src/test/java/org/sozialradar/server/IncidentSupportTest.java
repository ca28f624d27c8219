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

/** Expected support of incidents over the {@link TestTowns}. */
class IncidentSupportTest {
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

  /** An incident over the first towns. */
  private static JsonNode ask(double east, String support) throws Exception {
    String question =
        "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[12.2,50.7],[%1$s,50.7],[%1$s,51.1],[12.2,51.1],[12.2,50.7]]]}},\"support\":{\"indicator\":\"%2$s\"}}"
            .formatted(east, support);
    return JSON.readTree(server.ask("/api/incidents", question).body());
  }

  /** A symmetric one would reach below 0. */
  @Test
  void theIntervalOfOneAreaIsItsPublishedOne() throws Exception {
    var answer = ask(12.4, "rare");
    assertThat(answer.at("/support/value").asDouble()).isEqualTo(3);
    assertThat(answer.at("/support/low").asDouble()).isEqualTo(1);
    assertThat(answer.at("/support/high").asDouble()).isEqualTo(9);
    assertThat(answer.at("/areas/0/support/high").asDouble()).isEqualTo(9);
  }

  /** Towns with 3.0 and 3.1, each ± 0.2. */
  @Test
  void theIntervalOfAMeanIsNoWiderThanThatOfItsParts() throws Exception {
    var support = ask(12.6, "help").get("support");
    assertThat(support.get("value").asDouble()).isEqualTo(3.05);
    assertThat(support.get("low").asDouble()).isBetween(2.85, 3.05);
    assertThat(support.get("high").asDouble()).isBetween(3.05, 3.25);
  }

  @Test
  void whereMoreIsWorseThereIsNoSupport() throws Exception {
    var problem = ask(12.4, "strained");
    assertThat(problem.get("type").asText()).isEqualTo("/problems/bad-field");
    assertThat(problem.get("detail").asText()).contains("support.indicator", "polarity");
  }
}
