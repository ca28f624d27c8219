package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/**
 * Follows every link as a client outside does, where a proxy with TLS offers the server below a
 * path of its own: no link may lead past that path.
 */
class LinksBehindProxyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OUTSIDE = "https://karte.example/radar";
  private static final Pattern IN_PAGES = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern IN_HEADER = Pattern.compile("<([^>]*)>");

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    var calls = AdminCalls.start(folder, store, Map.of(Setting.PUBLIC_URL, OUTSIDE));
    server = calls.server();
    server.awaitReading();
    var token = calls.token(Role.EDITOR);
    String release = "{\"id\":\"2026.1\",\"title\":{\"de\":\"Werte\",\"en\":\"Values\"}}";
    var job =
        calls.await(token, calls.post(token, "api/admin/releases", "application/json", release));
    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What the proxy passes on when a client asks for an address outside. */
  private static HttpResponse<byte[]> get(URI outside, String... headers) throws Exception {
    assertThat(outside.toString()).startsWith(OUTSIDE);
    assertThat(outside.getRawPath()).as("below the path of the proxy").startsWith("/radar/");
    String query = outside.getRawQuery() == null ? "" : "?" + outside.getRawQuery();
    return server.get(outside.getRawPath().substring("/radar".length()) + query, headers);
  }

  private static URI outside(String path) {
    return URI.create(OUTSIDE + path);
  }

  @Test
  void linksOfPagesAndDocumentsLeadToWhatIsThere() throws Exception {
    var found =
        crawl(
            "/docs",
            "/docs/api?lang=en",
            "/docs/methods/cohesion",
            "/problems/unknown-layer",
            "/api/releases",
            "/api/releases/2026.1",
            "/ogc",
            "/ogc?f=html");
    assertThat(found.stream().map(URI::getPath))
        .contains(
            "/radar/",
            "/radar/favicon.svg",
            "/radar/docs/api",
            "/radar/docs/methods.css",
            "/radar/docs/methods/strain",
            "/radar/problems/bad-parameter",
            "/radar/api/openapi.json",
            "/radar/api/releases/2026.1/CITATION.cff",
            "/radar/ogc/api",
            "/radar/ogc/styles/shelters");
  }

  /** All addresses that links lead to, from page to page; each is answered. */
  private static Set<URI> crawl(String... first) throws Exception {
    var seen = new HashSet<URI>();
    var queue = new ArrayDeque<URI>();
    for (var path : first) {
      queue.add(outside(path));
    }
    seen.addAll(queue);
    while (!queue.isEmpty()) {
      var address = queue.remove();
      var answer = get(address, "Accept", "text/html, application/json;q=0.9, */*;q=0.5");
      assertThat(answer.statusCode()).as(address.toString()).isIn(200, 307);
      boolean isDescription = address.getPath().endsWith("/api/openapi.json"); // Full of examples.
      for (var link : isDescription ? List.<String>of() : links(answer)) {
        var target = resolve(address, link);
        if (!isElsewhere(target) && seen.add(target)) {
          queue.add(target);
        }
      }
    }
    return seen;
  }

  /** Pages of licences and publishers are not ours; ours are never on another host or scheme. */
  private static boolean isElsewhere(URI address) {
    return address.getHost() != null
        && !address.getHost().equals("karte.example")
        && !address.getHost().equals("127.0.0.1");
  }

  /** As RFC 3986 has it; {@link URI} takes a mere query for one of the folder. */
  private static URI resolve(URI address, String link) {
    String target = link.replaceFirst("#.*", "");
    return target.startsWith("?")
        ? URI.create(address.toString().replaceFirst("\\?.*", "") + target)
        : target.isEmpty() ? address : address.resolve(target);
  }

  private static List<String> links(HttpResponse<byte[]> answer) throws Exception {
    var links = new ArrayList<String>();
    answer.headers().firstValue("Location").ifPresent(links::add);
    for (var header : answer.headers().allValues("Link")) {
      IN_HEADER.matcher(header).results().forEach(one -> links.add(one.group(1)));
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      String page = new String(answer.body(), StandardCharsets.UTF_8);
      IN_PAGES
          .matcher(page)
          .results()
          .forEach(one -> links.add(one.group(1).replace("&amp;", "&")));
    } else if (type.startsWith("application/json") || type.startsWith("application/geo+json")) {
      addLinks(JSON.readTree(answer.body()), links);
    }
    return links;
  }

  private static void addLinks(JsonNode node, List<String> links) {
    if (node.path("href").isTextual() && !node.path("templated").asBoolean()) {
      links.add(node.get("href").asText());
    }
    node.forEach(one -> addLinks(one, links));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/indicators/population/values",
        "/api/indicators/population/values?format=csv",
        "/api/layers/shelters/features",
        "/tiles/municipality/8/137/85.mvt"
      })
  void redirectsStayBelowThePathOfTheProxy(String path) throws Exception {
    var answer = get(outside(path));
    assertThat(answer.statusCode()).isEqualTo(307);
    var location = answer.headers().firstValue("Location").orElseThrow();
    var there = get(outside(path).resolve(location));
    assertThat(there.statusCode()).as(location).isEqualTo(200);
    for (var link : links(there)) {
      assertThat(get(resolve(outside(path).resolve(location), link)).statusCode())
          .as(link)
          .isEqualTo(200);
    }
  }

  @Test
  void filesOfReleasesAreThereForProgramsToo() throws Exception {
    var address = outside("/api/releases/2026.1");
    var links = links(get(address));
    assertThat(links).isNotEmpty();
    for (var link : links) {
      assertThat(get(address.resolve(link)).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void anExportNamesTheCatalogueOutside() throws Exception {
    var address = outside("/api/exports?format=csv&form=file&level=municipality");
    var links = links(get(address));
    assertThat(links).isNotEmpty();
    for (var link : links) {
      var target = address.resolve(link);
      if (!isElsewhere(target)) {
        assertThat(get(target).statusCode()).as(link).isEqualTo(200);
      }
    }
  }

  @Test
  void theKindOfAProblemIsAPageOutside() throws Exception {
    for (var path : List.of("/api/nothing", "/api/areas?limit=-1", "/tiles/1/2/3/4/5/6.mvt")) {
      var problem = JSON.readTree(get(outside(path)).body());
      var page = get(outside(path).resolve(problem.get("type").asText()));
      assertThat(page.statusCode()).as(problem.toString()).isEqualTo(200);
    }
  }

  @Test
  void theDescriptionOfTheApiNamesTheServerOutside() throws Exception {
    var api = JSON.readTree(get(outside("/api/openapi.json")).body());
    assertThat(api.at("/servers/0/url").asText()).isEqualTo(OUTSIDE);
    var ogc = JSON.readTree(get(outside("/ogc/api")).body());
    assertThat(ogc.at("/servers/0/url").asText()).isEqualTo(OUTSIDE + "/ogc");
  }

  @Test
  void addressesOfTheCatalogueAndTheLayersLeadOutside() throws Exception {
    var named = new ArrayList<String>();
    for (var path : List.of("/api/catalog", "/api/indicators", "/api/layers")) {
      var answer = JSON.readTree(get(outside(path)).body());
      for (var name : List.of("tiles", "items", "method")) {
        answer.findValues(name).stream()
            .filter(JsonNode::isTextual)
            .forEach(one -> named.add(one.asText()));
      }
    }
    assertThat(named)
        .anyMatch(one -> one.contains("/tiles/"))
        .anyMatch(one -> one.contains("/api/methods/"));
    for (var one : named) {
      assertThat(get(outside("/api/catalog").resolve(one)).statusCode()).as(one).isIn(200, 307);
    }
  }

  @Test
  void pagesOfFeaturesLeadToTheNextOutside() throws Exception {
    var first = get(outside("/api/layers/shelters/features?limit=1"));
    var there = outside("/").resolve(first.headers().firstValue("Location").orElseThrow());
    var links = links(get(there));
    assertThat(links).isNotEmpty();
    for (var link : links) {
      assertThat(get(there.resolve(link)).statusCode()).as(link).isEqualTo(200);
    }
  }

  /** As where the proxy leaves its path on, or where somebody asks this server past the proxy. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/embed?lang=en", "/api/catalog", "/docs/api", "/ogc", "/favicon.svg"})
  void theSameIsAnsweredWithThePathLeftOn(String path) throws Exception {
    var taken = server.get(path);
    var left = server.get("/radar" + path);
    assertThat(left.statusCode()).isEqualTo(200);
    assertThat(left.body()).isEqualTo(taken.body());
    assertThat(left.headers().firstValue("Content-Security-Policy"))
        .isEqualTo(taken.headers().firstValue("Content-Security-Policy"));
  }

  @Test
  void tilesAreAnsweredWithThePathLeftOn() throws Exception {
    var location = server.get("/tiles/municipality/8/137/85.mvt").headers().firstValue("Location");
    String tile = URI.create(location.orElseThrow()).getPath();
    assertThat(tile).startsWith("/radar/tiles/");
    assertThat(server.get(tile).statusCode()).isEqualTo(200);
    assertThat(server.get("/radar/tiles/1/2/3/4/5/6.mvt").statusCode()).isEqualTo(404);
  }

  @Test
  void thePathWithoutItsSlashLeadsToThePage() throws Exception {
    for (var query : List.of("", "?lang=en&view=table")) {
      var answer = server.get("/radar" + query);
      assertThat(answer.statusCode()).isEqualTo(307);
      assertThat(answer.headers().firstValue("Location")).hasValue(OUTSIDE + "/" + query);
    }
    assertThat(server.get("/radarstation").statusCode()).isEqualTo(404);
    assertThat(server.get("/radar/radar/api/catalog").statusCode()).isEqualTo(404);
  }
}
