package org.sozialradar.publication;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.h2.H2GeodataStore;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/**
 * An invented country of 40 municipalities in four districts with one survey: support grows by .2
 * for each unit of the indicator {@code community}, which runs from 0 to 1.
 */
final class Country {
  static final ReferencePeriod WAVE = ReferencePeriod.ofYear(2022);
  static final int MUNICIPALITIES = 40;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final LocalizedText TEXT = new LocalizedText("Text", "text");
  private static final String QUESTIONNAIRE =
      """
      questionnaire: 1
      id: town
      title: {de: Umfrage, en: Survey}
      theme: {id: support, name: {de: Hilfe, en: Support}}
      example: true
      source:
        publisher: Amt
        licence: {id: CC0, title: CC0, url: ""}
        attribution: Amt
      answers:
        yes_no: {"0": {de: nein, en: "no"}, "1": {de: ja, en: "yes"}}
        five:
          "1": {de: a, en: a}
          "2": {de: b, en: b}
          "3": {de: c, en: c}
          "4": {de: d, en: d}
          "5": {de: e, en: e}
      items:
        helps: {wording: {de: Hilft, en: Helps}, answers: yes_no}
        trust: {wording: {de: Vertraut, en: Trusts}, answers: five}
        close: {wording: {de: Nah, en: Close}, answers: five}
      scales:
        cohesion: {title: {de: Zusammenhalt, en: Cohesion}, description: {de: Mittel, en: Mean}, items: [trust, close]}
      proportions:
        support: {title: {de: Hilfe, en: Support}, description: {de: Anteil, en: Share}, item: helps, codes: ["1"]}
      area: {key: ags, level: municipality, edition: "2022"}
      """;

  private Country() {}

  static SurveyDefinition definition() {
    return QuestionnaireFile.read(QUESTIONNAIRE.getBytes(StandardCharsets.UTF_8), "town.yaml");
  }

  static SurveySource source() {
    return definition().source();
  }

  static AreaCode municipality(int i) {
    return new AreaCode("140%d%04d".formatted(1 + i / 10, i));
  }

  static AreaCode district(int i) {
    return new AreaCode("140%d".formatted(1 + i / 10) + "0");
  }

  static GeodataStore store(Path folder) {
    var store = H2GeodataStore.open(folder.resolve("radar"), Clock.systemUTC());
    store.commit(boundaries());
    return store;
  }

  /**
   * The same country with municipal associations of five municipalities and councils of four: those
   * of the first association without municipality 3.
   */
  static GeodataStore storeWithJointAreas(Path folder) {
    var store = H2GeodataStore.open(folder.resolve("radar"), Clock.systemUTC());
    var council = new AreaLevel("council", TEXT, TEXT, 45, true);
    var joint = new ArrayList<ImportBatch.AreaSet>();
    for (var level : List.of(AreaLevel.ASSOCIATION, council)) {
      var areas = new ArrayList<Area>();
      for (int i = 0; i < MUNICIPALITIES; i += 5) {
        areas.add(
            area(
                joint(level, i).orElseThrow(),
                level.id(),
                i,
                Map.of("district", district(i), "state", new AreaCode("14"))));
      }
      joint.add(new ImportBatch.AreaSet("2022", level, areas, List.of()));
    }
    var base = boundaries();
    var sets = new ArrayList<ImportBatch.AreaSet>();
    for (var set : base.areas()) {
      if (set.level().equals(AreaLevel.MUNICIPALITY)) {
        sets.addAll(joint);
        var towns = set.areas().stream().map(town -> within(town, council)).toList();
        sets.add(new ImportBatch.AreaSet("2022", AreaLevel.MUNICIPALITY, towns, List.of()));
      } else {
        sets.add(set);
      }
    }
    store.commit(
        new ImportBatch(
            base.dataset(),
            base.editions(),
            sets,
            List.of(),
            base.indicators(),
            base.tables(),
            List.of(),
            List.of(),
            List.of(),
            true));
    return store;
  }

  private static Optional<AreaCode> joint(AreaLevel level, int i) {
    boolean alone = level.group() && i == 3;
    String start = level.group() ? "c" : "a";
    return alone ? Optional.empty() : Optional.of(new AreaCode(start + i / 5));
  }

  private static Area within(Area town, AreaLevel council) {
    int i = Integer.parseInt(town.code().value().substring(4));
    var ancestors = new HashMap<>(town.ancestors());
    joint(AreaLevel.ASSOCIATION, i).ifPresent(code -> ancestors.put("association", code));
    joint(council, i).ifPresent(code -> ancestors.put(council.id(), code));
    return new Area(
        town.code(), town.level(), town.name(), "", ancestors, Map.of(), town.geometry());
  }

  private static Area area(AreaCode code, String level, int i, Map<String, AreaCode> ancestors) {
    double x = i % 10;
    double y = Math.floorDiv(i, 10);
    var square =
        GEOMETRY.createPolygon(
            new Coordinate[] {
              new Coordinate(x, y),
              new Coordinate(x + 1, y),
              new Coordinate(x + 1, y + 1),
              new Coordinate(x, y + 1),
              new Coordinate(x, y)
            });
    return new Area(code, level, "Ort " + code, "", ancestors, Map.of(), square);
  }

  static ImportBatch boundaries() {
    var towns = new ArrayList<Area>();
    var districts = new ArrayList<Area>();
    for (int i = 0; i < MUNICIPALITIES; i++) {
      towns.add(
          area(
              municipality(i),
              "municipality",
              i,
              Map.of("district", district(i), "state", new AreaCode("14"))));
      if (i % 10 == 0) {
        districts.add(area(district(i), "district", i, Map.of("state", new AreaCode("14"))));
      }
    }
    var state = List.of(area(new AreaCode("14"), "state", 0, Map.of()));
    var table = IndicatorTable.builder("community", "2022", "municipality", "base");
    for (int i = 0; i < MUNICIPALITIES; i++) {
      table.put(municipality(i), WAVE, Estimate.of(community(i), ObservationStatus.REPORTED));
    }
    return new ImportBatch(
        new Dataset(
            "base",
            TEXT,
            "Amt",
            new Licence("CC0", "CC0", ""),
            "Amt",
            "2022",
            true,
            List.of(),
            Instant.EPOCH),
        List.of(new BoundaryVersion("2022", LocalDate.of(2022, 1, 1), TEXT, "base")),
        List.of(
            new ImportBatch.AreaSet("2022", AreaLevel.STATE, state, List.of()),
            new ImportBatch.AreaSet("2022", AreaLevel.DISTRICT, districts, List.of()),
            new ImportBatch.AreaSet("2022", AreaLevel.MUNICIPALITY, towns, List.of())),
        List.of(),
        List.of(indicator("community")),
        List.of(table.build()),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  static double community(int i) {
    return (i * 7 % MUNICIPALITIES) / (double) MUNICIPALITIES;
  }

  private static Indicator indicator(String id) {
    return new Indicator(
        id,
        TEXT,
        TEXT,
        new Indicator.Unit("index", TEXT),
        3,
        Indicator.Polarity.POSITIVE,
        Measure.intensive(),
        new Indicator.Theme("t", TEXT),
        Double.NaN,
        "",
        "base");
  }

  /** The answers: {@code sizes[i]} respondents in municipality i; 0 for the rest. */
  static Wave wave(long seed, int... sizes) {
    var random = new Random(seed);
    var builder = new Respondents.Builder(List.of("close", "helps", "trust"), false, false);
    for (int i = 0; i < sizes.length; i++) {
      double support = 0.5 + 0.2 * community(i) + 0.05 * ((i * 13 % 7) - 3) / 3.0;
      for (int r = 0; r < sizes[i]; r++) {
        int mood = random.nextInt(4);
        builder.add(
            new Respondents.Row(
                municipality(i),
                1,
                "",
                "",
                Double.NaN,
                List.of(
                    (byte) (mood + random.nextInt(2)),
                    (byte) (random.nextDouble() < support ? 1 : 0),
                    (byte) (mood + random.nextInt(2)))));
      }
    }
    return new Wave("town", WAVE, QUESTIONNAIRE, Instant.EPOCH, builder.build());
  }

  /** 60 respondents in most municipalities, few in the given ones, none in the last ten. */
  static int[] sizes(int... few) {
    var sizes = new int[30];
    java.util.Arrays.fill(sizes, 60);
    for (int i : few) {
      sizes[i] = 4;
    }
    return sizes;
  }
}
