package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.EDITION;
import static org.sozialradar.store.Batches.GEOMETRY;
import static org.sozialradar.store.Batches.area;
import static org.sozialradar.store.Batches.code;
import static org.sozialradar.store.Batches.coverage;
import static org.sozialradar.store.Batches.dataset;
import static org.sozialradar.store.Batches.edition;
import static org.sozialradar.store.Batches.empty;
import static org.sozialradar.store.Batches.indicator;
import static org.sozialradar.store.Batches.square;
import static org.sozialradar.store.Batches.squareWithHole;
import static org.sozialradar.store.Batches.uniform;
import static org.sozialradar.store.Batches.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.dataset.SourceFile;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.MilestoneDate;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.ImportBatch.AreaSet;

/** What every store must do; each store runs it on a database of its own. */
public abstract class GeodataStoreContract {
  private static final LocalDate START_OF_2023 = LocalDate.of(2023, 1, 1);

  protected GeodataStore store;

  /** Opens the store of this test: empty at first, then as it was closed. */
  protected abstract GeodataStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void anEmptyStoreHasRevisionZeroAndListsNothing() {
    assertThat(store.currentRevision().number()).isZero();
    assertThat(store.currentRevision().datasetId()).isEmpty();
    assertThat(store.listDatasets()).isEmpty();
    assertThat(store.listEditions()).isEmpty();
    assertThat(store.listLevels(EDITION)).isEmpty();
    assertThat(store.listAreas(EDITION, "municipality")).isEmpty();
    assertThat(store.listCodes(EDITION, "municipality")).isEmpty();
    assertThat(store.listCoverages(EDITION, "municipality")).isEmpty();
    assertThat(store.listCorrespondences()).isEmpty();
    assertThat(store.listIndicators()).isEmpty();
    assertThat(store.listTables("population")).isEmpty();
    assertThat(store.listMilestones()).isEmpty();
    assertThat(store.listNetworkTotals()).isEmpty();
  }

  @Test
  void revisionNumbersGrowByOneAndNameTheirDataset() {
    assertThat(store.commit(empty(dataset("first"))).number()).isEqualTo(1);
    var second = store.commit(empty(dataset("second")));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.datasetId()).isEqualTo("second");
    assertThat(store.currentRevision()).isEqualTo(second);
  }

  @Test
  void keepsDatasetsByIdWithTheirFilesInOrder() {
    store.commit(empty(dataset("zwei")));
    store.commit(empty(dataset("eins")));
    assertThat(store.listDatasets()).containsExactly(dataset("eins"), dataset("zwei"));
  }

  @Test
  void keepsEditionsByValidity() {
    var parts = new Batches.Parts(dataset("grenzen"));
    parts.editions.add(edition("a", START_OF_2023, "grenzen"));
    parts.editions.add(edition("b", LocalDate.of(2016, 1, 1), "grenzen"));
    store.commit(parts.batch());
    assertThat(store.listEditions()).containsExactly(parts.editions.get(1), parts.editions.get(0));
  }

  @Test
  void keepsAreasWithUmlautsHolesAndWithoutGeometry() {
    var areas =
        List.of(
            area("14511000", "Größenwahn-Ö", squareWithHole(12.1234567, 50.7654321, 0.5)),
            area("14511001", "Zwei Teile", twoParts()),
            area("14511002", "Nur Schlüssel", GEOMETRY.createPolygon()),
            area("14511003", "Nur Schlüssel", GEOMETRY.createMultiPolygon()));
    store.commit(areaBatch(areas, List.of()));
    assertSameAreas(store.listAreas(EDITION, "municipality"), areas);
    assertThat(store.listAreas(EDITION, "municipality").get(2).hasGeometry()).isFalse();
    var wanted = List.of(code("14511003"), code("14511001"), code("14511009"));
    var found = store.read(reader -> reader.findBoundaries(EDITION, "municipality", wanted));
    assertThat(found).containsOnlyKeys(code("14511001"));
    assertThat(found.get(code("14511001")).equalsExact(twoParts())).isTrue();
    var none = store.read(reader -> reader.findBoundaries("none", "municipality", wanted));
    assertThat(none).isEmpty();
  }

  private static Geometry twoParts() {
    return GEOMETRY.createMultiPolygon(
        new Polygon[] {square(12, 50, 0.1), squareWithHole(13, 51, 0.2)});
  }

  @Test
  void keepsAreasWithoutAncestorsOrAttributes() {
    var bare = new Area(code("14"), "state", "Sachsen", "", Map.of(), Map.of(), square(12, 50, 1));
    var parts = new Batches.Parts(dataset("grenzen"));
    parts.editions.add(edition(EDITION, START_OF_2023, "grenzen"));
    parts.areas.add(new AreaSet(EDITION, AreaLevel.STATE, List.of(bare), List.of()));
    store.commit(parts.batch());
    assertSameAreas(store.listAreas(EDITION, "state"), List.of(bare));
  }

  @Test
  void keepsGeometriesOfManyVertices() {
    var big = square(12, 50, 1).buffer(1, 20_000);
    assertThat(big.getNumPoints()).isGreaterThan(70_000);
    var areas = List.of(area("14511000", "Küste", big));
    store.commit(areaBatch(areas, List.of()));
    assertSameAreas(store.listAreas(EDITION, "municipality"), areas);
  }

  @Test
  void listsAreasByCodeAsJavaComparesThem() {
    var codes = List.of("14-B", "14.a", "14A", "14_a", "14a", "14ä");
    var areas = codes.stream().map(code -> plain(code)).sorted(byCode()).toList();
    store.commit(areaBatch(areas, List.of()));
    assertThat(store.listAreas(EDITION, "municipality")).isSortedAccordingTo(byCode());
    assertThat(store.listCodes(EDITION, "municipality"))
        .isEqualTo(areas.stream().map(Area::code).toList());
  }

  private static Area plain(String code) {
    return new Area(
        code(code), "municipality", code, "", Map.of(), Map.of(), GEOMETRY.createPolygon());
  }

  private static java.util.Comparator<Area> byCode() {
    return java.util.Comparator.comparing(Area::code);
  }

  @Test
  void keepsCoveragesFromCoarseToFine() {
    var areas = List.of(area("14511000", "Ort", square(12, 50, 1)));
    var pyramid =
        List.of(
            coverage(0, Map.of("14511000", square(1_350_000.25, 6_500_000.125, 1000))),
            coverage(14, Map.of("14511000", squareWithHole(1_350_000.5, 6_500_000.75, 1000))));
    store.commit(areaBatch(areas, pyramid));
    var kept = store.listCoverages(EDITION, "municipality");
    assertThat(kept).extracting(CoverageLevel::zoom).containsExactly(0, 14);
    for (int i = 0; i < pyramid.size(); i++) {
      var expected = pyramid.get(i).geometries().get(code("14511000"));
      assertThat(kept.get(i).geometries().get(code("14511000")).equalsExact(expected)).isTrue();
    }
  }

  @Test
  void listsLevelsFromCoarseToFineWithGroups() {
    var group =
        new AreaLevel(
            "joint-council",
            new LocalizedText("Gemeinsamer Präventionsrat", "Joint council"),
            new LocalizedText("Gemeinsame Präventionsräte", "Joint councils"),
            45,
            true);
    var parts = new Batches.Parts(dataset("grenzen"));
    parts.editions.add(edition(EDITION, START_OF_2023, "grenzen"));
    parts.areas.add(
        new AreaSet(EDITION, AreaLevel.MUNICIPALITY, List.of(plain("14511000")), List.of()));
    parts.areas.add(new AreaSet(EDITION, AreaLevel.DISTRICT, List.of(plain("14511")), List.of()));
    parts.areas.add(new AreaSet(EDITION, group, List.of(plain("Wurzener-Land")), List.of()));
    store.commit(parts.batch());
    assertThat(store.listLevels(EDITION))
        .containsExactly(AreaLevel.DISTRICT, group, AreaLevel.MUNICIPALITY);
  }

  @Test
  void knowsTheDataSetsThatAreasComeFromBesideTheirEdition() {
    var parts = new Batches.Parts(dataset("grenzen"));
    parts.editions.add(edition(EDITION, START_OF_2023, "grenzen"));
    parts.areas.add(
        new AreaSet(EDITION, AreaLevel.MUNICIPALITY, List.of(plain("14511000")), List.of()));
    store.commit(parts.batch());
    var quarters = List.of(plain("north"), plain("south"));
    var more = new Batches.Parts(dataset("ortsteile"));
    more.areas.add(
        new AreaSet(
            EDITION,
            AreaLevel.QUARTER,
            quarters,
            List.of(),
            new TreeSet<>(List.of("grenzen", "ortsteile"))));
    store.commit(more.batch());

    assertThat(store.listAreaDatasets(EDITION, "municipality")).isEmpty();
    assertThat(store.listAreaDatasets("2099", "quarter")).isEmpty();
    assertThat(store.listAreaDatasets(EDITION, "quarter")).containsExactly("grenzen", "ortsteile");
    store.commit(Batches.empty(dataset("zahlen")));
    assertThat(store.listAreaDatasets(EDITION, "quarter")).hasSize(2);
    var unknown = new Batches.Parts(dataset("zahlen"));
    unknown.areas.add(
        new AreaSet(
            EDITION, AreaLevel.QUARTER, quarters, List.of(), new TreeSet<>(List.of("nobody"))));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.commit(unknown.batch()))
        .withMessageContaining("nobody");
  }

  @Test
  void keepsIndicatorsOfEveryKind() {
    var parts = new Batches.Parts(dataset("zahlen"));
    parts.indicators.add(
        new Indicator(
            "growth",
            new LocalizedText("Veränderung", "Change"),
            new LocalizedText("seit 2018", "since 2018"),
            new Indicator.Unit("percent", new LocalizedText("%", "%")),
            1,
            Indicator.Polarity.NEGATIVE,
            Measure.rate("population"),
            new Indicator.Theme("people", new LocalizedText("Bevölkerung", "People")),
            0,
            "100 * change_since(population, 2018)",
            "zahlen"));
    parts.indicators.add(indicator("population", "zahlen"));
    store.commit(parts.batch());
    assertThat(store.listIndicators()).isEqualTo(parts.indicators);
  }

  @Test
  void keepsEveryStatusWithAndWithoutIntervals() {
    var table = IndicatorTable.builder("population", EDITION, "municipality", "zahlen");
    int number = 0;
    for (var status : ObservationStatus.values()) {
      var code = code("%08d".formatted(number++));
      table.put(code, year(2022), plainCell(status));
      table.put(code, new ReferencePeriod("2024-06-09"), cellWithInterval(status));
    }
    assertKept(table.put(code("99999999"), year(2022), plainCell(ObservationStatus.REPORTED)));
  }

  private static Estimate plainCell(ObservationStatus status) {
    return status.hasValue() ? Estimate.of(1.0 / 3, status) : Estimate.missing(status);
  }

  private static Estimate cellWithInterval(ObservationStatus status) {
    return status.hasValue()
        ? new Estimate(-0.1, -1e300, Double.MIN_VALUE, status)
        : Estimate.missing(status);
  }

  private void assertKept(IndicatorTable.Builder builder) {
    var table = builder.build();
    var parts = new Batches.Parts(dataset("zahlen"));
    parts.editions.add(edition(EDITION, START_OF_2023, "zahlen"));
    parts.indicators.add(indicator("population", "zahlen"));
    parts.tables.add(table);
    store.commit(parts.batch());
    assertThat(store.listTables("population")).hasSize(1);
    assertSameTable(store.listTables("population").get(0), table);
  }

  static void assertSameTable(IndicatorTable actual, IndicatorTable expected) {
    assertThat(actual.indicatorId()).isEqualTo(expected.indicatorId());
    assertThat(actual.edition()).isEqualTo(expected.edition());
    assertThat(actual.level()).isEqualTo(expected.level());
    assertThat(actual.codes()).isEqualTo(expected.codes());
    assertThat(actual.periods()).isEqualTo(expected.periods());
    for (var period : expected.periods()) {
      assertThat(actual.datasetId(period)).isEqualTo(expected.datasetId(period));
    }
    for (int row = 0; row < expected.codes().size(); row++) {
      for (int column = 0; column < expected.periods().size(); column++) {
        assertThat(actual.at(row, column)).isEqualTo(expected.at(row, column));
      }
    }
  }

  @Test
  void listsTablesByEditionThenLevel() {
    var parts = new Batches.Parts(dataset("zahlen"));
    parts.editions.add(edition("2016", LocalDate.of(2016, 1, 1), "zahlen"));
    parts.editions.add(edition("2023", START_OF_2023, "zahlen"));
    parts.indicators.add(indicator("population", "zahlen"));
    parts.tables.add(tableOfOne("2023", "municipality", 1));
    parts.tables.add(tableOfOne("2016", "municipality", 2));
    parts.tables.add(tableOfOne("2023", "district", 3));
    store.commit(parts.batch());
    assertThat(store.listTables("population"))
        .extracting(table -> table.edition() + " " + table.level())
        .containsExactly("2016 municipality", "2023 district", "2023 municipality");
  }

  private static IndicatorTable tableOfOne(String edition, String level, double value) {
    return tableOfOne(edition, level, value, "zahlen");
  }

  private static IndicatorTable tableOfOne(
      String edition, String level, double value, String datasetId) {
    return IndicatorTable.builder("population", edition, level, datasetId)
        .put(code("14"), year(2023), Estimate.of(value, ObservationStatus.REPORTED))
        .build();
  }

  @Test
  void keepsCorrespondencesWithLinksInOrder() {
    var parts = new Batches.Parts(dataset("umstieg"));
    parts.correspondences.add(correspondence("2016", "2023", 0.25));
    store.commit(parts.batch());
    assertThat(store.listCorrespondences()).isEqualTo(parts.correspondences);
  }

  private static AreaCorrespondence correspondence(String from, String to, double share) {
    return new AreaCorrespondence(
        from,
        to,
        "municipality",
        "umstieg",
        List.of(
            new AreaCorrespondence.Link(code("b"), code("x"), share, 1.0 / 3),
            new AreaCorrespondence.Link(code("b"), code("a"), 1 - share, 2.0 / 3),
            new AreaCorrespondence.Link(code("a"), code("a"), 1, 1)));
  }

  @Test
  void keepsMilestonesAndTotalsInOrder() {
    var parts = networkBatch("netz", "2021-02-16", 20);
    store.commit(parts.batch());
    assertThat(store.listMilestones()).isEqualTo(parts.milestones);
    assertThat(store.listNetworkTotals()).isEqualTo(parts.totals);
  }

  private static Batches.Parts networkBatch(String datasetId, String date, double total) {
    var parts = new Batches.Parts(dataset(datasetId));
    for (var means : MilestoneDate.Means.values()) {
      parts.milestones.add(
          new Milestone(
              code("14729410"),
              "Wurzen",
              "council_founded",
              new MilestoneDate(date, means),
              means == MilestoneDate.Means.HAPPENED ? "" : "gegründet für vier Gemeinden",
              "Nachrichten",
              datasetId));
    }
    parts.totals.add(new NetworkTotal("2023", "funding_eur", total, "Ministerium", datasetId));
    parts.totals.add(new NetworkTotal("2020-12", "councils", 1, "Ministerium", datasetId));
    return parts;
  }

  @Test
  void replacesWhatHasTheSameIdentityAndKeepsTheRest() {
    store.commit(uniform(1, 3));
    var other = new Batches.Parts(dataset("umstieg"));
    other.editions.add(edition("2016", LocalDate.of(2016, 1, 1), "umstieg"));
    other.tables.add(tableOfOne("2016", "municipality", 7, "umstieg"));
    other.correspondences.add(correspondence("2016", "2023", 0.25));
    store.commit(other.batch());
    store.commit(uniform(2, 2));
    assertUniform(store, 2, 2);
    assertThat(store.listEditions()).hasSize(2);
    assertThat(store.listDatasets()).hasSize(2);
    assertThat(store.listCorrespondences()).isEqualTo(other.correspondences);
    assertThat(store.listTables("population")).hasSize(2);
    assertThat(store.listTables("population").get(0).at(0, 0).value()).isEqualTo(7);
  }

  /** Values of 2021 to 2023 for the areas 00000000 and 00000001, as far as given. */
  private static ImportBatch values(String datasetId, boolean complete, double[]... ofYears) {
    var parts = new Batches.Parts(dataset(datasetId));
    parts.complete = complete;
    var table = IndicatorTable.builder("population", EDITION, "municipality", datasetId);
    for (int year = 0; year < ofYears.length; year++) {
      for (int area = 0; area < ofYears[year].length; area++) {
        if (ofYears[year][area] > 0) {
          var value = Estimate.of(ofYears[year][area], ObservationStatus.REPORTED);
          table.put(code("%08d".formatted(area)), year(2021 + year), value);
        }
      }
    }
    parts.tables.add(table.build());
    return parts.batch();
  }

  private List<String> storedValues() {
    var table = store.listTables("population").get(0);
    return table.periods().stream()
        .map(
            period ->
                period
                    + " "
                    + table.datasetId(period)
                    + table.codes().stream()
                        .map(code -> table.find(code, period).orElseThrow())
                        .map(cell -> cell.hasValue() ? " " + cell.value() : " " + cell.status())
                        .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void periodsOfOtherDataSetsStayAndKeepTheirSource() {
    store.commit(uniform(1, 2));
    store.commit(values("later", true, new double[] {5, 6}, new double[] {7, 8}));
    assertThat(storedValues())
        .containsExactly("2021 later 5.0 6.0", "2022 later 7.0 8.0", "2023 uniform 1.0 1.0");
    store.commit(values("other", true, new double[] {}, new double[] {9}));
    assertThat(storedValues())
        .as("a period is of one source alone")
        .containsExactly("2021 later 5.0 6.0", "2022 other 9.0 NO_ROW", "2023 uniform 1.0 1.0");
  }

  @Test
  void aPartOfADataSetKeepsItsOtherValues() {
    store.commit(uniform(1, 2));
    store.commit(values("later", true, new double[] {5}, new double[] {7, 8}));
    store.commit(values("later", false, new double[] {0, 6}));
    assertThat(storedValues())
        .containsExactly("2021 later 5.0 6.0", "2022 later 7.0 8.0", "2023 uniform 1.0 1.0");
  }

  @Test
  void aCompleteDataSetTakesBackWhatItNoLongerBrings() {
    store.commit(uniform(1, 2));
    store.commit(values("later", true, new double[] {5}, new double[] {7, 8}));
    store.commit(values("later", true, new double[] {0, 6}));
    assertThat(storedValues()).containsExactly("2021 later NO_ROW 6.0", "2023 uniform 1.0 1.0");
    store.commit(empty(dataset("uniform")));
    store.commit(empty(dataset("later")));
    assertThat(store.listTables("population")).isEmpty();
  }

  @Test
  void aPartOfADataSetKeepsTheNamesOfItsOtherFiles() {
    var first = new Batches.Parts(dataset("zahlen"));
    store.commit(first.batch());
    var part = new Batches.Parts(withFile(first.dataset, "neu.csv"));
    part.complete = false;
    store.commit(part.batch());
    var names = new ArrayList<>(first.dataset.files().stream().map(SourceFile::name).toList());
    names.add("neu.csv");
    assertThat(store.listDatasets().get(0).files()).extracting(SourceFile::name).isEqualTo(names);
    part.complete = true;
    store.commit(part.batch());
    assertThat(store.listDatasets().get(0).files())
        .extracting(SourceFile::name)
        .containsExactly("neu.csv");
  }

  private static Dataset withFile(Dataset dataset, String file) {
    return new Dataset(
        dataset.id(),
        dataset.title(),
        dataset.publisher(),
        dataset.licence(),
        dataset.attribution(),
        dataset.vintage(),
        dataset.example(),
        List.of(new SourceFile(file, "0".repeat(64), 1)),
        dataset.importedAt());
  }

  @Test
  void replacesCorrespondencesAndTheNetwork() {
    var first = networkBatch("umstieg", "2021", 20);
    first.correspondences.add(correspondence("2016", "2023", 0.25));
    store.commit(first.batch());
    var second = networkBatch("umstieg", "2022-02", 30);
    second.correspondences.add(correspondence("2016", "2023", 0.75));
    store.commit(second.batch());
    store.commit(empty(dataset("ohne-netz")));
    assertThat(store.listMilestones()).isEqualTo(second.milestones);
    assertThat(store.listNetworkTotals()).isEqualTo(second.totals);
    assertThat(store.listCorrespondences()).isEqualTo(second.correspondences);
  }

  @Test
  void anAreaSetOfAnUnknownEditionLeavesAllAsItWas() {
    var before = store.commit(uniform(1, 3));
    var parts = new Batches.Parts(dataset("falsch"));
    parts.areas.add(new AreaSet("2099", AreaLevel.MUNICIPALITY, List.of(plain("14")), List.of()));
    assertRefused(parts.batch(), before, 3);
  }

  @Test
  void twoAreasWithOneKeyLeaveAllAsItWas() {
    var before = store.commit(uniform(1, 3));
    var twice = areaBatch(List.of(plain("14"), plain("15"), plain("14")), List.of());
    assertRefused(twice, before, 3);
  }

  @Test
  void aTableOfAnUnknownIndicatorLeavesAllAsItWas() {
    var before = store.commit(uniform(1, 3));
    var parts = new Batches.Parts(dataset("uniform"));
    parts.areas.addAll(uniform(2, 5).areas());
    parts.milestones.addAll(networkBatch("uniform", "2021", 1).milestones);
    parts.tables.add(
        IndicatorTable.builder("unknown", EDITION, "municipality", "uniform")
            .put(code("14"), year(2023), Estimate.of(1, ObservationStatus.REPORTED))
            .build());
    assertRefused(parts.batch(), before, 3);
  }

  private void assertRefused(ImportBatch batch, Revision before, int areas) {
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.commit(batch));
    assertThat(store.currentRevision()).isEqualTo(before);
    assertThat(store.listDatasets()).hasSize(1);
    assertThat(store.listMilestones()).isEmpty();
    assertUniform(store, 1, areas);
    assertThat(store.commit(uniform(2, 4)).number()).isEqualTo(before.number() + 1);
    assertUniform(store, 2, 4);
  }

  @Test
  void keepsAllWhenClosedAndOpenedAgain() {
    var revision = store.commit(uniform(5, 10));
    store.close();
    store = open();
    assertThat(store.currentRevision()).isEqualTo(revision);
    assertUniform(store, 5, 10);
  }

  @Test
  void aReaderStaysWithItsRevisionWhileOthersCommit() {
    var first = store.commit(bigAreas(1));
    store.read(
        reader -> {
          assertThat(reader.currentRevision()).isEqualTo(first);
          store.commit(bigAreas(2));
          store.commit(uniform(3, 5));
          assertThat(reader.currentRevision()).isEqualTo(first);
          var areas = reader.listAreas(EDITION, "municipality");
          assertThat(areas).hasSize(40).allMatch(area -> area.name().equals("Ort 1"));
          assertThat(areas).allMatch(area -> area.geometry().getNumPoints() > 20_000);
          return areas.size();
        });
    assertUniform(store, 3, 5);
  }

  /** Geometries that are too long to stand in a row of the database. */
  private static ImportBatch bigAreas(int number) {
    var big = square(12, 50, 1).buffer(1, 6_000);
    var areas = new ArrayList<Area>();
    for (int i = 0; i < 40; i++) {
      areas.add(area("%08d".formatted(i), "Ort " + number, big));
    }
    return areaBatch(areas, List.of());
  }

  @Test
  void readersSeeTheOldOrTheNewRevisionNeverAMix() throws Exception {
    int commits = 12;
    store.commit(uniform(1, 200));
    var done = new AtomicBoolean();
    var started = new CountDownLatch(3);
    var pool = Executors.newFixedThreadPool(3);
    try {
      var readers = new ArrayList<Future<Set<Integer>>>();
      for (int i = 0; i < 3; i++) {
        readers.add(pool.submit(reading(done, started)));
      }
      started.await();
      for (int number = 2; number <= commits; number++) {
        store.commit(uniform(number, 200 + number));
      }
      done.set(true);
      var seen = new HashSet<Integer>();
      for (var reader : readers) {
        seen.addAll(reader.get());
      }
      assertThat(seen).hasSizeGreaterThan(1);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Reads until told to stop and checks each time that all is of one number. */
  private Callable<Set<Integer>> reading(AtomicBoolean done, CountDownLatch started) {
    return () -> {
      var seen = new HashSet<Integer>();
      while (!done.get()) {
        seen.add(store.read(GeodataStoreContract::uniformNumber));
        started.countDown();
      }
      return seen;
    };
  }

  @Test
  void commitsOfSeveralThreadsFollowEachOther() throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    try {
      var commits = new ArrayList<Future<Revision>>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        commits.add(pool.submit(() -> store.commit(uniform(number, 50))));
      }
      var numbers = new HashSet<Long>();
      for (var commit : commits) {
        numbers.add(commit.get().number());
      }
      assertThat(numbers).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Asserts that all that the reader gives is of one number, and tells it. */
  public static int uniformNumber(GeodataReader reader) {
    var areas = reader.listAreas(EDITION, "municipality");
    int number = Integer.parseInt(areas.get(0).name().substring("Ort ".length()));
    assertUniform(reader, number, areas.size());
    return number;
  }

  public static void assertUniform(GeodataReader reader, int number, int size) {
    var areas = reader.listAreas(EDITION, "municipality");
    assertThat(areas).hasSize(size).allMatch(area -> area.name().equals("Ort " + number));
    var coverages = reader.listCoverages(EDITION, "municipality");
    assertThat(coverages).hasSize(1);
    assertThat(coverages.get(0).geometries()).hasSize(size);
    assertThat(coverages.get(0).geometries().values()).allMatch(cell -> minX(cell) == number);
    var tables = reader.listTables("population");
    var table = tables.get(tables.size() - 1);
    assertThat(table.codes()).hasSize(size);
    assertThat(table.codes())
        .allMatch(code -> table.find(code, year(2023)).orElseThrow().value() == number);
  }

  private static double minX(Geometry geometry) {
    return geometry.getEnvelopeInternal().getMinX();
  }

  private static ImportBatch areaBatch(List<Area> areas, List<CoverageLevel> pyramid) {
    var parts = new Batches.Parts(dataset("uniform"));
    parts.editions.add(edition(EDITION, START_OF_2023, "uniform"));
    parts.areas.add(new AreaSet(EDITION, AreaLevel.MUNICIPALITY, areas, pyramid));
    return parts.batch();
  }

  private static void assertSameAreas(List<Area> actual, List<Area> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i))
          .usingRecursiveComparison()
          .ignoringFields("geometry")
          .isEqualTo(expected.get(i));
      var geometry = actual.get(i).geometry();
      assertThat(geometry.getGeometryType())
          .isEqualTo(expected.get(i).geometry().getGeometryType());
      assertThat(geometry.equalsExact(expected.get(i).geometry())).isTrue();
    }
  }
}
