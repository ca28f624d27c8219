package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.store.Stores;

/**
 * {@code import survey}, {@code check survey}, {@code survey list}, {@code questionnaire check}.
 */
class SurveyCommandTest {
  private static final String QUESTIONNAIRE =
      """
      questionnaire: 1
      id: town
      title: {de: Stadt, en: Town}
      theme: {id: people, name: {de: Menschen, en: People}}
      source: {publisher: Amt, licence: {id: CC0, title: CC0}, attribution: Amt}
      answers:
        yes_no: {"0": {de: nein, en: "no"}, "1": {de: ja, en: "yes"}}
      items:
        help: {wording: {de: Hilfe, en: Help}, answers: yes_no}
      proportions:
        helpful: {title: {de: Hilft, en: Helps}, description: {de: D, en: D}, item: help, codes: ["1"]}
      design: {weight: weight}
      area: {key: ags, level: municipality, edition: EDITION}
      """;

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>(Map.of("RADAR_LANG", "en"));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return RadarCommandLine.run(
        List.of(arguments),
        environment,
        "9.9",
        (config, store) -> {
          throw new IllegalStateException("nothing is to be served");
        },
        (store, layer, file, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        (store, asked, draft) -> {
          throw new IllegalStateException("no release is to be made");
        },
        new PrintWriter(out),
        new PrintWriter(err));
  }

  private void importAreas() throws IOException {
    var packages = BundledSample.copyTo(Files.createDirectories(folder.resolve("packages")));
    assertThat(run("import", packages.get(0).toString(), "--store", store()))
        .isEqualTo(ExitCode.OK);
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  private int survey(String command, Path answers, String... more) throws IOException {
    var all =
        new ArrayList<>(
            List.of(command, "survey", answers.toString(), "--wave", "2022", "--store", store()));
    if (!List.of(more).contains("--questionnaire")) {
      all.addAll(List.of("--questionnaire", questionnaire().toString()));
    }
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private Path questionnaire() throws IOException {
    String edition = "2023";
    if (Files.exists(Path.of(store()))) {
      try (var store = Stores.open(store())) {
        edition = store.listEditions().get(0).id();
      }
    }
    return Files.writeString(
        folder.resolve("town.yaml"), QUESTIONNAIRE.replace("EDITION", '"' + edition + '"'));
  }

  /** Answers from the first municipality of the sample. */
  private Path answers(int size) throws IOException {
    String code;
    try (var store = Stores.open(store())) {
      code = store.listCodes(store.listEditions().get(0).id(), "municipality").get(0).value();
    }
    var text = new StringBuilder("ags,weight,help\n");
    for (int i = 0; i < size; i++) {
      text.append(code).append(",1,").append(i % 2).append('\n');
    }
    return Files.writeString(folder.resolve("answers.csv"), text);
  }

  @Test
  void aWaveIsCheckedImportedAndListed() throws IOException {
    importAreas();
    var answers = answers(40);
    assertThat(survey("check", answers)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town 2022: checked, nothing stored");
    assertThat(run("survey", "list", "--store", store())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("No survey is stored.");

    var margins = folder.resolve("margins.csv");
    Files.writeString(margins, "margin,category,total\nhelp,0,30\nhelp,1,70\n");
    var report = folder.resolve("report.json");
    assertThat(
            survey(
                "import",
                answers,
                "--calibrate",
                margins.toString(),
                "--report",
                report.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town 2022: stored", "respondents: 40", "all totals met");
    var json = new ObjectMapper().readTree(report.toFile());
    assertThat(json.get("rejected").asBoolean()).isFalse();
    assertThat(json.at("/raking/0/converged").asBoolean()).isTrue();
    assertThat(run("survey", "list", "--store", store())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town  2022  imported ", ", 40 respondents");
    try (var holder = Stores.open(store())) {
      assertThat(holder.listEditions()).isNotEmpty();
      assertThat(run("survey", "list", "--store", store())).isEqualTo(ExitCode.STORE_IN_USE);
    }
  }

  @Test
  void whoImportsSaysHowFarWeightsMayGo() throws IOException {
    importAreas();
    var answers = answers(40);
    var margins = folder.resolve("margins.csv");
    Files.writeString(margins, "margin,category,total\nhelp,0,30\nhelp,1,70\n");
    var report = folder.resolve("report.json");
    String[] raked = {"--calibrate", margins.toString(), "--report", report.toString()};
    var narrow = Stream.concat(Stream.of(raked), Stream.of("--max-weight", "1.2"));
    assertThat(survey("check", answers, narrow.toArray(String[]::new))).isEqualTo(ExitCode.OK);
    var json = new ObjectMapper().readTree(report.toFile());
    assertThat(json.at("/raking/0/converged").asBoolean()).isFalse();
    assertThat(json.at("/raking/0/largestWeight").asDouble()).isBetween(1.1, 1.2);
    assertThat(survey("check", answers, "--max-weight", "1")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("above 1 and at most 100");
  }

  @Test
  void whatTheOfficeDemandsHoldsOnTheCommandLine() throws IOException {
    importAreas();
    var answers = answers(40);
    assertThat(survey("check", answers)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("municipality: 1 shown");
    environment.put("RADAR_SURVEY_MIN_RESPONDENTS", "41");
    assertThat(survey("check", answers)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("municipality: 1 suppressed");
    assertThat(survey("import", answers)).isEqualTo(ExitCode.OK);
    assertThat(run("survey", "publish", "town", "--wave", "2022", "--store", store()))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("suppressed").doesNotContain("shown");
  }

  @Test
  void wrongAnswersAreRejectedAndNothingIsStored() throws IOException {
    importAreas();
    var answers = answers(40);
    Files.writeString(answers, Files.readString(answers).replaceFirst(",1\n", ",7\n"));
    assertThat(survey("import", answers)).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString())
        .contains("town 2022: rejected", "ERROR answers.csv, row 3, column help:");
    assertThat(run("survey", "list", "--store", store())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("No survey is stored.");
  }

  @Test
  void aWaveThatMayNotBePublishedAnewIsRejectedWhole() throws IOException {
    importAreas();
    assertThat(survey("import", answers(60))).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Published, revision");
    long revision = revision();
    for (var command : List.of("check", "import")) {
      assertThat(survey(command, answers(59))).isEqualTo(ExitCode.REJECTED);
      assertThat(out.toString())
          .contains("town 2022: rejected, nothing stored", "release-conflict")
          .doesNotContain("takes its place");
    }
    assertThat(revision()).isEqualTo(revision);
    assertThat(run("survey", "list", "--store", store())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains(", 60 respondents");
  }

  /** A database that does not take what it is given quotes it in what it says. */
  @Test
  void aFailureOfTheStoreTellsNothingOfTheAnswers() throws Exception {
    importAreas();
    assertThat(run("survey", "list", "--store", store())).isEqualTo(ExitCode.OK);
    String file = "jdbc:h2:file:" + folder.resolve("store/radar-microdata");
    try (var connection = DriverManager.getConnection(file, "radar", "");
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE survey_column ALTER COLUMN cells SET DATA TYPE VARBINARY(99)");
    }
    assertThat(survey("import", answers(60), "--debug")).isEqualTo(ExitCode.REJECTED);
    String area = Files.readAllLines(folder.resolve("answers.csv")).get(1).substring(0, 8);
    assertThat(out.toString() + err)
        .contains("cannot write survey rows")
        .doesNotContain(area, HexFormat.of().formatHex(area.getBytes(StandardCharsets.UTF_8)));
  }

  private long revision() {
    try (var store = Stores.open(store())) {
      return store.currentRevision().number();
    }
  }

  @Test
  void withoutAreasNothingIsMade() throws IOException {
    var answers = Files.writeString(folder.resolve("answers.csv"), "ags,weight,help\n1,1,1\n");
    for (var command : List.of("check", "import")) {
      assertThat(survey(command, answers)).isEqualTo(ExitCode.REJECTED);
      assertThat(out.toString()).contains("There is no edition '2023' of boundaries");
    }
    assertThat(run("survey", "list", "--store", store())).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void wrongUsageSaysWhatIsWrong() throws IOException {
    var answers = Files.writeString(folder.resolve("answers.csv"), "ags,weight,help\n1,1,1\n");
    assertThat(survey("import", answers, "--wave", "22")).isEqualTo(ExitCode.USAGE);
    assertThat(survey("import", folder.resolve("no.csv"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("There is no file");
    assertThat(survey("check", answers, "--questionnaire", "no.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(run("import", "survey", answers.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Missing: ").doesNotContain("Exception");
    assertThat(
            run(
                "import",
                "survey",
                answers.toString(),
                "--wave",
                "2022-13-01",
                "--questionnaire",
                questionnaire().toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("neither a year nor a day").doesNotContain("Exception");
    assertThat(run("import", "survey", "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("--after-deletion", "--calibrate=FILE", "--wave=WAVE");
  }

  @Test
  void aQuestionnaireIsCheckedByItself() throws IOException {
    assertThat(run("questionnaire", "check", questionnaire().toString())).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("The questionnaire “town” is right: 1 items, 0 scales, 1 proportions.");
    var wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            Files.readString(questionnaire()).replace("item: help", "item: halp"));
    assertThat(run("questionnaire", "check", wrong.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("definition-invalid", "wrong.yaml, row 11");
    assertThat(run("questionnaire", "check", "no.yaml")).isEqualTo(ExitCode.USAGE);
  }
}
