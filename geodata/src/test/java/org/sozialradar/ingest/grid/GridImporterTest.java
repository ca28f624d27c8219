package org.sozialradar.ingest.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.ingest.ImportFixture;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;

/** Invented excerpts in the layout of the Zensus 2022. */
class GridImporterTest {
  private static final String HEADER = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n";

  @TempDir Path folder;
  private ImportFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ImportFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private PackageReport grid(String table, String more) {
    fixture.write("grid.csv", table);
    return fixture.run(
        """
        {"name": "grid", "path": "grid.csv", "radar": {"kind": "grid",
         "title": {"de": "Bevölkerung", "en": "Population"}%s}}\
        """
            .formatted(more));
  }

  private static String row(int north, int east, String people) {
    return "CRS3035RES100mN%dE%d;%d;%d;%s\n".formatted(north, east, east + 50, north + 50, people);
  }

  @Test
  void keepsTheCellsOfTheOfficialLayout() {
    var report =
        grid(
            HEADER
                + row(2_689_100, 4_337_000, "12")
                + row(2_689_000, 4_337_100, "4")
                + row(2_689_100, 4_336_900, "7"),
            "");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issueCounts()).containsKey("grid-total").doesNotContainKey("grid-empty");
    var grid = fixture.store().findPopulationGrid().orElseThrow();
    assertThat(grid.cells()).isEqualTo(3);
    assertThat(grid.people(26_891, 43_369, 43_370)).isEqualTo(19);
    assertThat(grid.people(26_890, 43_371, 43_371)).isEqualTo(4);
    assertThat(grid.title().en()).isEqualTo("Population");
    assertThat(grid.datasetId()).isEqualTo("test-data");
  }

  @Test
  void thousandsOfWrongRowsAreCountedAndLeaveTheRestRight() {
    var table = new StringBuilder(HEADER);
    for (int i = 0; i < 3000; i++) {
      table.append(row(2_689_100, 4_000_000 + 100 * i, "3"));
      table.append("CRS3035RES1000mN2689000E4337000;0;0;5\n");
      table.append("CRS3035RES100mN2689150E4337000;0;0;5\n");
      table.append(row(2_689_200, 4_000_000 + 100 * i, i % 2 == 0 ? "–" : ""));
      table.append(row(2_689_300, 4_000_000 + 100 * i, i % 2 == 0 ? "-5" : "4,5"));
      table.append(row(2_689_400, 4_000_000 + 100 * i, "0"));
    }
    var report = grid(table.toString(), "");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issueCounts())
        .containsEntry("grid-cell-malformed", 6000L)
        .containsEntry("grid-people-withheld", 3000L)
        .containsEntry("grid-people-malformed", 3000L);
    assertThat(report.issues().size()).isLessThanOrEqualTo(1000);
    var grid = fixture.store().findPopulationGrid().orElseThrow();
    assertThat(grid.cells()).isEqualTo(3000);
    assertThat(grid.people()).isEqualTo(9000);
  }

  @Test
  void aCellFarOutsideOfThePlaneIsCountedAndNotKept() {
    var report = grid(HEADER + row(60_000_000, 4_337_000, "5") + row(2_689_100, 0, "7"), "");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issueCounts()).containsEntry("grid-cell-malformed", 1L);
    var grid = fixture.store().findPopulationGrid().orElseThrow();
    assertThat(grid.people()).isEqualTo(7);
    assertThat(grid.firstRow()).isEqualTo(26_891);
  }

  @Test
  void columnsOfAnotherTableCanBeNamed() {
    var report =
        grid(
            "zelle,menschen\nCRS3035RES100mN100E200,8\n",
            ", \"cell\": \"zelle\", \"people\": \"menschen\"");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(fixture.store().findPopulationGrid().orElseThrow().people(1, 2, 2)).isEqualTo(8);
  }

  @Test
  void aTableThatIsNoGridIsRejected() {
    assertRejected(HEADER + row(0, 0, "1") + row(0, 0, "1"), "grid-cell-twice");
    assertRejected(HEADER + row(0, 0, "–"), "grid-empty");
    assertRejected(HEADER, "header-incomplete");
    assertRejected(
        "GITTER_ID_1km;Einwohner\nCRS3035RES1000mN2689000E4337000;5\n", "header-missing");
    assertThat(fixture.store().findPopulationGrid()).isEmpty();
  }

  private void assertRejected(String table, String code) {
    var report = grid(table, "");
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.issueCounts()).containsKey(code);
  }
}
