package org.sozialradar.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.area.Area;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.computation.Computation;
import org.sozialradar.ingest.definition.ModelFile;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.PublishAfterImport;
import org.sozialradar.ingest.microdata.SurveyRequest;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.sample.InventedQuarters;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.survey.RakingLimits;

/**
 * Leipzig with 69 invented quarters, of which values, a survey and a model are imported as an
 * office would; beside it the boundaries of the sample with the quarters of another town. Two
 * quarters have four respondents, seven have none.
 */
public final class QuarteredCity {
  static final String CITY = "14713000";
  static final String DISTRICT = "14713";
  static final int QUARTERS = 69;
  static final List<String> SUPPRESSED = List.of(code(3), code(17));

  private static final String QUESTIONNAIRE =
      """
      questionnaire: 1
      id: city
      title: {de: Umfrage, en: Survey}
      theme: {id: support, name: {de: Hilfe, en: Support}}
      example: true
      source: {publisher: Amt, licence: {id: CC0, title: CC0, url: ""}, attribution: Amt}
      answers:
        yes_no: {"0": {de: nein, en: "no"}, "1": {de: ja, en: "yes"}}
      items:
        help: {wording: {de: Hilft, en: Helps}, answers: yes_no}
      proportions:
        support: {title: {de: Hilfe, en: Support}, description: {de: Anteil, en: Share}, item: help, codes: ["1"]}
      area: {key: quarter, level: quarter, edition: "2023"}
      """;

  private static final String MODEL =
      """
      model: 1
      id: city_model
      title: {de: Modell, en: Model}
      description: {de: Vorhersage, en: Prediction}
      survey: city
      wave: "2023"
      outcomes: [support]
      covariates:
        - {indicator: example_city_poverty}
        - {indicator: example_city_clubs}
      weights: example_city_people
      seed: 7
      """;

  private static final String MANIFEST =
      """
      {"name": "city-quarters",
       "licenses": [{"name": "CC0", "title": "CC0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
       "radar": {"title": {"de": "Ortsteile", "en": "Quarters"}, "publisher": "Stadt",
         "attribution": "Stadt (erfunden)", "vintage": "2023", "example": true,
         "themes": [{"id": "people", "name": {"de": "Menschen", "en": "People"}}],
         "indicators": [%s, %s, %s]},
       "resources": [
        {"name": "quarters", "path": "quarters.geojson",
         "radar": {"kind": "boundaries", "level": "quarter", "edition": "2023", "crs": "EPSG:4326",
           "key": "nr", "name": "name", "ancestors": {"municipality": "ags"}}},
        {"name": "values", "path": "values.csv",
         "schema": {"fields": [
           {"name": "nr", "type": "string", "radar": {"role": "key", "keyType": "CODE"}},
           {"name": "people", "type": "integer", "radar": {"role": "value", "indicator": "example_city_people"}},
           {"name": "poverty", "type": "number", "radar": {"role": "value", "indicator": "example_city_poverty"}},
           {"name": "clubs", "type": "number", "radar": {"role": "value", "indicator": "example_city_clubs"}}]},
         "radar": {"kind": "indicators", "edition": "2023", "level": "quarter", "period": "2023"}}]}
      """;

  private static final SurveyRule RULE = SurveyRule.DEFAULT;
  private static final Clock CLOCK = Clock.systemUTC();

  private QuarteredCity() {}

  /** Key of a quarter, from 0. */
  static String code(int quarter) {
    return CITY + "-%02d".formatted(quarter + 1);
  }

  /** Share of the poor in a quarter, in percent. */
  static double poverty(int quarter) {
    return 5 + quarter * 29 % QUARTERS * 0.4;
  }

  static int people(int quarter) {
    return 3000 + quarter * 41 % QUARTERS * 150;
  }

  /**
   * Fills an empty store.
   *
   * @param address of the store, which the answers are kept beside
   * @param folder an empty folder for the files
   */
  public static void fill(GeodataStore store, String address, StoreLogin login, Path folder) {
    try {
      var sample = BundledSample.copyTo(Files.createDirectories(folder.resolve("sample")));
      run(store, sample.get(0));
      run(store, sample.get(2));
      run(store, city(store, Files.createDirectories(folder.resolve("city"))));
      survey(store, address, login, folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void run(GeodataStore store, Path manifest) {
    var request = new ImportRequest(List.of(manifest), List.of(), List.of(), false);
    var report =
        Importer.installed(ImportLimits.STANDARD, CLOCK)
            .run(request, store, Progress.silent())
            .packages()
            .get(0);
    if (report.outcome() != ImportReport.Outcome.STORED) {
      throw new AssertionError(report.issues().toString());
    }
  }

  private static Path city(GeodataStore store, Path folder) throws IOException {
    var outline =
        store.listAreas("2023", "municipality").stream()
            .filter(area -> area.code().value().equals(CITY))
            .map(Area::geometry)
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("quarters.geojson"), geoJson(outline));
    var values = new StringBuilder("nr,people,poverty,clubs\n");
    for (int i = 0; i < QUARTERS; i++) {
      values.append(
          String.format(
              Locale.ROOT, "%s,%d,%.1f,%.2f%n", code(i), people(i), poverty(i), clubs(i)));
    }
    Files.writeString(folder.resolve("values.csv"), values);
    var manifest = folder.resolve("datapackage.json");
    return Files.writeString(
        manifest,
        MANIFEST.formatted(
            indicator("people", "{\"kind\": \"extensive\"}"),
            indicator("poverty", "{\"kind\": \"rate\", \"weight\": \"example_city_people\"}"),
            indicator("clubs", "{\"kind\": \"rate\", \"weight\": \"example_city_people\"}")));
  }

  private static double clubs(int quarter) {
    return 1 + quarter * 17 % QUARTERS * 0.05;
  }

  private static String indicator(String id, String measure) {
    return """
    {"id": "example_city_%s", "name": {"de": "%s", "en": "%s"}, "description": {"de": "Erfunden.", "en": "Invented."},
     "unit": {"id": "%s", "symbol": {"de": "x", "en": "x"}}, "measure": %s, "theme": "people"}\
    """
        .formatted(id, id, id, id, measure);
  }

  private static String geoJson(Geometry outline) {
    var quarters = InventedQuarters.of(outline, QUARTERS, 1);
    return IntStream.range(0, QUARTERS)
        .mapToObj(
            i ->
                """
                {"type":"Feature","properties":{"nr":"%s","name":"Viertel %02d","ags":"%s"},"geometry":%s}\
                """
                    .formatted(code(i), i + 1, CITY, geometry(quarters.get(i))))
        .collect(
            Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "]}"));
  }

  private static String geometry(Geometry areas) {
    var polygons = new ArrayList<String>();
    for (int i = 0; i < areas.getNumGeometries(); i++) {
      var polygon = (Polygon) areas.getGeometryN(i);
      var rings = new ArrayList<>(List.of(ring(polygon.getExteriorRing())));
      for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
        rings.add(ring(polygon.getInteriorRingN(r)));
      }
      polygons.add(rings.toString());
    }
    return "{\"type\":\"MultiPolygon\",\"coordinates\":" + polygons + "}";
  }

  private static String ring(LinearRing ring) {
    return Stream.of(ring.getCoordinates())
        .map(point -> String.format(Locale.ROOT, "[%.5f,%.5f]", point.x, point.y))
        .toList()
        .toString();
  }

  private static void survey(GeodataStore store, String address, StoreLogin login, Path folder)
      throws IOException {
    var questionnaire = Files.writeString(folder.resolve("city.yaml"), QUESTIONNAIRE);
    var answers = Files.writeString(folder.resolve("answers.csv"), answers());
    var model = Files.writeString(folder.resolve("model.yaml"), MODEL);
    try (var stores = SurveyStores.beside(store, address, login)) {
      var report =
          stores
              .importer(ImportLimits.STANDARD, CLOCK, new PublishAfterImport(RULE, CLOCK))
              .run(
                  new SurveyRequest(
                      answers,
                      QuestionnaireFile.read(questionnaire),
                      ReferencePeriod.ofYear(2023),
                      List.of(),
                      RakingLimits.DEFAULT,
                      List.of(),
                      false,
                      false),
                  Progress.silent());
      if (report.isRejected()) {
        throw new AssertionError(report.toJson());
      }
    }
    try (var results = ComputedResults.beside(store, address, login, RULE, CLOCK)) {
      results.estimate(ModelFile.read(model), Computation::source);
    }
  }

  /**
   * Poverty makes people less ready to help: from 80 % where it is least to 53 % where it is most.
   */
  private static String answers() {
    var random = new Random(20_261_122);
    var rows = new ArrayList<String>(List.of("quarter,help"));
    for (int i = 0; i < QUARTERS; i++) {
      double helps = 0.85 - 0.01 * poverty(i);
      for (int r = 0; r < respondents(i); r++) {
        rows.add(code(i) + "," + (random.nextDouble() < helps ? 1 : 0));
      }
    }
    return String.join("\n", rows) + "\n";
  }

  static int respondents(int quarter) {
    if (SUPPRESSED.contains(code(quarter))) {
      return 4;
    }
    return quarter % 10 == 9 || quarter == 0 ? 0 : 25 + quarter % 30;
  }

  /** Bytes of a file as text, to look for names in it. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
