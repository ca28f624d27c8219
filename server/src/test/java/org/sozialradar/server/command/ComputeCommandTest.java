package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/**
 * {@code survey publish}, {@code estimate} and {@code survey delete}, in the order of their use, on
 * the areas of the sample with answers of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComputeCommandTest {
  private static final String QUESTIONNAIRE =
      """
      questionnaire: 1
      id: town
      title: {de: Umfrage, en: Survey}
      theme: {id: support, name: {de: Hilfe, en: Support}}
      example: true
      source: {publisher: Amt, licence: {id: CC0, title: CC0, url: ""}, attribution: Amt}
      answers:
        yes_no: {"0": {de: nein, en: "no"}, "1": {de: ja, en: "yes"}}
      items:
        helps: {wording: {de: Hilft, en: Helps}, answers: yes_no}
      proportions:
        support: {title: {de: Hilfe, en: Support}, description: {de: Anteil., en: Share.}, item: helps, codes: ["1"]}
      area: {key: ags, level: municipality, edition: "2023"}
      """;
  private static final String MODEL =
      """
      model: 1
      id: town_model
      title: {de: Hilfe, en: Support}
      description: {de: Vorhersage., en: Prediction.}
      survey: town
      wave: 2023
      outcomes: [support]
      covariates:
        - {indicator: example_unemployment}
        - {indicator: example_turnout}
      seed: 42
      """;

  @TempDir static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String language = "en";

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", store()));
    return RadarCommandLine.run(
        all,
        Map.of("RADAR_LANG", language),
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

  private static String store() {
    return folder.resolve("store").toString();
  }

  @BeforeAll
  void fill() {
    assertThat(run("import", "--sample")).isEqualTo(ExitCode.OK);
    List<AreaCode> towns;
    try (var store = Stores.open(store())) {
      towns = store.listCodes("2023", "municipality");
    }
    var random = new Random(5);
    var answers = new Respondents.Builder(List.of("helps"), false, false);
    for (int i = 0; i < 60; i++) {
      double share = 0.3 + 0.4 * random.nextDouble();
      for (int r = 0; r < (i == 0 ? 3 : 40); r++) {
        byte answer = (byte) (random.nextDouble() < share ? 1 : 0);
        answers.add(new Respondents.Row(towns.get(7 * i), 1, "", "", Double.NaN, List.of(answer)));
      }
    }
    var wave =
        new Wave(
            "town", ReferencePeriod.ofYear(2023), QUESTIONNAIRE, Instant.EPOCH, answers.build());
    try (var microdata = MicrodataStores.open(store(), StoreLogin.NONE)) {
      microdata.put(wave);
    }
  }

  private static String model(String yaml) {
    try {
      return Files.writeString(folder.resolve("model.yaml"), yaml).toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> indicators() {
    try (var store = Stores.open(store())) {
      return store.listIndicators().stream()
          .map(one -> one.id())
          .filter(id -> id.startsWith("town"))
          .toList();
    }
  }

  @Test
  @Order(1)
  void aWaveThatIsNotPublishedCannotBeModelled() {
    assertThat(run("estimate", model(MODEL))).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString())
        .contains("indicator-unknown", "model.yaml, row 7, column outcomes/0", "town_support");
    assertThat(indicators()).isEmpty();
  }

  @Test
  @Order(2)
  void aWaveIsPublished() {
    assertThat(run("survey", "publish", "town", "--wave", "2023")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town, wave 2023: published", "municipality: suppressed");
    assertThat(indicators()).containsExactly("town_support");
    assertThat(run("survey", "publish", "town", "--wave", "2024")).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("wave-missing");
  }

  @Test
  @Order(3)
  void whatIsWrongWithAModelIsToldWithLineAndField() {
    var refused =
        Map.of(
            MODEL.replace("example_turnout", "nothing"),
            List.of("indicator-unknown", "row 10, column covariates/1"),
            MODEL.replace("example_turnout", "example_unemployment"),
            List.of("covariate-twice", "row 10, column covariates/1"),
            MODEL.replace("[support]", "[trust]"),
            List.of("outcome-unknown", "row 7, column outcomes/0"),
            MODEL.replace("wave: 2023", "wave: 2021"),
            List.of("wave-missing", "row 6, column wave"),
            MODEL + "benchmark: {level: state, weights: nothing}\n",
            List.of("indicator-unknown", "row 12, column benchmark/weights"),
            MODEL.replace("seed", "sead"),
            List.of("definition-unknown-key", "row 11, column sead"));
    refused.forEach(
        (yaml, said) -> {
          assertThat(run("estimate", model(yaml))).isEqualTo(ExitCode.REJECTED);
          assertThat(out.toString()).contains(said).contains("rejected, nothing stored");
        });
    assertThat(indicators()).containsExactly("town_support");
  }

  @Test
  @Order(4)
  void aModelIsFittedAndReported() {
    assertThat(run("estimate", model(MODEL))).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("town_model: stored, revision", "town_model_support: Support (modelled)")
        .contains("Areas: 57 with a direct value", "3 with a value that is withheld")
        .contains("arcsin √share", "(constant): ", "example_unemployment: ")
        .contains("95 % intervals hold", "Moran's I");
    assertThat(indicators()).containsExactly("town_model_support", "town_support");
    language = "de";
    assertThat(run("estimate", model(MODEL))).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Gebiete: 57 mit direktem Wert", "Morans I").contains(",");
  }

  @Test
  @Order(5)
  void anIndexIsComputedAndReported() throws IOException {
    language = "en";
    String index =
        """
        index: 1
        id: town_index
        title: {de: Index, en: Index}
        description: {de: Text., en: Text.}
        theme: {id: support, name: {de: Hilfe, en: Support}}
        level: municipality
        edition: "2023"
        period: 2023
        source: {publisher: Amt, licence: {id: CC0, title: CC0}, attribution: Amt}
        dimensions:
          people:
            title: {de: Leute, en: People}
            weights: {town_model_support: 0.7, example_turnout: 0.3}
            indicators:
              - {indicator: town_model_support, direction: raises}
              - {indicator: example_turnout, direction: raises}
        """;
    var file = folder.resolve("index.yaml");
    Files.writeString(file, index.replace("0.3}", "0.4}"));
    assertThat(run("index", file.toString())).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("index.yaml, row 13, column dimensions/people/weights");
    Files.writeString(file, index);
    assertThat(run("index", file.toString())).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("town_index_people: Index: People", "weight 70.0 %", "from 1000 draws");
    assertThat(indicators()).contains("town_index", "town_index_people");
  }

  @Test
  @Order(6)
  void aWaveIsDeletedOnlyWhenItIsSaidSo() {
    language = "en";
    assertThat(run("survey", "delete", "town", "--wave", "2023")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("answers of 2363 respondents", "model “town_model” 2023: 1 (town_model_support)")
        .contains("index “town_index” 2023: 2", "Nothing was changed");
    assertThat(indicators()).hasSize(4);
    assertThat(run("survey", "delete", "town", "--wave", "2023", "--yes")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("deleted for good", "Backups");
    assertThat(indicators()).isEmpty();
    assertThat(run("survey", "delete", "town", "--wave", "2023")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no wave 2023");
  }

  @Test
  @Order(7)
  void wrongUsageIsToldBeforeAnythingIsOpened() {
    assertThat(run("estimate", "nothing.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(run("survey", "delete", "town")).isEqualTo(ExitCode.USAGE);
    assertThat(run("survey", "delete", "town", "--wave", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("neither a year nor a day");
    assertThat(run("survey", "delete", "town", "--wave", "2023", "--store", "none"))
        .isEqualTo(ExitCode.USAGE);
  }
}
