package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invented values look like values of real places. */
class InventedTablesTest {
  private static final int NEIGHBOURS = 6;

  @TempDir static Path folder;

  private static List<Municipality> places;
  private static List<CSVRecord> rows;
  private static List<CSVRecord> districts;

  @BeforeAll
  static void readSample() throws IOException {
    BundledSample.copyTo(folder);
    places = SampleBoundaries.read(folder.resolve("boundaries")).places();
    rows = csv("municipalities.csv");
    districts = csv("crimes_districts.csv");
  }

  private static List<CSVRecord> csv(String name) throws IOException {
    var text = Files.readString(folder.resolve("indicators").resolve(name));
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    }
  }

  private static List<CSVRecord> ofYear(int year) {
    return rows.stream().filter(row -> row.get("year").equals(Integer.toString(year))).toList();
  }

  @Test
  void everyMunicipalityHasARowEveryYear() {
    for (int year = InventedYear.FIRST; year <= InventedYear.LAST; year++) {
      assertThat(ofYear(year))
          .extracting(row -> row.get("ags"))
          .isEqualTo(places.stream().map(Municipality::code).toList());
    }
    assertThat(rows).hasSize(6 * 418);
  }

  @Test
  void threeTownsAreCities() {
    assertThat(places)
        .filteredOn(place -> place.kind() == Municipality.Kind.CITY)
        .extracting(Municipality::code)
        .containsExactly("14511000", "14612000", "14713000");
  }

  @Test
  void aFewValuesAreMissingWithTheSignsOfRealTables() {
    var signs = new TreeMap<String, Integer>();
    for (var row : rows) {
      row.forEach(cell -> signs.merge(cell.matches("[0-9.]*[0-9]") ? "" : cell, 1, Integer::sum));
    }
    signs.remove("");
    assertThat(signs).isEqualTo(Map.of(".", 36, "/", 1));
  }

  @Test
  void cellsAreSecretInThreeMunicipalitiesOfADistrictSoThatNoneFollowsFromTheSum() {
    var secret =
        ofYear(2023).stream()
            .filter(row -> row.get("crimes_per_1000").equals("."))
            .collect(
                Collectors.groupingBy(
                    row -> row.get("ags").substring(0, 5), Collectors.counting()));
    assertThat(secret).hasSize(2).allSatisfy((code, count) -> assertThat(count).isEqualTo(3));
    assertThat(districts).hasSize(6 * 13).allMatch(row -> row.get(2).matches("[0-9.]*[0-9]"));
  }

  @Test
  void agesMakeUpThePopulation() {
    for (var row : rows) {
      double population = number(row, "population");
      double outside = number(row, "share_under_18") + number(row, "share_65_and_older");
      assertThat(number(row, "working_age_population"))
          .isBetween(population * (99.89 - outside) / 100, population * (100.11 - outside) / 100);
      assertThat(number(row, "eligible_voters")).isLessThan(population);
      assertThat(number(row, "households")).isLessThan(population);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "share_under_18, 8, 25",
    "share_65_and_older, 14, 42",
    "one_person_households, 18, 60",
    "moves_per_1000, 10, 150",
    "residents_under_5_years, 3, 40",
    "turnout, 35, 85",
    "clubs_per_1000, 0, 25",
    "fire_volunteers_per_1000, 0, 60",
    "fire_station_distance, 0.3, 8",
    "crimes_per_1000, 3, 150",
  })
  void valuesStayInPlausibleBounds(String column, double lowest, double highest) {
    for (var row : rows) {
      if (row.get(column).length() > 1) {
        assertThat(number(row, column)).isBetween(lowest, highest);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unemployed, working_age_population, 0.3",
    "share_65_and_older, '', 0.3",
    "turnout, '', 0.3",
    "moves_per_1000, '', 0.2",
    "residents_under_5_years, '', 0.3",
    "fire_volunteers_per_1000, '', 0.2",
  })
  void neighboursAreAlike(String column, String denominator, double atLeast) {
    assertThat(moran(values(ofYear(2023), column, denominator))).isGreaterThan(atLeast);
  }

  @Test
  void disadvantageGoesWithMovesAndCrimeAndAgainstTurnout() {
    var year = ofYear(2023);
    var unemployment = values(year, "unemployed", "working_age_population");
    assertThat(correlation(unemployment, values(year, "moves_per_1000", ""))).isBetween(0.35, 0.95);
    assertThat(correlation(unemployment, values(year, "turnout", ""))).isBetween(-0.95, -0.35);
    var known = year.stream().filter(row -> row.get("crimes_per_1000").length() > 1).toList();
    assertThat(
            correlation(
                values(known, "unemployed", "working_age_population"),
                values(known, "crimes_per_1000", "")))
        .isBetween(0.35, 0.95);
  }

  @ParameterizedTest
  @CsvSource({"share_under_18, 1", "share_65_and_older, 2", "turnout, 4", "clubs_per_1000, 5"})
  void stocksChangeSlowly(String column, double atMost) {
    for (int year = InventedYear.FIRST; year < InventedYear.LAST; year++) {
      var now = values(ofYear(year), column, "");
      var next = values(ofYear(year + 1), column, "");
      for (int i = 0; i < now.length; i++) {
        assertThat(Math.abs(next[i] - now[i])).isLessThan(atMost);
      }
    }
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static double[] values(List<CSVRecord> some, String column, String denominator) {
    return some.stream()
        .mapToDouble(
            row -> number(row, column) / (denominator.isEmpty() ? 1 : number(row, denominator)))
        .toArray();
  }

  /** Moran's I with equal weights of the nearest neighbours. */
  private static double moran(double[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double cross = 0;
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      square += (values[i] - mean) * (values[i] - mean);
      for (int j : neighbours(i)) {
        cross += (values[i] - mean) * (values[j] - mean) / NEIGHBOURS;
      }
    }
    return cross / square;
  }

  private static List<Integer> neighbours(int i) {
    var others = new ArrayList<>(IntStream.range(0, places.size()).boxed().toList());
    others.remove(i);
    others.sort(Comparator.comparing(j -> places.get(i).kilometresTo(places.get(j))));
    return others.subList(0, NEIGHBOURS);
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElse(0);
    double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
