package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.store.GeodataStore;

/**
 * The 274 filters of the abstract test suite of CQL2 (OGC 21-065r2, annex A) as clients ask them:
 * its data imported as context layers, counts from {@code numberMatched}. On every store.
 */
public abstract class Cql2PredicatesContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "RADAR_SHARED_DATA";
  private static final List<String> TABLES =
      List.of(
          "ne_110m_admin_0_countries",
          "ne_110m_populated_places_simple",
          "ne_110m_rivers_lake_centerlines");

  /**
   * Where the count that is stated is not that of the data. Three names begin with "Ch" (Chișinău,
   * Chicago, Chengdu), one with "Chis" whatever its accents (Chișinău); the standard says two of
   * each, which would be right for "Chi".
   */
  private static final Map<String, Integer> DEVIATIONS =
      Map.of(
          "ACCENTI(name) LIKE accenti('Ch%')", 3,
          "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))", 1,
          "ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))", 1);

  protected abstract TestServer server();

  /** The suite's folder. Without it the test is skipped and says so; where CI is true it fails. */
  protected static Path requireSuite() {
    String named = System.getProperty(DATA, System.getenv().getOrDefault(DATA, ""));
    var data =
        named.isEmpty() ? projectRoot().resolveSibling("shared").resolve("data") : Path.of(named);
    var suite = data.resolveSibling("refs").resolve("cql2");
    if (!Files.isDirectory(suite)) {
      String notice = "the suite of CQL2 is missing: set " + DATA + " or put it at ../shared";
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(notice);
      }
      Assumptions.abort("SKIPPED, " + notice);
    }
    return suite;
  }

  private static Path projectRoot() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("scripts"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static String layer(String table) {
    return table.replace('_', '-');
  }

  /** Imports the tables beside the test country. */
  protected static void fill(GeodataStore store, Path folder) {
    TestCountry.fill(store);
    try {
      Files.copy(requireSuite().resolve("ne110m4cql2.gpkg"), folder.resolve("world.gpkg"));
      var resources =
          TABLES.stream()
              .map(
                  table ->
                      """
                      {"name": "%1$s", "path": "world.gpkg", "radar": {"kind": "layer",
                       "id": "%1$s", "layer": "%2$s", "title": {"de": "Welt", "en": "World"}}}\
                      """
                          .formatted(layer(table), table))
              .toList();
      var manifest = folder.resolve("datapackage.json");
      Files.writeString(
          manifest,
          """
          {"name": "world",
           "licenses": [{"name": "CC0", "title": "CC0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
           "radar": {"title": {"de": "Welt", "en": "World"}, "publisher": "Natural Earth",
             "attribution": "Natural Earth", "vintage": "2022"},
           "resources": [%s]}
          """
              .formatted(String.join(",", resources)));
      run(store, manifest);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void run(GeodataStore store, Path manifest) {
    var request = new ImportRequest(List.of(manifest), List.of(), List.of(), false);
    var report =
        Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
            .run(request, store, Progress.silent())
            .packages()
            .get(0);
    assertThat(report.outcome())
        .as(report.issues().toString())
        .isEqualTo(ImportReport.Outcome.STORED);
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    var answer = server().get(path);
    if (answer.statusCode() == 307) {
      return get(answer.headers().firstValue("Location").orElseThrow());
    }
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @TestFactory
  Stream<DynamicTest> everyPredicateFindsWhatTheStandardSays() throws IOException {
    var predicates = JSON.readTree(requireSuite().resolve("predicates.json").toFile());
    assertThat(predicates).hasSize(274);
    return IntStream.range(0, predicates.size())
        .mapToObj(predicates::get)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.get("cc").asText() + ": " + one.get("filter").asText(), () -> check(one)));
  }

  /** The suite calls the geometry as its file does; here every geometry is called the same. */
  private void check(JsonNode one) throws IOException, InterruptedException {
    String text = one.get("filter").asText();
    String filter = text.replaceAll("\\bgeom\\b", "geometry");
    var page =
        get(
            "/ogc/collections/%s/items?limit=1&properties=&filter=%s"
                .formatted(
                    layer(one.get("collection").asText()),
                    URLEncoder.encode(filter, StandardCharsets.UTF_8)));
    int expected = DEVIATIONS.getOrDefault(text, one.get("expected").asInt());
    assertThat(page.get("numberMatched").asInt()).as(text).isEqualTo(expected);
  }

  @Test
  void queryablesSayTheTypesOfTheColumns() throws IOException, InterruptedException {
    var places = get("/ogc/collections/ne-110m-populated-places-simple/queryables");
    var properties = places.get("properties");
    assertThat(properties.at("/name/type").asText()).isEqualTo("string");
    assertThat(properties.at("/pop_max/type").asText()).isEqualTo("integer");
    assertThat(properties.at("/boolean/type").asText()).isEqualTo("boolean");
    assertThat(properties.at("/date/type").asText()).isEqualTo("string");
    assertThat(properties.at("/date/format").asText()).isEqualTo("date");
    assertThat(properties.at("/start/format").asText()).isEqualTo("date-time");
  }

  /** Days, times and truth values leave as they came, in every form. */
  @Test
  void valuesLeaveAsWhatTheyAre() throws IOException, InterruptedException {
    var path =
        "/ogc/collections/ne-110m-populated-places-simple/items?limit=1&filter=start+IS+NOT+NULL";
    var feature = get(path + "&sortby=date").at("/features/0");
    var properties = feature.get("properties");
    assertThat(properties.get("pop_max").isIntegralNumber()).isTrue();
    assertThat(properties.get("boolean").isBoolean()).isTrue();
    assertThat(properties.get("date").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(properties.get("start").asText())
        .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    var own =
        get("/api/layers/ne-110m-populated-places-simple/features?limit=1000").get("features");
    for (var one : own) {
      if (one.get("id").asText().equals(feature.get("id").asText())) {
        assertThat(one.get("properties")).isEqualTo(properties);
      }
    }
  }
}
