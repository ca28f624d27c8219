package org.sozialradar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.area.AreaFixtures.area;
import static org.sozialradar.area.AreaFixtures.code;
import static org.sozialradar.area.AreaFixtures.crosswalk;
import static org.sozialradar.area.AreaFixtures.hierarchy;
import static org.sozialradar.area.AreaFixtures.merged;
import static org.sozialradar.area.AreaFixtures.same;
import static org.sozialradar.indicator.Indicators.converted;
import static org.sozialradar.indicator.Indicators.count;
import static org.sozialradar.indicator.Indicators.derived;
import static org.sozialradar.indicator.Indicators.missing;
import static org.sozialradar.indicator.Indicators.observed;
import static org.sozialradar.indicator.Indicators.reported;
import static org.sozialradar.indicator.Indicators.table;
import static org.sozialradar.indicator.Indicators.year;
import static org.sozialradar.indicator.ObservationStatus.INPUT_MISSING;
import static org.sozialradar.indicator.ObservationStatus.NOT_CONVERTIBLE;
import static org.sozialradar.indicator.ObservationStatus.NO_ROW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.dataset.LocalizedText;

/**
 * Saxony in small: Aue and Bad Schlema became Aue-Bad Schlema in 2019, Ostrau and Zschaitz-Ottewig,
 * one municipal association, became Jahnatal in 2023; Chemnitz stayed as it was. Population of 2017
 * and 2021 as in the official list of municipalities.
 */
class IndicatorResolutionTest {
  private static final String CHEMNITZ = "14511000";
  private static final String AUE = "14521030";
  private static final String BAD_SCHLEMA = "14521050";
  private static final String AUE_BAD_SCHLEMA = "14521035";
  private static final String OSTRAU = "14522450";
  private static final String ZSCHAITZ = "14522620";
  private static final String JAHNATAL = "14522275";

  private final List<Indicator> indicators = new ArrayList<>();
  private final List<IndicatorTable> tables = new ArrayList<>();

  private static Area municipality(String ags, String association) {
    return area(
        "municipality",
        ags,
        "association",
        association,
        "district",
        ags.substring(0, 5),
        "state",
        "14");
  }

  private static AreaHierarchy edition(Area... municipalities) {
    var areas = new ArrayList<>(List.of(municipalities));
    areas.add(area("state", "14"));
    for (var district : List.of("14511", "14521", "14522")) {
      areas.add(area("district", district, "state", "14"));
    }
    return hierarchy(areas.toArray(Area[]::new));
  }

  private IndicatorResolution resolution() {
    var editions =
        Map.of(
            "2016",
            edition(
                municipality(CHEMNITZ, "C"),
                municipality(AUE, "A"),
                municipality(BAD_SCHLEMA, "B"),
                municipality(OSTRAU, "VG"),
                municipality(ZSCHAITZ, "VG")),
            "2022",
            edition(
                municipality(CHEMNITZ, "C"),
                municipality(AUE_BAD_SCHLEMA, "A"),
                municipality(OSTRAU, "VG"),
                municipality(ZSCHAITZ, "VG")),
            "2023",
            edition(
                municipality(CHEMNITZ, "C"),
                municipality(AUE_BAD_SCHLEMA, "A"),
                municipality(JAHNATAL, "J")));
    var graph =
        CorrespondenceGraph.of(
            List.of(
                crosswalk(
                    "2016",
                    "2022",
                    same(CHEMNITZ),
                    same(OSTRAU),
                    same(ZSCHAITZ),
                    merged(AUE, AUE_BAD_SCHLEMA),
                    merged(BAD_SCHLEMA, AUE_BAD_SCHLEMA)),
                crosswalk(
                    "2022",
                    "2023",
                    same(CHEMNITZ),
                    same(AUE_BAD_SCHLEMA),
                    merged(OSTRAU, JAHNATAL),
                    merged(ZSCHAITZ, JAHNATAL))));
    return IndicatorResolution.of(indicators, tables, versions(), editions, graph);
  }

  private static List<BoundaryVersion> versions() {
    return List.of("2023", "2016", "2022").stream()
        .map(
            id ->
                new BoundaryVersion(
                    id,
                    LocalDate.of(Integer.parseInt(id), 1, 1),
                    LocalizedText.same("Saxony " + id),
                    "boundaries"))
        .toList();
  }

  private void givenPopulation() {
    indicators.add(count("population"));
    tables.add(
        table("population", "2016", "municipality")
            .put(CHEMNITZ, 2017, 246_855)
            .put(AUE, 2017, 16_012)
            .put(BAD_SCHLEMA, 2017, 4_777)
            .put(OSTRAU, 2017, 3_600)
            .put(ZSCHAITZ, 2017, 1_400)
            .build());
    tables.add(
        table("population", "2022", "municipality")
            .put(CHEMNITZ, 2021, 243_105)
            .put(AUE_BAD_SCHLEMA, 2021, 20_000)
            .put(OSTRAU, 2021, 3_500)
            .put(ZSCHAITZ, 2021, 1_300)
            .build());
    tables.add(
        table("population", "2023", "municipality")
            .put(CHEMNITZ, 2023, 250_681)
            .put(AUE_BAD_SCHLEMA, 2023, 19_800)
            .put(JAHNATAL, 2023, 4_700)
            .build());
  }

  private ResolvedTable find(String indicator, String edition, String level) {
    return resolution().find(indicator, edition, level).orElseThrow();
  }

  private static Origin origin(
      String level, String edition, boolean aggregated, String... datasets) {
    return new Origin(level, edition, aggregated, new TreeSet<>(List.of(datasets)));
  }

  private static Estimate cell(ResolvedTable table, String code, int year) {
    return table.find(code(code), year(year)).orElseThrow();
  }

  @Test
  void valuesOfThreeEditionsMeetInOne() {
    givenPopulation();
    var found = find("population", "2023", "municipality");
    assertThat(found.codes())
        .containsExactly(code(CHEMNITZ), code(AUE_BAD_SCHLEMA), code(JAHNATAL));
    assertThat(found.periods()).containsExactly(year(2017), year(2021), year(2023));
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2017)).isEqualTo(converted(20_789));
    assertThat(cell(found, CHEMNITZ, 2017)).isEqualTo(reported(246_855));
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2021)).isEqualTo(reported(20_000));
    assertThat(cell(found, JAHNATAL, 2021)).isEqualTo(converted(4_800));
    assertThat(cell(found, JAHNATAL, 2023)).isEqualTo(reported(4_700));
    assertThat(found.origin(year(2017)))
        .isEqualTo(origin("municipality", "2016", false, "test", "crosswalk"));
    assertThat(found.origin(year(2023))).isEqualTo(origin("municipality", "2023", false, "test"));
    double total = found.estimates(year(2017)).stream().mapToDouble(Estimate::value).sum();
    assertThat(total).isEqualTo(246_855 + 16_012 + 4_777 + 3_600 + 1_400);
  }

  @Test
  void aMergedValueIsNeverSplit() {
    givenPopulation();
    var found = find("population", "2016", "municipality");
    assertThat(cell(found, OSTRAU, 2023)).isEqualTo(missing(NOT_CONVERTIBLE));
    assertThat(cell(found, ZSCHAITZ, 2023)).isEqualTo(missing(NOT_CONVERTIBLE));
    assertThat(cell(found, AUE, 2021)).isEqualTo(missing(NOT_CONVERTIBLE));
    assertThat(cell(found, OSTRAU, 2021)).isEqualTo(reported(3_500));
    assertThat(cell(found, CHEMNITZ, 2023)).isEqualTo(reported(250_681));
  }

  @Test
  void countsAreAggregatedAfterConversion() {
    givenPopulation();
    var districts = find("population", "2023", "district");
    assertThat(cell(districts, "14521", 2017)).isEqualTo(converted(20_789));
    assertThat(cell(districts, "14511", 2017)).isEqualTo(reported(246_855));
    assertThat(districts.origin(year(2017)))
        .isEqualTo(origin("municipality", "2016", true, "test", "crosswalk"));
    var state = find("population", "2022", "state");
    assertThat(cell(state, "14", 2021)).isEqualTo(reported(267_905));
    // Ostrau and Zschaitz-Ottewig of 2023 are not known apart
    assertThat(cell(state, "14", 2023)).isEqualTo(missing(INPUT_MISSING));
    assertThat(cell(find("population", "2022", "district"), "14522", 2023))
        .isEqualTo(missing(NOT_CONVERTIBLE));
  }

  @Test
  void ownValuesOfALevelComeBeforeAggregatedOnes() {
    givenPopulation();
    tables.add(table("population", "2022", "state").put("14", 2021, 4_043_002).build());
    var state = find("population", "2022", "state");
    assertThat(cell(state, "14", 2021)).isEqualTo(reported(4_043_002));
    assertThat(state.origin(year(2021))).isEqualTo(origin("state", "2022", false, "test"));
    assertThat(state.origin(year(2017)).aggregated()).isTrue();
    // and pass to another edition, where the state is the same
    assertThat(cell(find("population", "2023", "state"), "14", 2021))
        .isEqualTo(reported(4_043_002));
  }

  @Test
  void earlierEditionsComeBeforeLaterOnes() {
    indicators.add(count("population"));
    tables.add(table("population", "2016", "municipality").put(CHEMNITZ, 2020, 1).build());
    tables.add(table("population", "2023", "municipality").put(CHEMNITZ, 2020, 2).build());
    assertThat(cell(find("population", "2022", "municipality"), CHEMNITZ, 2020))
        .isEqualTo(reported(1));
  }

  @Test
  void aCoarserIndexIsShownOnItsMembersAndSaysSo() {
    indicators.add(observed("deprivation", "index", Measure.intensive()));
    tables.add(
        table("deprivation", "2022", "association")
            .put("C", 2021, 0.61)
            .put("VG", 2021, 0.72)
            .build());
    var found = find("deprivation", "2022", "municipality");
    assertThat(cell(found, CHEMNITZ, 2021)).isEqualTo(reported(0.61));
    assertThat(cell(found, OSTRAU, 2021)).isEqualTo(reported(0.72));
    assertThat(cell(found, ZSCHAITZ, 2021)).isEqualTo(reported(0.72));
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2021)).isEqualTo(missing(NO_ROW));
    assertThat(found.origin(year(2021))).isEqualTo(origin("association", "2022", false, "test"));
    assertThat(resolution().find("deprivation", "2022", "district")).isEmpty();
    assertThat(resolution().levels("deprivation", "2022")).containsExactly("municipality");
  }

  @Test
  void anAssociationThatBecameOneMunicipalityKeepsItsIndex() {
    indicators.add(observed("deprivation", "index", Measure.intensive()));
    tables.add(
        table("deprivation", "2022", "association")
            .put("C", 2021, 0.61)
            .put("A", 2021, 0.5)
            .put("VG", 2021, 0.72)
            .build());
    var later = find("deprivation", "2023", "municipality");
    assertThat(cell(later, JAHNATAL, 2021)).isEqualTo(reported(0.72));
    assertThat(later.origin(year(2021))).isEqualTo(origin("association", "2022", false, "test"));
    assertThat(cell(find("deprivation", "2016", "municipality"), OSTRAU, 2021))
        .isEqualTo(reported(0.72));
  }

  @Test
  void aPartOfALaterAreaIsShownWithTheValueOfTheAreaThatHoldsIt() {
    indicators.add(observed("deprivation", "index", Measure.intensive()));
    tables.add(table("deprivation", "2022", "association").put("A", 2021, 0.5).build());
    var earlier = find("deprivation", "2016", "municipality");
    assertThat(cell(earlier, AUE, 2021)).isEqualTo(reported(0.5));
    assertThat(cell(earlier, BAD_SCHLEMA, 2021)).isEqualTo(reported(0.5));
    assertThat(cell(earlier, CHEMNITZ, 2021)).isEqualTo(missing(NO_ROW));
    assertThat(earlier.origin(year(2021))).isEqualTo(origin("association", "2022", false, "test"));
  }

  @Test
  void anAreaOfPartsInDifferentCoarserAreasIsNotShownWithEither() {
    indicators.add(observed("deprivation", "index", Measure.intensive()));
    tables.add(
        table("deprivation", "2016", "association")
            .put("A", 2015, 0.5)
            .put("B", 2015, 0.5)
            .build());
    var later = resolution().find("deprivation", "2022", "municipality").orElseThrow();
    assertThat(cell(later, AUE_BAD_SCHLEMA, 2015).hasValue()).isFalse();
  }

  @Test
  void theFinerOfTwoCoarserLevelsIsShown() {
    indicators.add(observed("deprivation", "index", Measure.intensive()));
    tables.add(table("deprivation", "2022", "district").put("14522", 2021, 0.9).build());
    tables.add(table("deprivation", "2022", "state").put("14", 2021, 0.8).build());
    var found = find("deprivation", "2022", "municipality");
    assertThat(cell(found, OSTRAU, 2021)).isEqualTo(reported(0.9));
    assertThat(found.origin(year(2021)).level()).isEqualTo("district");
  }

  @Test
  void aCountOfACoarserAreaIsNotShownOnItsMembers() {
    indicators.add(count("population"));
    tables.add(table("population", "2022", "district").put("14511", 2021, 243_105).build());
    assertThat(resolution().find("population", "2022", "municipality")).isEmpty();
    assertThat(resolution().levels("population", "2022")).containsExactly("state", "district");
  }

  @Test
  void ratesAreConvertedAndAggregatedByTheirDenominator() {
    givenPopulation();
    indicators.add(observed("young", "percent", Measure.rate("population")));
    tables.add(
        table("young", "2016", "municipality")
            .put(CHEMNITZ, 2017, 15)
            .put(AUE, 2017, 14)
            .put(BAD_SCHLEMA, 2017, 16)
            .put(OSTRAU, 2017, 17)
            .put(ZSCHAITZ, 2017, 13)
            .put(CHEMNITZ, 2018, 15.5)
            .put(AUE, 2018, 14.5)
            .build());
    double both = (14.0 * 16_012 + 16.0 * 4_777) / 20_789;
    var found = find("young", "2023", "municipality");
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2017).value()).isCloseTo(both, within(1e-12));
    assertThat(cell(found, CHEMNITZ, 2017)).isEqualTo(reported(15));
    assertThat(cell(find("young", "2023", "district"), "14521", 2017).value())
        .isCloseTo(both, within(1e-12));
    assertThat(cell(find("young", "2016", "district"), "14521", 2017).value())
        .isCloseTo(both, within(1e-12));
    // no population of 2018: the rate of the merged area is not known
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2018)).isEqualTo(missing(INPUT_MISSING));
    assertThat(find("young", "2023", "district").periods()).containsExactly(year(2017));
  }

  @Test
  void ratesWithoutDenominatorsAreNotAggregated() {
    indicators.add(observed("young", "percent", Measure.rate("population")));
    tables.add(table("young", "2022", "municipality").put(CHEMNITZ, 2021, 15).build());
    assertThat(resolution().levels("young", "2022")).containsExactly("municipality");
  }

  @Test
  void derivedIndicatorsAreComputedFromConvertedInputs() {
    givenPopulation();
    indicators.add(count("unemployed"));
    indicators.add(
        derived("share", "percent", Measure.rate("population"), "100 * unemployed / population"));
    tables.add(
        table("unemployed", "2022", "municipality")
            .put(CHEMNITZ, 2021, 8_000)
            .put(OSTRAU, 2021, 70)
            .put(ZSCHAITZ, 2021, 26)
            .build());
    var found = find("share", "2023", "municipality");
    assertThat(found.periods()).containsExactly(year(2021));
    assertThat(cell(found, JAHNATAL, 2021)).isEqualTo(converted(2));
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2021)).isEqualTo(missing(INPUT_MISSING));
    assertThat(found.origin(year(2021)))
        .isEqualTo(origin("municipality", "2022", false, "test", "crosswalk"));
    var districts = find("share", "2023", "district");
    assertThat(cell(districts, "14522", 2021)).isEqualTo(converted(2));
    assertThat(districts.origin(year(2021)).aggregated()).isTrue();
  }

  @Test
  void changeSinceNeedsTheEarlierPeriodAndStartsThere() {
    givenPopulation();
    indicators.add(
        derived(
            "change",
            "persons",
            Measure.extensive("population"),
            "change_since(population, 2021)"));
    var found = find("change", "2023", "municipality");
    assertThat(found.periods()).containsExactly(year(2021), year(2023));
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2021)).isEqualTo(reported(0));
    assertThat(cell(found, AUE_BAD_SCHLEMA, 2023)).isEqualTo(reported(-200));
    assertThat(cell(found, JAHNATAL, 2023)).isEqualTo(converted(-100));
    assertThat(cell(find("change", "2023", "state"), "14", 2023))
        .isEqualTo(converted(250_681 + 19_800 + 4_700 - 267_905));
    indicators.add(
        derived(
            "since_2010",
            "persons",
            Measure.extensive("population"),
            "change_since(population, 2010)"));
    assertThat(resolution().editions("since_2010")).isEmpty();
  }

  @Test
  void aDerivedRateWithACoarserInputIsComputedThereAndShown() {
    givenPopulation();
    indicators.add(observed("high", "percent", Measure.rate("population")));
    indicators.add(observed("low", "percent", Measure.rate("population")));
    indicators.add(derived("gap", "percentage_points", Measure.rate("population"), "high - low"));
    tables.add(table("high", "2022", "district").put("14522", 2021, 9).build());
    tables.add(
        table("low", "2022", "municipality").put(OSTRAU, 2021, 4).put(ZSCHAITZ, 2021, 2).build());
    var found = find("gap", "2022", "municipality");
    double low = (4.0 * 3_500 + 2.0 * 1_300) / 4_800;
    assertThat(cell(found, OSTRAU, 2021).value()).isCloseTo(9 - low, within(1e-12));
    assertThat(cell(found, ZSCHAITZ, 2021).value()).isCloseTo(9 - low, within(1e-12));
    assertThat(found.origin(year(2021)).level()).isEqualTo("district");
  }

  @Test
  void theCatalogueKnowsWhatCanBeAnswered() {
    givenPopulation();
    indicators.add(count("nothing"));
    var resolution = resolution();
    assertThat(resolution.indicators()).containsOnlyKeys("nothing", "population");
    assertThat(resolution.editions("population")).containsExactly("2016", "2022", "2023");
    assertThat(resolution.levels("population"))
        .containsExactly("state", "district", "municipality");
    assertThat(resolution.periods("population"))
        .containsExactly(year(2017), year(2021), year(2023));
    assertThat(resolution.editions("nothing")).isEmpty();
    assertThat(resolution.levels("nothing")).isEmpty();
    assertThat(resolution.find("population", "2030", "municipality")).isEmpty();
    assertThat(resolution.find("population", "2023", "quarter")).isEmpty();
    assertThat(resolution.find("people", "2023", "municipality")).isEmpty();
  }

  @Test
  void aBrokenFormulaIsAFaultAndNotAnError() {
    indicators.add(derived("density", "per_km2", Measure.intensive(), "population / area_km2"));
    var resolution = resolution();
    assertThat(resolution.faults()).containsOnlyKeys("density");
    assertThat(resolution.editions("density")).isEmpty();
  }

  @Test
  void rowsAndColumnsBeyondTheTableAreNotFound() {
    givenPopulation();
    var found = find("population", "2023", "municipality");
    assertThat(found.find(code("00000000"), year(2023))).isEmpty();
    assertThat(found.find(code(CHEMNITZ), year(2019))).isEmpty();
    assertThatThrownBy(() -> found.origin(year(2019))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> found.estimates(year(2019)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyThreadsGetTheSameAnswer() throws Exception {
    givenPopulation();
    indicators.add(count("unemployed"));
    indicators.add(
        derived("share", "percent", Measure.rate("population"), "100 * unemployed / population"));
    tables.add(
        table("unemployed", "2016", "municipality")
            .put(AUE, 2017, 100)
            .put(BAD_SCHLEMA, 2017, 50)
            .build());
    var resolution = resolution();
    Callable<Estimate> question =
        () -> cell(resolution.find("share", "2023", "district").orElseThrow(), "14521", 2017);
    var threads = Executors.newFixedThreadPool(8);
    try {
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(200, question))) {
        assertThat(answer.get()).isEqualTo(converted(100.0 * 150 / 20_789));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void everySourceOfANumberIsNamed() {
    givenPopulation();
    indicators.add(observed("unemployment", "percent", Measure.rate("population")));
    var sources =
        IndicatorTable.builder("unemployment", "2016", "municipality", "rates")
            .from(year(2016), "older-rates");
    for (var code : List.of(CHEMNITZ, AUE, BAD_SCHLEMA, OSTRAU, ZSCHAITZ)) {
      sources.put(code(code), year(2016), reported(6));
      sources.put(code(code), year(2017), reported(5));
    }
    tables.add(sources.build());
    assertThat(find("unemployment", "2016", "municipality").origin(year(2016)).datasets())
        .containsExactly("older-rates");
    assertThat(find("unemployment", "2016", "municipality").origin(year(2017)).datasets())
        .containsExactly("rates");
    assertThat(find("unemployment", "2016", "state").origin(year(2017)).datasets())
        .as("weighted by the population")
        .containsExactly("rates", "test");
    assertThat(find("unemployment", "2023", "municipality").origin(year(2017)).datasets())
        .containsExactly("crosswalk", "rates", "test");
  }

  @Test
  void aDerivedValueNamesTheSourcesOfItsInputsAndOfItsFormula() {
    indicators.add(count("jobless"));
    indicators.add(count("population"));
    indicators.add(
        derived("rate", "percent", Measure.rate("population"), "100 * jobless / population"));
    for (var id : List.of("jobless", "population")) {
      tables.add(
          IndicatorTable.builder(id, "2022", "municipality", "source-of-" + id)
              .put(code(CHEMNITZ), year(2021), reported(10))
              .build());
    }
    assertThat(find("rate", "2022", "municipality").origin(year(2021)).datasets())
        .containsExactly("source-of-jobless", "source-of-population", "test");
  }

  @Test
  void groupsThatLeaveMunicipalitiesOutDoNotMakeUpTheState() {
    indicators.add(count("volunteers"));
    var graph = CorrespondenceGraph.of(List.of());
    var hierarchy =
        hierarchy(
            area("state", "14"),
            area("council", "four-towns", "state", "14"),
            area("municipality", CHEMNITZ, "state", "14"),
            area("municipality", OSTRAU, "council", "four-towns", "state", "14"),
            area("municipality", ZSCHAITZ, "council", "four-towns", "state", "14"));
    tables.add(table("volunteers", "2022", "council").put("four-towns", 2021, 80).build());
    var councils =
        IndicatorResolution.of(indicators, tables, versions(), Map.of("2022", hierarchy), graph);
    assertThat(councils.find("volunteers", "2022", "state")).isEmpty();
    tables.add(
        table("volunteers", "2022", "municipality")
            .put(CHEMNITZ, 2021, 900)
            .put(OSTRAU, 2021, 50)
            .put(ZSCHAITZ, 2021, 30)
            .build());
    var all =
        IndicatorResolution.of(indicators, tables, versions(), Map.of("2022", hierarchy), graph);
    assertThat(cell(all.find("volunteers", "2022", "state").orElseThrow(), "14", 2021))
        .isEqualTo(reported(980));
  }

  @Test
  void quartersOfOneTownMakeUpTheTownAndNothingMore() {
    indicators.add(count("clubs"));
    var hierarchy =
        hierarchy(
            area("state", "14"),
            area("municipality", CHEMNITZ, "state", "14"),
            area("municipality", OSTRAU, "state", "14"),
            area("quarter", "north", "municipality", CHEMNITZ, "state", "14"),
            area("quarter", "south", "municipality", CHEMNITZ, "state", "14"));
    tables.add(
        table("clubs", "2022", "quarter").put("north", 2021, 3).put("south", 2021, 4).build());
    var resolution =
        IndicatorResolution.of(
            indicators,
            tables,
            versions(),
            Map.of("2022", hierarchy),
            CorrespondenceGraph.of(List.of()));
    var towns = resolution.find("clubs", "2022", "municipality").orElseThrow();
    assertThat(cell(towns, CHEMNITZ, 2021)).isEqualTo(reported(7));
    assertThat(cell(towns, OSTRAU, 2021)).isEqualTo(missing(NO_ROW));
    assertThat(resolution.find("clubs", "2022", "state")).isEmpty();
  }
}
