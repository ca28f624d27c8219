package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sozialradar.tile.TileCoord;

/** The {@link QuarteredCity}, served: quarters are a level like any other. */
public abstract class QuartersContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODELLED = "city_model_support";

  /** A server over a store with the city. */
  protected abstract TestServer server();

  private JsonNode json(String path) throws Exception {
    var answer = server().get(path);
    assertThat(answer.statusCode()).as(path + QuarteredCity.text(answer.body())).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode ask(String path, String question) throws Exception {
    var answer = server().ask(path, question);
    assertThat(answer.statusCode()).as(QuarteredCity.text(answer.body())).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode values(String indicator, String level) throws Exception {
    long revision = json("/api/catalog").get("revision").asLong();
    return json(
        "/api/revisions/%d/indicators/%s/values?level=%s&period=2023"
            .formatted(revision, indicator, level));
  }

  private int noValues(String indicator, String level) throws Exception {
    long revision = json("/api/catalog").get("revision").asLong();
    return server()
        .get(
            "/api/revisions/%d/indicators/%s/values?level=%s&period=2023"
                .formatted(revision, indicator, level))
        .statusCode();
  }

  private static int index(JsonNode values, String code) {
    for (int i = 0; i < values.get("codes").size(); i++) {
      if (values.at("/codes/" + i).asText().equals(code)) {
        return i;
      }
    }
    throw new AssertionError("no " + code);
  }

  @Test
  void theCatalogueSaysWhichTownsHaveQuartersAndWhoseTheyAre() throws Exception {
    var levels = json("/api/catalog").at("/editions/0/levels");
    var quarters = levels.get(levels.size() - 1);
    assertThat(quarters.get("level").asText()).isEqualTo("quarter");
    assertThat(quarters.get("areas").asInt()).isEqualTo(QuarteredCity.QUARTERS + 9);
    assertThat(quarters.get("within").toString()).isEqualTo("[\"Leipzig\",\"Plauen\"]");
    assertThat(quarters.get("datasets").toString())
        .isEqualTo("[\"city-quarters\",\"sample-quarters\"]");
    assertThat(levels.get(0).get("within").isNull()).isTrue();
  }

  @Test
  void valuesOfQuartersMakeUpTheTownAndItsDistrictButNotTheState() throws Exception {
    int people = 0;
    for (int i = 0; i < QuarteredCity.QUARTERS; i++) {
      people += QuarteredCity.people(i);
    }
    for (var level : new String[] {"municipality", "district"}) {
      var sums = values("example_city_people", level);
      int place =
          index(sums, level.equals("district") ? QuarteredCity.DISTRICT : QuarteredCity.CITY);
      assertThat(sums.at("/values/" + place).asInt()).isEqualTo(people);
    }
    assertThat(noValues("example_city_people", "state")).isEqualTo(404);
  }

  @Test
  void theSurveySpeaksForQuartersAndTheCity() throws Exception {
    var direct = values("city_support", "quarter");
    var suppressed = new TreeSet<String>();
    int shown = 0;
    for (int i = 0; i < direct.get("codes").size(); i++) {
      char status = direct.get("status").asText().charAt(i);
      if (status == 'S') {
        suppressed.add(direct.at("/codes/" + i).asText());
      }
      shown += direct.at("/values/" + i).isNumber() ? 1 : 0;
    }
    assertThat(suppressed).containsAll(QuarteredCity.SUPPRESSED);
    assertThat(shown).isBetween(40, 60);
    var city = values("city_support", "municipality");
    double value = city.at("/values/" + index(city, QuarteredCity.CITY)).asDouble();
    assertThat(value).isBetween(60.0, 80.0);
    var district = values("city_support", "district");
    assertThat(district.at("/values/" + index(district, QuarteredCity.DISTRICT)).asDouble())
        .isEqualTo(value);
    assertThat(noValues("city_support", "state")).isEqualTo(404);
  }

  @Test
  void theModelPredictsAllQuartersOfTheCityAndNoOthers() throws Exception {
    var modelled = values(MODELLED, "quarter");
    double sum = 0;
    double people = 0;
    for (int i = 0; i < QuarteredCity.QUARTERS; i++) {
      int place = index(modelled, QuarteredCity.code(i));
      assertThat(modelled.at("/lower/" + place).isNumber()).isTrue();
      sum += QuarteredCity.people(i) * modelled.at("/values/" + place).asDouble();
      people += QuarteredCity.people(i);
    }
    assertThat(modelled.at("/values/" + index(modelled, "14523320-01")).isNull()).isTrue();
    var city = values(MODELLED, "municipality");
    int place = index(city, QuarteredCity.CITY);
    assertThat(city.at("/values/" + place).asDouble()).isCloseTo(sum / people, within(0.1));
    double width = city.at("/upper/" + place).asDouble() - city.at("/lower/" + place).asDouble();
    int one = index(modelled, QuarteredCity.code(1));
    assertThat(width)
        .isPositive()
        .isLessThan(
            modelled.at("/upper/" + one).asDouble() - modelled.at("/lower/" + one).asDouble());
    assertThat(noValues(MODELLED, "state")).isEqualTo(404);
    var method = json("/api/methods/" + MODELLED + "?period=2023");
    assertThat(method.at("/document/errors/areas")).hasSize(QuarteredCity.QUARTERS);
  }

  @Test
  void aScenarioAnswersForQuartersAndTheTown() throws Exception {
    var answer =
        ask(
            "/api/scenarios",
            """
            {"model":"city_model","outcome":"support","areas":{"municipality":"14713000"},
             "changes":[{"indicator":"example_city_poverty","shift":5}]}\
            """);
    assertThat(answer.at("/areas/codes")).hasSize(QuarteredCity.QUARTERS);
    for (int i = 0; i < QuarteredCity.QUARTERS; i++) {
      assertThat(answer.at("/areas/change/value/" + i).asDouble()).isNegative();
    }
    assertThat(answer.get("missing")).isEmpty();
    var town = answer.at("/municipalities/0");
    assertThat(town.get("code").asText()).isEqualTo(QuarteredCity.CITY);
    assertThat(town.get("weighted").asInt()).isEqualTo(QuarteredCity.QUARTERS);
    assertThat(town.at("/change/value").asDouble()).isBetween(-10.0, -1.0);
    assertThat(answer.at("/districts/0/code").asText()).isEqualTo(QuarteredCity.DISTRICT);
    assertThat(answer.at("/districts/0/change")).isEqualTo(town.get("change"));
    assertThat(answer.at("/selection/change")).isEqualTo(town.get("change"));
  }

  @Test
  void quartersComeInAnOrderOfPriority() throws Exception {
    var answer =
        ask(
            "/api/priorities",
            """
            {"level":"quarter","within":{"municipality":"14713000"},"method":"weighted-sum","criteria":[
              {"indicator":"example_city_poverty","role":"need","weight":1},
              {"indicator":"city_model_support","role":"support","weight":1}]}\
            """);
    assertThat(answer.get("areas")).hasSize(QuarteredCity.QUARTERS);
    assertThat(answer.get("ranked").asInt()).isEqualTo(QuarteredCity.QUARTERS);
    assertThat(answer.at("/areas/0/code").asText()).startsWith(QuarteredCity.CITY + "-");
    assertThat(answer.at("/areas/0/rankHigh").asInt()).isGreaterThanOrEqualTo(1);
  }

  private JsonNode incident(double west, double south, double east, double north, String more)
      throws Exception {
    return ask(
        "/api/incidents",
        String.format(
            java.util.Locale.ROOT,
            "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%1$f,%2$f],[%3$f,%2$f],[%3$f,%4$f],[%1$f,%4$f],[%1$f,%2$f]]]}}%5$s}",
            west,
            south,
            east,
            north,
            more));
  }

  @Test
  void anIncidentNamesWhereItsQuartersComeFrom() throws Exception {
    var none = incident(13.6, 51, 13.8, 51.1, "");
    assertThat(none.get("quarters")).isEmpty();
    assertThat(none.get("sources").findValuesAsText("dataset"))
        .isNotEmpty()
        .doesNotContain("city-quarters", "sample-quarters");
    var leipzig = incident(12.35, 51.3, 12.4, 51.35, "");
    assertThat(leipzig.get("quarters")).isNotEmpty();
    assertThat(leipzig.get("sources").findValuesAsText("dataset")).contains("city-quarters");
    assertThat(leipzig.get("attribution").asText()).contains("Stadt (erfunden)");
    var plauen = incident(12.1, 50.45, 12.14, 50.5, "");
    assertThat(plauen.get("quarters")).isNotEmpty();
    assertThat(plauen.get("sources").findValuesAsText("dataset")).contains("sample-quarters");
  }

  @Test
  void quartersAreFoundAndHaveAProfile() throws Exception {
    var found = json("/api/areas?q=viertel%2042").at("/areas/0");
    assertThat(found.get("code").asText()).isEqualTo(QuarteredCity.code(41));
    assertThat(found.get("level").asText()).isEqualTo("quarter");
    var detail = json("/api/areas/" + QuarteredCity.code(41));
    assertThat(detail.toString()).contains("Leipzig").contains("Sachsen");
    var profile = json("/api/areas/" + QuarteredCity.code(41) + "/profile");
    assertThat(profile.findValuesAsText("indicator"))
        .contains("example_city_poverty", "city_support", MODELLED);
    assertThat(json("/api/areas/14").get("members").asInt()).isEqualTo(418);
    assertThat(json("/api/areas/" + QuarteredCity.CITY).get("members").asInt())
        .isEqualTo(QuarteredCity.QUARTERS);
  }

  @Test
  void tilesShowQuartersWhereThereAreSome() throws Exception {
    var description = json("/tiles/quarter.json");
    assertThat(description.get("attribution").asText())
        .contains("Stadt (erfunden)", "Plauen", "example data");
    assertThat(description.at("/bounds/0").asDouble()).isBetween(11.9, 12.3);
    assertThat(description.at("/bounds/2").asDouble()).isBetween(12.4, 12.6);
    var names = new TreeSet<String>();
    var template = description.at("/tiles/0").asText();
    var corner = TileCoord.of(10, 12.2, 51.45);
    for (int x = corner.x(); x <= corner.x() + 2; x++) {
      for (int y = corner.y(); y <= corner.y() + 2; y++) {
        names.addAll(namesIn(template, x, y));
      }
    }
    assertThat(names).hasSize(QuarteredCity.QUARTERS);
    var far = TileCoord.of(10, 13.7, 51.05);
    assertThat(tile(template, far.x(), far.y()).statusCode()).isEqualTo(204);
  }

  private java.net.http.HttpResponse<byte[]> tile(String template, int x, int y) throws Exception {
    var path =
        java.net
            .URI
            .create(
                template
                    .replace("{z}", "10")
                    .replace("{x}", Integer.toString(x))
                    .replace("{y}", Integer.toString(y)))
            .getPath();
    return server().get(path);
  }

  private Set<String> namesIn(String template, int x, int y) throws Exception {
    var names = new TreeSet<String>();
    var matcher =
        java.util.regex.Pattern.compile("Viertel \\d\\d")
            .matcher(QuarteredCity.text(tile(template, x, y).body()));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}
