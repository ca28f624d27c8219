package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstVisitTest {
  private static final Pattern TILES_KEPT =
      Pattern.compile("(?m)^cache_size\\{cache=\"tiles\",?} [1-9]");

  @TempDir Path folder;

  @Test
  void afterItTheTilesOfTheWholeTerritoryAreInMemory() throws Exception {
    try (var server = TestServer.overTestCountry(folder, Map.of())) {
      assertThat(metrics(server)).doesNotContainPattern(TILES_KEPT);
      FirstVisit.to(server.address("/"));
      assertThat(metrics(server)).containsPattern(TILES_KEPT);
    }
  }

  private static String metrics(TestServer server) throws Exception {
    return new String(server.get("/metrics").body(), StandardCharsets.UTF_8);
  }
}
