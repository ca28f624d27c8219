package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.Generalisation;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Stores;

/**
 * What is said of eight towns of one size in a row. {@code help} is low in the first and high in
 * the last, {@code cohesion} is known of both waves: of the towns in 2023, of the district alone in
 * 2021. Every town but the first has a place to meet.
 */
class SocialSpaceVerdictsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final String DATA = "towns";
  private static final ReferencePeriod NOW = ReferencePeriod.ofYear(2023);
  private static final double[] HELP = {2, 3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 4.5};
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    var store = Stores.open(folder.resolve("store").toString());
    store.commit(batch());
    server = TestServer.over(store, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode of(String code) throws Exception {
    return JSON.readTree(server.get("/api/social-space/" + code).body());
  }

  private static JsonNode indicator(JsonNode answer, String id) {
    for (var one : answer.get("indicators")) {
      if (one.get("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + answer.get("indicators"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, probably-lower, below, Wahrscheinlich niedriger",
    "4, about-the-same, within, Ungefähr wie",
    "7, probably-higher, above, Wahrscheinlich höher"
  })
  void aTownIsHeldAgainstTheMedianOfItsPeers(
      int town, String verdict, String position, String words) throws Exception {
    var help = indicator(of(code(town)), "help");
    assertThat(help.at("/peers/n").asInt()).isEqualTo(7);
    assertThat(help.get("verdict").asText()).isEqualTo(verdict);
    assertThat(help.get("position").asText()).isEqualTo(position);
    assertThat(help.at("/words/de").asText()).startsWith(words);
    assertThat(help.get("reason").isNull()).isTrue();
  }

  @Test
  void aGapNamesWhatIsLowAndOfHowMany() throws Exception {
    var gap = of(code(0)).at("/gaps/0");
    assertThat(gap.get("kind").asText()).isEqualTo("meeting-place");
    assertThat(gap.get("certain").asBoolean()).isTrue();
    assertThat(gap.at("/text/de").asText())
        .contains("Treffpunkte", "wahrscheinlich niedriger als üblich (1 von 2 Werten")
        .contains(": Erwartete Hilfe. Ob");
    assertThat(gap.at("/text/en").asText()).contains("(1 of 2 values", ": Expected help. Whether");
    assertThat(of(code(4)).get("gaps")).isEmpty();
  }

  /** The district's value of 2021 is shown on its towns, but is no wave of theirs. */
  @Test
  void whatTheDistrictLendsIsNoWaveOfATown() throws Exception {
    var lent =
        server.get("/api/revisions/1/indicators/wellbeing/values?level=municipality&period=2021");
    assertThat(lent.statusCode()).isEqualTo(200);
    assertThat(of(code(4)).get("waves")).isEmpty();
  }

  private static String code(int town) {
    return "1462601" + town;
  }

  private static ImportBatch batch() {
    var edition =
        new BoundaryVersion(
            "2023", LocalDate.of(2023, 1, 1), new LocalizedText("Jetzt", "Now"), DATA);
    var municipalities =
        IntStream.range(0, HELP.length).mapToObj(SocialSpaceVerdictsTest::town).toList();
    var district =
        new Area(
            new AreaCode("14626"),
            "district",
            "Kreis",
            "Kreis",
            Map.of(),
            Map.of(),
            box(0, HELP.length));
    return new ImportBatch(
        TestCountry.dataset(DATA, true),
        List.of(edition),
        List.of(
            set(AreaLevel.MUNICIPALITY, municipalities),
            set(AreaLevel.DISTRICT, List.of(district))),
        List.of(),
        indicators(),
        tables(),
        List.of(),
        List.of(),
        methods(),
        List.of(places()),
        true);
  }

  private static ImportBatch.AreaSet set(AreaLevel level, List<Area> areas) {
    return new ImportBatch.AreaSet("2023", level, areas, Generalisation.pyramid(areas));
  }

  private static Area town(int town) {
    return new Area(
        new AreaCode(code(town)),
        "municipality",
        "Stadt " + town,
        "Stadt",
        Map.of("district", new AreaCode("14626")),
        Map.of(),
        box(town, 1));
  }

  private static Geometry box(int first, int towns) {
    double west = 12 + 0.2 * first;
    return GEOMETRY.toGeometry(new Envelope(west, west + 0.2 * towns, 50.8, 51.0));
  }

  private static List<Indicator> indicators() {
    var indicators = new ArrayList<>(TestResults.indicators(DATA));
    indicators.add(
        indicator("wellbeing", "points", Indicator.Polarity.POSITIVE, Measure.intensive()));
    indicators.add(
        indicator(
            "population", "persons", Indicator.Polarity.NEUTRAL, Measure.extensive("population")));
    return indicators;
  }

  private static Indicator indicator(
      String id, String unit, Indicator.Polarity polarity, Measure measure) {
    var name = new LocalizedText(id, id);
    return new Indicator(
        id,
        name,
        name,
        new Indicator.Unit(unit, name),
        0,
        polarity,
        measure,
        new Indicator.Theme("people", name),
        Double.NaN,
        "",
        DATA);
  }

  private static List<IndicatorTable> tables() {
    var help = IndicatorTable.builder("help", "2023", "municipality", DATA);
    var cohesion = IndicatorTable.builder("cohesion", "2023", "municipality", DATA);
    var wellbeing = IndicatorTable.builder("wellbeing", "2023", "municipality", DATA);
    var population = IndicatorTable.builder("population", "2023", "municipality", DATA);
    for (int i = 0; i < HELP.length; i++) {
      var code = new AreaCode(code(i));
      help.put(code, NOW, estimate(HELP[i]));
      cohesion.put(code, NOW, estimate(3));
      wellbeing.put(code, NOW, estimate(3));
      population.put(code, NOW, Estimate.of(10_000, ObservationStatus.REPORTED));
    }
    var lent = IndicatorTable.builder("wellbeing", "2023", "district", DATA);
    lent.put(new AreaCode("14626"), ReferencePeriod.ofYear(2021), estimate(2));
    return List.of(
        help.build(), cohesion.build(), wellbeing.build(), population.build(), lent.build());
  }

  private static Estimate estimate(double value) {
    return new Estimate(
        value, value - 0.2, value + 0.2, ObservationStatus.ESTIMATED, NClass.FROM_100);
  }

  private static List<MethodDocument> methods() {
    var of = TestResults.methods(DATA, NOW);
    return List.of(as("wellbeing", of.get(0)), as("help", of.get(1)), as("cohesion", of.get(1)));
  }

  private static MethodDocument as(String indicator, MethodDocument other) {
    return new MethodDocument(indicator, NOW, DATA, other.kind(), other.json());
  }

  private static LayerContent places() {
    var layer =
        new ContextLayer(
            "places",
            new LocalizedText("Treffpunkte", "Meeting places"),
            new LocalizedText("Häuser", "Houses"),
            GeometryKind.POINT,
            LayerRole.FACILITY,
            "meeting-place",
            "name",
            List.of(new LayerAttribute("name", LayerAttribute.Type.TEXT)),
            DATA);
    return new LayerContent(
        layer, IntStream.range(1, HELP.length).mapToObj(SocialSpaceVerdictsTest::place).toList());
  }

  private static LayerFeature place(int town) {
    var middle = GEOMETRY.createPoint(new Coordinate(12.1 + 0.2 * town, 50.9));
    return new LayerFeature("p" + town, middle, Map.of("name", "Haus " + town));
  }
}
