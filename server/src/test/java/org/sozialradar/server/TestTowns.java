package org.sozialradar.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.sozialradar.store.ImportBatch;

/**
 * Eight towns of one size in a row from 12° E on, each 0.2° wide. {@code help} is low in the first
 * and high in the last; {@code wellbeing} is known of the towns in 2023, of the district alone in
 * 2021; {@code rare} is 3 (1–9) in the second. {@code poll_safety} is low in the first town and
 * high in the last, {@code crimes} high in the last alone. Every town but the first has a place to
 * meet.
 */
final class TestTowns {
  static final String DATA = "towns";
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final ReferencePeriod NOW = ReferencePeriod.ofYear(2023);
  private static final double[] HELP = {2, 3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 4.5};

  private static final double[] SAFETY = {2, 3, 3.1, 2.9, 3, 3.1, 2.9, 3.9};
  private static final double[] CRIMES = {30, 30, 31, 29, 30, 31, 29, 60};

  private TestTowns() {}

  static String code(int town) {
    return "1462601" + town;
  }

  static ImportBatch batch() {
    var edition =
        new BoundaryVersion(
            "2023", LocalDate.of(2023, 1, 1), new LocalizedText("Jetzt", "Now"), DATA);
    var municipalities = IntStream.range(0, HELP.length).mapToObj(TestTowns::town).toList();
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
        indicator("strained", "points", Indicator.Polarity.NEGATIVE, Measure.intensive()));
    indicators.add(indicator("rare", "points", Indicator.Polarity.POSITIVE, Measure.intensive()));
    indicators.add(
        indicator(
            "population", "persons", Indicator.Polarity.NEUTRAL, Measure.extensive("population")));
    indicators.add(
        indicator("poll_safety", "score", 1, Indicator.Polarity.POSITIVE, Measure.intensive()));
    indicators.add(
        indicator(
            "crimes", "per_1000", 1, Indicator.Polarity.NEGATIVE, Measure.rate("population")));
    return indicators;
  }

  private static Indicator indicator(
      String id, String unit, Indicator.Polarity polarity, Measure measure) {
    return indicator(id, unit, 0, polarity, measure);
  }

  /** Those with decimals are of the theme safety. */
  private static Indicator indicator(
      String id, String unit, int decimals, Indicator.Polarity polarity, Measure measure) {
    var name = new LocalizedText(id, id);
    return new Indicator(
        id,
        name,
        name,
        new Indicator.Unit(unit, name),
        decimals,
        polarity,
        measure,
        new Indicator.Theme(decimals > 0 ? "safety" : "people", name),
        Double.NaN,
        "",
        DATA);
  }

  private static List<IndicatorTable> tables() {
    var help = IndicatorTable.builder("help", "2023", "municipality", DATA);
    var cohesion = IndicatorTable.builder("cohesion", "2023", "municipality", DATA);
    var wellbeing = IndicatorTable.builder("wellbeing", "2023", "municipality", DATA);
    var population = IndicatorTable.builder("population", "2023", "municipality", DATA);
    var safety = IndicatorTable.builder("poll_safety", "2023", "municipality", DATA);
    var crimes = IndicatorTable.builder("crimes", "2023", "municipality", DATA);
    for (int i = 0; i < HELP.length; i++) {
      var code = new AreaCode(code(i));
      help.put(code, NOW, estimate(HELP[i]));
      cohesion.put(code, NOW, estimate(3));
      wellbeing.put(code, NOW, estimate(3));
      population.put(code, NOW, Estimate.of(10_000, ObservationStatus.REPORTED));
      safety.put(code, NOW, estimate(SAFETY[i]));
      crimes.put(code, NOW, Estimate.of(CRIMES[i], ObservationStatus.REPORTED));
    }
    var rare = IndicatorTable.builder("rare", "2023", "municipality", DATA);
    rare.put(
        new AreaCode(code(1)),
        NOW,
        new Estimate(3, 1, 9, ObservationStatus.REPORTED, NClass.FROM_20));
    var lent = IndicatorTable.builder("wellbeing", "2023", "district", DATA);
    lent.put(new AreaCode("14626"), ReferencePeriod.ofYear(2021), estimate(2));
    return List.of(
        help.build(),
        cohesion.build(),
        wellbeing.build(),
        population.build(),
        safety.build(),
        crimes.build(),
        lent.build(),
        rare.build());
  }

  private static Estimate estimate(double value) {
    return new Estimate(
        value, value - 0.2, value + 0.2, ObservationStatus.ESTIMATED, NClass.FROM_100);
  }

  private static List<MethodDocument> methods() {
    var of = TestResults.methods(DATA, NOW);
    return List.of(
        as("wellbeing", of.get(0)),
        as("poll_safety", of.get(0)),
        as("help", of.get(1)),
        as("cohesion", of.get(1)));
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
        layer, IntStream.range(1, HELP.length).mapToObj(TestTowns::place).toList());
  }

  private static LayerFeature place(int town) {
    var middle = GEOMETRY.createPoint(new Coordinate(12.1 + 0.2 * town, 50.9));
    return new LayerFeature("p" + town, middle, Map.of("name", "Haus " + town));
  }
}
