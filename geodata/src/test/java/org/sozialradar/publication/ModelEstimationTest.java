package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.publication.Country.WAVE;
import static org.sozialradar.publication.Country.municipality;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.survey.microdata.Wave;

/** Results of a survey are predicted for every area from published indicators. */
class ModelEstimationTest {
  @TempDir Path folder;
  private GeodataStore store;

  @BeforeEach
  void open() {
    store = Country.store(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static ModelDefinition model(String... covariates) {
    return named("crisis", covariates);
  }

  private static ModelDefinition named(String id, String... covariates) {
    var text = new LocalizedText("Modell.", "Model.");
    return new ModelDefinition(
        id,
        text,
        text,
        "town",
        WAVE,
        List.of("support", "cohesion"),
        List.of(covariates).stream()
            .map(one -> new ModelDefinition.Covariate(one, Optional.empty()))
            .toList(),
        Optional.empty(),
        Optional.empty(),
        7,
        "0".repeat(64));
  }

  private void publish(Wave wave) {
    store.commit(
        store.<ImportBatch>read(
            reader ->
                new SurveyPublication(
                        Country.source(), wave, new Territory(reader), SurveyRule.DEFAULT)
                    .publish(List.of())
                    .batch()));
  }

  private ImportBatch estimate(Wave wave, ModelDefinition model) {
    return store.read(
        reader ->
            new ModelEstimation(model, Country.source(), wave, reader).estimate(Instant.EPOCH));
  }

  private Estimate predicted(int i) {
    return predictedOf("municipality", municipality(i));
  }

  @Test
  void everyAreaHasAPredictionThatIsLabelledAsModelled() {
    var wave = Country.wave(3, Country.sizes(3));
    publish(wave);
    store.commit(estimate(wave, model("community")));
    for (int i = 0; i < Country.MUNICIPALITIES; i++) {
      assertThat(predicted(i).status()).isEqualTo(ObservationStatus.ESTIMATED);
      assertThat(predicted(i).hasInterval()).isTrue();
      assertThat(predicted(i).nClass()).isEqualTo(NClass.NONE);
    }
    assertThat(store.listIndicators())
        .filteredOn(one -> one.id().startsWith("crisis_"))
        .allSatisfy(one -> assertThat(one.name().de()).contains("Modellwert"));
  }

  @Test
  void whatRestsOnTheWaveExplainsNoneOfItsResults() {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    store.commit(estimate(wave, model("community")));
    var own = store.listIndicators().stream().filter(one -> one.id().startsWith("crisis_"));
    var direct = Stream.of("town_support");
    Stream.concat(own.map(Indicator::id), direct)
        .forEach(
            id ->
                assertThatExceptionOfType(PublicationException.class)
                    .as(id)
                    .isThrownBy(() -> estimate(wave, model("community", id)))
                    .satisfies(
                        refused -> {
                          assertThat(refused.code()).isEqualTo("covariate-of-the-wave");
                          assertThat(refused.field()).contains("covariates/1");
                        }));
  }

  @Test
  void nothingDependsOnAnswersFromAreasWhoseResultIsSuppressed() {
    var wave = Country.wave(3, Country.sizes(3, 14));
    publish(wave);
    var honest = estimate(wave, weighted("community"));
    var changed =
        estimate(
            withOtherAnswersIn(wave, municipality(3), municipality(14)), weighted("community"));
    assertThat(honest.tables()).hasSize(2 * 3);
    for (int t = 0; t < honest.tables().size(); t++) {
      for (int row = 0; row < honest.tables().get(t).codes().size(); row++) {
        assertThat(changed.tables().get(t).at(row, 0)).isEqualTo(honest.tables().get(t).at(row, 0));
      }
    }
    assertThat(changed.methods()).isEqualTo(honest.methods());
  }

  /** Scenarios rest on what is published: other answers in suppressed areas change no digit. */
  @Test
  void noScenarioDependsOnAnswersFromAreasWhoseResultIsSuppressed() throws IOException {
    var wave = Country.wave(3, Country.sizes(3, 14));
    publish(wave);
    store.commit(estimate(wave, model("community")));
    var honest = effects();
    store.commit(
        estimate(withOtherAnswersIn(wave, municipality(3), municipality(14)), model("community")));
    assertThat(effects()).isEqualTo(honest);
    var document =
        store.listMethodDocuments().stream()
            .filter(one -> one.indicatorId().equals("crisis_cohesion"))
            .findFirst()
            .orElseThrow();
    double slope =
        new ObjectMapper().readTree(document.json()).at("/fit/coefficients/1/value").asDouble();
    assertThat(honest).hasSize(2 * 40);
    assertThat(honest.get(0).contributions()).hasSize(1);
    double move = honest.get(0).contributions().get(0).change();
    assertThat(honest).anyMatch(one -> Math.abs(one.change().value() - move * slope) < 1e-12);
  }

  private List<org.sozialradar.estimation.ScenarioEffect> effects() {
    return store.read(
        reader -> {
          var values = new PublishedValues(reader);
          var effects = new java.util.ArrayList<org.sozialradar.estimation.ScenarioEffect>();
          for (var document : reader.listMethodDocuments()) {
            if (document.datasetId().equals("crisis")) {
              var fit =
                  PublishedModel.find(
                          document,
                          (id, edition, level) ->
                              values.find(id, new PublishedValues.Place(edition, level)))
                      .orElseThrow()
                      .fit();
              var changes = new java.util.TreeMap<AreaCode, java.util.Map<String, Double>>();
              for (int i = 0; i < fit.areas().size(); i++) {
                changes.put(
                    fit.areas().get(i), java.util.Map.of("community", fit.covariate(i, 0) + 0.125));
              }
              var scenario = org.sozialradar.estimation.Scenario.of(fit, changes);
              fit.areas().forEach(area -> effects.add(scenario.effect(area)));
            }
          }
          return effects;
        });
  }

  private static Wave withOtherAnswersIn(Wave wave, AreaCode... codes) {
    var all = wave.respondents();
    var answers = new java.util.TreeMap<String, byte[]>();
    for (var item : all.items()) {
      var column = all.answers(item).clone();
      for (int r = 0; r < column.length; r++) {
        if (List.of(codes).contains(all.areas().get(r))) {
          column[r] = 0;
        }
      }
      answers.put(item, column);
    }
    return new Wave(
        wave.surveyId(),
        wave.period(),
        wave.questionnaire(),
        wave.importedAt(),
        org.sozialradar.survey.microdata.Respondents.of(
            all.areas(), all.weights(), all.strata(), all.units(), all.populationUnits(), answers));
  }

  @Test
  void aResearcherFindsCoefficientsCovarianceAndDiagnostics() throws IOException {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    store.commit(estimate(wave, model("community")));
    var document =
        store.listMethodDocuments().stream()
            .filter(one -> one.indicatorId().equals("crisis_support"))
            .findFirst()
            .orElseThrow();
    var json = new ObjectMapper().readTree(document.json());
    assertThat(json.path("scale").asText()).isEqualTo("arcsine");
    assertThat(json.path("fit").path("coefficients")).hasSize(2);
    assertThat(json.path("fit").path("covariance").get(0)).hasSize(2);
    var slope = json.path("fit").path("coefficients").get(1);
    assertThat(slope.path("term").asText()).isEqualTo("community");
    assertThat(slope.path("lower").asDouble()).isPositive();
    assertThat(json.path("areas").path("sampled").asInt()).isEqualTo(30);
    assertThat(json.path("areas").path("without-respondents").asInt()).isEqualTo(10);
    assertThat(json.path("diagnostics").path("moransI").path("value").isNumber()).isTrue();
    assertThat(json.path("seed").asLong()).isEqualTo(7);
  }

  @Test
  void aModelThatCannotBeTrustedIsRefusedWithItsReason() {
    var wave = Country.wave(3, java.util.Arrays.copyOf(Country.sizes(), 12));
    publish(wave);
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> estimate(wave, model("community")))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-few-areas"))
        .satisfies(refused -> assertThat(refused.text().de()).isNotEqualTo(refused.text().en()));
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> estimate(wave, model("nothing")))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("indicator-unknown"));
  }

  @Test
  void aModelDoesNotTakeThePlaceOfTheSurvey() {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> estimate(wave, named("town", "community")))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("result-name-taken"))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("id"));
    store.commit(estimate(wave, model("community")));
    assertThat(estimate(wave, model("community")).methods()).hasSize(2);
  }

  @Test
  void aModelNeedsPublishedResults() {
    var wave = Country.wave(3, Country.sizes());
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> estimate(wave, model("community")))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("indicator-unknown"));
  }

  private static ModelDefinition benchmarked(String weights) {
    return model(Optional.of(weights), Optional.empty());
  }

  private static ModelDefinition weighted(String weights) {
    return model(Optional.empty(), Optional.of(weights));
  }

  private static ModelDefinition model(Optional<String> benchmark, Optional<String> weights) {
    var free = model("community");
    return new ModelDefinition(
        free.id(),
        free.title(),
        free.description(),
        free.survey(),
        free.wave(),
        free.outcomes(),
        free.covariates(),
        benchmark.map(id -> new ModelDefinition.Benchmark("state", id)),
        weights,
        free.seed(),
        free.sha256());
  }

  @Test
  void predictionsMeetTheTotalOfTheState() {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    store.commit(estimate(wave, benchmarked("community")));
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < Country.MUNICIPALITIES; i++) {
      sum += Country.community(i) * predicted(i).value();
      weights += Country.community(i);
    }
    var state =
        store.listTables("town_support").stream()
            .filter(table -> table.level().equals("state"))
            .findFirst()
            .orElseThrow()
            .find(new AreaCode("14"), WAVE)
            .orElseThrow();
    assertThat(sum / weights).isCloseTo(state.value(), within(0.05));
  }

  @Test
  void aBenchmarkWhoseWeightsAreMissingSomewhereIsRefused() {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(() -> estimate(wave, benchmarked("town_cohesion")))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("weight-missing"))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("benchmark/weights"));
  }

  private Estimate predictedOf(String level, AreaCode code) {
    return store.listTables("crisis_support").stream()
        .filter(table -> table.level().equals(level))
        .findFirst()
        .orElseThrow()
        .find(code, WAVE)
        .orElseThrow();
  }

  @Test
  void districtsAndTheStateHaveTheWeightedMeansOfTheirMunicipalities() {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    store.commit(estimate(wave, weighted("community")));
    for (int d = 0; d < 4; d++) {
      var found = predictedOf("district", Country.district(10 * d));
      assertThat(found.value()).isCloseTo(weightedMean(10 * d, 10 * d + 10), within(0.11));
      assertThat(found.status()).isEqualTo(ObservationStatus.ESTIMATED);
      // A mean of ten is surer than most of them, but all share the line.
      double width = found.upper() - found.lower();
      assertThat(width).isPositive().isLessThan(widestOf(10 * d));
    }
    var state = predictedOf("state", new AreaCode("14"));
    assertThat(state.value()).isCloseTo(weightedMean(0, 40), within(0.11));
    assertThat(state.nClass()).isEqualTo(NClass.NONE);
    assertThat(state.hasInterval()).isTrue();
  }

  private double widestOf(int first) {
    return java.util.stream.IntStream.range(first, first + 10)
        .mapToDouble(i -> predicted(i).upper() - predicted(i).lower())
        .max()
        .orElseThrow();
  }

  private double weightedMean(int from, int to) {
    double sum = 0;
    double weights = 0;
    for (int i = from; i < to; i++) {
      sum += Country.community(i) * predicted(i).value();
      weights += Country.community(i);
    }
    return sum / weights;
  }

  @Test
  void theBenchmarkIsTheValueOfTheWhole() {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    store.commit(estimate(wave, model(Optional.of("community"), Optional.of("community"))));
    var direct =
        store.listTables("town_support").stream()
            .filter(table -> table.level().equals("state"))
            .findFirst()
            .orElseThrow()
            .find(new AreaCode("14"), WAVE)
            .orElseThrow();
    assertThat(predictedOf("state", new AreaCode("14")).value())
        .isCloseTo(direct.value(), within(0.051));
  }

  @Test
  void weightsThatAreMissingSomewhereAreRefused() {
    var wave = Country.wave(3, Country.sizes());
    publish(wave);
    for (var entry :
        java.util.Map.of("nothing", "indicator-unknown", "town_cohesion", "weight-missing")
            .entrySet()) {
      assertThatExceptionOfType(PublicationException.class)
          .isThrownBy(() -> estimate(wave, weighted(entry.getKey())))
          .satisfies(refused -> assertThat(refused.code()).isEqualTo(entry.getValue()))
          .satisfies(refused -> assertThat(refused.field()).isEqualTo("weights"));
    }
  }

  @Test
  void whatErrorsShareIsTold() throws IOException {
    var wave = Country.wave(3, Country.sizes(3));
    publish(wave);
    store.commit(estimate(wave, weighted("community")));
    var json =
        new ObjectMapper()
            .readTree(
                store.listMethodDocuments().stream()
                    .filter(one -> one.indicatorId().equals("crisis_support"))
                    .findFirst()
                    .orElseThrow()
                    .json());
    var areas = json.at("/errors/areas");
    assertThat(areas).hasSize(Country.MUNICIPALITIES);
    // Suppressed, and without respondents: nothing but the line.
    assertThat(areas.get(3).get("tenthsOfLine").asInt()).isEqualTo(10);
    assertThat(areas.get(35).get("tenthsOfLine").asInt()).isEqualTo(10);
    assertThat(areas.get(4).get("tenthsOfLine").asInt()).isLessThan(10);
    assertThat(areas.get(4).get("weight").asDouble()).isEqualTo(Country.community(4));
    // The slope of the way back is at most 1, in percent: |L'x| is at most √(x'Qx).
    var covariance = json.at("/fit/covariance");
    double x = Country.community(35);
    double leverage =
        covariance.get(0).get(0).asDouble()
            + 2 * x * covariance.get(0).get(1).asDouble()
            + x * x * covariance.get(1).get(1).asDouble();
    double line = 0;
    for (var part : areas.get(35).get("line")) {
      line += part.asDouble() * part.asDouble();
    }
    assertThat(Math.sqrt(line)).isBetween(50 * Math.sqrt(leverage), 100 * Math.sqrt(leverage));
  }
}
