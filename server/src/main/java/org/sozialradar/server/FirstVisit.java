package org.sozialradar.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.http.Json;
import org.sozialradar.tile.TileCoord;

/**
 * Asks the server for what the browser of a first visitor asks for: the page, the catalogue, values
 * and classes, and the tiles of the whole territory. After that its code is compiled and the
 * answers are in memory, so that no visitor waits for them. It ends at the first failure, as
 * nothing depends on it.
 */
final class FirstVisit {
  private static final Logger LOG = LoggerFactory.getLogger(FirstVisit.class);
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\":]+)\"");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final String TILES = "/tiles/";
  private static final String REVISIONS = "/api/revisions/";
  private static final int MOST_INDICATORS = 3;
  private static final int MOST_TILES_OF_A_ZOOM = 16;

  private final URI server;

  /** It follows no redirects: they lead to where visitors reach the server, not to this one. */
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private FirstVisit(URI server) {
    this.server = server;
  }

  /** Visits the server at an address. */
  static void to(URI server) {
    try {
      new FirstVisit(server).visit();
    } catch (IOException failure) {
      LOG.info("the first visitors will wait a little longer: {}", failure.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void visit() throws IOException, InterruptedException {
    var files = FILE.matcher(new String(ask("/").body(), StandardCharsets.UTF_8));
    while (files.find()) {
      ask(files.group(1));
    }
    var catalog = json("/api/catalog");
    String edition = catalog.path("defaultEdition").asText();
    get("/api/config");
    get("/api/network");
    for (var level : levels(catalog, edition)) {
      visitLevel(level.path("level").asText(), edition);
      visitValues(catalog.path("indicators"), level.path("level").asText(), edition);
    }
  }

  private static JsonNode levels(JsonNode catalog, String edition) {
    for (var one : catalog.path("editions")) {
      if (one.path("id").asText().equals(edition)) {
        return one.path("levels");
      }
    }
    return catalog.path("no levels");
  }

  /** The newest values of the first few indicators: code that has run for these is fast for all. */
  private void visitValues(JsonNode indicators, String level, String edition)
      throws IOException, InterruptedException {
    int visited = 0;
    for (var indicator : indicators) {
      var periods = indicator.path("periods");
      if (visited < MOST_INDICATORS && !periods.isEmpty()) {
        String id = indicator.path("id").asText();
        String period = periods.get(periods.size() - 1).asText();
        String selection = "level=%s&period=%s&edition=%s".formatted(level, period, edition);
        ask("/api/indicators/%s/values?%s".formatted(id, selection));
        ask("/api/classify?indicator=%s&%s&method=quantile&classes=5".formatted(id, selection));
        visited++;
      }
    }
  }

  private void visitLevel(String level, String edition) throws IOException, InterruptedException {
    get("/api/areas?level=%s&edition=%s&limit=20000".formatted(level, edition));
    var tiles = json("/tiles/%s.json?edition=%s".formatted(level, edition));
    var box = tiles.path("bounds");
    for (int zoom = 0; !box.isEmpty() && zoom <= tiles.path("maxzoom").asInt(); zoom++) {
      var first = TileCoord.of(zoom, box.get(0).asDouble(), box.get(3).asDouble());
      var last = TileCoord.of(zoom, box.get(2).asDouble(), box.get(1).asDouble());
      if ((last.x() - first.x() + 1) * (last.y() - first.y() + 1) > MOST_TILES_OF_A_ZOOM) {
        return;
      }
      visitTiles(tiles.path("tiles").get(0).asText(), first, last);
    }
  }

  private void visitTiles(String template, TileCoord first, TileCoord last)
      throws IOException, InterruptedException {
    for (int x = first.x(); x <= last.x(); x++) {
      for (int y = first.y(); y <= last.y(); y++) {
        String tile = new TileCoord(first.z(), x, y).toString();
        get(template.substring(template.indexOf(TILES)).replace("{z}/{x}/{y}", tile));
      }
    }
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return Json.MAPPER.readTree(get(path));
  }

  private byte[] get(String path) throws IOException, InterruptedException {
    var answer = ask(path);
    if (answer.statusCode() >= 400) {
      throw new IOException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  /** What is not there, such as values of a level, is no failure. */
  private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve(path)).timeout(LONGEST_WAIT).build();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    String location = answer.headers().firstValue("Location").orElse("");
    int here = location.indexOf(REVISIONS);
    return here < 0 ? answer : ask(location.substring(here));
  }
}
