package org.sozialradar.ingest.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportFixture;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;

class CrosswalkImporterTest {
  private static final String HEADER = "old,oldName,area,people,inhabitants,new,newName\n";

  @TempDir Path folder;
  private ImportFixture imports;

  @BeforeEach
  void open() {
    imports = new ImportFixture(folder);
  }

  @AfterEach
  void close() {
    imports.close();
  }

  private PackageReport run(String rows) {
    imports.write("c.csv", HEADER + rows);
    return imports.run(
        """
        {"name": "c", "path": "c.csv", "radar": {"kind": "crosswalk",
          "from": {"id": "de-2020", "validFrom": "2020-12-31"},
          "to": {"id": "de-2021", "validFrom": "2021-12-31"},
          "columns": {"from": "old", "fromName": "oldName", "to": "new", "toName": "newName",
            "areaShare": "area", "populationShare": "people", "population": "inhabitants"}}}
        """);
  }

  private AreaCorrespondence stored(PackageReport report) {
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.STORED);
    return imports.store().listCorrespondences().get(0);
  }

  @Test
  void makesEditionsOfKeysWhereNoneAreKnown() {
    var crosswalk =
        stored(
            run(
                """
                1001000,"Flensburg, Stadt",1,1,899.3,01001000,"Flensburg, Stadt"
                12065251,Oberkrämer,0.99,0.9,117.2,12065251,Oberkrämer
                12065251,Oberkrämer,0.01,0.1,117.2,12065332,"Velten, Stadt"
                """));
    assertThat(crosswalk.fromEdition()).isEqualTo("de-2020");
    assertThat(crosswalk.links())
        .contains(
            new AreaCorrespondence.Link(
                new AreaCode("12065251"), new AreaCode("12065332"), 0.1, 0.01));
    var areas = imports.store().listAreas("de-2021", "municipality");
    assertThat(areas).hasSize(3);
    assertThat(areas.get(0).name()).isEqualTo("Flensburg");
    assertThat(areas.get(0).designation()).isEqualTo("Stadt");
    assertThat(areas.get(0).ancestors()).containsEntry("state", new AreaCode("01"));
    assertThat(areas.get(0).hasGeometry()).isFalse();
    assertThat(imports.store().listAreas("de-2020", "state")).hasSize(2);
  }

  @Test
  void keepsAnEditionThatIsKnownAndChecksItsKeys() {
    imports.withAreas("de-2021", AreaLevel.MUNICIPALITY, "01001000", "01002000");
    var report = run("01001000,A,1,1,5,01001000,A\n");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.count("areas-without-link")).isEqualTo(1);
    assertThat(report.count(Count.AREAS_STORED)).isEqualTo(1);
    assertThat(imports.store().listAreas("de-2021", "municipality")).hasSize(2);
    var other = run("01001000,A,1,1,5,01009000,A\n");
    assertThat(other.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(other.issues().get(0).code()).isEqualTo("unknown-key");
    assertThat(other.issues().get(0).row()).isEqualTo(2);
  }

  @Test
  void scalesRoundedSharesAndSaysSo() {
    var report =
        run(
            """
            09374451,Forst,0.674,0.3333,7,09374129,A
            09374451,Forst,0.055,0.3333,7,09472180,B
            09374451,Forst,0.271,0.3333,7,09472184,C
            """);
    assertThat(report.count("shares-rounded")).isEqualTo(1);
    assertThat(stored(report).links())
        .allSatisfy(link -> assertThat(link.populationShare()).isCloseTo(1 / 3.0, within(1e-12)));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void sharesOfAnUninhabitedAreaMayBeAnything() {
    var report = run("09671456,Forst,0.51,1,0,09671157,A\n09671456,Forst,0.49,1,0,09671160,B\n");
    assertThat(report.count("shares-of-uninhabited")).isEqualTo(1);
    assertThat(stored(report).links().get(0).populationShare()).isEqualTo(0.5);
  }

  @Test
  void sharesThatDoNotSumToOneAreRejected() {
    var report = run("09671456,Ort,0.51,0.6,80,09671157,A\n09671456,Ort,0.49,0.5,80,09671160,B\n");
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    var issue = report.issues().get(0);
    assertThat(issue.code()).isEqualTo("shares-sum");
    assertThat(issue.row()).isEqualTo(2);
    assertThat(issue.value()).isEqualTo("09671456");
    assertThat(issue.text().en()).contains("1.1");
    assertThat(imports.store().currentRevision().number()).isZero();
  }

  @Test
  void malformedRowsAreRejected() {
    assertThat(run("0100,A,1,1,5,01001000,A\n").issues().get(0).code()).isEqualTo("key-malformed");
    assertThat(run("01001000,A,1.5,1,5,01001000,A\n").issues().get(0).code())
        .isEqualTo("share-out-of-range");
    assertThat(run("01001000,A,x,1,5,01001000,A\n").issues().get(0).column()).isEqualTo("area");
    assertThat(
            run("01001000,A,1,1,5,01001000,A\n01001000,A,1,1,5,01001000,A\n")
                .issues()
                .get(0)
                .code())
        .isEqualTo("pair-twice");
  }
}
