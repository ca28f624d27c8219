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
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;

/** Quarters: two towns of one square each stand beside each other, quarters are given in them. */
class AreasOfTownsTest {
  private static final String BOUNDARIES =
      "'kind':'boundaries','edition':'e1','validFrom':'2020-01-01','name':'GEN',";
  private static final String TOWNS =
      BOUNDARIES + "'level':'municipality','key':'AGS','deriveLevels':['district','state']";
  private static final String QUARTERS = BOUNDARIES + "'level':'quarter','key':'id'";
  private static final String PARENT = ",'ancestors':{'municipality':'town'}";
  private static final String WEST = "14625020";
  private static final String EAST = "14625030";

  @TempDir Path temporary;
  private BoundaryFolder folder;

  @BeforeEach
  void importTowns() throws IOException {
    folder = new BoundaryFolder(temporary);
    folder.write(
        "towns.geojson",
        squares(
            square("'AGS':'" + WEST + "','GEN':'West'", 0, 0),
            square("'AGS':'" + EAST + "','GEN':'East'", 1, 0)));
    assertThat(folder.run(resource("towns.geojson", TOWNS)).outcome()).isEqualTo(Outcome.STORED);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  /**
   * A strip of a town: the town is 0.01 degrees wide, given are its west and east in thousandths.
   */
  private static String quarter(String id, String town, int west, int east) {
    return BoundaryFolder.feature(
        "'id':'" + id + "','GEN':'Quarter " + id + "','town':'" + town + "'",
        "[[[%1$s,51],[%2$s,51],[%2$s,51.01],[%1$s,51.01],[%1$s,51]]]"
            .formatted(14 + west / 1000.0, 14 + east / 1000.0));
  }

  private PackageReport quarters(String data, String more, String... features) throws IOException {
    folder.write(data + ".geojson", squares(features));
    return folder.run(data, new String[] {resource(data + ".geojson", QUARTERS + more)});
  }

  @Test
  void quartersLieInTheirTownAndInAllThatHoldsIt() throws IOException {
    var report = quarters("west", PARENT, quarter("w1", WEST, 0, 4), quarter("w2", WEST, 4, 10));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issues()).isEmpty();
    assertThat(folder.area("e1", "quarter", "w1").ancestors())
        .containsEntry("municipality", new AreaCode(WEST))
        .containsEntry("district", new AreaCode("14625"))
        .containsEntry("state", new AreaCode("14"));
    assertThat(folder.store().listCoverages("e1", "quarter")).isNotEmpty();
    assertThat(folder.store().listAreaDatasets("e1", "quarter")).containsExactly("west");
    assertThat(folder.store().listAreaDatasets("e1", "municipality")).isEmpty();
  }

  @Test
  void whereNoColumnNamesTheTownThePlaceDoes() throws IOException {
    quarters("west", "", quarter("w1", "", 0, 4), quarter("e1", "", 10, 15));

    assertThat(folder.area("e1", "quarter", "w1").ancestors())
        .containsEntry("municipality", new AreaCode(WEST));
    assertThat(folder.area("e1", "quarter", "e1").ancestors())
        .containsEntry("municipality", new AreaCode(EAST));
  }

  @Test
  void eachFileBringsItsTownAndLeavesTheOthers() throws IOException {
    quarters("west", PARENT, quarter("w1", WEST, 0, 4), quarter("w2", WEST, 4, 10));
    var report = quarters("east", PARENT, quarter("e1", EAST, 10, 20));

    assertThat(folder.codes("e1", "quarter")).containsExactly("e1", "w1", "w2");
    assertThat(issue(report, "towns-kept").text().en()).contains("2 areas", "West");
    assertThat(folder.store().listAreaDatasets("e1", "quarter")).containsExactly("east", "west");

    quarters("west", PARENT, quarter("w3", WEST, 0, 10));
    assertThat(folder.codes("e1", "quarter")).containsExactly("e1", "w3");
    assertThat(folder.area("e1", "quarter", "e1").ancestors())
        .containsEntry("municipality", new AreaCode(EAST));
  }

  @Test
  void filesOfSeveralTownsMayBeOnePackage() throws IOException {
    folder.write("w.geojson", squares(quarter("w1", WEST, 0, 10)));
    folder.write("e.geojson", squares(quarter("e1", EAST, 10, 20)));
    folder.run(
        "both",
        new String[] {
          resource("w.geojson", QUARTERS + PARENT), resource("e.geojson", QUARTERS + PARENT)
        });

    assertThat(folder.codes("e1", "quarter")).containsExactly("e1", "w1");
    assertThat(folder.store().listCoverages("e1", "quarter").get(0).geometries()).hasSize(2);
    assertThat(folder.store().listAreaDatasets("e1", "quarter")).containsExactly("both");
  }

  @Test
  void aQuarterOutsideItsTownIsAnError() throws IOException {
    var report = quarters("west", PARENT, quarter("w1", WEST, 8, 20));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(report, "outside-parent").text().en()).contains("w1", "West", "17 %");
    assertThat(folder.codes("e1", "quarter")).isEmpty();
  }

  @Test
  void aQuarterBeyondTheBorderOfItsTownIsAWarning() throws IOException {
    var report = quarters("west", PARENT, quarter("w1", WEST, 2, 12));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(issue(report, "crosses-parent").text().de()).contains("West", "80 %");
  }

  @Test
  void quartersThatLeavePartOfTheirTownOutAreAWarning() throws IOException {
    var report = quarters("both", PARENT, quarter("w1", WEST, 0, 5), quarter("e1", EAST, 10, 20));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issues()).extracting(ImportIssue::code).containsExactly("town-parted");
    assertThat(issue(report, "town-parted").text().de()).contains("quarter", "West", "50 %");
    assertThat(issue(report, "town-parted").text().en()).contains("quarter", "West", "50 %");
  }

  @Test
  void aTownThatIsNotThereOrNotNamedIsAnError() throws IOException {
    var unknown = quarters("west", PARENT, quarter("w1", "14625099", 0, 4));
    assertThat(issue(unknown, "parent-unknown").text().en()).contains("14625099", "e1");
    var missing = quarters("west", PARENT, quarter("w1", "", 0, 4));
    assertThat(issue(missing, "parent-missing").text().en()).contains("town");
    var nowhere = quarters("west", "", quarter("w1", "", 40, 44));
    assertThat(issue(nowhere, "in-no-parent").text().de()).contains("w1");
    assertThat(folder.codes("e1", "quarter")).isEmpty();
  }

  @Test
  void keysStandOnceInAFileAndOnceOnTheLevel() throws IOException {
    var twice = quarters("west", PARENT, quarter("1", WEST, 0, 4), quarter("1", WEST, 4, 10));
    assertThat(issue(twice, "key-twice").text().en()).contains("key 1");

    quarters("west", PARENT, quarter("1", WEST, 0, 10));
    var taken = quarters("east", PARENT, quarter("1", EAST, 10, 20));
    assertThat(taken.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(taken, "key-of-another-town").text().en()).contains("West");
  }

  @Test
  void aLevelThatIsThereIsNotDerivedFromTheQuartersOfOneTown() throws IOException {
    var report =
        quarters("west", PARENT + ",'deriveLevels':['municipality']", quarter("w1", WEST, 0, 10));

    assertThat(report.issues())
        .extracting(ImportIssue::code)
        .containsExactly("level-not-derivable-of-part");
    assertThat(folder.codes("e1", "municipality")).containsExactly(WEST, EAST);
  }

  @Test
  void boundariesOfTownsThatComeAnewLeaveTheirQuarters() throws IOException {
    quarters("west", PARENT, quarter("w1", WEST, 0, 10));
    folder.run(resource("towns.geojson", TOWNS));

    assertThat(folder.codes("e1", "quarter")).containsExactly("w1");
  }
}
