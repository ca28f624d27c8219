package org.sozialradar.server;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.Generalisation;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.dataset.SourceFile;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.MilestoneDate;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;

/**
 * A country of squares for tests: two districts with two municipalities each in the edition 2023;
 * in the edition 2022 one of them is still two. Population 2021 on the edition 2022, 2022 and 2023
 * on the edition 2023. The data set of its network also holds results that were computed of a
 * survey, by a model and as an index, see {@link TestResults}.
 */
public final class TestCountry {
  public static final String CHEMNITZ = "14511000";
  public static final String AUE = "14521035";
  public static final String GOERLITZ = "14626110";
  public static final String WEISSWASSER = "14626600";

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final String BOUNDARIES = "test-boundaries";
  private static final String VALUES = "test-values";
  private static final String NETWORK = "test-network";

  private TestCountry() {}

  /** Fills an empty store; its revision is 3 afterwards. */
  public static void fill(GeodataStore store) {
    store.commit(boundaries());
    store.commit(values(250_000));
    store.commit(network());
  }

  /** Makes one revision more, with another number for Chemnitz in 2023. */
  public static void change(GeodataStore store, int population) {
    store.commit(values(population));
  }

  private static ImportBatch boundaries() {
    var editions = List.of(edition("2022", 2022), edition("2023", 2023));
    var old =
        List.of(
            municipality(CHEMNITZ, "Chemnitz", 12.8, 0.2),
            municipality("14521010", "Aue", 13.0, 0.1),
            municipality("14521020", "Bad Schlema", 13.1, 0.1),
            municipality(GOERLITZ, "Görlitz", 13.2, 0.2),
            municipality(WEISSWASSER, "Weißwasser/O.L.", 13.4, 0.2));
    var now =
        List.of(
            municipality(CHEMNITZ, "Chemnitz", 12.8, 0.2),
            municipality(AUE, "Aue-Bad Schlema", 13.0, 0.2),
            municipality(GOERLITZ, "Görlitz", 13.2, 0.2),
            municipality(WEISSWASSER, "Weißwasser/O.L.", 13.4, 0.2));
    var areas = new ArrayList<ImportBatch.AreaSet>();
    areas.add(set("2022", AreaLevel.MUNICIPALITY, old));
    for (var edition : List.of("2022", "2023")) {
      areas.add(
          set(
              edition,
              AreaLevel.STATE,
              List.of(area("14", "state", "Sachsen", Map.of(), 12.8, 0.8))));
      areas.add(set(edition, AreaLevel.DISTRICT, districts()));
    }
    areas.add(set("2023", AreaLevel.MUNICIPALITY, now));
    return batch(BOUNDARIES, false, editions, areas, List.of(merger()), List.of(), List.of());
  }

  private static List<Area> districts() {
    var state = Map.of("state", new AreaCode("14"));
    return List.of(
        area("14511", "district", "Chemnitz", state, 12.8, 0.2),
        area("14521", "district", "Erzgebirgskreis", state, 13.0, 0.2),
        area("14626", "district", "Görlitz", state, 13.2, 0.4));
  }

  private static Area municipality(String code, String name, double west, double width) {
    return new Area(
        new AreaCode(code),
        "municipality",
        name,
        "Stadt",
        Map.of("state", new AreaCode("14"), "district", new AreaCode(code.substring(0, 5))),
        Map.of(),
        box(west, width));
  }

  private static Area area(
      String code,
      String level,
      String name,
      Map<String, AreaCode> ancestors,
      double west,
      double width) {
    return new Area(
        new AreaCode(code), level, name, "Landkreis", ancestors, Map.of(), box(west, width));
  }

  private static Geometry box(double west, double width) {
    return GEOMETRY.toGeometry(new Envelope(west, west + width, 50.8, 51.0));
  }

  private static ImportBatch.AreaSet set(String edition, AreaLevel level, List<Area> areas) {
    return new ImportBatch.AreaSet(edition, level, areas, Generalisation.pyramid(areas));
  }

  private static BoundaryVersion edition(String id, int year) {
    return new BoundaryVersion(
        id,
        LocalDate.of(year, 1, 1),
        new LocalizedText("Gebietsstand " + id, "Edition " + id),
        BOUNDARIES);
  }

  private static AreaCorrespondence merger() {
    var aue = new AreaCode(AUE);
    return new AreaCorrespondence(
        "2022",
        "2023",
        "municipality",
        BOUNDARIES,
        List.of(
            new AreaCorrespondence.Link(new AreaCode("14521010"), aue, 1, 1),
            new AreaCorrespondence.Link(new AreaCode("14521020"), aue, 1, 1),
            same(CHEMNITZ),
            same(GOERLITZ),
            same(WEISSWASSER)));
  }

  private static AreaCorrespondence.Link same(String code) {
    return new AreaCorrespondence.Link(new AreaCode(code), new AreaCode(code), 1, 1);
  }

  private static ImportBatch values(int chemnitz) {
    var before = IndicatorTable.builder("population", "2022", "municipality", VALUES);
    put(before, CHEMNITZ, 2021, 248_000);
    put(before, "14521010", 2021, 16_012);
    put(before, "14521020", 2021, 4_777);
    put(before, GOERLITZ, 2021, 55_000);
    put(before, WEISSWASSER, 2021, 15_000);
    var now = IndicatorTable.builder("population", "2023", "municipality", VALUES);
    put(now, CHEMNITZ, 2023, chemnitz);
    put(now, AUE, 2023, 20_500);
    put(now, GOERLITZ, 2023, 56_000);
    now.put(
        new AreaCode(WEISSWASSER),
        ReferencePeriod.ofYear(2023),
        Estimate.missing(ObservationStatus.UNKNOWN_OR_SECRET));
    var trust = IndicatorTable.builder("trust", "2023", "municipality", VALUES);
    trust.put(
        new AreaCode(CHEMNITZ),
        ReferencePeriod.ofYear(2023),
        new Estimate(3.456, 3.211, 3.7, ObservationStatus.ESTIMATED));
    return batch(
        VALUES,
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            indicator(
                "population", "Bevölkerung", "Population", 0, Measure.extensive("population")),
            indicator("trust", "Vertrauen", "Trust", 2, Measure.intensive())),
        List.of(before.build(), now.build(), trust.build()));
  }

  private static void put(IndicatorTable.Builder table, String code, int year, double value) {
    table.put(
        new AreaCode(code),
        ReferencePeriod.ofYear(year),
        Estimate.of(value, ObservationStatus.REPORTED));
  }

  private static Indicator indicator(
      String id, String de, String en, int decimals, Measure measure) {
    return new Indicator(
        id,
        new LocalizedText(de, en),
        new LocalizedText(de + " am 31.12.", en + " on 31 December"),
        new Indicator.Unit("persons", new LocalizedText("Personen", "persons")),
        decimals,
        Indicator.Polarity.NEUTRAL,
        measure,
        new Indicator.Theme("people", new LocalizedText("Bevölkerung", "People")),
        Double.NaN,
        "",
        VALUES);
  }

  private static ImportBatch network() {
    var known = new MilestoneDate("2021-02", MilestoneDate.Means.KNOWN_BY);
    var happened = new MilestoneDate("2021-02-16", MilestoneDate.Means.HAPPENED);
    return new ImportBatch(
        dataset(NETWORK, false),
        List.of(),
        List.of(),
        List.of(),
        TestResults.indicators(NETWORK),
        TestResults.tables(NETWORK, ReferencePeriod.ofYear(2023)),
        List.of(
            new Milestone(
                new AreaCode(GOERLITZ),
                "Görlitz",
                "council_founded",
                happened,
                "",
                "Presse",
                NETWORK),
            new Milestone(
                new AreaCode("14521010"), "Aue", "contact_office", known, "", "Presse", NETWORK)),
        List.of(new NetworkTotal("2021", "prevention_councils", 12, "Presse", NETWORK)),
        TestResults.methods(NETWORK, ReferencePeriod.ofYear(2023)),
        List.of(shelters()),
        true);
  }

  private static LayerContent shelters() {
    var layer =
        new ContextLayer(
            "shelters",
            new LocalizedText("Notunterkünfte", "Shelters"),
            new LocalizedText("Hallen", "Halls"),
            GeometryKind.POINT,
            LayerRole.FACILITY,
            "shelter",
            "name",
            List.of(
                new LayerAttribute("name", LayerAttribute.Type.TEXT),
                new LayerAttribute("places", LayerAttribute.Type.NUMBER)),
            NETWORK);
    return new LayerContent(
        layer,
        List.of(
            shelter("g", 14.98, 51.15, Map.of("name", "Halle Görlitz", "places", "120")),
            shelter("a", 12.7, 50.58, Map.of("name", "Halle Aue", "places", "80.5")),
            shelter("far", 2.35, 48.85, Map.of("name", "Halle fern"))));
  }

  private static LayerFeature shelter(String id, double x, double y, Map<String, String> texts) {
    return new LayerFeature(id, new GeometryFactory().createPoint(new Coordinate(x, y)), texts);
  }

  private static ImportBatch batch(
      String id,
      boolean example,
      List<BoundaryVersion> editions,
      List<ImportBatch.AreaSet> areas,
      List<AreaCorrespondence> correspondences,
      List<Indicator> indicators,
      List<IndicatorTable> tables) {
    return new ImportBatch(
        dataset(id, example),
        editions,
        areas,
        correspondences,
        indicators,
        tables,
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  static Dataset dataset(String id, boolean example) {
    return new Dataset(
        id,
        new LocalizedText("Titel von " + id, "Title of " + id),
        "Amt",
        new Licence(
            "dl-de/by-2-0", "Datenlizenz Deutschland", "https://www.govdata.de/dl-de/by-2-0"),
        "© Amt 2023, " + id,
        "2023-12-31",
        example,
        List.of(new SourceFile(id + ".csv", "0".repeat(64), 17)),
        Instant.parse("2026-11-22T10:00:00Z"));
  }
}
