package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.Severity;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** The sample goes through the ordinary import and answers on every level. */
class BundledSampleTest {
  private static final ReferencePeriod YEAR = ReferencePeriod.ofYear(2023);

  @TempDir static Path folder;

  private static GeodataStore store;
  private static ImportReport report;
  private static Map<String, List<Area>> areas;
  private static IndicatorResolution resolution;

  @BeforeAll
  static void importSample() throws Exception {
    var manifests = BundledSample.copyTo(Files.createDirectory(folder.resolve("sample")));
    store = Stores.open(folder.resolve("store").toString());
    report =
        Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
            .run(
                new ImportRequest(manifests, List.of(), List.of(), false),
                store,
                Progress.silent());
    areas = areasByLevel();
    resolution =
        IndicatorResolution.of(
            store.listIndicators(),
            store.listIndicators().stream()
                .flatMap(indicator -> store.listTables(indicator.id()).stream())
                .toList(),
            store.listEditions(),
            Map.of("2023", AreaHierarchy.of(areas)),
            CorrespondenceGraph.of(store.listCorrespondences()));
  }

  private static Map<String, List<Area>> areasByLevel() {
    var areas = new LinkedHashMap<String, List<Area>>();
    store
        .listLevels("2023")
        .forEach(level -> areas.put(level.id(), store.listAreas("2023", level.id())));
    return areas;
  }

  @AfterAll
  static void closeStore() {
    store.close();
  }

  @Test
  void everyPackageIsStoredWithNothingToComplainOf() {
    assertThat(report.packages())
        .hasSize(5)
        .allSatisfy(
            part -> {
              assertThat(part.outcome()).isEqualTo(ImportReport.Outcome.STORED);
              assertThat(part.issues()).allMatch(issue -> issue.severity() == Severity.NOTE);
            });
  }

  @Test
  void theStoreKnowsThatItHoldsTheSample() {
    assertThat(store.listDatasets())
        .extracting(Dataset::id)
        .containsExactlyInAnyOrderElementsOf(BundledSample.datasetIds());
    assertThat(BundledSample.isIn(store.listDatasets())).isTrue();
    assertThat(BundledSample.isIn(store.listDatasets().subList(0, 2))).isFalse();
    assertThat(BundledSample.isIn(List.of())).isFalse();
  }

  @Test
  void theIndicatorsLayersAndQuartersAreInventedAndNothingElse() {
    assertThat(store.listDatasets())
        .filteredOn(Dataset::example)
        .hasSize(3)
        .allSatisfy(
            invented -> {
              assertThat(invented.id())
                  .isIn("sample-indicators", "sample-layers", "sample-quarters");
              assertThat(invented.title().de()).startsWith("Beispiel");
              assertThat(invented.publisher()).contains("frei erfundene Beispieldaten");
            });
    assertThat(store.listIndicators())
        .hasSize(19)
        .allMatch(indicator -> indicator.id().startsWith("example_"))
        .allMatch(indicator -> indicator.datasetId().equals("sample-indicators"));
  }

  @Test
  void everyLayerAndEveryFeatureSaysThatItIsInvented() {
    assertThat(store.listLayers())
        .hasSize(6)
        .allMatch(layer -> layer.id().startsWith("example-"))
        .allMatch(layer -> layer.title().de().endsWith("(erfunden)"));
    for (var layer : store.listLayers()) {
      assertThat(store.listFeatures(layer.id()))
          .isNotEmpty()
          .allMatch(feature -> feature.text("name").endsWith("(erfunden)"));
    }
  }

  @Test
  void theEditionHasAllLevels() {
    assertThat(store.listLevels("2023"))
        .extracting(AreaLevel::id)
        .containsExactly("state", "district", "joint-council", "municipality", "quarter");
    assertThat(areas.values()).extracting(List::size).containsExactly(1, 13, 1, 418, 9);
    assertThat(store.listAreas("2023", "quarter"))
        .allMatch(quarter -> quarter.name().startsWith("Muster-"))
        .allMatch(quarter -> quarter.ancestors().get("district").value().equals("14523"));
    assertThat(store.listAreaDatasets("2023", "quarter")).containsExactly("sample-quarters");
    assertThat(store.listAreas("2023", "state").get(0).name()).isEqualTo("Sachsen");
    assertThat(store.listAreas("2023", "joint-council").get(0).name()).isEqualTo("Wurzener Land");
    assertThat(store.listCoverages("2023", "municipality")).isNotEmpty();
  }

  @Test
  void theNetworkIsThere() {
    assertThat(store.listMilestones()).hasSize(33);
    assertThat(store.listNetworkTotals()).hasSize(14);
  }

  @Test
  void everyIndicatorIsAnsweredOnEveryLevelInEveryYear() {
    assertThat(resolution.faults()).isEmpty();
    for (var indicator : store.listIndicators()) {
      for (var level : areas.keySet()) {
        var table = resolution.find(indicator.id(), "2023", level).orElseThrow();
        assertThat(table.periods()).as(indicator.id() + " " + level).hasSize(6);
      }
    }
  }

  @Test
  void almostAllValuesAreThere() {
    for (var indicator : store.listIndicators()) {
      boolean secret = indicator.id().equals("example_crimes_per_1000");
      for (var level : areas.keySet()) {
        assertThat(missing(indicator, level))
            .as(indicator.id() + " " + level)
            .isEqualTo(secret && level.equals("municipality") ? 6 : 0);
      }
    }
  }

  private static long missing(Indicator indicator, String level) {
    return areas.get(level).stream()
        .map(area -> value(indicator.id(), level, area.code().value()))
        .filter(estimate -> !estimate.status().hasValue())
        .count();
  }

  private static Estimate value(String indicator, String level, String code) {
    return resolution
        .find(indicator, "2023", level)
        .orElseThrow()
        .find(new AreaCode(code), YEAR)
        .orElseThrow();
  }

  @Test
  void missingCellsKeepTheirReasons() {
    var statuses =
        store.listTables("example_crimes_per_1000").stream()
            .filter(table -> table.level().equals("municipality"))
            .flatMap(table -> table.codes().stream().map(code -> table.find(code, YEAR)))
            .map(found -> found.orElseThrow().status())
            .filter(status -> status != ObservationStatus.REPORTED);
    assertThat(statuses).hasSize(6).containsOnly(ObservationStatus.UNKNOWN_OR_SECRET);
  }

  @Test
  void districtsAddUpFromTheirMunicipalities() {
    double people = sum("example_population", "municipality");
    assertThat(sum("example_population", "district")).isEqualTo(people);
    assertThat(value("example_population", "state", "14").value()).isEqualTo(people);
    double unemployment =
        100
            * sum("example_unemployed", "district")
            / sum("example_working_age_population", "district");
    assertThat(value("example_unemployment", "state", "14").value())
        .isCloseTo(unemployment, org.assertj.core.data.Offset.offset(1e-9));
    double density = people / sum("example_area", "municipality");
    assertThat(value("example_density", "state", "14").value())
        .isCloseTo(density, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(value("example_area", "state", "14").value()).isBetween(18_300.0, 18_600.0);
  }

  private static double sum(String indicator, String level) {
    return areas.get(level).stream()
        .mapToDouble(area -> value(indicator, level, area.code().value()).value())
        .sum();
  }
}
