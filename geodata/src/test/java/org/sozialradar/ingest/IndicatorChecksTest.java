package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;

class IndicatorChecksTest {
  @TempDir Path folder;
  private ImportFixture imports;

  @BeforeEach
  void open() {
    imports = new ImportFixture(folder).withAreas("2021", AreaLevel.MUNICIPALITY, "14511000");
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,5\n");
  }

  @AfterEach
  void close() {
    imports.close();
  }

  private static final String RESOURCE =
      """
      {"name": "t", "path": "t.csv", "schema": {"fields": [
         {"name": "ags", "radar": {"role": "key", "keyType": "AGS"}},
         {"name": "year", "radar": {"role": "period"}},
         {"name": "jobless", "type": "integer", "radar": {"role": "value", "indicator": "jobless"}}]},
       "radar": {"kind": "indicators", "edition": "2021", "level": "municipality"}}
      """;

  private PackageReport run(String... indicators) {
    return imports.run(RESOURCE, indicators);
  }

  private static String derived(String unit, String formula) {
    return ImportFixture.indicator("derived", unit, formula);
  }

  @Test
  void aRightFormulaIsAccepted() {
    assertThat(run("jobless", derived("percent", "100 * jobless / jobless")).outcome())
        .isEqualTo(Outcome.STORED);
  }

  @Test
  void aWrongFormulaIsRejectedNamingTheIndicator() {
    for (var formula : new String[] {"2 * * jobless", "jobless + nothing", "jobless * jobless"}) {
      var report = run("jobless", derived("persons", formula));
      assertThat(report.outcome()).as(formula).isEqualTo(Outcome.REJECTED);
      var issue = report.issues().get(0);
      assertThat(issue.code()).isEqualTo("formula-wrong");
      assertThat(issue.value()).isEqualTo(formula);
      assertThat(issue.text().en()).contains("'derived'");
    }
  }

  @Test
  void anIndicatorCannotChangeItsUnitInAnotherDataset() {
    run("jobless");
    var manifest =
        ImportFixture.manifest(RESOURCE, ImportFixture.indicator("jobless", "percent", ""))
            .replace("test-data", "other-data");
    imports.write("other.datapackage.json", manifest);
    var report = imports.report(imports.folder().resolve("other.datapackage.json"), false);
    assertThat(report.issues().get(0).code()).isEqualTo("indicator-redefined");
  }

  /** A column would hold what belongs to another, and nobody could tell them apart. */
  @Test
  void anIndicatorWhoseColumnsBelongToOthersIsRejected() {
    for (var id : List.of("jobless_lower", "jobless_2022", "district", "name")) {
      var report = run("jobless", ImportFixture.indicator(id, "persons", ""));
      assertThat(report.outcome()).as(id).isEqualTo(Outcome.REJECTED);
      var issue = report.issues().get(0);
      assertThat(issue.code()).isEqualTo("indicator-column-taken");
      assertThat(issue.value()).isEqualTo(id);
    }
    assertThat(run("jobless", "jobless_women").outcome()).isEqualTo(Outcome.STORED);
  }

  @Test
  void theNewOneOfTwoNeedsAnotherId() {
    imports.run(RESOURCE.replace("\"jobless\"}", "\"jobless_lower\"}"), "jobless_lower");
    String other = ImportFixture.manifest(RESOURCE, "jobless").replace("test-data", "other-data");
    imports.write("other.datapackage.json", other);
    var report = imports.report(imports.folder().resolve("other.datapackage.json"), false);
    var issue = report.issues().get(0);
    assertThat(issue.value()).isEqualTo("jobless");
    assertThat(issue.text().en())
        .contains("'jobless' needs another id")
        .contains("belong to 'jobless_lower'");
  }

  @Test
  void whatClashesInTheStoreAlreadyStaysUntilItIsImportedAgain() {
    var trust = new AreaLevel("trust", same("Bezirk"), same("Bezirke"), 55, false);
    run("jobless", "trust");
    imports.withAreas("2022", trust, "1");
    String other = ImportFixture.manifest(RESOURCE, "jobless").replace("test-data", "other-data");
    imports.write("other.datapackage.json", other);
    var report = imports.report(imports.folder().resolve("other.datapackage.json"), false);
    assertThat(report.outcome()).as("what the store holds already stays").isEqualTo(Outcome.STORED);
    assertThat(run("jobless", "trust").issueCounts()).containsKey("indicator-column-taken");
  }

  private static LocalizedText same(String text) {
    return LocalizedText.same(text);
  }

  private PackageReport runFile(String file, String manifest) {
    imports.write("datapackage.json", manifest);
    return imports.report(imports.folder().resolve(file), false);
  }

  /** Two files of one indicator: t.csv of 2021 and u.csv of 2022. */
  private String twoFiles(String indicator) {
    imports.write("u.csv", "ags,year,jobless\n14511000,2022,6\n");
    return ImportFixture.manifest(
        RESOURCE + "," + RESOURCE.replace("\"t\"", "\"u\"").replace("t.csv", "u.csv"), indicator);
  }

  private List<String> storedPeriods() {
    return imports.store().listTables("jobless").get(0).periods().stream()
        .map(period -> period.id())
        .toList();
  }

  @Test
  void oneFileOfAPackageLeavesTheValuesOfTheOthers() {
    assertThat(runFile("t.csv", twoFiles("jobless")).outcome()).isEqualTo(Outcome.STORED);
    assertThat(runFile("u.csv", twoFiles("jobless")).outcome()).isEqualTo(Outcome.STORED);
    assertThat(storedPeriods()).containsExactly("2021", "2022");
    assertThat(imports.store().listDatasets())
        .filteredOn(dataset -> dataset.id().equals("test-data"))
        .flatExtracting(dataset -> dataset.files())
        .extracting(file -> file.name())
        .contains("t.csv", "u.csv");
  }

  @Test
  void oneFileCannotGiveTheValuesOfTheOthersAnotherUnit() {
    runFile("datapackage.json", twoFiles("jobless"));
    String percent = ImportFixture.indicator("jobless", "percent", "");
    var part = runFile("u.csv", twoFiles(percent));
    assertThat(part.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(part.issues().get(0).code()).isEqualTo("indicator-redefined");
    assertThat(runFile("datapackage.json", twoFiles(percent)).outcome()).isEqualTo(Outcome.STORED);
  }

  @Test
  void anUnitThatBreaksAFormulaOfAnotherPackageIsRejected() {
    run("jobless");
    imports.write("u.csv", "ags,year,clubs\n14511000,2021,6\n");
    String clubs = RESOURCE.replace("jobless", "clubs").replace("t.csv", "u.csv");
    imports.write(
        "derived.datapackage.json",
        ImportFixture.manifest(clubs, "clubs", derived("persons", "jobless + clubs"))
            .replace("test-data", "derived-data"));
    var other = imports.report(imports.folder().resolve("derived.datapackage.json"), false);
    assertThat(other.outcome()).isEqualTo(Outcome.STORED);
    var report = run(ImportFixture.indicator("jobless", "percent", ""));
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.issues().get(0).code()).isEqualTo("formula-wrong");
    assertThat(report.issues().get(0).text().en()).contains("'derived'");
  }

  @Test
  void valuesOfAnotherDataSetAreNotReplacedInSilence() {
    imports.withAreas("2021", AreaLevel.MUNICIPALITY, "14511000", "14612000");
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,5\n14612000,2021,7\n");
    run("jobless");
    imports.write("t.csv", "ags,year,jobless\n14511000,2021,6\n");
    imports.write(
        "other.datapackage.json",
        ImportFixture.manifest(RESOURCE, "jobless").replace("test-data", "other-data"));
    var report = imports.report(imports.folder().resolve("other.datapackage.json"), false);
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    var issue =
        report.issues().stream()
            .filter(one -> one.code().equals("values-replaced"))
            .findFirst()
            .orElseThrow();
    assertThat(issue.severity()).isEqualTo(Severity.WARNING);
    assertThat(issue.text().en())
        .isEqualTo(
            "'jobless' 2021 (edition 2021, level municipality): 2 values of the data set"
                + " 'test-data' are replaced; 1 areas then have no value any more.");
  }

  @Test
  void valuesThatADataSetTakesBackAreCounted() {
    run("jobless");
    imports.write("t.csv", "ags,year,jobless\n14511000,2022,6\n");
    var report = run("jobless");
    assertThat(report.count("values-withdrawn")).isEqualTo(1);
    assertThat(storedPeriods()).containsExactly("2022");
  }

  @Test
  void inventedAndRealDataDoNotMix() {
    run("jobless");
    var manifest =
        ImportFixture.manifest(RESOURCE, "jobless")
            .replace("test-data", "example-data")
            .replace("\"publisher\"", "\"example\": true, \"publisher\"");
    imports.write("example.datapackage.json", manifest);
    var report = imports.report(imports.folder().resolve("example.datapackage.json"), false);
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.issues().get(0).code()).isEqualTo("example-data-mixed");
    assertThat(imports.store().listDatasets()).noneMatch(dataset -> dataset.example());
  }
}
