package org.sozialradar.ingest.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.ImportReport.Outcome;

class GroupImporterTest {
  private static final String BASE =
      "'kind':'boundaries','level':'municipality','edition':'e1','validFrom':'2022-01-01','key':'AGS',"
          + "'name':'GEN'";
  private static final String GROUPS =
      "'kind':'area-groups','level':'council','editions':['e1','e2'],"
          + "'columns':{'group':'group','member':'ags'}";

  @TempDir Path temporary;
  private BoundaryFolder folder;

  @BeforeEach
  void open() throws IOException {
    folder = new BoundaryFolder(temporary);
    String west = square("'AGS':'14729410','GEN':'Wurzen'", 0, 0);
    String middle = square("'AGS':'14729030','GEN':'Bennewitz'", 1, 0);
    String east = square("'AGS':'14729245','GEN':'Lossatal'", 2, 0);
    String far = square("'AGS':'14713000','GEN':'Leipzig'", 9, 9);
    folder
        .write("a.geojson", squares(west, middle, east, far))
        .write("b.geojson", squares(west, middle, far));
    folder.run(
        "base",
        new String[] {
          resource("a.geojson", BASE),
          resource("b.geojson", BASE.replace("e1", "e2").replace("2022", "2023"))
        });
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void formsGroupsWithDissolvedBoundaries() throws IOException {
    folder.write("g.csv", "group,ags\nWurzener Land,14729410\nWurzener Land,14729030\n");

    var report = folder.run(resource("g.csv", GROUPS));

    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    for (var edition : new String[] {"e1", "e2"}) {
      var group = folder.area(edition, "council", "wurzener-land");
      assertThat(group.name()).isEqualTo("Wurzener Land");
      assertThat(group.geometry().getGeometryType()).isEqualTo("Polygon");
      assertThat(group.geometry().getArea()).isCloseTo(2e-4, within(1e-12));
      assertThat(group.ancestors()).containsEntry("district", new AreaCode("14729"));
      assertThat(folder.area(edition, "municipality", "14729410").ancestors())
          .containsEntry("council", new AreaCode("wurzener-land"));
      assertThat(folder.area(edition, "municipality", "14713000").ancestors())
          .doesNotContainKey("council");
      assertThat(folder.store().listCoverages(edition, "council")).isNotEmpty();
      assertThat(folder.store().listCoverages(edition, "municipality")).isNotEmpty();
    }
    assertThat(folder.store().listLevels("e1"))
        .extracting(level -> level.id() + " " + level.group())
        .containsExactly("council true", "municipality false");
  }

  @Test
  void leavesAGroupOutWhereAMemberIsMissing() throws IOException {
    folder.write("g.csv", "group,ags\nWurzener Land,14729410\nWurzener Land,14729245\n");

    var report = folder.run(resource("g.csv", GROUPS));

    assertThat(folder.codes("e1", "council")).containsExactly("wurzener-land");
    assertThat(folder.find("e2", "council", "wurzener-land")).isEmpty();
    assertThat(issue(report, "group-member-unknown").text().en())
        .contains("'Wurzener Land'")
        .contains("e2")
        .contains("14729245");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Land;14729410~Land;14729999|group-nowhere|0",
        "Land;14729410~Other;14729410|group-member-twice|3",
        "Land;14729410~!;14729030|group-unnamed|3",
        "Land;14729410~LAND;14729030|group-slug-twice|3",
        "Land;1472941x|key-malformed|2"
      })
  void rejectsGroupsThatCannotBe(String rows, String code, int row) throws IOException {
    folder.write("g.csv", ("group;ags~" + rows).replace('~', '\n') + "\n");

    var report = folder.run(resource("g.csv", GROUPS));

    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(issue(report, code).row()).isEqualTo(row);
    assertThat(folder.codes("e1", "council")).isEmpty();
  }

  @Test
  void rejectsALevelThatIsNoneOfGroupsAndAnUnknownEdition() throws IOException {
    folder.write("g.csv", "group,ags\nLand,14729410\n");

    assertThat(folder.run(resource("g.csv", GROUPS.replace("council", "district"))).issueCounts())
        .containsKey("level-no-group");
    assertThat(folder.run(resource("g.csv", GROUPS.replace("e2", "e9"))).issueCounts())
        .containsKey("edition-empty");
  }

  @Test
  void keepsGroupsWhenBoundariesAreImportedAnew() throws IOException {
    folder.write("g.csv", "group,ags\nLand,14729410\n");
    folder.run(resource("g.csv", GROUPS));

    folder.run("base", new String[] {resource("a.geojson", BASE)});

    assertThat(folder.area("e1", "municipality", "14729410").ancestors())
        .containsEntry("council", new AreaCode("land"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wurzener Land|wurzener-land",
        "Verwaltungsverband „Jägerswald“|verwaltungsverband-jaegerswald",
        "Budyšin – Łužica|budysin-luzica",
        "Große Ämter, Süd|grosse-aemter-sued",
        "  |''",
        "Name der sehr sehr sehr sehr sehr sehr sehr lang ist|name-der-sehr-sehr-sehr-sehr-sehr-sehr-s"
      })
  void makesKeysOfNames(String name, String slug) {
    assertThat(Slug.of(name == null ? "" : name)).isEqualTo(slug);
  }
}
