package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class InventedQuartersTest {
  @TempDir Path folder;

  private Geometry town(String code) throws IOException {
    BundledSample.copyTo(folder);
    return SampleBoundaries.read(folder.resolve("boundaries")).municipalities().stream()
        .filter(one -> one.code().value().equals(code))
        .findFirst()
        .orElseThrow()
        .geometry();
  }

  @ParameterizedTest
  @CsvSource({"14523320, 9", "14713000, 69", "14730200, 5"})
  void theyAreTheTownWithoutGapsOrOverlaps(String code, int number) throws IOException {
    var town = town(code);
    var quarters = InventedQuarters.of(town, number, 1);
    assertThat(quarters).hasSize(number).allMatch(Geometry::isValid);
    var coverage = quarters.toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(coverage)).isTrue();
    var whole = CoverageUnion.union(coverage);
    assertThat(whole.symDifference(town).getArea()).isCloseTo(0, within(1e-5 * town.getArea()));
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherSeedOthers() throws IOException {
    var town = town("14523320");
    assertThat(InventedQuarters.of(town, 9, 1)).isEqualTo(InventedQuarters.of(town, 9, 1));
    assertThat(InventedQuarters.of(town, 9, 2)).isNotEqualTo(InventedQuarters.of(town, 9, 1));
  }

  @Test
  void countsOfTheSamplesQuartersAddUpToTheTown() throws IOException {
    BundledSample.copyTo(folder);
    var town = new TreeMap<String, Map<String, String>>();
    for (var row : rows("municipalities.csv")) {
      if (row.get("ags").equals(SampleQuarters.TOWN.value())) {
        town.put(row.get("year"), row.toMap());
      }
    }
    var quarters = rows("quarters.csv");
    assertThat(quarters).hasSize(9 * town.size());
    for (var year : town.keySet()) {
      for (var column :
          List.of(
              "population",
              "working_age_population",
              "unemployed",
              "households",
              "eligible_voters")) {
        long sum =
            quarters.stream()
                .filter(row -> row.get("year").equals(year))
                .mapToLong(row -> Long.parseLong(row.get(column)))
                .sum();
        assertThat(sum)
            .as(column + " " + year)
            .isEqualTo(Long.parseLong(town.get(year).get(column)));
      }
    }
  }

  private List<CSVRecord> rows(String name) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser =
        CSVParser.parse(
            folder.resolve("indicators").resolve(name),
            java.nio.charset.StandardCharsets.UTF_8,
            format)) {
      return new ArrayList<>(parser.getRecords());
    }
  }
}
