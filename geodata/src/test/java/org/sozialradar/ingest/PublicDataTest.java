package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.SharedData;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.indicator.ResolvedTable;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/**
 * Imports real public data with the shipped manifests, as they are published, and asserts the
 * figures that must come out.
 */
class PublicDataTest {
  private static final String MUNICIPALITY = "municipality";

  @TempDir static Path folder;
  private static GeodataStore store;
  private static final Map<String, PackageReport> REPORTS = new HashMap<>();
  private static IndicatorResolution values;

  @BeforeAll
  static void importAll() {
    var data = SharedData.require();
    store = Stores.open(folder.resolve("store").toString());
    importPackages(
        data,
        "sn-boundaries",
        "vg250-2022-attributes",
        "population-sn",
        "unemployment-sn",
        "turnout-2024-sn",
        "gisd-sn",
        "asskomm-network",
        "lake-constance-boundaries",
        "de-boundaries",
        "unemployment-de",
        "population-de",
        "bbsr-crosswalk-de",
        "population-de-keys",
        "unemployment-de-keys");
    values = resolution();
  }

  @AfterAll
  static void close() {
    if (store != null) {
      store.close();
    }
  }

  private static void importPackages(Path data, String... names) {
    var folder = SharedData.projectRoot().resolve("scripts/manifests");
    var inputs =
        Arrays.stream(names).map(name -> folder.resolve(name + ".datapackage.json")).toList();
    var report =
        Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
            .run(
                new ImportRequest(inputs, List.of(data), List.of(), false),
                store,
                Progress.silent());
    assertThat(report.packages())
        .allSatisfy(one -> assertThat(one.outcome()).as(one.toString()).isEqualTo(Outcome.STORED));
    report.packages().forEach(one -> REPORTS.put(one.name(), one));
  }

  private static IndicatorResolution resolution() {
    var hierarchies = new HashMap<String, AreaHierarchy>();
    for (var edition : store.listEditions()) {
      var areas = new HashMap<String, List<Area>>();
      store
          .listLevels(edition.id())
          .forEach(level -> areas.put(level.id(), store.listAreas(edition.id(), level.id())));
      hierarchies.put(edition.id(), AreaHierarchy.of(areas));
    }
    var indicators = store.listIndicators();
    return IndicatorResolution.of(
        indicators,
        indicators.stream().flatMap(one -> store.listTables(one.id()).stream()).toList(),
        store.listEditions(),
        hierarchies,
        CorrespondenceGraph.of(store.listCorrespondences()));
  }

  private static ResolvedTable table(String indicator, String edition, String level) {
    return values.find(indicator, edition, level).orElseThrow();
  }

  private static Estimate value(
      String indicator, String edition, String level, String code, String period) {
    return table(indicator, edition, level)
        .find(new AreaCode(code), new ReferencePeriod(period))
        .orElseThrow();
  }

  private static void assertRecorded(
      double expected, String indicator, String edition, String code, String period) {
    assertThat(value(indicator, edition, MUNICIPALITY, code, period))
        .isEqualTo(Estimate.of(expected, ObservationStatus.REPORTED));
  }

  @Test
  void editionsOfSaxonyHaveTheirAreas() {
    assertThat(store.listAreas("2016", MUNICIPALITY)).hasSize(426).allMatch(Area::hasGeometry);
    assertThat(store.listAreas("2017", MUNICIPALITY)).hasSize(422).allMatch(Area::hasGeometry);
    assertThat(store.listAreas("2022", MUNICIPALITY)).hasSize(419).allMatch(Area::hasGeometry);
    assertThat(store.listAreas("2023", MUNICIPALITY)).hasSize(418).allMatch(Area::hasGeometry);
    for (var edition : List.of("2016", "2017", "2022", "2023")) {
      assertThat(store.listAreas(edition, "district")).as(edition).hasSize(13);
      assertThat(store.listAreas(edition, "state")).as(edition).hasSize(1);
    }
  }

  @Test
  void namesAndInhabitantsOf2022JoinTheBoundaries() {
    var dresden =
        store.listAreas("2022", MUNICIPALITY).stream()
            .filter(area -> area.code().value().equals("14612000"))
            .findFirst()
            .orElseThrow();
    assertThat(dresden.name()).isEqualTo("Dresden");
    assertThat(dresden.hasGeometry()).isTrue();
    assertThat(dresden.attributes()).containsEntry("ARS", "146120000000").containsKey("EWZ");
    assertThat(store.listAreas("2022", "association")).hasSize(309);
  }

  @Test
  void dresden() {
    assertRecorded(555_351, "population", "2022", "14612000", "2021");
    assertRecorded(566_222, "population", "2023", "14612000", "2023");
    assertRecorded(18_470, "unemployed", "2022", "14612000", "2021");
    assertRecorded(351_237, "working_age_population", "2022", "14612000", "2021");
    var share = value("unemployment_share", "2022", MUNICIPALITY, "14612000", "2021");
    assertThat(share.value()).isCloseTo(5.2586, within(0.00005));
    assertThat(share.status()).isEqualTo(ObservationStatus.REPORTED);
  }

  @Test
  void turnoutOfChemnitz2024() {
    assertRecorded(65.35, "turnout", "2023", "14511000", "2024");
  }

  @Test
  void deprivationIsShownOnMunicipalitiesWithItsNativeLevel() {
    var onAssociations = table("gisd", "2022", "association");
    var chemnitz = onAssociations.find(new AreaCode("145110000"), ReferencePeriod.ofYear(2021));
    assertThat(chemnitz.orElseThrow().value()).isEqualTo(gisdInTheFile("145110000", "2021"));
    var onMunicipalities = table("gisd", "2022", MUNICIPALITY);
    assertThat(onMunicipalities.origin(ReferencePeriod.ofYear(2021)).level())
        .isEqualTo("association");
    assertThat(value("gisd", "2022", MUNICIPALITY, "14511000", "2021").value())
        .isEqualTo(gisdInTheFile("145110000", "2021"));
  }

  private static double gisdInTheFile(String association, String year) {
    var file = SharedData.require().resolve("indicators/raw/rki_GISD_Sachsen_Gemeindeverband.csv");
    try (var lines = java.nio.file.Files.lines(file)) {
      String line =
          lines
              .filter(one -> one.startsWith(association + ",") && one.contains("," + year + ","))
              .findFirst()
              .orElseThrow();
      return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void populationOf2017OnTheEditionOf2023KeepsItsTotal() {
    var year = ReferencePeriod.ofYear(2017);
    var table = table("population", "2023", MUNICIPALITY);
    double sum = table.estimates(year).stream().mapToDouble(Estimate::value).sum();
    assertThat(sum).isCloseTo(4_081_308, within(1e-6));
    assertThat(table.origin(year).edition()).isEqualTo("2017");
    assertThat(value("population", "2023", "state", "14", "2017").value())
        .isCloseTo(4_081_308, within(1e-6));
  }

  @Test
  void mergedMunicipalitiesAreSummedAndFlagged() {
    var merged = value("population", "2023", MUNICIPALITY, "14521035", "2017");
    assertThat(merged).isEqualTo(Estimate.of(16_012 + 4_777, ObservationStatus.CONVERTED));
    assertThat(value("population", "2023", MUNICIPALITY, "14612000", "2017").status())
        .isEqualTo(ObservationStatus.REPORTED);
  }

  @Test
  void valuesOfAMergedMunicipalityAreNeverSplit() {
    assertRecorded(4_787, "population", "2023", "14522275", "2023");
    assertRecorded(69.53, "turnout", "2023", "14522275", "2024");
    for (var edition : List.of("2016", "2017", "2022")) {
      for (var code : List.of("14522450", "14522620")) {
        assertNotConvertible("population", edition, code, "2023");
        assertNotConvertible("eligible_voters", edition, code, "2024");
        assertNotConvertible("turnout", edition, code, "2024");
      }
    }
    for (var name : List.of("population-sn", "turnout-2024-sn")) {
      assertThat(REPORTS.get(name).issues())
          .as(name)
          .anySatisfy(
              issue -> {
                assertThat(issue.code()).isEqualTo("not-convertible");
                assertThat(issue.text().en())
                    .contains("the edition 2022")
                    .contains("14522275")
                    .contains("14522450, 14522620");
              })
          .anySatisfy(
              issue -> {
                assertThat(issue.code()).isEqualTo("not-convertible");
                assertThat(issue.text().de()).contains("Ausgabe 2016").contains("14522275");
              });
    }
  }

  private static void assertNotConvertible(
      String indicator, String edition, String code, String period) {
    assertThat(value(indicator, edition, MUNICIPALITY, code, period))
        .as(indicator + " " + period + " of " + code + " in " + edition)
        .isEqualTo(Estimate.missing(ObservationStatus.NOT_CONVERTIBLE));
  }

  @Test
  void keysThatTheGermanEditionLacksAreReported() {
    assertThat(store.listAreas("de-2016", MUNICIPALITY)).hasSize(11_299);
    assertThat(store.listAreas("de-2016", "state")).hasSize(16);
    var report = REPORTS.get("unemployment-de");
    for (var resource : report.resources()) {
      assertThat(resource.count(Count.KEYS_UNKNOWN)).as(resource.name()).isEqualTo(91);
      assertThat(resource.count(Count.AREAS_WITHOUT_VALUE)).as(resource.name()).isEqualTo(400);
    }
    assertThat(report.count("unknown-key")).isEqualTo(2 * 91);
    assertThat(report.resources().get(0).count(Count.ROWS_READ)).isEqualTo(24 * 10_990);
    assertThat(report.resources().get(0).count(Count.ROWS_LEFT_OUT)).isEqualTo(24 * 91);
    assertThat(report.resources().get(1).count(Count.ROWS_LEFT_OUT)).isEqualTo(21 * 91);
    var dresden = value("unemployed", "de-2016", MUNICIPALITY, "14612000", "2021");
    assertThat(dresden).isEqualTo(Estimate.of(18_470, ObservationStatus.LIMITED_PRECISION));
  }

  @Test
  void theGermanCrosswalkKeepsTotals() {
    var year = ReferencePeriod.ofYear(2021);
    for (var edition : List.of("de-2021", "de-2022", "de-2023")) {
      double sum =
          table("population", edition, MUNICIPALITY).estimates(year).stream()
              .mapToDouble(Estimate::value)
              .filter(Double::isFinite)
              .sum();
      assertThat(sum).as(edition).isCloseTo(83_237_124, within(0.01));
    }
    assertThat(value("unemployed", "de-2022", MUNICIPALITY, "14612000", "2021"))
        .isEqualTo(Estimate.of(18_470, ObservationStatus.REPORTED));
  }

  @Test
  void valuesWithoutANumberKeepTheirReason() {
    var tables = store.listTables("unemployed");
    var german =
        tables.stream().filter(one -> one.edition().equals("de-2022")).findFirst().orElseThrow();
    long empty = 0;
    for (int row = 0; row < german.codes().size(); row++) {
      for (int column = 0; column < german.periods().size(); column++) {
        empty += german.at(row, column).status() == ObservationStatus.EMPTY ? 1 : 0;
      }
    }
    assertThat(empty).isEqualTo(408);
  }

  @Test
  void theNetworkKeepsWhatIsOnlyKnown() {
    assertThat(store.listMilestones()).hasSize(33);
    assertThat(store.listMilestones())
        .filteredOn(one -> one.code().value().equals("14729020"))
        .allSatisfy(
            one ->
                assertThat(one.date().means())
                    .isEqualTo(org.sozialradar.network.MilestoneDate.Means.KNOWN_BY));
    assertThat(store.listNetworkTotals()).hasSize(14);
  }

  @Test
  void originalSpreadsheetsGiveTheSameValues() {
    var before = store.listTables("population");
    var unemployed = store.listTables("unemployed");
    importPackages(SharedData.require(), "destatis-gv-sn", "inkar-unemployed-sn");
    assertThat(REPORTS.get("destatis-gv-sn").count(Count.ROWS_SKIPPED)).isGreaterThan(15_000);
    assertSame(before, store.listTables("population"), List.of("2017", "2022", "2023"));
    assertSame(unemployed, store.listTables("unemployed"), List.of("2022"));
  }

  private static void assertSame(
      List<org.sozialradar.indicator.IndicatorTable> before,
      List<org.sozialradar.indicator.IndicatorTable> after,
      List<String> editions) {
    for (var edition : editions) {
      var one = of(before, edition);
      var other = of(after, edition);
      assertThat(other.codes()).isEqualTo(one.codes());
      assertThat(other.periods()).isEqualTo(one.periods());
      for (int row = 0; row < one.codes().size(); row++) {
        for (int column = 0; column < one.periods().size(); column++) {
          assertThat(other.at(row, column)).isEqualTo(one.at(row, column));
        }
      }
    }
  }

  private static org.sozialradar.indicator.IndicatorTable of(
      List<org.sozialradar.indicator.IndicatorTable> tables, String edition) {
    return tables.stream().filter(one -> one.edition().equals(edition)).findFirst().orElseThrow();
  }
}
