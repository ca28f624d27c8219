package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.ImportBatch;

/**
 * Whoever asks about many overlapping shapes and takes the answers from each other learns nothing
 * of what was suppressed. The {@link SuppressedCountry} has 40 municipalities of 0.05° beside each
 * other; those at 3 and 13 are suppressed. Each gets inhabitants of its own, so that a step in a
 * weighted mean tells the value of the area that made it.
 */
class IncidentDifferencingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double WEST = 12;
  private static final double WIDTH = 0.05;
  private static final List<Integer> SUPPRESSED = List.of(3, 13);

  /** The true values, in percent, as a share and as a mean, with any number of further digits. */
  private static final Pattern TRUE_VALUES =
      Pattern.compile("(?<![\\d.,])(77[.,]71|0[.,]7771|4[.,]108)");

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    var store = SuppressedCountry.store(folder);
    store.commit(population());
    server = TestServer.over(store, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int people(int i) {
    return 1000 + 37 * i;
  }

  private static ImportBatch population() {
    var text = new LocalizedText("Bevölkerung", "Population");
    var table = IndicatorTable.builder("population", "2022", "municipality", "people");
    for (int i = 0; i < 40; i++) {
      table.put(
          SuppressedCountry.municipality(i),
          SuppressedCountry.WAVE,
          Estimate.of(people(i), ObservationStatus.REPORTED));
    }
    return new ImportBatch(
        TestCountry.dataset("people", true),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Indicator(
                "population",
                text,
                text,
                new Indicator.Unit("persons", text),
                0,
                Indicator.Polarity.NEUTRAL,
                Measure.extensive("population"),
                new Indicator.Theme("t", text),
                Double.NaN,
                "",
                "people")),
        List.of(table.build()),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  /** From the western border of one municipality, moved by some of its width, to another's. */
  private static JsonNode ask(double from, double to, String indicator) throws Exception {
    String question =
        String.format(
            Locale.ROOT,
            "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%1$.6f,50.8],[%2$.6f,50.8],[%2$.6f,51],[%1$.6f,51],[%1$.6f,50.8]]]}},\"support\":{\"indicator\":\"%3$s\"},\"groups\":[\"%3$s\"],\"neighbours\":40}",
            WEST + from * WIDTH,
            WEST + to * WIDTH,
            indicator);
    var answer = server.ask("/api/incidents", question);
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(200);
    assertThat(TRUE_VALUES.matcher(body).find()).as(question).isFalse();
    return JSON.readTree(body);
  }

  private static String code(int i) {
    return SuppressedCountry.municipality(i).value();
  }

  /** What is computed of the survey, without the names of areas that lack a value. */
  private static JsonNode computed(JsonNode answer) {
    var part = JSON.createObjectNode();
    for (var one : List.of("support", "groups")) {
      var copy = answer.get(one).deepCopy();
      (one.equals("groups") ? copy : JSON.createArrayNode().add(copy))
          .forEach(
              node -> {
                if (node instanceof ObjectNode object) {
                  object.remove("missing");
                  object.remove("status"); // Says whether areas are missing.
                }
              });
      part.set(one, copy);
    }
    return part;
  }

  @Test
  void takingInASuppressedAreaChangesNoDigit() throws Exception {
    var random = new Random(20261122);
    for (var indicator : List.of("town_support", "town_cohesion")) {
      for (int suppressed : SUPPRESSED) {
        for (int k = 0; k < 12; k++) {
          double from = suppressed - 1 - random.nextInt(3) - random.nextDouble();
          double part = random.nextDouble();
          var without = ask(from, suppressed, indicator);
          var with = ask(from, suppressed + part, indicator);
          assertThat(with.get("areas").findValuesAsText("code")).contains(code(suppressed));
          assertThat(computed(with)).isEqualTo(computed(without));
          assertThat(with.at("/support/missing").toString()).contains(code(suppressed));
          assertThat(with.at("/groups/0/missing").toString()).contains(code(suppressed));
          var row = with.get("areas").get(with.get("areas").size() - 1);
          assertThat(row.get("support").isNull()).isTrue();
          assertThat(row.get("missing").toString()).contains(indicator);
        }
      }
    }
  }

  /** Steps of nested shapes give back the published values, and of the suppressed none. */
  @Test
  void differencesGiveBackWhatIsPublishedAndNothingElse() throws Exception {
    String indicator = "town_support";
    var values =
        JSON.readTree(
            server
                .get(
                    "/api/revisions/4/indicators/"
                        + indicator
                        + "/values?level=municipality&period=2022")
                .body());
    var published = new HashMap<String, JsonNode>();
    for (int i = 0; i < values.get("codes").size(); i++) {
      published.put(values.get("codes").get(i).asText(), values.get("values").get(i));
    }
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < 30; i++) {
      var mean = ask(0, i + 1, indicator).at("/support/value");
      boolean known = !published.get(code(i)).isNull();
      assertThat(SUPPRESSED.contains(i) && known).isFalse();
      if (!known) {
        double unchanged = weights == 0 ? Double.NaN : sum / weights;
        assertThat(mean.isMissingNode() ? Double.NaN : mean.asDouble())
            .satisfiesAnyOf(
                one -> assertThat(one).isNaN(),
                one -> assertThat(one).isCloseTo(unchanged, within(0.051)));
        continue;
      }
      weights += people(i);
      sum += people(i) * published.get(code(i)).asDouble();
      assertThat(mean.asDouble()).isCloseTo(sum / weights, within(0.051));
    }
  }

  /** Neighbours and rows of areas carry published values only. */
  @Test
  void suppressedAreasAreNoNeighboursOfWhichAValueIsTold() throws Exception {
    for (var indicator : List.of("town_support", "town_cohesion")) {
      for (double from = 0; from < 30; from += 2.5) {
        var answer = ask(from, from + 0.7, indicator);
        assertThat(answer.get("neighbours").findValuesAsText("code"))
            .doesNotContain(code(3), code(13));
      }
    }
  }
}
