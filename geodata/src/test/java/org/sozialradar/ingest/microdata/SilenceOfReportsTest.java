package org.sozialradar.ingest.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;
import org.sozialradar.ingest.table.Workbooks;
import org.sozialradar.store.StoreException;

/** Whatever is wrong with a file, its report quotes nothing of it. */
class SilenceOfReportsTest {
  private static final String SECRET = "Q7sEcReT";
  private static final int LINES = 30;

  private static Path folder;
  private static SurveyFixture survey;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("survey");
    survey = new SurveyFixture(folder);
  }

  @AfterContainer
  static void close() throws IOException {
    survey.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void assertSilent(SurveyReport report) {
    assertThat(
            report.toJson() + report.toText(Locale.GERMAN) + report.toText(Locale.ENGLISH) + report)
        .doesNotContain(SECRET);
  }

  /** A secret stands in any cell of any rows, with any quote or delimiter around it. */
  @Property(tries = 60)
  void aWrongCellIsNotQuoted(
      @ForAll @IntRange(min = 1, max = LINES) int line,
      @ForAll @IntRange(max = 7) int column,
      @ForAll long seed) {
    var lines = new ArrayList<>(SurveyFixture.answers(LINES).lines().toList());
    var around = List.of("", "\"", "'", ";", "\n", "\"\"", "\t", "\u0000", "1,5 ", "-");
    var random = new Random(seed);
    var cells = new ArrayList<>(List.of(lines.get(line).split(",", -1)));
    cells.set(
        column,
        around.get(random.nextInt(around.size()))
            + SECRET
            + around.get(random.nextInt(around.size())));
    lines.set(line, String.join(",", cells));
    var report = survey.run(String.join("\n", lines));
    boolean free = column == 2 || column == 3;
    assertThat(report.outcome() == Outcome.REJECTED || free).isTrue();
    assertSilent(report);
  }

  /** Any bytes are answered by a report. */
  @Property(tries = 40)
  void anyBytesAreAnsweredByAReport(@ForAll byte[] bytes, @ForAll boolean afterGoodRows) {
    var request = survey.request("");
    var start = afterGoodRows ? SurveyFixture.answers(8) + SECRET : SECRET;
    var all = new java.io.ByteArrayOutputStream();
    all.writeBytes(start.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    survey.files.write("answers.csv", all.toByteArray());
    var report = survey.run(request);
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertSilent(report);
  }

  /** What fails deep below may quote what it choked on: its message, or that of its cause. */
  @Example
  void noFailureQuotesAnAnswer() {
    for (var failure :
        List.of(
            new NumberFormatException("For input string: " + SECRET),
            new StoreException("cannot write", new IOException("value too long: " + SECRET)))) {
      assertThatThrownBy(
              () ->
                  survey.run(
                      survey.request(SurveyFixture.answers(LINES)),
                      (definition, wave, geodata, microdata) -> {
                        throw failure;
                      }))
          .satisfies(
              told -> {
                assertThat(org.assertj.core.util.Throwables.getStackTrace(told))
                    .doesNotContain(SECRET)
                    .contains("SilenceOfReportsTest");
                assertThat(told)
                    .hasMessageContaining(
                        failure instanceof StoreException ? "cannot write" : "NumberFormat");
              });
    }
  }

  /** Answers that are named in the place of the questionnaire. */
  @Example
  void answersAreNoQuestionnaireAndAreNotQuoted() {
    for (var answers :
        List.of(SurveyFixture.answers(LINES) + SECRET, "a;b\n1;" + SECRET, "- " + SECRET)) {
      assertThatThrownBy(
              () -> QuestionnaireFile.read(answers.getBytes(StandardCharsets.UTF_8), "a.csv"))
          .isInstanceOfSatisfying(
              InputRejectedException.class,
              told ->
                  assertThat(told.issue().toString())
                      .contains("definition-invalid")
                      .doesNotContain(SECRET));
    }
  }

  private static String row(int number, String... cells) {
    var text = new StringBuilder("<row r=\"" + number + "\">");
    IntStream.range(0, cells.length)
        .forEach(
            i ->
                text.append("<c r=\"")
                    .append((char) ('A' + i))
                    .append(number)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(cells[i])
                    .append("</t></is></c>"));
    return text.append("</row>").toString();
  }

  @Example
  void aSpreadsheetIsReadAndADamagedOneIsNotQuoted() throws IOException {
    var header = row(1, SurveyFixture.HEADER.split(",", -1));
    var request = survey.request("");
    String first = row(2, "14511000", "1,5", "s1", "u1", "5", "4", "1", "f");
    String second =
        "<row r=\"3\"><c r=\"A3\"><v>8111000</v></c><c r=\"B3\"><v>0.25</v></c>"
            + "<c r=\"C3\" t=\"inlineStr\"><is><t>s1</t></is></c><c r=\"D3\"><v>2</v></c>"
            + "<c r=\"E3\"><v>3</v></c><c r=\"F3\"><v>-9</v></c></row>";
    survey.files.write("answers.csv", Workbooks.xlsx(header + first + second));
    assertThat(survey.run(request).issueCounts()).containsKeys("zeros-restored");
    assertThat(survey.stored().weights()).containsExactly(1.5, 0.25);
    assertThat(survey.stored().answers("help")).containsExactly(4, 2);
    assertThat(survey.stored().answers("sex")).containsExactly(0, -1);
    String damaged = second.replace("0.25", SECRET);
    survey.files.write("answers.csv", Workbooks.xlsx(header + first + damaged));
    var report = survey.run(request);
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertSilent(report);
  }
}
