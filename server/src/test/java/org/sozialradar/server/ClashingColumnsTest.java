package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Stores;

/**
 * A store from before imports refused it: indicators called as columns of areas, and as columns of
 * other indicators. Every value stands under a name of its own, and is whose it says.
 */
class ClashingColumnsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "older-data";
  private static final String TOWNS = "/api/exports?level=municipality&edition=2023";
  private static final Map<String, Double> OTHERS =
      Map.of("trust_lower", 99.0, "district", 7.0, "population_2021", 5.0, "name", 3.0);

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    add(store);
    server = TestServer.over(store, Map.of());
    server.awaitReading();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void add(GeodataStore store) {
    var indicators = new ArrayList<Indicator>();
    var tables = new ArrayList<IndicatorTable>();
    OTHERS.forEach(
        (id, value) -> {
          indicators.add(indicator(id));
          var table = IndicatorTable.builder(id, "2023", "municipality", DATA);
          var estimate = Estimate.of(value, ObservationStatus.REPORTED);
          table.put(new AreaCode(TestCountry.CHEMNITZ), ReferencePeriod.ofYear(2023), estimate);
          tables.add(table.build());
        });
    store.commit(
        new ImportBatch(
            new Dataset(
                DATA,
                LocalizedText.same(DATA),
                "Amt",
                new Licence("CC0", "CC0", ""),
                "Amt",
                "2023",
                true,
                List.of(),
                Instant.EPOCH),
            List.of(),
            List.of(),
            List.of(),
            indicators,
            tables,
            List.of(),
            List.of(),
            List.of(),
            true));
  }

  private static Indicator indicator(String id) {
    return new Indicator(
        id,
        LocalizedText.same("Anzahl"),
        LocalizedText.same("Anzahl"),
        new Indicator.Unit("persons", LocalizedText.same("Leute")),
        0,
        Indicator.Polarity.NEUTRAL,
        Measure.intensive(),
        new Indicator.Theme("people", LocalizedText.same("Leute")),
        Double.NaN,
        "",
        DATA);
  }

  private static String text(String path) throws Exception {
    var answer = server.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static void requireRightValues(JsonNode values) {
    assertThat(values.get("trust_lower").asDouble()).isEqualTo(3.21);
    assertThat(values.get("trust_lower_indicator").asDouble()).isEqualTo(99);
    assertThat(values.get("trust_lower_indicator_status").asText()).isEqualTo("reported");
    assertThat(values.get("district").asText()).isEqualTo("14511");
    assertThat(values.get("district_indicator").asDouble()).isEqualTo(7);
    assertThat(values.get("name").asText()).isEqualTo("Chemnitz");
    assertThat(values.get("name_indicator").asDouble()).isEqualTo(3);
  }

  @Test
  void eachColumnOfATableHoldsWhatItIsCalled() throws Exception {
    var lines = text(TOWNS + "&format=csv&form=file").lines().toList();
    var names = lines.get(0).replace("\uFEFF", "").split(",", -1);
    assertThat(names).doesNotHaveDuplicates();
    var chemnitz = lines.get(1).split(",", -1);
    var values = JSON.createObjectNode();
    for (int i = 0; i < names.length; i++) {
      values.put(names[i], chemnitz[i]);
    }
    requireRightValues(values);
  }

  @Test
  void periodsBesideEachOtherAreNoOtherIndicators() throws Exception {
    var header =
        text(TOWNS + "&format=csv&form=file&periods=all").lines().findFirst().orElseThrow();
    var names = List.of(header.split(",", -1));
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).contains("population_2021", "population_2021_indicator_2023");
  }

  @Test
  void featuresHoldWhatTheirPropertiesAreCalled() throws Exception {
    var features = JSON.readTree(text(TOWNS + "&format=geojson&form=file")).get("features");
    requireRightValues(features.get(0).get("properties"));
    String item = "/ogc/collections/municipality_2023/items/" + TestCountry.CHEMNITZ;
    requireRightValues(JSON.readTree(text(item + "?f=json")).get("properties"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "geojsonseq", "gpkg", "fgb", "csv", "csv-long", "codebook"})
  void everyPackageIsWhole(String format) throws Exception {
    var answer = server.get(TOWNS + "&periods=all&format=" + format);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ExportsTest.unpack(answer.body())).containsKey("SHA256SUMS");
  }

  @Test
  void attributesOfTilesAreApart() throws Exception {
    assertThat(attributes("trust,trust_lower"))
        .contains("trust_lower", "trust_lower_indicator", "trust_lower_indicator_status");
    assertThat(attributes("name")).contains("name_indicator");
    assertThat(attributes("district")).as("nothing else is called so").contains("district");
  }

  private static List<String> attributes(String columns) throws Exception {
    var layer =
        JSON.readTree(text("/tiles/municipality.json?columns=" + columns)).get("vector_layers");
    var names = new ArrayList<String>();
    layer.get(0).get("fields").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
