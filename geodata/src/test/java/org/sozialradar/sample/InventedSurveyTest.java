package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.SharedData;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.survey.Item;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.Reliability;
import org.sozialradar.survey.Scale;
import org.sozialradar.survey.ScaleScores;

/** The invented survey looks like a real one: sample, weights, gaps and scales. */
class InventedSurveyTest {
  @TempDir static Path folder;

  private static SurveyDefinition definition;
  private static Questionnaire questionnaire;
  private static final Map<Integer, SurveyAnswers> WAVES = new TreeMap<>();

  @BeforeAll
  static void readSurvey() throws IOException {
    definition = QuestionnaireFile.read(BundledSample.copySurveyTo(folder).questionnaire());
    questionnaire = definition.questionnaire();
    for (int wave : SurveyGround.WAVES) {
      WAVES.put(wave, SurveyAnswers.bundled(wave));
    }
  }

  @Test
  void theQuestionnaireIsTheReadyMadeOneUnderItsOwnName() {
    var made =
        QuestionnaireFile.read(
                SharedData.projectRoot().resolve("scripts/questionnaires/sozialraum.yaml"))
            .questionnaire();
    assertThat(questionnaire.items()).isEqualTo(made.items());
    assertThat(questionnaire.scales()).isEqualTo(made.scales());
    assertThat(questionnaire.proportions()).isEqualTo(made.proportions());
    assertThat(questionnaire.design()).isEqualTo(made.design());
    assertThat(questionnaire.area()).isEqualTo(made.area());
    assertThat(questionnaire.id()).isEqualTo("example_sozialraum");
    assertThat(definition.example()).isTrue();
    assertThat(definition.publisher()).isEqualTo("Beispieldaten – frei erfunden");
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void aHundredAndTwentyMunicipalitiesOfAllSizesTakePart(int wave) {
    var respondents =
        Arrays.stream(WAVES.get(wave).column("ags"))
            .collect(Collectors.groupingBy(ags -> ags, TreeMap::new, Collectors.counting()));
    assertThat(WAVES.get(wave).rows()).hasSizeBetween(4800, 5400);
    assertThat(respondents).hasSize(InventedSample.MUNICIPALITIES);
    assertThat(respondents.values()).filteredOn(n -> n < 10).hasSizeBetween(12, 24);
    assertThat(respondents.values()).filteredOn(n -> n >= 10 && n < 20).hasSizeBetween(15, 40);
    assertThat(respondents.values()).filteredOn(n -> n >= 30).hasSizeBetween(35, 60);
    assertThat(respondents.values()).filteredOn(n -> n >= 100).hasSizeBetween(3, 12);
    for (var city : List.of("14511000", "14612000", "14713000")) {
      assertThat(respondents.get(city)).isGreaterThan(350);
    }
    assertThat(respondents.keySet().stream().map(ags -> ags.substring(0, 5)).distinct())
        .hasSize(13);
  }

  @Test
  void theSameMunicipalitiesTakePartInBothWaves() {
    var codes = new TreeSet<>(List.of(WAVES.get(2021).column("ags")));
    assertThat(codes).isEqualTo(new TreeSet<>(List.of(WAVES.get(2023).column("ags"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void everyStratumHasUnitsToCompareAndSomeUnitsAreHouseholdsOfSeveral(int wave) {
    var sample = WAVES.get(wave).sample();
    assertThat(sample.strata()).isBetween(25, 36);
    for (int stratum = 0; stratum < sample.strata(); stratum++) {
      assertThat(sample.unitsOf(stratum)).isGreaterThanOrEqualTo(2);
    }
    assertThat(sample.units())
        .isBetween(sample.respondents() * 7 / 10, sample.respondents() * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void weightsSpreadModerately(int wave) {
    double[] weights = WAVES.get(wave).sample().weights();
    double sum = Arrays.stream(weights).sum();
    double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
    assertThat(Arrays.stream(weights)).allMatch(weight -> weight >= 0.2 && weight <= 4);
    assertThat(sum / weights.length).isBetween(0.95, 1.05);
    assertThat(weights.length * squares / (sum * sum)).as("Kish").isBetween(1.1, 1.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void scalesAreReliable(int wave) {
    var scores = new ScaleScores(questionnaire, WAVES.get(wave));
    for (var scale : questionnaire.scales()) {
      if (scale.kind() == Scale.Kind.ITEMS) {
        var reliability = Reliability.of(scale.parts(), scores.parts(scale)).orElseThrow();
        assertThat(reliability.alpha()).as(scale.id()).isBetween(0.7, 0.9);
        assertThat(reliability.items()).noneMatch(item -> item.isWeak());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void eachItemLacksSomeAnswers(int wave) {
    for (var item : questionnaire.items()) {
      byte[] answers = WAVES.get(wave).answers(item);
      int missing = 0;
      var given = new int[item.answers().size()];
      for (byte answer : answers) {
        if (answer == Item.NO_ANSWER) {
          missing++;
        } else {
          given[answer]++;
        }
      }
      assertThat((double) missing / answers.length).as(item.id()).isBetween(0.005, 0.11);
      assertThat(Arrays.stream(given)).as(item.id()).allMatch(count -> count > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void allMissingCodesOccur(int wave) {
    var found = new TreeSet<String>();
    for (var row : WAVES.get(wave).rows()) {
      row.stream().filter(cell -> cell.startsWith("-")).forEach(found::add);
    }
    assertThat(found).containsExactly("-7", "-8", "-9");
  }
}
