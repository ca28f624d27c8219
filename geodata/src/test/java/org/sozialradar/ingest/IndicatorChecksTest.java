package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaLevel;
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
