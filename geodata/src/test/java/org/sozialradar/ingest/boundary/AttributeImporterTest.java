package org.sozialradar.ingest.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.ingest.boundary.BoundaryFolder.issue;
import static org.sozialradar.ingest.boundary.BoundaryFolder.resource;
import static org.sozialradar.ingest.boundary.BoundaryFolder.square;
import static org.sozialradar.ingest.boundary.BoundaryFolder.squares;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportReport.Outcome;

class AttributeImporterTest {
  private static final String BASE =
      "'kind':'boundaries','level':'municipality','edition':'e1','validFrom':'2022-01-01','key':'AGS',"
          + "'name':'GEN'";
  private static final String COLUMNS = "'key':'AGS','ars':'ARS','name':'GEN','designation':'BEZ'";
  private static final String JOIN =
      "'kind':'area-attributes','edition':'e1'," + COLUMNS + ",'attributes':['EWZ'],'scope':'14'";
  private static final String TABLE =
      """
      AGS,ARS,GEN,BEZ,EWZ
      01001000,010010000000,Flensburg,Stadt,92550
      14625020,146250020020,Bautzen,Stadt,38329
      14625040,146255202040,Bernsdorf,Stadt,6387
      14625999,146250999999,Nirgendwo,Gemeinde,1
      """;

  @TempDir Path temporary;
  private BoundaryFolder folder;

  @BeforeEach
  void open() throws IOException {
    folder = new BoundaryFolder(temporary);
    folder
        .write(
            "a.geojson",
            squares(
                square("'AGS':'14625020','GEN':'Budissin'", 0, 0),
                square("'AGS':'14625040','GEN':'Bernsdorf'", 1, 0),
                square("'AGS':'14626110','GEN':'Görlitz'", 2, 0)))
        .write("t.csv", TABLE);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void joinsAttributesToTheAreas() throws IOException {
    var report = folder.run(resource("a.geojson", BASE), resource("t.csv", JOIN));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    var bautzen = folder.area("e1", "municipality", "14625020");
    assertThat(bautzen.name()).isEqualTo("Bautzen");
    assertThat(bautzen.designation()).isEqualTo("Stadt");
    assertThat(bautzen.attributes())
        .containsEntry("EWZ", "38329")
        .containsEntry("ARS", "146250020020");
    assertThat(bautzen.ancestors()).containsEntry("association", new AreaCode("146250020"));
    assertThat(bautzen.hasGeometry()).isTrue();
    assertThat(folder.store().listCoverages("e1", "municipality")).isNotEmpty();
  }

  @Test
  void reportsKeysWithoutAreaAndAreasWithoutRow() throws IOException {
    var report = folder.run(resource("a.geojson", BASE), resource("t.csv", JOIN));

    assertThat(report.count(Count.ROWS_OUT_OF_SCOPE)).isEqualTo(1);
    assertThat(report.count(Count.KEYS_UNKNOWN)).isEqualTo(1);
    assertThat(issue(report, "attributes-unmatched-key"))
        .satisfies(issue -> assertThat(issue.row()).isEqualTo(5))
        .satisfies(issue -> assertThat(issue.text().en()).contains("14625999 (Nirgendwo)"));
    assertThat(issue(report, "areas-without-attributes").text().en())
        .contains("1 areas")
        .contains("14626110 (Görlitz)");
    assertThat(folder.codes("e1", "municipality")).hasSize(3);
  }

  @Test
  void addsKeysWithoutBoundaryWhereWanted() throws IOException {
    var report =
        folder.run(
            resource("a.geojson", BASE), resource("t.csv", JOIN + ",'keysWithoutGeometry':'add'"));

    assertThat(folder.area("e1", "municipality", "14625999").hasGeometry()).isFalse();
    assertThat(report.count(Count.AREAS_WITHOUT_GEOMETRY)).isEqualTo(1);
    assertThat(report.count(Count.KEYS_UNKNOWN)).isZero();
  }

  @Test
  void makesAnEditionOfKeysAlone() throws IOException {
    var report =
        folder.run(
            resource(
                "t.csv",
                "'kind':'area-attributes','edition':'keys','validFrom':'2022-12-31',"
                    + COLUMNS
                    + ",'deriveLevels':['association','state']"));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(folder.codes("keys", "municipality")).hasSize(4);
    assertThat(folder.codes("keys", "state")).containsExactly("01", "14");
    assertThat(folder.area("keys", "state", "01").name()).isEqualTo("Schleswig-Holstein");
    assertThat(folder.area("keys", "state", "14").hasGeometry()).isFalse();
    assertThat(folder.store().listCoverages("keys", "municipality")).isEmpty();
    assertThat(report.count(Count.AREAS_WITHOUT_GEOMETRY)).isEqualTo(4);
  }

  @Test
  void joinsAnEditionOfTheStoreAndKeepsItsPyramid() throws IOException {
    folder.run("base", new String[] {resource("a.geojson", BASE)});
    var before = folder.store().listCoverages("e1", "municipality");

    folder.run("more", new String[] {resource("t.csv", JOIN + ",'deriveLevels':['association']")});

    assertThat(folder.area("e1", "municipality", "14625040").attributes())
        .containsEntry("EWZ", "6387");
    assertThat(folder.store().listCoverages("e1", "municipality")).isEqualTo(before);
    assertThat(folder.codes("e1", "association")).containsExactly("146250020", "146255202");
    assertThat(folder.store().listEditions().get(0).datasetId()).isEqualTo("base");
  }

  @Test
  void rejectsAKeyThatStandsTwice() throws IOException {
    folder.write("t.csv", TABLE + "14625020,146250020020,Bautzen again,Stadt,1\n");

    var report = folder.run(resource("a.geojson", BASE), resource("t.csv", JOIN));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(report, "attributes-key-twice").text().en())
        .contains("14625020")
        .contains("rows 3 (Bautzen) and 6 (Bautzen again)");
  }

  @Test
  void rejectsAMissingColumnAndADisagreeingKey() throws IOException {
    folder.write("t.csv", TABLE.replace("EWZ", "Einwohner"));
    assertThat(
            issue(
                    folder.run(resource("a.geojson", BASE), resource("t.csv", JOIN)),
                    "header-missing")
                .text()
                .en())
        .contains("'EWZ'")
        .contains("Einwohner");

    folder.write("t.csv", TABLE.replace("146250020020", "146250020021"));
    assertThat(
            folder.run(resource("a.geojson", BASE), resource("t.csv", JOIN)).count("keys-differ"))
        .isEqualTo(1);
  }
}
