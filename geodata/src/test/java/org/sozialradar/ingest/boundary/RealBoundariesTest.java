package org.sozialradar.ingest.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.SharedData;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageCheck;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** The published files, as they are. */
class RealBoundariesTest {
  @TempDir Path folder;

  private static PackageReport run(GeodataStore store, boolean dry, Path manifest) {
    var request =
        new ImportRequest(List.of(manifest), List.of(SharedData.require()), List.of(), dry);
    return Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
        .run(request, store, Progress.silent())
        .packages()
        .get(0);
  }

  private static Path shipped(String name) {
    return SharedData.projectRoot()
        .resolve("scripts/manifests")
        .resolve(name + ".datapackage.json");
  }

  private GeodataStore open() {
    SharedData.require();
    return Stores.open(folder.resolve("store").toString());
  }

  @Test
  void saxonyHasItsMunicipalitiesInEveryEdition() {
    try (var store = open()) {
      var report = run(store, false, shipped("sn-boundaries"));

      assertThat(report.outcome()).isEqualTo(Outcome.STORED);
      assertThat(Stream.of("2016", "2017", "2022", "2023"))
          .map(edition -> store.listAreas(edition, "municipality").size())
          .containsExactly(426, 422, 419, 418);
      assertThat(Stream.of("2016", "2017", "2022", "2023"))
          .allSatisfy(edition -> assertThat(store.listAreas(edition, "district")).hasSize(13));
      mergedAreasFitTheirNeighbours(store);
      everyMunicipalityLiesInItsDistrict(store);

      run(store, false, shipped("vg250-2022-attributes"));
      hasTheAssociationsOf2022(store);
    }
  }

  private static void mergedAreasFitTheirNeighbours(GeodataStore store) {
    var old = byCode(store.listAreas("2016", "municipality"));
    var now = byCode(store.listAreas("2023", "municipality"));
    var jahnatal = now.get(new AreaCode("14522275"));
    assertThat(jahnatal.name()).isEqualTo("Jahnatal");
    assertThat(jahnatal.geometry().getArea())
        .isCloseTo(area(old, "14522450") + area(old, "14522620"), within(1e-12));
    assertThat(sum(now.values())).isCloseTo(sum(old.values()), within(1e-9));
    var coverage = new TreeMap<AreaCode, Geometry>();
    now.forEach((code, area) -> coverage.put(code, area.geometry()));
    assertThat(CoverageCheck.check(coverage)).isEmpty();
    assertThat(now.values()).allMatch(area -> area.geometry().isValid());
  }

  private static void everyMunicipalityLiesInItsDistrict(GeodataStore store) {
    var districts = byCode(store.listAreas("2023", "district"));
    assertThat(store.listAreas("2023", "municipality"))
        .allSatisfy(
            area -> {
              var district = districts.get(area.ancestors().get("district"));
              assertThat(district.geometry().contains(area.geometry().getInteriorPoint())).isTrue();
            });
  }

  private static void hasTheAssociationsOf2022(GeodataStore store) {
    assertThat(store.listAreas("2022", "association")).hasSize(309);
    assertThat(store.listAreas("2022", "municipality"))
        .hasSize(419)
        .allMatch(area -> area.ancestors().containsKey("association"))
        .allMatch(area -> area.attributes().containsKey("EWZ"));
    assertThat(store.listAreas("de-2022", "municipality"))
        .hasSize(10_990)
        .noneMatch(Area::hasGeometry);
    assertThat(store.listAreas("de-2022", "state")).hasSize(16);
  }

  private static Map<AreaCode, Area> byCode(List<Area> areas) {
    var byCode = new TreeMap<AreaCode, Area>();
    areas.forEach(area -> byCode.put(area.code(), area));
    return byCode;
  }

  private static double area(Map<AreaCode, Area> areas, String code) {
    return areas.get(new AreaCode(code)).geometry().getArea();
  }

  private static double sum(Iterable<Area> areas) {
    double sum = 0;
    for (var area : areas) {
      sum += area.geometry().getArea();
    }
    return sum;
  }

  /** A dry run does all but storing, with the pyramid. */
  @Test
  void germanyHasItsMunicipalitiesDistrictsAndStates() {
    try (var store = open()) {
      var report = run(store, true, shipped("de-boundaries"));

      assertThat(report.outcome()).isEqualTo(Outcome.CHECKED);
      assertThat(report.count(Count.ROWS_READ)).isEqualTo(11_299);
      assertThat(report.count(Count.AREAS_STORED)).isEqualTo(11_299);
      assertThat(report.count(Count.AREAS_DERIVED)).isEqualTo(402 + 16);
      assertThat(report.count(Count.AREAS_UNINHABITED)).isEqualTo(215);
      assertThat(report.count(Count.GEOMETRIES_REPAIRED)).isEqualTo(11);
      assertThat(store.listEditions()).isEmpty();
    }
  }

  @Test
  void lakeConstanceIsReadByRuleOnly() throws IOException {
    try (var store = open()) {
      var dropped = run(store, false, shipped("lake-constance-boundaries"));

      assertThat(dropped.count(Count.ROWS_READ)).isEqualTo(51);
      assertThat(dropped.count(Count.AREAS_STORED)).isEqualTo(48);
      assertThat(dropped.count(Count.PARTS_DROPPED)).isEqualTo(3);
      var land = byCode(store.listAreas("lake-constance-2016", "municipality"));

      var merged = run(store, false, changed("\"drop\"", "\"merge\""));
      assertThat(merged.count(Count.PARTS_MERGED)).isEqualTo(3);
      var whole = byCode(store.listAreas("lake-constance-2016", "municipality"));
      assertThat(whole).hasSize(48);
      assertThat(whole.keySet().stream().filter(code -> isLarger(whole, land, code)).toList())
          .extracting(AreaCode::value)
          .containsExactly("08335002", "08335063", "08335066");
    }
  }

  private static boolean isLarger(
      Map<AreaCode, Area> whole, Map<AreaCode, Area> land, AreaCode code) {
    return whole.get(code).geometry().getArea() > land.get(code).geometry().getArea() * 1.001;
  }

  @Test
  void lakeConstanceWithoutARuleIsRejectedNamingBoth() throws IOException {
    try (var store = open()) {
      var manifest = Files.readString(shipped("lake-constance-boundaries"));
      int start = manifest.indexOf("\"parts\"");
      int end = manifest.indexOf("},", start) + 2;
      var without =
          Files.writeString(
              folder.resolve("without.json"),
              manifest.substring(0, start) + manifest.substring(end));

      var report = run(store, false, without);

      assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(report.count("key-twice")).isEqualTo(3);
      assertThat(report.issues().get(0).text().en())
          .contains("08335002", "feature 16 (Allensbach)", "feature 17 (Allensbach)");
      assertThat(store.listEditions()).isEmpty();
    }
  }

  private Path changed(String from, String to) throws IOException {
    var text = Files.readString(shipped("lake-constance-boundaries"));
    assertThat(text).contains(from);
    return Files.writeString(folder.resolve("changed.json"), text.replace(from, to));
  }
}
