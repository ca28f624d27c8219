package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.Stores;

/** Results that were computed are asked about each time, and once erased they are nowhere. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErasureTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OGC_TILE =
      "/ogc/collections/municipality_2023/tiles/WebMercatorQuad/8/85/137?columns=cohesion:2022";
  private static final String TILE = "/tiles/%d/2023/municipality/8/137/85.mvt?columns=%s&stamp=%s";

  private TestServer server;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    store.commit(TestResults.wave("town", 2022));
    server = TestServer.over(store, Map.of(Setting.POLL_SECONDS, "1"));
    server.server().awaitReading();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String current(String path) throws Exception {
    return server.get(path).headers().firstValue("Location").orElseThrow();
  }

  private String stamp() throws Exception {
    return JSON.readTree(server.get("/api/catalog").body()).get("stamp").asText();
  }

  private String cacheControl(String path) throws Exception {
    var answer = server.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    return answer.headers().firstValue("Cache-Control").orElseThrow();
  }

  @Test
  void valuesThatMayBeErasedAreAskedAboutEachTime() throws Exception {
    String values = current("/api/indicators/cohesion/values?period=2022");
    for (var path :
        List.of(
            values,
            current("/api/indicators/help/values?format=csv"),
            TILE.formatted(4, "cohesion", stamp()),
            TILE.formatted(4, "population,help:2023", stamp()),
            "/api/areas/14626110/profile")) {
      assertThat(cacheControl(path)).as(path).isEqualTo("public, no-cache");
    }
    String tag = server.get(values).headers().firstValue("ETag").orElseThrow();
    assertThat(server.get(values, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(cacheControl(TILE.formatted(4, "population", stamp()))).contains("immutable");
    assertThat(cacheControl(current("/api/indicators/population/values"))).contains("immutable");
  }

  @Test
  void whatWasErasedIsAnsweredNowhere() throws Exception {
    String stamp = stamp();
    String old = current("/api/indicators/cohesion/values?period=2022");
    TestCountry.change(server.store(), 250_001);
    awaitRevision(5);
    var held =
        List.of(
            old,
            current("/api/indicators/cohesion/values?period=2022"),
            TILE.formatted(4, "cohesion:2022", stamp),
            "/api/classify?indicator=cohesion&level=municipality&period=2022&revision=4");
    for (var path : held) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(server.get(OGC_TILE).statusCode()).isEqualTo(200);
    var wave = ReferencePeriod.ofYear(2022);
    server.store().erase(List.of(Erasure.of("town", wave, Instant.now())));
    awaitRevision(6);
    for (var path : held) {
      var answer = server.get(path, "If-None-Match", "*");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("unknown-revision");
    }
    assertThat(server.get("/api/indicators/cohesion/values?period=2022").statusCode())
        .isEqualTo(404);
    assertThat(server.get(OGC_TILE, "If-None-Match", "*").statusCode()).isEqualTo(404);
    var indicator = JSON.readTree(server.get("/api/indicators/cohesion").body());
    assertThat(indicator.get("periods").toString()).isEqualTo("[\"2023\"]");
    assertThat(server.get(TILE.formatted(6, "cohesion:2022", stamp())).statusCode()).isEqualTo(404);
    assertThat(server.get(current("/api/indicators/cohesion/values")).statusCode()).isEqualTo(200);
  }

  private void awaitRevision(int revision) throws Exception {
    while (JSON.readTree(server.get("/health/ready").body()).path("revision").asInt() < revision) {
      Thread.sleep(10);
    }
  }
}
