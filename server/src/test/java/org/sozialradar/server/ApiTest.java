package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the resources answer over the {@link TestCountry}. */
class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theCatalogueNamesWhatThereIs() throws Exception {
    var catalog = json("/api/catalog");
    assertThat(catalog.get("revision").asLong()).isEqualTo(3);
    assertThat(catalog.get("defaultEdition").asText()).isEqualTo("2023");
    assertThat(catalog.get("population").asText()).isEqualTo("population");
    assertThat(catalog.get("example").asBoolean()).isTrue();
    var municipalities = catalog.at("/editions/0/levels/2");
    assertThat(municipalities.get("level").asText()).isEqualTo("municipality");
    assertThat(municipalities.get("areas").asInt()).isEqualTo(5);
    assertThat(municipalities.get("tiles").asText())
        .isEqualTo("/tiles/municipality.json?edition=2022");
    var population = json("/api/indicators/population");
    assertThat(population.get("periods").toString()).isEqualTo("[\"2021\",\"2023\"]");
    assertThat(population.get("levels").toString())
        .isEqualTo("[\"state\",\"district\",\"municipality\"]");
    assertThat(population.get("nativeLevel").asText()).isEqualTo("municipality");
    assertThat(population.get("middle").isNull()).isTrue();
    assertThat(population.get("result").isNull()).isTrue();
    assertThat(json("/api/indicators/help").get("result").toString())
        .isEqualTo("{\"kind\":\"model\",\"method\":\"/api/methods/help?period=2023\"}");
  }

  @Test
  void valuesComeAsColumnsWithAStatusEach() throws Exception {
    var values =
        json("/api/revisions/3/indicators/population/values?level=municipality&period=2023");
    assertThat(values.get("codes").toString())
        .isEqualTo("[\"14511000\",\"14521035\",\"14626110\",\"14626600\"]");
    assertThat(values.get("values").toString()).isEqualTo("[250000,20500,56000,null]");
    assertThat(values.get("status").asText()).isEqualTo("RRRU");
    assertThat(values.get("lower").isNull()).isTrue();
    assertThat(values.at("/statuses/U").asText()).isEqualTo("unknown-or-secret");
    assertThat(values.get("example").asBoolean()).isTrue();
    assertThat(values.get("attribution").asText()).isEqualTo("© Amt 2023, test-values");
    assertThat(values.at("/reference/districts/14511/value").asInt()).isEqualTo(250_000);
    assertThat(values.at("/reference/state/value").isNull()).isTrue();
    assertThat(values.at("/reference/state/status").asText()).isEqualTo("D");
    assertThat(values.at("/reference/state/lower").isNull()).isTrue();
  }

  @Test
  void valuesOfAnotherEditionAreConvertedAndSaySo() throws Exception {
    var values =
        json("/api/revisions/3/indicators/population/values?level=municipality&period=2021");
    assertThat(values.get("values").toString()).isEqualTo("[248000,20789,55000,15000]");
    assertThat(values.get("status").asText()).isEqualTo("RCRR");
    assertThat(values.get("nativeEdition").asText()).isEqualTo("2022");
    assertThat(values.at("/reference/state/value").asInt()).isEqualTo(338_789);
    assertThat(values.get("sources").findValuesAsText("dataset"))
        .as("the crosswalk is a source too")
        .containsExactly("test-values", "test-boundaries");
    assertThat(values.at("/sources/0/licence").asText()).isNotBlank();
    assertThat(values.get("attribution").asText())
        .isEqualTo("© Amt 2023, test-values; © Amt 2023, test-boundaries");
    var districts =
        json("/api/revisions/3/indicators/population/values?level=district&period=2021");
    assertThat(districts.get("aggregated").asBoolean()).isTrue();
    assertThat(districts.get("nativeLevel").asText()).isEqualTo("municipality");
    assertThat(districts.get("values").toString()).isEqualTo("[248000,20789,70000]");
  }

  @Test
  void intervalsCarryTheDigitsOfTheIndicator() throws Exception {
    var values = json("/api/revisions/3/indicators/trust/values?level=municipality&period=2023");
    assertThat(values.get("values").toString()).isEqualTo("[3.46,null,null,null]");
    assertThat(values.get("lower").toString()).isEqualTo("[3.21,null,null,null]");
    assertThat(values.get("upper").toString()).isEqualTo("[3.7,null,null,null]");
    assertThat(values.get("status").asText()).isEqualTo("EOOO");
  }

  @Test
  void valuesComeAsCsvWithTheirDescriptionBeside() throws Exception {
    String address = "/api/revisions/3/indicators/population/values?level=municipality&period=2023";
    var csv = server.get(address + "&format=csv");
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("example-population-municipality-2023-2023-r3.csv");
    var lines = new String(csv.body(), StandardCharsets.UTF_8).split("\r\n", -1);
    assertThat(lines[1]).startsWith("14511000,Chemnitz,municipality,2023,population,,2023,250000,");
    assertThat(lines[4]).contains("unknown-or-secret", "© Amt 2023").endsWith("true,3");

    String link = csv.headers().firstValue("Link").orElseThrow();
    assertThat(link).endsWith("rel=\"describedby\"");
    var schema = json(URI.create(address).resolve(link.substring(1, link.indexOf('>'))).toString());
    var names = new java.util.ArrayList<String>();
    schema.at("/schema/fields").forEach(field -> names.add(field.get("name").asText()));
    assertThat(String.join(",", names)).isEqualTo(lines[0]);
  }

  @Test
  void anAddressWithoutRevisionLeadsToTheCurrentOne() throws Exception {
    var redirect = server.get("/api/indicators/population/values?level=district");
    assertThat(redirect.statusCode()).isEqualTo(307);
    String location = redirect.headers().firstValue("Location").orElseThrow();
    assertThat(location)
        .startsWith(
            "/api/revisions/3/indicators/population/values"
                + "?level=district&period=2023&edition=2023&format=json&stamp=");
    var values = server.get(location);
    assertThat(values.statusCode()).isEqualTo(200);
    assertThat(values.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Görlitz,      '14626,14626110'
          gorl,         '14626,14626110'
          GOERLITZ,     '14626,14626110'
          weisswasser,  14626600
          o.l.,         14626600
          schlema,      14521035
          14511,        '14511,14511000'
          14511000,     14511000
          nothing,      ''
          '...',        ''
          ' ',          '14521035,14511,14511000,14521,14626,14626110,14,14626600'
          """)
  void areasAreFoundByNameAndKey(String text, String expected) throws Exception {
    var found = json("/api/areas?q=" + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8));
    var codes = new java.util.ArrayList<String>();
    found.get("areas").forEach(area -> codes.add(area.get("code").asText()));
    assertThat(String.join(",", codes)).isEqualTo(expected);
  }

  @Test
  void anAreaKnowsWhatItGrewOutOf() throws Exception {
    var aue = json("/api/areas/14521035");
    assertThat(aue.at("/district/name").asText()).isEqualTo("Erzgebirgskreis");
    assertThat(aue.at("/ancestors/0/code").asText()).isEqualTo("14");
    assertThat(aue.at("/predecessors/0/name").asText()).isEqualTo("Aue");
    assertThat(aue.at("/predecessors/1/validOn").asText()).isEqualTo("2022-01-01");
    assertThat(aue.at("/milestones/0/means").asText()).isEqualTo("known_by");
    assertThat(aue.get("areaKm2").asDouble()).isBetween(312.0, 314.0);
    var before = json("/api/areas/14521020?edition=2022");
    assertThat(before.at("/successors/0/code").asText()).isEqualTo("14521035");
    var district = json("/api/areas/14626");
    assertThat(district.get("members").asInt()).isEqualTo(2);
  }

  @Test
  void aProfileComparesWithDistrictAndState() throws Exception {
    var profile = json("/api/areas/14521035/profile?period=2022").get("indicators");
    assertThat(profile).hasSize(1);
    var population = profile.get(0);
    assertThat(population.get("period").asText()).isEqualTo("2021");
    assertThat(population.get("value").asInt()).isEqualTo(20_789);
    assertThat(population.get("status").asText()).isEqualTo("C");
    assertThat(population.at("/district/value").asInt()).isEqualTo(20_789);
    assertThat(population.at("/state/value").asInt()).isEqualTo(338_789);
    assertThat(population.get("attribution").asText()).isNotBlank();
  }

  @Test
  void classesCountTheAreasThatHaveValues() throws Exception {
    var classes =
        json(
            "/api/classify?indicator=population&level=municipality&period=2023&method=jenks&classes=2");
    assertThat(classes.get("breaks").toString()).isEqualTo("[20500.0,56000.0,250000.0]");
    assertThat(classes.get("counts").toString()).isEqualTo("[2,1]");
    assertThat(classes.get("n").asInt()).isEqualTo(3);
    assertThat(classes.get("missing").asInt()).isEqualTo(1);
    assertThat(classes.get("goodnessOfVarianceFit").asDouble()).isBetween(0.9, 1.0);
  }

  @Test
  void milestonesSayWhatTheirDatesMean() throws Exception {
    var network = json("/api/network");
    assertThat(network.at("/milestones/0/precision").asText()).isEqualTo("day");
    assertThat(network.at("/milestones/1/means").asText()).isEqualTo("known_by");
    assertThat(network.at("/kinds/council_founded/de").asText())
        .isEqualTo("Präventionsrat gegründet");
    assertThat(network.at("/totals/0/value").asInt()).isEqualTo(12);
    assertThat(network.get("attribution").asText()).isEqualTo("© Amt 2023, test-network");
  }

  @Test
  void theTileDescriptionNamesAddressesThatAnswer() throws Exception {
    var description = json("/tiles/municipality.json");
    assertThat(description.get("tilejson").asText()).isEqualTo("3.0.0");
    String template = description.at("/tiles/0").asText();
    assertThat(template).startsWith(server.address("/tiles/3/2023/municipality/").toString());
    var tile =
        server.get(
            java.net
                .URI
                .create(template.replace("{z}", "8").replace("{x}", "137").replace("{y}", "85"))
                .toString());
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(description.at("/vector_layers/1/id").asText()).isEqualTo("municipality_points");
    assertThat(description.get("attribution").asText()).isEqualTo("© Amt 2023, test-boundaries");
  }

  @Test
  void tilesWithInventedValuesSaySo() throws Exception {
    var plain = json("/tiles/municipality.json");
    assertThat(plain.has("description")).isFalse();
    var description = json("/tiles/municipality.json?columns=population,trust:2023");
    assertThat(description.get("description").asText()).contains("erfunden", "invented");
    assertThat(description.get("attribution").asText())
        .contains("© Amt 2023, test-boundaries", "test-values (Beispieldaten, frei erfunden");
    var fields = description.at("/vector_layers/0/fields");
    assertThat(fields.get("population_example").asText()).isEqualTo("Boolean");
    assertThat(fields.get("trust_2023_status").asText()).isEqualTo("String");
    var tile = server.get(description.at("/tiles/0").asText().replace("{z}/{x}/{y}", "8/137/85"));
    assertThat(new String(tile.body(), StandardCharsets.ISO_8859_1))
        .contains("population", "population_example", "trust_2023_example");
  }

  @Test
  void aStyleNamesTilesAttributionAndExamples() throws Exception {
    var style = json("/styles/municipality.json");
    assertThat(style.get("name").asText()).isEqualTo("Gemeinden / Municipalities, 2023");
    assertThat(style.at("/metadata/radar:example").asBoolean()).isFalse();
    var source = style.at("/sources/municipality");
    assertThat(source.get("attribution").asText()).isEqualTo("© Amt 2023, test-boundaries");
    assertThat(source.at("/tiles/0")).isEqualTo(json("/tiles/municipality.json").at("/tiles/0"));
    var layers = new java.util.ArrayList<String>();
    style.get("layers").forEach(layer -> layers.add(layer.get("source-layer").asText()));
    assertThat(layers).containsExactly("municipality", "municipality", "municipality_points");

    var withValues = json("/styles/municipality.json?columns=population");
    assertThat(withValues.get("name").asText()).contains("erfunden", "invented");
    assertThat(withValues.at("/metadata/radar:example").asBoolean()).isTrue();
    assertThat(withValues.at("/sources/municipality/tiles/0").asText())
        .endsWith("&columns=population");
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(server.get(path).body());
  }
}
