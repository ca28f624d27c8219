package org.sozialradar.ingest.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;

/** Weights are raked to tables of known totals. */
class CalibrationTest {
  private static final String SEX_AND_PLACE =
      """
      margin;category;total
      sex;f;500,5
      sex;m;499,5
      municipality;08111000;100
      municipality;08115001;200
      municipality;14511000;300
      municipality;14521010;400
      """;

  @TempDir Path folder;
  private SurveyFixture survey;

  @BeforeEach
  void open() {
    survey = new SurveyFixture(folder);
  }

  @AfterEach
  void close() {
    survey.close();
  }

  private SurveyReport run(String answers, String margins) {
    var table = survey.files.write("margins.csv", margins);
    return survey.run(survey.request(answers, SurveyFixture.definition(), table));
  }

  private double weightOf(String item, int position) {
    var stored = survey.stored();
    return IntStream.range(0, stored.size())
        .filter(r -> stored.answers(item)[r] == position)
        .mapToDouble(r -> stored.weights()[r])
        .sum();
  }

  @Test
  void itemsAndLevelsOfAreasAreMargins() {
    var report = run(SurveyFixture.answers(400), SEX_AND_PLACE);
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.raking())
        .singleElement()
        .satisfies(one -> assertThat(one.converged()).isTrue());
    assertThat(survey.wave().calibration())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.margins()).containsExactly("sex", "municipality");
              assertThat(one.highest()).isEqualTo(5);
              assertThat(one.largestWeight()).isEqualTo(report.raking().get(0).largestWeight());
            });
    assertThat(weightOf("sex", 0)).isCloseTo(500.5, within(1e-3));
    assertThat(weightOf("sex", 1)).isCloseTo(499.5, within(1e-3));
    var stored = survey.stored();
    double chemnitz =
        IntStream.range(0, stored.size())
            .filter(r -> stored.areas().get(r).value().equals("14511000"))
            .mapToDouble(r -> stored.weights()[r])
            .sum();
    assertThat(chemnitz).isCloseTo(300, within(1e-3));
    assertThat(report.toText(Locale.GERMAN))
        .contains("Gewichte angepasst: alle Randsummen erreicht");
    assertThat(report.toText(Locale.ENGLISH)).contains("Weights raked: all totals met");
    assertThat(SurveyReport.ofJson(report.toJson())).isEqualTo(report);
  }

  @Test
  void furtherColumnsAndCombinationsAreMargins() {
    String answers = SurveyFixture.answers(400).replace("sex\n", "sex,age\n");
    answers = answers.replaceAll(",m\n", ",m,old\n").replaceAll(",f\n", ",f,young\n");
    answers = answers.replaceFirst("m,old", "m,").replaceFirst("m,old", "m,young");
    var report =
        run(
            answers,
            """
            margin,category,total
            sex × age,f*young,60
            sex*age,m * old,39
            sex*age,m*young,1
            """);
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.count("survey-columns-ignored")).isZero();
    assertThat(survey.stored().items()).containsExactly("apart", "help", "sex", "trust");
    assertThat(weightOf("sex", 0) / (weightOf("sex", 0) + weightOf("sex", 1)))
        .isCloseTo(0.6, within(0.01));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "margin,kategorie,total | sex,f,1           | survey-margins-column | 1 | ''",
        "margin,category,total | sex,f,viele        | survey-margins-row    | 2 | total",
        "margin,category,total | sex,f,-1           | survey-margins-row    | 2 | total",
        "margin,category,total | sex*help,f,1       | survey-margins-row    | 2 | category",
        "margin,category,total | sex,,1             | survey-margins-row    | 2 | category"
      })
  void wrongTablesAreRefused(String header, String row, String code, long line, String column) {
    var report = run(SurveyFixture.answers(40), header + "\n" + row.strip() + "\n");
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.issues().get(0))
        .extracting(ImportIssue::code, ImportIssue::file, ImportIssue::row, ImportIssue::column)
        .containsExactly(code, "margins.csv", line, column);
    assertThat(survey.microdata.list()).isEmpty();
  }

  @Test
  void aCategoryTwiceAColumnThatIsNotThereAndOneWithoutTotalAreRefused() {
    String answers = SurveyFixture.answers(40);
    assertThat(run(answers, "margin,category,total\nsex,f,1\nsex,f,1\n").issueCounts())
        .containsKey("survey-margins-row");
    var missing = run(answers, "margin,category,total\nage,old,1\n");
    assertThat(missing.issues().get(0).text().en()).contains("lacks the column 'age'");
    var unknown = run(answers, "margin,category,total\nsex,f,1\n");
    assertThat(unknown.count("survey-margin-category-unknown")).isEqualTo(14);
    assertThat(unknown.issues().get(0).text().en()).contains("under 'sex'");
    assertThat(unknown.issues().get(0).row()).isEqualTo(2);
    var differ = run(answers, SEX_AND_PLACE.replace(";400", ";900"));
    assertThat(differ.issueCounts()).containsKey("survey-margins-impossible");
    assertThat(survey.microdata.list()).isEmpty();
  }

  @Test
  void limitsThatAreTooTightAreSaid() {
    var report =
        run(
            SurveyFixture.answers(400),
            SEX_AND_PLACE.replace("500,5", "980").replace("499,5", "20"));
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.count("survey-raking-at-limits")).isEqualTo(1);
    assertThat(report.raking().get(0).converged()).isFalse();
    assertThat(report.toText(Locale.ENGLISH)).contains("not all totals met");
  }
}
