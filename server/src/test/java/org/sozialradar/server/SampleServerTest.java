package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.store.Stores;

/** The way of a first user: import the sample, serve it, look at it. */
class SampleServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Path store;

  /** Five packages, two waves, two models, two indices. */
  private static final long REVISION = 11;

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    store = folder.resolve("store");
    assertThat(importSample())
        .contains("stored, revision 5")
        .contains("Invented survey: 2 waves published, 4 models and indices computed.");
    assertThat(importSample()).contains("The sample is already there");
    server = TestServer.over(Stores.open(store.toString()), Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String importSample() {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RadarCommandLine.run(
            List.of("import", "--sample", "--store", store.toString()),
            Map.of("RADAR_LANG", "en"),
            "test",
            (config, open) -> {
              throw new IllegalStateException("an import does not serve");
            },
            (store, layer, file, progress) -> {
              throw new IllegalStateException("nothing is to be written as an archive");
            },
            (store, asked, draft) -> {
              throw new IllegalStateException("no release is to be made");
            },
            new PrintWriter(out),
            new PrintWriter(err));
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }

  /** Portals of open data know each licence of the sample. */
  @Test
  void itsOpenDataAreUnderLicencesOfTheVocabulary() throws Exception {
    var graph = json("/api/catalog?format=dcat").get("@graph");
    var licences = new java.util.TreeSet<String>();
    for (var node : graph) {
      for (var form : node.path("dcat:distribution")) {
        licences.add(form.at("/dct:license/@id").asText());
      }
    }
    assertThat(licences)
        .isNotEmpty()
        .allMatch(one -> one.startsWith("http://dcat-ap.de/def/licenses/"))
        .noneMatch(one -> one.endsWith("other-closed"));
  }

  @Test
  void saxonyIsThereWithItsIndicatorsAsExamples() throws Exception {
    var catalog = json("/api/catalog");
    assertThat(catalog.get("revision").asLong()).isEqualTo(REVISION);
    assertThat(catalog.get("defaultEdition").asText()).isEqualTo("2023");
    var areas = new java.util.TreeMap<String, Integer>();
    catalog
        .at("/editions/0/levels")
        .forEach(level -> areas.put(level.get("level").asText(), level.get("areas").asInt()));
    assertThat(areas)
        .containsEntry("municipality", 418)
        .containsEntry("quarter", 9)
        .containsEntry("district", 13)
        .containsEntry("state", 1);
    assertThat(catalog.get("indicators")).hasSizeGreaterThanOrEqualTo(13);
    for (var indicator : catalog.get("indicators")) {
      assertThat(indicator.get("example").asBoolean()).as(indicator.get("id").asText()).isTrue();
      assertThat(indicator.get("levels").toString()).contains("municipality");
      if (indicator.get("result").isNull()) {
        assertThat(indicator.get("levels").toString()).contains("district");
        assertThat(indicator.get("periods")).hasSize(6);
      }
    }
  }

  @Test
  void surveyModelsAndIndicesShowWithTheirMethod() throws Exception {
    var kinds = new java.util.TreeSet<String>();
    for (var result : json("/api/results").get("results")) {
      kinds.add(result.get("kind").asText());
      String id = result.get("id").asText();
      assertThat(server.get("/api/methods/" + id).statusCode()).as(id).isEqualTo(200);
      assertThat(server.get("/docs/methods/" + id).statusCode()).as(id).isEqualTo(200);
    }
    assertThat(kinds).containsExactly("index", "model", "survey");
    var values =
        json(
            "/api/revisions/%d/indicators/example_sozialraum_cohesion/values?level=municipality&period=2023"
                .formatted(REVISION));
    assertThat(values.get("status").asText()).contains("S", "O");
    assertThat(values.get("respondents").asText()).contains("a", "b", "e");
    var modelled =
        json(
            "/api/revisions/%d/indicators/example_model_support_flood/values?level=municipality&period=2023"
                .formatted(REVISION));
    assertThat(modelled.get("status").asText()).matches("E{418}");
  }

  @Test
  void everyIndicatorAnswersOnMunicipalitiesAndDistricts() throws Exception {
    for (var indicator : json("/api/indicators").get("indicators")) {
      if (!indicator.get("result").isNull()) {
        continue; // Each level of a survey has results of its own; a model has those of one level.
      }
      for (var level : List.of("municipality", "district")) {
        var values =
            json(
                "/api/revisions/%d/indicators/%s/values?level=%s&period=2023"
                    .formatted(REVISION, indicator.get("id").asText(), level));
        assertThat(values.get("example").asBoolean()).isTrue();
        int codes = values.get("codes").size();
        assertThat(codes).isEqualTo(level.equals("district") ? 13 : 418);
        assertThat(values.get("values")).hasSize(codes);
        assertThat(values.get("status").asText()).hasSize(codes);
        assertThat(values.at("/reference/districts")).hasSize(13);
        assertThat(values.at("/reference/state/code").asText()).isEqualTo("14");
      }
    }
  }

  /** Full counts in all years, a survey with suppressed cells and intervals, a model. */
  @ParameterizedTest
  @ValueSource(strings = {"geojson", "geojsonseq", "gpkg", "fgb", "csv", "csv-long"})
  void exportsComeBackWithPlacesStatusAndIntervals(String format, @TempDir Path folder)
      throws Exception {
    var periods =
        Map.of(
            "example_unemployment", List.of("2018", "2023"),
            "example_sozialraum_cohesion", List.of("2021", "2023"),
            "example_model_support_flood", List.of("2023"));
    String address =
        "/api/exports?level=municipality&edition=2023&periods=all&indicators=%s&format=%s"
            .formatted(String.join(",", periods.keySet()), format);
    var place = ExportedPackagesTest.unpack(server, address, folder);
    var imported = folder.resolve("store");
    assertThat(ExportedPackagesTest.importPackage(place, imported)).contains("revision 1");
    try (var other = TestServer.over(Stores.open(imported.toString()), Map.of())) {
      for (var indicator : periods.entrySet()) {
        for (var period : indicator.getValue()) {
          ExportedPackagesTest.assertSame(
              indicator.getKey(),
              ExportedPackagesTest.values(server, indicator.getKey(), period),
              ExportedPackagesTest.values(other, indicator.getKey(), period));
        }
      }
      if (!format.startsWith("csv")) {
        assertSamePlaces(other);
      }
    }
  }

  private static void assertSamePlaces(TestServer other) {
    var expected = server.store().listAreas("2023", "municipality");
    var found = other.store().listAreas("2023", "municipality");
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).code()).isEqualTo(expected.get(i).code());
      assertThat(found.get(i).name()).isEqualTo(expected.get(i).name());
      var one = expected.get(i).geometry().norm();
      assertThat(found.get(i).geometry().norm().equalsExact(one, 1.5e-7))
          .as(found.get(i).name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"municipality", "district", "state"})
  void everyZoomHasTilesOfDresden(String level) throws Exception {
    String template = json("/tiles/%s.json".formatted(level)).at("/tiles/0").asText();
    int finest = json("/tiles/%s.json".formatted(level)).get("maxzoom").asInt();
    for (int zoom = 0; zoom <= finest; zoom++) {
      var place = org.sozialradar.tile.TileCoord.of(zoom, 13.74, 51.05);
      var tile =
          server.get(
              template
                  .replace("{z}", Integer.toString(zoom))
                  .replace("{x}", Integer.toString(place.x()))
                  .replace("{y}", Integer.toString(place.y())));
      assertThat(tile.statusCode()).as("zoom " + zoom).isEqualTo(200);
    }
  }

  @Test
  void theNetworkShowsAsPointsAndOnAreas() throws Exception {
    assertThat(json("/api/network").get("milestones")).hasSize(33);
    assertThat(server.get("/tiles/" + REVISION + "/2023/network/6/34/21.mvt").statusCode())
        .isEqualTo(200);
    var town = json("/api/areas/14626530");
    assertThat(town.get("name").asText()).isEqualTo("Seifhennersdorf");
    assertThat(town.get("milestones")).hasSize(4);
  }

  private static JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(server.get(path).body());
  }

  @Test
  void prioritiesRestOnJointErrorsOfTheModelAndNameWhatCountsTwice() throws Exception {
    String question =
        """
        {"level":"municipality","criteria":[
         {"indicator":"example_disadvantage","role":"need"},
         {"indicator":"example_model_support_flood","role":"support"}]}
        """;
    var answer = JSON.readTree(server.ask("/api/priorities", question).body());
    assertThat(answer.get("ranked").asInt()).isEqualTo(418);
    assertThat(answer.get("example").asBoolean()).isTrue();
    assertThat(answer.get("double").findValuesAsText("indicator"))
        .contains("example_unemployment", "example_turnout");
    // What the model's areas share is known, what those of the index share is not.
    var unknown = answer.get("notes").toString();
    assertThat(unknown).contains("shared-unknown").doesNotContain("Hochwasser");
    var first = answer.at("/areas/0");
    assertThat(first.get("rankLow").asInt()).isLessThan(first.get("rankHigh").asInt());
  }

  /** Ids of invented facilities begin with the key of their town. */
  @Test
  void facilitiesAreCountedInTheTownsAndDistrictsThatTheyStandIn() throws Exception {
    var kinds = new java.util.TreeMap<String, java.util.Map<String, Integer>>();
    for (var town : java.util.List.of("14511000", "14729410", "14521170", "14626110")) {
      var answer = json("/api/social-space/" + town);
      for (var facility : answer.get("facilities")) {
        String layer = facility.at("/layers/0").asText();
        var counted = kinds.computeIfAbsent(layer, SampleServerTest::countedByKey);
        assertThat(facility.get("count").asInt())
            .as(layer + " in " + town)
            .isEqualTo(counted.getOrDefault(town, 0));
        assertThat(facility.get("perThousand").asDouble())
            .isCloseTo(
                1000.0 * facility.get("count").asInt() / answer.get("population").asInt(),
                org.assertj.core.api.Assertions.within(0.005));
      }
    }
    assertThat(kinds).hasSize(5);
    var clubs = kinds.get("example-clubs");
    var district = json("/api/social-space/14729?level=district");
    int within =
        clubs.entrySet().stream()
            .filter(one -> one.getKey().startsWith("14729"))
            .mapToInt(java.util.Map.Entry::getValue)
            .sum();
    assertThat(district.at("/facilities/3/kind").asText()).isEqualTo("club");
    assertThat(district.at("/facilities/3/count").asInt()).isEqualTo(within);
  }

  /** There is no other joint council: it is held against towns of its size. */
  @Test
  void groupsOfTownsAreHeldAgainstTownsOfTheirSize() throws Exception {
    var answer = json("/api/social-space/wurzener-land");
    assertThat(answer.get("level").asText()).isEqualTo("joint-council");
    assertThat(answer.at("/peers/level").asText()).isEqualTo("municipality");
    assertThat(answer.at("/peers/id").asText()).isEqualTo("20000-99999");
    assertThat(answer.at("/peers/n").asInt()).isEqualTo(21);
    int members = 0;
    for (var town : java.util.List.of("14729410", "14729030", "14729245", "14729380")) {
      members += json("/api/social-space/" + town).at("/facilities/3/count").asInt();
    }
    assertThat(answer.at("/facilities/3/count").asInt()).isEqualTo(members);
    for (var facility : answer.get("facilities")) {
      assertThat(facility.get("standing").isTextual()).isTrue();
      assertThat(facility.get("standingByDistance").isTextual()).isTrue();
    }
    assertThat(answer.get("indicators").findValuesAsText("verdict")).contains("about-the-same");
  }

  private static java.util.Map<String, Integer> countedByKey(String layer) {
    var counted = new java.util.HashMap<String, Integer>();
    var resource = layer.replace("example-", "").replace('-', '_');
    try (var in =
        SampleServerTest.class.getResourceAsStream("/sample/layers/" + resource + ".csv")) {
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> counted.merge(line.substring(0, 8), 1, Integer::sum));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
    return counted;
  }

  /** Population has another name in the sample than in the data of an office. */
  @Test
  void teamsGoWhereTheSampleNeedsThem() throws Exception {
    String question =
        """
        {"level":"municipality","draws":20,"kinds":[{"id":"team","number":5,"capacity":50000}],
         "demand":{"priorities":{"method":"weighted-sum","criteria":[
           {"indicator":"example_unemployment","role":"need","direction":"raises","weight":1},
           {"indicator":"example_model_support_flood","role":"support","direction":"lowers",
            "weight":1}]}}}
        """;
    var answer = JSON.readTree(server.ask("/api/allocations", question).body());
    assertThat(answer.get("missing")).isEmpty();
    assertThat(answer.get("areas")).hasSize(418);
    int units = 0;
    for (var area : answer.get("areas")) {
      units += area.get("units").isEmpty() ? 0 : 1;
    }
    assertThat(units).isBetween(1, 5);
  }

  @Test
  void gapsAreWhereFewOrFarPlacesMeetLowSupport() throws Exception {
    int gaps = 0;
    for (var town : new java.util.TreeSet<>(countedByKey("example-fire-stations").keySet())) {
      if (!town.startsWith("14625")) {
        continue;
      }
      var answer = json("/api/social-space/" + town);
      var low = new java.util.TreeSet<String>();
      for (var one : answer.get("indicators")) {
        boolean support = one.get("role").asText().equals("support");
        boolean below = one.get("position").asText().equals("below");
        if (support && (below || one.get("verdict").asText().equals("probably-lower"))) {
          low.add(one.get("id").asText());
        }
      }
      var lacking = new java.util.TreeSet<String>();
      for (var one : answer.get("facilities")) {
        String places = one.get("standing").asText() + one.get("standingByDistance").asText();
        boolean social = !"shelter fire-station".contains(one.get("kind").asText());
        if (social && (places.contains("fewer") || places.contains("farther"))) {
          lacking.add(one.get("kind").asText());
        }
      }
      assertThat(answer.get("gaps").findValuesAsText("kind"))
          .as(town)
          .containsExactlyInAnyOrderElementsOf(low.isEmpty() ? java.util.Set.of() : lacking);
      gaps += answer.get("gaps").size();
    }
    assertThat(gaps).isPositive();
  }
}
