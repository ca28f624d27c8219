package org.sozialradar.ingest.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.microdata.SurveyReport.LevelSpread;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;
import org.sozialradar.survey.microdata.Wave;

/** Files of answers become respondents, whole or not at all, and nothing of a person is told. */
class SurveyImporterTest {
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

  private static String rows(String... rows) {
    return SurveyFixture.HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  @Test
  void respondentsAreStoredAsTheFileSays() {
    var report =
        survey.run(
            rows(
                "14511000,0.5,s1,u1,5,-9,1,f",
                "14511000,1.25,s1,u2,1,,5,m",
                "14521010,2,s2,u1,3,2,-9,f",
                "14521010,0,s2,u2,4.0,4,2,m"));
    assertThat(report.issueCounts()).containsOnlyKeys("table-format", "survey-few-respondents");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    var stored = survey.stored();
    assertThat(stored.areas())
        .extracting(Object::toString)
        .containsExactly("14511000", "14511000", "14521010", "14521010");
    assertThat(stored.weights()).containsExactly(0.5, 1.25, 2, 0);
    assertThat(stored.strata()).containsExactly("s1", "s1", "s2", "s2");
    assertThat(stored.units()).containsExactly("u1", "u2", "u1", "u2");
    assertThat(stored.answers("help")).containsExactly(4, 0, 2, 3);
    assertThat(stored.answers("trust")).containsExactly(-1, -1, 1, 3);
    assertThat(stored.answers("apart")).containsExactly(0, 4, -1, 1);
    assertThat(stored.answers("sex")).containsExactly(0, 1, 0, 1);
    assertThat(survey.microdata.find("town", SurveyFixture.WAVE).orElseThrow().questionnaire())
        .isEqualTo(SurveyFixture.definition().yaml());
  }

  @Test
  void theReportJudgesTheSampleAndKeepsSilentOfPersons() {
    var report = survey.run(SurveyFixture.answers(200));
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.respondents()).isEqualTo(200);
    assertThat(report.levels())
        .extracting(LevelSpread::level, LevelSpread::enough, LevelSpread::few, LevelSpread::none)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("municipality", 4, 0, 0));
    assertThat(report.items())
        .filteredOn(item -> item.missing() > 0)
        .singleElement()
        .satisfies(item -> assertThat(item.item()).isEqualTo("trust"))
        .satisfies(item -> assertThat(item.share()).isCloseTo(0.1, within(1e-12)));
    var cohesion = report.scales().get(0);
    assertThat(cohesion.complete()).isEqualTo(180);
    assertThat(cohesion.alpha()).isBetween(cohesion.lower(), cohesion.upper()).isGreaterThan(0.9);
    assertThat(cohesion.parts()).hasSize(3).allMatch(part -> !part.weak());
    assertThat(report.designEffects())
        .extracting(SurveyReport.DesignEffect::result)
        .containsExactly("cohesion", "helpful");
    assertThat(report.raking()).isEmpty();
    assertThat(SurveyReport.ofJson(report.toJson())).isEqualTo(report);
    assertThat(report.toText(Locale.GERMAN))
        .contains("town 2022: gespeichert", "Befragte: 200", "Zusammenhalt: α 0,9", "helpful: ");
    assertThat(report.toText(Locale.ENGLISH))
        .contains("town 2022: stored", "4 with 10 respondents or more, 0 with fewer, 0 with none");
  }

  /** Each row stands between right ones; the issue names its row and column. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14511000,1,s1,u1,7,1,1,f      | survey-answer-unknown  | help",
        "14511000,1,s1,u1,1,1,1,Nina   | survey-answer-unknown  | sex",
        "14511000,-1,s1,u1,1,1,1,f     | survey-weight-negative | weight",
        "14511000,,s1,u1,1,1,1,f       | survey-weight-missing  | weight",
        "14511000,viel,s1,u1,1,1,1,f   | survey-number-malformed | weight",
        "14511000,NaN,s1,u1,1,1,1,f    | survey-number-malformed | weight",
        "14511000,1e99,s1,u1,1,1,1,f   | NONE | ''",
        "14511000,1,,u1,1,1,1,f        | survey-stratum-missing | stratum",
        "14511000,1,s1,,1,1,1,f        | survey-unit-missing    | unit",
        ",1,s1,u1,1,1,1,f              | survey-area-missing    | ags",
        "14511999,1,s1,u1,1,1,1,f      | survey-area-unknown    | ags",
        "Hauptstr. 7,1,s1,u1,1,1,1,f   | survey-area-unknown    | ags",
        "14511000,1,s1,u1,1,1,1        | survey-row-width       | ''",
        "14511000,1,s9,u1,1,1,1,f      | survey-lonely-unit     | stratum"
      })
  void whatIsWrongIsNamedByRowAndColumnAndNothingIsStored(String row, String code, String column) {
    var good = SurveyFixture.answers(40).lines().toList();
    var lines = new ArrayList<>(good);
    lines.add(3, row);
    var report = survey.run(String.join("\r\n", lines));
    if (code.equals("NONE")) {
      assertThat(report.outcome()).isEqualTo(Outcome.STORED);
      return;
    }
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.issues().get(0))
        .extracting(ImportIssue::code, ImportIssue::file, ImportIssue::row, ImportIssue::column)
        .containsExactly(code, "answers.csv", 4L, column);
    assertThat(report.issues()).allSatisfy(issue -> assertThat(issue.value()).isEmpty());
    assertThat(SurveyFixture.withoutTimes(report) + report.toText(Locale.GERMAN))
        .doesNotContain("Nina", "Hauptstr", "14511999", "viel", "1451", "s9");
    assertThat(survey.microdata.list()).isEmpty();
  }

  @Test
  void allWrongRowsAreCounted() {
    var lines = new ArrayList<>(List.of(SurveyFixture.HEADER));
    for (int i = 0; i < 1500; i++) {
      lines.add("14511000,1,s1,u" + i + ",9,9,1,f");
    }
    var report = survey.run(String.join("\n", lines));
    assertThat(report.count("survey-answer-unknown")).isEqualTo(3000);
    assertThat(report.issues()).hasSize(1000);
  }

  @Test
  void aFileThatIsNoFileOfThisQuestionnaireIsNotQuoted() {
    assertThat(survey.run("").issueCounts()).containsKey("survey-empty");
    assertThat(survey.run(SurveyFixture.HEADER + "\n\n").issueCounts()).containsKey("survey-empty");
    var other = survey.run("name,age\nErika Mustermann,41\n");
    assertThat(other.issueCounts()).containsOnlyKeys("survey-other-questionnaire");
    assertThat(other.issues().get(0).text().de()).contains("Nur 0 der 8 Spalten", "„town“");
    var headless = survey.run("14511000,1,s1,u1,5,4,1,f\n14511000,1,s1,u1,5,4,1,f\n");
    assertThat(headless.issueCounts()).containsOnlyKeys("survey-other-questionnaire");
    assertThat(SurveyFixture.withoutTimes(headless)).doesNotContain("14511000");
  }

  @Test
  void missingUnknownAndDoubledColumnsAreNamed() {
    var missing = survey.run("ags,stratum,help,trust,sex\n14511000,s1,1,1,f\n");
    assertThat(missing.issues())
        .extracting(issue -> issue.text().en())
        .containsExactlyInAnyOrder(
            "The file lacks the column 'weight'.",
            "The file lacks the column 'unit'.",
            "The file lacks the column 'apart'.");
    var twice = survey.run(rows("14511000,1,s1,u1,1,1,1,f").replace("stratum", "weight"));
    assertThat(twice.issueCounts()).containsKey("survey-column-missing");
    var doubled = survey.run("help," + rows("1,14511000,1,s1,u1,1,1,1,f"));
    assertThat(doubled.issueCounts()).containsKey("survey-column-twice");
    var more =
        survey.run(
            "phone,"
                + rows("0151,14511000,1,s1,u1,1,1,1,f,", "0151,14511000,1,s1,u2,1,1,1,f,")
                    .replace("sex", "sex,note"));
    assertThat(more.count("survey-columns-ignored")).isEqualTo(1);
    assertThat(more.issues())
        .extracting(issue -> issue.text().en())
        .contains("2 columns that the questionnaire does not know were not read: phone, note");
  }

  @Test
  void weightsThatAreAllZeroAreRefused() {
    var report = survey.run(rows("14511000,0,s1,u1,1,1,1,f", "14511000,0,s1,u2,1,1,1,f"));
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.issueCounts()).containsKey("survey-weights-all-zero");
  }

  @Test
  void weightsMayHaveADecimalCommaButNotBoth() {
    var comma =
        survey.run(
            rows("14511000;1,5;s1;u1;1;1;1;f", "14511000;0,25;s1;u2;1;1;1;f")
                .replace(
                    "ags,weight,stratum,unit,help,trust,apart,sex",
                    "ags;weight;stratum;unit;help;trust;apart;sex"));
    assertThat(comma.outcome()).isEqualTo(Outcome.STORED);
    assertThat(survey.stored().weights()).containsExactly(1.5, 0.25);
    var both = survey.run(rows("14511000,\"1,5\",s1,u1,1,1,1,f", "14511000,0.25,s1,u2,1,1,1,f"));
    assertThat(both.issueCounts()).containsKey("survey-decimals-mixed");
  }

  @Test
  void lostZerosComeBackAndAreCounted() {
    var report =
        survey.run(
            rows(
                "8111000,1,s1,u1,1,1,1,f",
                "081115001001,1,s1,u2,1,1,1,f".replace("081115001001", "081150000001"),
                "81150000001,1,s1,u3,1,1,1,f"));
    assertThat(report.issues())
        .extracting(issue -> issue.text().en())
        .contains("Leading zeros of 2 keys were restored by length.");
    assertThat(survey.stored().areas())
        .extracting(Object::toString)
        .containsExactly("08111000", "08115001", "08115001");
  }

  @Test
  void aLonelyUnitMayBeCentred() {
    var definition =
        SurveyFixture.definition(
            "{weight: weight, stratum: stratum, unit: unit, lonely-units: centre-at-sample}",
            SurveyFixture.KEY);
    var report =
        survey.run(
            survey.request(
                rows("14511000,1,s1,u1,1,1,1,f", "14511000,1,s2,u1,1,1,1,f"), definition));
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issues())
        .extracting(issue -> issue.text().en())
        .anyMatch(text -> text.startsWith("2 strata have a single sampling unit"));
  }

  @Test
  void unitsOfThePopulationAreCheckedWithinTheirStratum() {
    var definition =
        SurveyFixture.definition(
            "{weight: weight, stratum: stratum, population-units: unit}", SurveyFixture.KEY);
    var wrong =
        survey.run(
            survey.request(
                rows("14511000,1,s1,10,1,1,1,f", "14511000,1,s1,12,1,1,1,f"), definition));
    assertThat(wrong.issues().get(0))
        .extracting(ImportIssue::code, ImportIssue::row, ImportIssue::column)
        .containsExactly("survey-design-invalid", 3L, "unit");
    var right =
        survey.run(
            survey.request(
                rows("14511000,1,s1,10,1,1,1,f", "14511000,1,s1,10,1,1,1,f"), definition));
    assertThat(right.outcome()).isEqualTo(Outcome.STORED);
    assertThat(survey.stored().populationUnits()).containsExactly(10, 10);
  }

  @Test
  void anEditionOrLevelThatIsNotThereIsNamed() {
    var edition =
        SurveyFixture.definition(
            SurveyFixture.DESIGN, "{key: ags, level: municipality, edition: \"1999\"}");
    assertThat(survey.run(survey.request(SurveyFixture.answers(8), edition)).issueCounts())
        .containsOnlyKeys("edition-unknown");
    var level =
        SurveyFixture.definition(
            SurveyFixture.DESIGN, "{key: ags, level: quarter, edition: \"2023\"}");
    assertThat(survey.run(survey.request(SurveyFixture.answers(8), level)).issueCounts())
        .containsOnlyKeys("level-empty");
  }

  @Test
  void aDryRunStoresNothingAndSaysTheSame() {
    var real = survey.request(SurveyFixture.answers(60));
    var dry =
        new SurveyRequest(
            real.answers(),
            real.definition(),
            real.period(),
            real.margins(),
            real.limits(),
            real.folders(),
            false,
            true);
    var calls = new ArrayList<String>();
    AfterSurveyImport after =
        (definition, wave, geodata, microdata) -> {
          assertThat(microdata.list()).as("nothing is stored before it is tried").isEmpty();
          return new AfterSurveyImport.Prepared() {
            @Override
            public List<LocalizedText> preview() {
              calls.add("preview");
              return List.of(LocalizedText.same("to be published"));
            }

            @Override
            public List<LocalizedText> go() {
              calls.add("go");
              assertThat(microdata.list()).hasSize(1);
              return List.of(LocalizedText.same("published"));
            }
          };
        };
    var checked = survey.run(dry, after);
    assertThat(checked.outcome()).isEqualTo(Outcome.CHECKED);
    assertThat(survey.microdata.list()).isEmpty();
    var stored = survey.run(real, after);
    assertThat(calls).containsExactly("preview", "go");
    assertThat(stored.scales()).isEqualTo(checked.scales());
    assertThat(stored.toText(Locale.ENGLISH)).contains("  published");
  }

  @Test
  void aRejectedFileIsNotPublishedAndLeavesTheOldWave() {
    survey.run(SurveyFixture.answers(40));
    var before = survey.stored().weights();
    var report =
        survey.run(
            survey.request(SurveyFixture.answers(20).replace(",s3,", ",,")),
            (definition, wave, geodata, microdata) -> {
              throw new IllegalStateException("nothing is to be published");
            });
    assertThat(report.isRejected()).isTrue();
    assertThat(survey.stored().weights()).isEqualTo(before);
  }

  @Test
  void aWaveThatIsThereIsReplacedAndOneThatWasDeletedStaysAway() {
    survey.run(SurveyFixture.answers(40));
    assertThat(survey.run(SurveyFixture.answers(44)).count("survey-wave-replaced")).isEqualTo(1);
    assertThat(survey.stored().size()).isEqualTo(44);
    survey.microdata.delete("town", SurveyFixture.WAVE, Instant.parse("2026-11-22T10:00:00Z"));
    var refused = survey.run(SurveyFixture.answers(44));
    assertThat(refused.issueCounts()).containsOnlyKeys("survey-wave-deleted");
    assertThat(refused.issues().get(0).text().de()).contains("am 2026-11-22 gelöscht");
    var request = survey.request(SurveyFixture.answers(44));
    var again =
        new SurveyRequest(
            request.answers(),
            request.definition(),
            request.period(),
            List.of(),
            request.limits(),
            List.of(),
            true,
            false);
    assertThat(survey.run(again).outcome()).isEqualTo(Outcome.STORED);
    assertThat(survey.microdata.list()).extracting(Wave.Summary::respondents).containsExactly(44);
  }

  @Test
  void damagedFilesAreRefusedWithoutAQuote() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(SurveyFixture.answers(400).getBytes(StandardCharsets.UTF_8));
    }
    var request = survey.request("");
    survey.files.write("answers.csv", packed.toByteArray());
    assertThat(survey.run(request).outcome()).isEqualTo(Outcome.STORED);
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    survey.files.write("answers.csv", half);
    assertThat(survey.run(request).issueCounts()).containsOnlyKeys("survey-file-unreadable");
    survey.files.write("answers.csv", new byte[] {0x50, 0x4b, 3, 4, 1, 2, 3});
    assertThat(survey.run(request).isRejected()).isTrue();
    var quote = survey.run(rows("14511000,1,s1,u1,1,1,1,\"Nina\"Anna"));
    assertThat(quote.isRejected()).isTrue();
    assertThat(quote.toJson()).doesNotContain("Nina", "Anna");
  }
}
