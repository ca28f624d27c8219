package org.sozialradar.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.SharedData;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.survey.AreaLink;
import org.sozialradar.survey.Scale;

/** Questionnaires are read from YAML, and what is wrong is told with its line. */
class QuestionnaireFileTest {
  private static final Path FOLDER = SharedData.projectRoot().resolve("scripts/questionnaires");

  @ParameterizedTest
  @ValueSource(strings = {"sozialraum", "sicherheit"})
  void theShippedQuestionnairesAreRight(String name) {
    var definition = QuestionnaireFile.read(FOLDER.resolve(name + ".yaml"));
    assertThat(definition.questionnaire().id()).isEqualTo(name);
    assertThat(definition.example()).isFalse();
    assertThat(definition.sha256()).hasSize(64);
    assertThat(definition.questionnaire().area())
        .isEqualTo(new AreaLink.Key("ags", "municipality", "2023"));
  }

  @Test
  void scalesKeepTheirItemsTheirOrderAndWhatIsReversed() {
    var sozialraum = QuestionnaireFile.read(FOLDER.resolve("sozialraum.yaml")).questionnaire();
    assertThat(sozialraum.scale("cohesion").parts()).hasSize(5);
    assertThat(sozialraum.item("cohesion_apart").reverse()).isTrue();
    assertThat(sozialraum.item("cohesion_help").reverse()).isFalse();
    assertThat(sozialraum.scale("efficacy").kind()).isEqualTo(Scale.Kind.SCALES);
    assertThat(sozialraum.scales().get(0).id()).isEqualTo("cohesion");
    assertThat(sozialraum.proportions()).extracting(one -> one.id()).contains("support_flood");
    var sicherheit = QuestionnaireFile.read(FOLDER.resolve("sicherheit.yaml")).questionnaire();
    assertThat(sicherheit.scale("nuisance").polarity()).isEqualTo(Indicator.Polarity.NEGATIVE);
  }

  private static String shipped() throws IOException {
    return Files.readString(FOLDER.resolve("sozialraum.yaml"));
  }

  private static ImportIssue issue(String yaml) {
    return catchThrowableOfType(
            InputRejectedException.class,
            () -> QuestionnaireFile.read(yaml.getBytes(StandardCharsets.UTF_8), "q.yaml"))
        .issue();
  }

  private static long line(String yaml, String text) {
    return yaml.substring(0, yaml.indexOf(text)).lines().count()
        + (yaml.charAt(yaml.indexOf(text) - 1) == '\n' ? 1 : 0);
  }

  /** Each replaces a text of the shipped questionnaire once; the line is that of the new text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "items: [cohesion_help, cohesion_close | items: [cohesion_hilfe, cohesion_close"
            + " | definition-invalid | scales/cohesion/items/0",
        "scales: [cohesion, control] | scales: [cohesion, efficacy]"
            + " | definition-invalid | scales/efficacy/scales/1",
        "item: ready_flood | item: ready_meteor"
            + " | definition-invalid | proportions/support_flood/item",
        "level: municipality | stufe: x, level: municipality | definition-unknown-key | area/stufe",
        "reverse: true | reverse: vielleicht | definition-invalid | items/cohesion_apart/reverse",
        "questionnaire: 1 | questionnaire: 7 | definition-invalid | /",
        "id: sozialraum | id: Sozialraum! | definition-invalid | id",
        "answers: likely5 | answers: likely6 | definition-invalid | items/control_truancy/answers",
        "weight: weight | weight: ags | definition-invalid | design/weight",
      })
  void whatIsWrongIsToldWithLineAndPath(String before, String after, String code, String path)
      throws IOException {
    String yaml = shipped();
    assertThat(yaml).contains(before);
    int at = yaml.indexOf(before);
    String wrong = yaml.substring(0, at) + after + yaml.substring(at + before.length());
    var issue = issue(wrong);
    assertThat(issue.code()).isEqualTo(code);
    assertThat(issue.column()).isEqualTo(path);
    if (!path.equals("/")) {
      assertThat(issue.row()).isEqualTo(line(wrong, after.strip()));
    }
    assertThat(issue.text().de()).isNotEqualTo(issue.text().en());
  }

  @ParameterizedTest
  @CsvSource({
    "min-respondents: 2, min-respondents",
    "min-respondents: 10.5, min-respondents",
    "min-respondents: viele, min-respondents",
    "scale-bound: 0.7, scale-bound",
    "proportion-bound: 0, proportion-bound",
    "proportion-limited: 0.5, proportion-limited",
    "scale-hidden: 1.5, scale-hidden",
  })
  void thresholdsOutOfTheirRangeAreToldWithLineAndPath(String threshold, String key)
      throws IOException {
    String yaml = shipped() + "publication:\n  min-cells: 3\n  " + threshold + "\n";
    var issue = issue(yaml);
    assertThat(issue.code()).isEqualTo("definition-invalid");
    assertThat(issue.column()).isEqualTo("publication/" + key);
    assertThat(issue.row()).isEqualTo(yaml.lines().count());
  }

  /** What people read names what is expected, in their language, and nothing of the program. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reverse: true | reverse: vielleicht | erwartet wird true oder false"
            + " | true or false is expected",
        "questionnaire: 1 | questionnaire: eins | erwartet wird eine ganze Zahl"
            + " | a whole number is expected",
        "items: [cohesion_help, cohesion_close, | items: cohesion_help # | erwartet wird eine Liste"
            + " | a list is expected",
      })
  void aValueOfAnotherTypeIsToldInWords(String before, String after, String de, String en)
      throws IOException {
    var issue = issue(shipped().replaceFirst(Pattern.quote(before), after));
    assertThat(issue.text().de()).contains(de);
    assertThat(issue.text().en()).contains(en).doesNotContain("Cannot", "java");
  }

  @Test
  void anUnknownThresholdIsRefused() throws IOException {
    var issue = issue(shipped() + "publication: {min-respondants: 20}\n");
    assertThat(issue.code()).isEqualTo("definition-unknown-key");
    assertThat(issue.column()).isEqualTo("publication/min-respondants");
  }

  @Test
  void thresholdsThatAreAbsentAreTheDefaults() throws IOException {
    String yaml = shipped() + "publication: {min-respondents: 20, scale-bound: 0.2}\n";
    var rule = QuestionnaireFile.read(yaml.getBytes(StandardCharsets.UTF_8), "q.yaml").rule();
    assertThat(rule).isEqualTo(SurveyRule.of(Map.of("minRespondents", 20.0, "scaleBound", 0.2)));
    assertThat(QuestionnaireFile.read(shipped().getBytes(StandardCharsets.UTF_8), "q.yaml").rule())
        .isEqualTo(SurveyRule.DEFAULT);
  }

  @Test
  void brokenYamlIsToldWithItsLine() {
    var issue = issue("questionnaire: 1\nid: a\n\t: b\n");
    assertThat(issue.code()).isEqualTo("definition-not-yaml");
    assertThat(issue.row()).isEqualTo(3);
  }

  @Test
  void aKeyTwiceIsRefused() {
    assertThat(issue("questionnaire: 1\nid: a\nid: b\n").code()).isEqualTo("definition-not-yaml");
  }

  @Test
  void aFileThatUnfoldsToALargeOneIsRefusedAtOnce() {
    var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      char before = (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(("*" + before + ", ").repeat(8)).append('*').append(before).append("]\n");
    }
    assertThat(issue(bomb.toString()).code()).startsWith("definition-");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(issue("items: " + "[".repeat(10_000)).code()).startsWith("definition-");
  }

  @Test
  void aFileOfAnotherKindIsNamedAsSuch() {
    assertThat(issue("model: 1\nid: cohesion\n").text().en()).contains("is no questionnaire");
    assertThat(issue("just a text").code()).isEqualTo("definition-invalid");
  }
}
