package org.sozialradar.ingest.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.ingest.boundary.BoundaryFolder.issue;
import static org.sozialradar.ingest.boundary.BoundaryFolder.resource;
import static org.sozialradar.ingest.boundary.BoundaryFolder.square;
import static org.sozialradar.ingest.boundary.BoundaryFolder.squares;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaCorrespondence.Link;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;

class MergerImporterTest {
  private static final String BASE =
      "'kind':'boundaries','level':'municipality','edition':'e1','validFrom':'2016-01-01','key':'AGS',"
          + "'ars':'RS','name':'GEN','designation':'BEZ','attributes':['EWZ'],"
          + "'deriveLevels':['association','district','state']";
  private static final String MERGERS =
      "'kind':'mergers','fromEdition':'e1','derive':[{'edition':'e3','validFrom':'2019-01-01'},"
          + "{'edition':'e2','validFrom':'2017-12-31','editionTitle':{'de':'Ende 2017','en':'End of 2017'}}]";
  private static final String HEADER = "ags_old,name_old,ags_new,name_new,valid_on\n";

  @TempDir Path temporary;
  private BoundaryFolder folder;

  @BeforeEach
  void open() throws IOException {
    folder = new BoundaryFolder(temporary);
    folder.write(
        "a.geojson",
        squares(
            area("14521030", "Aue", "1001", 0),
            area("14521050", "Bad Schlema", "1002", 1),
            area("14521460", "Olbernhau", "1003", 2),
            area("14521470", "Pfaffroda", "1003", 3),
            area("14522010", "Elsewhere", "2001", 4)));
  }

  private static String area(String ags, String name, String association, int column) {
    String ars = ags.substring(0, 5) + association + ags.substring(5);
    return square(
        "'AGS':'%s','RS':'%s','GEN':'%s','BEZ':'Stadt','EWZ':100".formatted(ags, ars, name),
        column,
        0);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private PackageReport run(String rows) throws IOException {
    folder.write("m.csv", HEADER + rows);
    return folder.run(resource("a.geojson", BASE), resource("m.csv", MERGERS));
  }

  private static final String ROWS =
      """
      14521470,Pfaffroda,14521460,Olbernhau,2017-01-01
      14521030,Aue,14521035,Aue-Bad Schlema,2019-01-01
      14521050,Bad Schlema,14521035,Aue-Bad Schlema,2019-01-01
      """;

  @Test
  void derivesEditionsByTheDayOfTheMergers() throws IOException {
    var report = run(ROWS);

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(folder.codes("e1", "municipality")).hasSize(5);
    assertThat(folder.codes("e2", "municipality"))
        .containsExactly("14521030", "14521050", "14521460", "14522010");
    assertThat(folder.codes("e3", "municipality"))
        .containsExactly("14521035", "14521460", "14522010");
    assertThat(folder.store().listEditions())
        .extracting(
            edition -> edition.id() + " " + edition.validFrom() + " " + edition.title().en())
        .containsExactly("e1 2016-01-01 e1", "e2 2017-12-31 End of 2017", "e3 2019-01-01 e3");
    assertThat(report.count(Count.AREAS_STORED)).isEqualTo(5 + 4 + 3);
  }

  @Test
  void dissolvesTheMergedAreasAndKeepsTheOthersAsTheyAre() throws IOException {
    run(ROWS);

    var merged = folder.area("e3", "municipality", "14521035");
    assertThat(merged.name()).isEqualTo("Aue-Bad Schlema");
    assertThat(merged.designation()).isEqualTo("Stadt");
    assertThat(merged.geometry().getGeometryType()).isEqualTo("Polygon");
    assertThat(merged.geometry().getArea()).isCloseTo(2e-4, within(1e-12));
    assertThat(merged.geometry().getNumPoints()).isLessThanOrEqualTo(7);
    assertThat(merged.ancestors())
        .containsEntry("district", new AreaCode("14521"))
        .containsEntry("state", new AreaCode("14"))
        .doesNotContainKey("association");
    assertThat(merged.attributes()).isEmpty();
    var staying = folder.area("e3", "municipality", "14521460");
    assertThat(staying.name()).isEqualTo("Olbernhau");
    assertThat(staying.attributes()).containsKey("ARS").doesNotContainKey("EWZ");
    assertThat(staying.ancestors()).containsEntry("association", new AreaCode("145211003"));
    assertThat(folder.area("e3", "municipality", "14522010"))
        .isEqualTo(folder.area("e1", "municipality", "14522010"));
  }

  @Test
  void carriesCoarserLevelsOver() throws IOException {
    var report = run(ROWS);

    for (var level : List.of("district", "state")) {
      assertThat(folder.store().listAreas("e3", level))
          .isEqualTo(folder.store().listAreas("e1", level));
    }
    assertThat(folder.codes("e2", "association")).hasSize(4);
    assertThat(folder.store().listLevels("e3"))
        .extracting(level -> level.id())
        .containsExactly("state", "district", "municipality");
    assertThat(issue(report, "level-not-carried").text().en())
        .contains("'association'")
        .contains("14521035");
  }

  @Test
  void linksEachEditionToEveryLaterOne() throws IOException {
    run(ROWS);

    var links =
        folder.store().listCorrespondences().stream()
            .filter(one -> one.level().equals("municipality"))
            .toList();
    assertThat(links)
        .extracting(one -> one.fromEdition() + ">" + one.toEdition() + " " + one.links().size())
        .containsExactlyInAnyOrder("e1>e2 5", "e1>e3 5", "e2>e3 4");
    assertThat(link(links, "e1", "e3"))
        .contains(new Link(new AreaCode("14521030"), new AreaCode("14521035"), 1, 1))
        .contains(new Link(new AreaCode("14522010"), new AreaCode("14522010"), 1, 1));
    assertThat(link(links, "e2", "e3"))
        .doesNotContain(new Link(new AreaCode("14521470"), new AreaCode("14521460"), 1, 1));
  }

  private static List<Link> link(List<AreaCorrespondence> all, String from, String to) {
    return all.stream()
        .filter(one -> one.fromEdition().equals(from) && one.toEdition().equals(to))
        .findFirst()
        .orElseThrow()
        .links();
  }

  @Test
  void followsChains() throws IOException {
    run(
        """
        14521030,Aue,14521050,Schlema,2017-01-01
        14521050,Schlema,14521460,Olbernhau,2018-01-01
        """);

    assertThat(folder.codes("e2", "municipality")).contains("14521050").doesNotContain("14521030");
    assertThat(folder.area("e2", "municipality", "14521050").name()).isEqualTo("Schlema");
    assertThat(folder.codes("e3", "municipality"))
        .containsExactly("14521460", "14521470", "14522010");
    assertThat(folder.area("e3", "municipality", "14521460").geometry().getArea())
        .isCloseTo(3e-4, within(1e-12));
  }

  @Test
  void dissolvesADistrictAnewWhenLandChangedIt() throws IOException {
    run("14522010,Elsewhere,14521470,Pfaffroda,2017-01-01\n");

    assertThat(folder.codes("e1", "district")).containsExactly("14521", "14522");
    assertThat(folder.codes("e2", "district")).containsExactly("14521");
    assertThat(folder.area("e2", "district", "14521").geometry().getArea())
        .isCloseTo(5e-4, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14521999,X,14521460,Olbernhau,2017-01-01|merger-unknown-area",
        "14521030,X,14521460,Olbernhau,1.1.2017|merger-date-malformed",
        "1452103x,X,14521460,Olbernhau,2017-01-01|key-malformed",
        "14521030,X,14521035,,2017-01-01|merger-name-missing"
      })
  void namesTheRowOfABadMerger(String row, String code) throws IOException {
    var report = run(row + "\n");

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(report, code).row()).isEqualTo(2);
    assertThat(issue(report, code).file()).isEqualTo("m.csv");
    assertThat(folder.store().listEditions()).isEmpty();
  }

  @Test
  void rejectsSplitsAndCircles() throws IOException {
    assertThat(
            run("""
                    14521030,A,14521050,B,2017-01-01
                    14521030,A,14521460,C,2018-01-01
                    """)
                .count("merger-twice"))
        .isEqualTo(1);
    assertThat(
            run("""
                    14521030,A,14521050,B,2017-01-01
                    14521050,B,14521030,A,2018-01-01
                    """)
                .count("merger-circle"))
        .isEqualTo(2);
  }

  @Test
  void needsTheEditionAndLaterDays() throws IOException {
    folder.write("m.csv", HEADER);
    assertThat(folder.run(resource("m.csv", MERGERS)).count("edition-empty")).isEqualTo(1);

    var early = MERGERS.replace("2017-12-31", "2016-01-01");
    assertThat(
            folder
                .run(resource("a.geojson", BASE), resource("m.csv", early))
                .count("edition-before-base"))
        .isEqualTo(1);
  }

  @Test
  void worksOnAnEditionThatIsInTheStore() throws IOException {
    folder.run("base", new String[] {resource("a.geojson", BASE)});
    folder.write("m.csv", HEADER + ROWS);

    var report = folder.run("reforms", new String[] {resource("m.csv", MERGERS)});

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(folder.codes("e3", "municipality")).hasSize(3);
    assertThat(folder.store().listCoverages("e3", "district")).isNotEmpty();
  }
}
