package org.sozialradar.ingest.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportFixture;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.network.MilestoneDate.Means;
import org.sozialradar.network.MilestoneDate.Precision;

class NetworkImportTest {
  @TempDir static Path folder;
  private static ImportFixture imports;

  @BeforeAll
  static void open() {
    imports =
        new ImportFixture(folder).withAreas("2023", AreaLevel.MUNICIPALITY, "14626530", "14729020");
  }

  @AfterAll
  static void close() {
    imports.close();
  }

  private static PackageReport milestones(String rows) {
    imports.write("m.csv", "ags,municipality,kind,date,date_means,note,source\n" + rows);
    return imports.run(
        """
        {"name": "m", "path": "m.csv", "radar": {"kind": "milestones", "edition": "2023"}}
        """);
  }

  private static PackageReport totals(String rows) {
    imports.write("t.csv", "date,measure,value,source\n" + rows);
    return imports.run(
        """
        {"name": "t", "path": "t.csv", "radar": {"kind": "network-totals"}}
        """);
  }

  private static void rejected(PackageReport report, String code, long row, String column) {
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.issues().get(0).code()).isEqualTo(code);
    assertThat(report.issues().get(0).row()).isEqualTo(row);
    assertThat(report.issues().get(0).column()).isEqualTo(column);
  }

  @Test
  void keepsPrecisionAndMeaningOfDates() {
    var report =
        milestones(
            """
            14626530,Seifhennersdorf,consultation,2021-01-18,happened,"100th, advised",SMI
            14729020,Belgershain,participation,2021,known_by,,SMI
            14729020,Belgershain,council_active,2020-04,happened,,Programme
            """);
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
    assertThat(report.count(Count.MILESTONES_STORED)).isEqualTo(3);
    var milestones = imports.store().listMilestones();
    assertThat(milestones).hasSize(3);
    assertThat(milestones)
        .anySatisfy(
            one -> {
              assertThat(one.name()).isEqualTo("Belgershain");
              assertThat(one.date().means()).isEqualTo(Means.KNOWN_BY);
              assertThat(one.date().precision()).isEqualTo(Precision.YEAR);
              assertThat(one.datasetId()).isEqualTo("test-data");
            })
        .anySatisfy(
            one -> {
              assertThat(one.note()).isEqualTo("100th, advised");
              assertThat(one.date().means()).isEqualTo(Means.HAPPENED);
              assertThat(one.date().precision()).isEqualTo(Precision.DAY);
            });
  }

  @Test
  void refusesMilestonesThatAreNotClear() {
    rejected(milestones("14626531,X,k,2021,happened,,S\n"), "unknown-key", 2, "ags");
    rejected(milestones("14626530,X,K!,2021,happened,,S\n"), "milestone-kind-malformed", 2, "kind");
    rejected(milestones("14626530,X,k,2021-13,happened,,S\n"), "date-malformed", 2, "date");
    rejected(milestones("14626530,X,k,2021-02-30,happened,,S\n"), "date-malformed", 2, "date");
    rejected(milestones("14626530,X,k,2021,,,S\n"), "date-meaning-malformed", 2, "date_means");
    rejected(milestones("14626530,X,k,2021,happened,S\n"), "row-width", 2, "");
  }

  @Test
  void storesTotals() {
    var report = totals("2020-12,municipalities_advised,99,News\n2023,funding_eur,1100000,SMI\n");
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
    assertThat(imports.store().listNetworkTotals())
        .anySatisfy(
            total -> {
              assertThat(total.measure()).isEqualTo("funding_eur");
              assertThat(total.value()).isEqualTo(1_100_000);
            });
  }

  @Test
  void refusesTotalsThatAreNotClear() {
    rejected(totals("2020,a,1,S\n2020,a,2,S\n"), "value-twice", 3, "measure");
    rejected(totals("2020,a,viele,S\n"), "cell-not-a-number", 2, "value");
    rejected(totals("20,a,1,S\n"), "date-malformed", 2, "date");
    rejected(totals("2020,A b,1,S\n"), "measure-malformed", 2, "measure");
  }
}
