package org.sozialradar.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.Generalisation;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.publication.ModelDefinition;
import org.sozialradar.publication.ModelEstimation;
import org.sozialradar.publication.SurveyPublishing;
import org.sozialradar.publication.SurveySource;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/**
 * A country of 40 municipalities with a survey that went all the way from its answers into a store.
 * Two municipalities have four respondents each, whose answers come to a share of 77.7123 % and a
 * mean of 4.1085: numbers that nobody else comes near to.
 */
final class SuppressedCountry {
  static final ReferencePeriod WAVE = ReferencePeriod.ofYear(2022);
  static final List<AreaCode> SUPPRESSED = List.of(municipality(3), municipality(13));
  static final double SHARE = 0.777123;

  private static final int MUNICIPALITIES = 40;
  private static final int WITH_RESPONDENTS = 30;
  private static final String BASE = "base";
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

  private SuppressedCountry() {}

  static AreaCode municipality(int i) {
    return new AreaCode("140%d%04d".formatted(1 + i / 10, i));
  }

  static AreaCode district(int i) {
    return new AreaCode("140%d0".formatted(1 + i / 10));
  }

  /** A store with boundaries, a published wave and a model; the answers lie beside it. */
  static GeodataStore store(Path folder) {
    return store(folder.resolve("store").toString(), StoreLogin.NONE);
  }

  /** The same in a store that is empty yet. */
  static GeodataStore store(String address, StoreLogin login) {
    var store = Stores.open(address, login);
    store.commit(boundaries());
    var wave = wave();
    try (var microdata = MicrodataStores.open(address, login)) {
      microdata.put(wave);
      new SurveyPublishing(store, microdata, SurveyRule.DEFAULT, Clock.systemUTC())
          .publish(source(), wave);
    }
    store.commit(
        store.<ImportBatch>read(
            reader ->
                new ModelEstimation(model(), source(), wave, reader).estimate(Instant.EPOCH)));
    return store;
  }

  private static SurveySource source() {
    return QuestionnaireFile.read(QUESTIONNAIRE.getBytes(StandardCharsets.UTF_8), "town.yaml")
        .source();
  }

  private static ModelDefinition model() {
    return new ModelDefinition(
        "crisis",
        TEXT,
        TEXT,
        "town",
        WAVE,
        List.of("support", "cohesion"),
        List.of(new ModelDefinition.Covariate("community", Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        7,
        "0".repeat(64));
  }

  private static Wave wave() {
    var random = new Random(20_261_122);
    var builder = new Respondents.Builder(List.of("close", "helps", "trust"), false, false);
    for (int i = 0; i < WITH_RESPONDENTS; i++) {
      if (SUPPRESSED.contains(municipality(i))) {
        for (int r = 0; r < 4; r++) {
          boolean yes = r < 2;
          add(builder, i, yes ? 2 * SHARE : 2 * (1 - SHARE), yes ? 4 : 0, yes);
        }
      } else {
        double support = 0.2 + 0.2 * community(i);
        for (int r = 0; r < 60; r++) {
          add(builder, i, 1, random.nextInt(3), random.nextDouble() < support);
        }
      }
    }
    return new Wave("town", WAVE, QUESTIONNAIRE, Instant.EPOCH, builder.build());
  }

  /**
   * @param answer position of the answer to the two items of the scale, from 0
   */
  private static void add(
      Respondents.Builder builder, int i, double weight, int answer, boolean helps) {
    builder.add(
        new Respondents.Row(
            municipality(i),
            weight,
            "",
            "",
            Double.NaN,
            List.of((byte) answer, (byte) (helps ? 1 : 0), (byte) answer)));
  }

  private static double community(int i) {
    return (i * 7 % MUNICIPALITIES) / (double) MUNICIPALITIES;
  }

  private static ImportBatch boundaries() {
    var towns = new ArrayList<Area>();
    var districts = new ArrayList<Area>();
    var state = new AreaCode("14");
    for (int i = 0; i < MUNICIPALITIES; i++) {
      var above = Map.of("district", district(i), "state", state);
      towns.add(area(municipality(i), "municipality", 12 + i * 0.05, 0.05, above));
      if (i % 10 == 0) {
        districts.add(area(district(i), "district", 12 + i * 0.05, 0.5, Map.of("state", state)));
      }
    }
    var table = IndicatorTable.builder("community", "2022", "municipality", BASE);
    for (int i = 0; i < MUNICIPALITIES; i++) {
      table.put(municipality(i), WAVE, Estimate.of(community(i), ObservationStatus.REPORTED));
    }
    return new ImportBatch(
        TestCountry.dataset(BASE, true),
        List.of(new BoundaryVersion("2022", LocalDate.of(2022, 1, 1), TEXT, BASE)),
        List.of(
            set(AreaLevel.STATE, List.of(area(state, "state", 12, 2, Map.of()))),
            set(AreaLevel.DISTRICT, districts),
            set(AreaLevel.MUNICIPALITY, towns)),
        List.of(),
        List.of(indicator()),
        List.of(table.build()),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  private static ImportBatch.AreaSet set(AreaLevel level, List<Area> areas) {
    return new ImportBatch.AreaSet("2022", level, areas, Generalisation.pyramid(areas));
  }

  private static Area area(
      AreaCode code, String level, double west, double width, Map<String, AreaCode> above) {
    return new Area(
        code,
        level,
        "Ort " + code,
        "",
        above,
        Map.of(),
        GEOMETRY.toGeometry(new Envelope(west, west + width, 50.8, 51.0)));
  }

  private static Indicator indicator() {
    return new Indicator(
        "community",
        TEXT,
        TEXT,
        new Indicator.Unit("index", TEXT),
        3,
        Indicator.Polarity.POSITIVE,
        Measure.intensive(),
        new Indicator.Theme("t", TEXT),
        Double.NaN,
        "",
        BASE);
  }
}
