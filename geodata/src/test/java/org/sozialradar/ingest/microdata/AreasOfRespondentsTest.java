package org.sozialradar.ingest.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.microdata.SurveyReport.LevelSpread;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;

/** Respondents belong to areas by place or by postcode. */
class AreasOfRespondentsTest {
  private static final String DESIGN = "{}";

  @TempDir Path folder;
  private SurveyFixture survey;

  @BeforeEach
  void open() {
    survey = new SurveyFixture(folder);
    survey.files.store().commit(Squares.batch());
  }

  @AfterEach
  void close() {
    survey.close();
  }

  private static String rows(String columns, String... places) {
    var text = new StringBuilder(columns).append(";help;trust;apart;sex\n");
    for (var place : places) {
      text.append(place).append(";1;2;3;f\n");
    }
    return text.toString();
  }

  private SurveyReport run(String area, String text) {
    return survey.run(survey.request(text, SurveyFixture.definition(DESIGN, area)));
  }

  private List<String> stored() {
    return survey.stored().areas().stream().map(AreaCode::value).toList();
  }

  /** The first is near Chemnitz in three systems. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, 12.9, 50.8, 13.1, 50.8",
    "EPSG:25833, 352000.5, 5629500, 366100, 5629200",
    "EPSG:3857, 1436021, 6588000, 1458285, 6588000"
  })
  void placesAreFoundInEachSystem(String crs, String x, String y, String x2, String y2) {
    String area = "{x: x, y: y, crs: \"" + crs + "\", level: municipality, edition: \"2024\"}";
    var report =
        run(
            area,
            rows(
                "x;y",
                x.replace('.', ',') + ";" + y.replace('.', ','),
                x2.replace('.', ',') + ";" + y2.replace('.', ',')));
    assertThat(report.issueCounts()).doesNotContainKey("survey-place-outside");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(stored()).containsExactly("14511000", "14521010");
    assertThat(report.levels())
        .extracting(LevelSpread::level, LevelSpread::few, LevelSpread::none)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("state", 1, 0),
            org.assertj.core.groups.Tuple.tuple("municipality", 2, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "'52,5;13,4', survey-place-implausible, EPSG:25833",
    "'13,1;52,1', survey-place-outside, EPSG:4326",
    "';50,8', survey-area-missing, EPSG:4326",
    "'hier;50,8', survey-number-malformed, EPSG:4326",
    "'12,9;50,8', survey-crs-unknown, EPSG:99999"
  })
  void placesThatCannotBeAreNamed(String place, String code, String crs) {
    String area = "{x: x, y: y, crs: \"" + crs + "\", level: municipality, edition: \"2024\"}";
    var report = run(area, rows("x;y", place));
    assertThat(report.issues().get(0).code()).isEqualTo(code);
    assertThat(SurveyFixture.withoutTimes(report)).doesNotContain("hier", "52,", "50,8", "52.5");
    assertThat(survey.microdata.list()).isEmpty();
  }

  @Test
  void placesNeedBoundaries() {
    String area = "{x: x, y: y, crs: \"EPSG:4326\", level: municipality, edition: \"2023\"}";
    assertThat(run(area, rows("x;y", "12,9;50,8")).issueCounts())
        .containsOnlyKeys("survey-level-without-boundaries");
    var other = run(area.replace("2023", "2024"), "name\nNina\n");
    assertThat(other.issueCounts()).containsOnlyKeys("survey-other-questionnaire");
  }

  @Test
  void postcodesAreLookedUpAndTheLargestShareCounts() {
    survey.files.write(
        "plz.csv",
        """
        postcode,area,share
        09111,14511000,1
        09112,14511000,0.3
        09112,14521010,0.7
        01069,8111000,1
        """);
    String area = "{postcode: plz, crosswalk: plz, level: municipality, edition: \"2023\"}";
    var report = run(area, rows("plz", "09111", "9112", "1069"));
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(stored()).containsExactly("14511000", "14521010", "08111000");
    assertThat(report.issues())
        .extracting(issue -> issue.text().en())
        .contains("Leading zeros of 2 keys were restored by length.")
        .anyMatch(text -> text.startsWith("1 respondents have postcodes of several areas"));
    var unknown = run(area, rows("plz", "99999"));
    assertThat(unknown.issues().get(0))
        .extracting(ImportIssue::code, ImportIssue::row, ImportIssue::column)
        .containsExactly("survey-postcode-unknown", 2L, "plz");
    assertThat(SurveyFixture.withoutTimes(unknown)).doesNotContain("99999");
  }

  @Test
  void tablesOfPostcodesThatAreWrongAreNamed() {
    String area = "{postcode: plz, crosswalk: plz, level: municipality, edition: \"2023\"}";
    String answers = rows("plz", "09112");
    assertThat(run(area, answers).issueCounts()).containsOnlyKeys("survey-postcodes-missing");
    survey.files.write("plz.csv", "postcode,area\n09112,14511000\n09112,14521010\n");
    assertThat(run(area, answers).issueCounts()).containsKey("survey-postcode-ambiguous");
    survey.files.write("plz.csv", "plz,area\n09112,14511000\n");
    assertThat(run(area, answers).issueCounts()).containsKey("survey-postcodes-row");
    survey.files.write("plz.csv", "postcode,area\n09112,1\n");
    var row = run(area, answers);
    assertThat(row.issues().get(0))
        .extracting(ImportIssue::code, ImportIssue::file, ImportIssue::row)
        .containsExactly("survey-postcodes-row", "plz.csv", 2L);
    String outside = area.replace("crosswalk: plz", "crosswalk: ../plz");
    assertThat(run(outside, answers).issueCounts()).containsOnlyKeys("survey-postcodes-missing");
  }
}
