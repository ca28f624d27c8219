package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.tiles.TileHandler;
import org.sozialradar.tile.TileCoord;

/** What the figures say, to whom, and that they stay few. */
class MetricsTest {
  private static final String TILE = "/tiles/3/2023/municipality/8/137/85.mvt";
  private static final String EXPORT =
      "/api/exports?format=csv&form=file&level=municipality&edition=2023";
  private static final String HITS = "cache_gets_total{cache=\"tiles\",result=\"hit\"}";
  private static final String MISSES = "cache_gets_total{cache=\"tiles\",result=\"miss\"}";

  @TempDir Path folder;

  private static String requests(String route, String status) {
    return "radar_requests_seconds_count{route=\"%s\",status=\"%s\"}".formatted(route, status);
  }

  private static String problems(String type) {
    return "radar_problems_total{type=\"" + type + "\"}";
  }

  @Test
  void aTileIsMissedOnceAndHitFromThenOn() throws Exception {
    try (var server = TestServer.overTestCountry(folder)) {
      assertThat(Figures.of(server).get(MISSES)).isZero();
      for (int i = 0; i < 4; i++) {
        server.get(TILE, "Accept-Encoding", "gzip");
      }
      server.get("/tiles/3/2023/municipality/99/0/0.mvt");
      var figures = Figures.await(server, now -> now.get(requests(TileHandler.ROUTE, "4xx")) == 1);
      assertThat(figures.get(HITS)).isEqualTo(3);
      assertThat(figures.get(MISSES)).as("made, and could not be made").isEqualTo(2);
      assertThat(figures.get("radar_tile_build_seconds_count{zoom=\"8\"}")).isEqualTo(1);
      assertThat(figures.get("radar_tile_build_seconds_sum{zoom=\"8\"}")).isBetween(1e-6, 300.0);
      assertThat(figures.get("radar_tile_build_seconds_bucket{zoom=\"8\",le=\"+Inf\"}"))
          .isEqualTo(1);
      assertThat(figures.get("radar_tile_size_bytes_count{zoom=\"8\"}")).isEqualTo(1);
      assertThat(figures.get("radar_tile_size_bytes_sum{zoom=\"8\"}"))
          .isEqualTo(server.get(TILE, "Accept-Encoding", "gzip").body().length);
      assertThat(figures.get(requests(TileHandler.ROUTE, "2xx"))).isEqualTo(4);
      assertThat(figures.get(problems("out-of-range"))).isEqualTo(1);
    }
  }

  @Test
  void theRevisionItsAgeAndItsReadingAreTold() throws Exception {
    try (var server = TestServer.overTestCountry(folder, Map.of(Setting.POLL_SECONDS, "1"))) {
      server.server().awaitReading();
      var first = Figures.of(server);
      assertThat(first.get("radar_revision")).isEqualTo(3);
      assertThat(first.get("radar_snapshot_build_seconds_count")).isEqualTo(1);
      assertThat(first.get("radar_store_up")).isEqualTo(1);
      TestCountry.change(server.store(), 251_000);
      var next = Figures.await(server, now -> now.get("radar_revision") == 4);
      assertThat(next.get("radar_revision")).isEqualTo(4);
      assertThat(next.get("radar_revisions_held")).isGreaterThanOrEqualTo(2);
      next = Figures.await(server, now -> now.get("radar_snapshot_build_seconds_count") == 2);
      assertThat(next.get("radar_snapshot_build_seconds_count")).isEqualTo(2);
      long made = server.store().currentRevision().createdAt().toEpochMilli();
      long before = System.currentTimeMillis() - made;
      assertThat(Math.round(1000 * Figures.of(server).get("radar_revision_age_seconds")))
          .isBetween(before, System.currentTimeMillis() - made);
    }
  }

  @Test
  void whoIsTurnedAwayIsCounted() throws Exception {
    try (var server = TestServer.overTestCountry(folder, Map.of(Setting.COSTLY_PER_MINUTE, "1"))) {
      int refused = 0;
      for (int i = 0; i < 50; i++) {
        var answer = server.get("/api/classify?indicator=population&level=municipality");
        refused += answer.statusCode() == 429 ? 1 : 0;
      }
      assertThat(refused).isPositive();
      int all = refused;
      var figures = Figures.await(server, now -> now.get(problems("too-many-requests")) == all);
      assertThat(figures.get(problems("too-many-requests"))).isEqualTo(refused);
      assertThat(figures.get(problems("overloaded"))).isZero();
      assertThat(figures.labels("radar_problems_total", "type"))
          .isEqualTo(
              new TreeSet<>(
                  List.of(ProblemType.values()).stream().map(ProblemType::slug).toList()));
    }
  }

  /** Whatever strangers ask for, the figures stay as many as there are routes. */
  @Test
  void strangersCannotMakeFigures() throws Exception {
    try (var server = TestServer.overTestCountry(folder)) {
      askForManyThings(server, 0);
      int before = Figures.of(server).series().size();
      askForManyThings(server, 1);
      var figures = Figures.of(server);
      assertThat(figures.series()).hasSizeLessThan(before + 10);
      var routes = new HashSet<String>(Set.of("other", TileHandler.ROUTE));
      server.server().routes().forEach(route -> routes.add(route.path()));
      assertThat(routes).containsAll(figures.labels("radar_requests_seconds_count", "route"));
      assertThat(figures.labels("radar_requests_seconds_count", "route"))
          .contains("other", TileHandler.ROUTE, "/api/areas/{code}");
      assertThat(figures.labels("radar_requests_seconds_count", "status"))
          .isSubsetOf("2xx", "3xx", "4xx", "5xx");
      var zooms = new TreeSet<String>();
      for (int zoom = 0; zoom <= TileCoord.MAX_ZOOM; zoom++) {
        zooms.add(Integer.toString(zoom));
      }
      assertThat(zooms).containsAll(figures.labels("radar_tile_build_seconds_count", "zoom"));
    }
  }

  private static void askForManyThings(TestServer server, int round) throws Exception {
    for (int i = 0; i < 150; i++) {
      String name = "x" + round + "y" + i;
      server.get("/" + name);
      server.get("/api/areas/" + name + "?q=" + name);
      server.get("/tiles/" + name + "/2023/municipality/8/137/85.mvt");
      server.get("/tiles/3/2023/municipality/" + i % 40 + "/0/" + round + ".mvt?columns=" + name);
      server.send("M" + name.toUpperCase(java.util.Locale.ROOT), "/api/catalog");
    }
    for (int zoom = 0; zoom <= TileCoord.MAX_ZOOM; zoom++) {
      server.get("/tiles/3/2023/municipality/" + zoom + "/0/0.mvt");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'127.0.0.0/8,::1', '',            '',          200",
    "'127.0.0.0/8,::1', '',            203.0.113.9, 403",
    "'127.0.0.0/8,::1', 127.0.0.0/8,   203.0.113.9, 403",
    "'127.0.0.0/8,::1', 127.0.0.0/8,   127.0.0.1,   200",
    "203.0.113.0/24,    127.0.0.0/8,   203.0.113.9, 200",
    "203.0.113.0/24,    '',            203.0.113.9, 403",
    "203.0.113.0/24,    '',            '',          403",
    "'',                '',            '',          403"
  })
  void figuresAreForThoseWhoRunTheServer(
      String networks, String proxies, String forwarded, int status) throws Exception {
    var settings = Map.of(Setting.METRICS_NETWORKS, networks, Setting.TRUSTED_PROXIES, proxies);
    try (var server = TestServer.overTestCountry(folder, settings)) {
      for (var path : new String[] {"/metrics", "/metrics?x", "/%6detrics", "/x/../metrics"}) {
        var answer =
            forwarded.isEmpty() ? server.get(path) : server.get(path, "X-Forwarded-For", forwarded);
        int expected = path.equals("/metrics") ? status : answer.statusCode();
        assertThat(answer.statusCode()).as(path).isEqualTo(expected);
        if (status == 403) {
          assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
        }
        if (answer.statusCode() == 403) {
          assertThat(new ObjectMapper().readTree(answer.body()).get("type").asText())
              .isEqualTo("/problems/figures-refused");
        }
      }
    }
  }

  @Test
  void theGuideNamesFiguresThatAreThereAndLeavesNoneOfOursOut() throws Exception {
    String guide = Files.readString(Path.of("..", "docs", "operations.md"));
    String monitoring = guide.split("\n## Monitoring\n", 2)[1].split("\n## ", 2)[0];
    var named = new TreeSet<String>();
    monitoring
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1)[1])
        .forEach(
            cell ->
                Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)+")
                    .matcher(cell)
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add));
    try (var server = TestServer.overTestCountry(folder)) {
      server.get(TILE);
      assertThat(server.get(EXPORT).statusCode()).isEqualTo(200);
      var figures = Figures.await(server, now -> now.has("radar_exports_written_seconds_count"));
      // Those of the pool are there with PostgreSQL; another test looks for them.
      assertThat(named.stream().filter(name -> !name.startsWith("hikaricp_")))
          .isNotEmpty()
          .allMatch(figures::has);
      var base = Pattern.compile("(radar_.*?)(_count|_sum|_max|_bucket)?");
      figures.series().keySet().stream()
          .map(one -> one.replaceFirst("\\{.*", ""))
          .filter(name -> name.startsWith("radar_"))
          .forEach(
              name -> {
                var matcher = base.matcher(name);
                assertThat(matcher.matches()).isTrue();
                assertThat(named).as(name).anyMatch(one -> one.startsWith(matcher.group(1)));
              });
    }
  }
}
