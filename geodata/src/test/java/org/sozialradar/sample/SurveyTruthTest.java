package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.survey.DirectEstimate;
import org.sozialradar.survey.DomainEstimates;
import org.sozialradar.survey.Domains;
import org.sozialradar.survey.ProportionInterval;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.ScaleScores;
import org.sozialradar.survey.WeightedEstimator;

/** The answers of the invented survey tell the truth that they were drawn from. */
class SurveyTruthTest {
  private static final int ENOUGH = 30;
  private static final int MANY = 60;

  @TempDir static Path folder;

  private static SurveyGround ground;
  private static Questionnaire questionnaire;
  private static Map<String, Map<String, Double>> truth;
  private static final Map<Integer, List<Found>> FOUND = new TreeMap<>();

  /** What a wave says of a municipality, beside the truth. */
  private record Found(String result, DirectEstimate estimate, double truth) {}

  @BeforeAll
  static void estimate() throws IOException {
    BundledSample.copyTo(folder);
    ground =
        new SurveyGround(
            new InventedTables(SampleBoundaries.read(folder.resolve("boundaries")).places()));
    questionnaire =
        QuestionnaireFile.read(BundledSample.copySurveyTo(folder).questionnaire()).questionnaire();
    if ("refresh".equals(System.getProperty("radar.golden"))) {
      Files.createDirectories(SurveyTruth.FILE.getParent());
      Files.writeString(SurveyTruth.FILE, SurveyTruth.csv(ground));
    }
    truth = SurveyTruth.read();
    for (int wave : SurveyGround.WAVES) {
      FOUND.put(wave, found(wave, SurveyAnswers.bundled(wave)));
    }
  }

  private static List<Found> found(int wave, SurveyAnswers answers) {
    var codes = List.of(answers.column("ags"));
    var areas = codes.stream().distinct().toList();
    var domains = Domains.of(codes.stream().mapToInt(areas::indexOf).toArray(), areas.size());
    var estimator =
        new WeightedEstimator(answers.sample(), domains, questionnaire.design().lonelyUnits());
    var found = new ArrayList<Found>();
    results(estimator, new ScaleScores(questionnaire, answers))
        .forEach(
            (result, estimates) ->
                IntStream.range(0, areas.size())
                    .forEach(
                        area ->
                            estimates
                                .find(area)
                                .ifPresent(
                                    estimate ->
                                        found.add(
                                            new Found(
                                                result,
                                                estimate,
                                                truth
                                                    .get(SurveyTruth.key(wave, areas.get(area)))
                                                    .get(result))))));
    return found;
  }

  private static Map<String, DomainEstimates> results(
      WeightedEstimator estimator, ScaleScores scores) {
    var results = new LinkedHashMap<String, DomainEstimates>();
    for (var scale : questionnaire.scales()) {
      results.put(scale.id(), estimator.means(scores.scale(scale)));
    }
    for (var proportion : questionnaire.proportions()) {
      results.put(
          proportion.id(),
          estimator.proportions(scores.proportion(proportion), ProportionInterval.WILSON));
    }
    return results;
  }

  @Test
  void theTruthIsThatOfTheFile() throws IOException {
    assertThat(Files.readString(SurveyTruth.FILE)).isEqualTo(SurveyTruth.csv(ground));
    assertThat(truth).hasSize(2 * 418);
    assertThat(truth.get("2023 14511000")).hasSize(19);
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void intervalsCoverTheTruthAsOftenAsTheySay(int wave) {
    var some = atLeast(ENOUGH, wave);
    long covered =
        some.stream()
            .filter(one -> one.estimate().lower() <= one.truth())
            .filter(one -> one.truth() <= one.estimate().upper())
            .count();
    assertThat(some).hasSizeGreaterThan(19 * 35);
    assertThat((double) covered / some.size()).isBetween(0.90, 0.99);
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void whereManyAnswerTheEstimatesFollowTheTruth(int wave) {
    for (var scale : questionnaire.scales()) {
      var some =
          atLeast(MANY, wave).stream().filter(one -> one.result().equals(scale.id())).toList();
      double[] estimates = some.stream().mapToDouble(one -> one.estimate().value()).toArray();
      double[] truths = some.stream().mapToDouble(Found::truth).toArray();
      assertThat(some).hasSizeGreaterThan(12);
      assertThat(correlation(estimates, truths)).as(scale.id()).isGreaterThan(0.75);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void estimatesAreNotBiased(int wave) {
    for (var scale : questionnaire.scales()) {
      var some =
          atLeast(ENOUGH, wave).stream().filter(one -> one.result().equals(scale.id())).toList();
      double error =
          some.stream()
              .mapToDouble(one -> one.estimate().value() - one.truth())
              .average()
              .orElse(1);
      assertThat(error).as(scale.id()).isCloseTo(0, within(0.05));
    }
  }

  private static List<Found> atLeast(int respondents, int wave) {
    return FOUND.get(wave).stream()
        .filter(one -> one.estimate().respondents() >= respondents)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2023})
  void disadvantageWeakensCohesionAndBothWeakenReadiness(int wave) {
    double[] unemployment =
        ground.counts(wave).stream()
            .mapToDouble(one -> (double) one.unemployed() / one.workingAge())
            .toArray();
    assertThat(correlation(unemployment, truths(wave, "cohesion"))).isBetween(-0.95, -0.5);
    assertThat(correlation(unemployment, truths(wave, "attachment"))).isBetween(-0.95, -0.4);
    assertThat(correlation(unemployment, truths(wave, "readiness"))).isBetween(-0.95, -0.4);
    assertThat(correlation(truths(wave, "cohesion"), truths(wave, "readiness")))
        .isBetween(0.5, 0.98);
    assertThat(correlation(truths(wave, "attachment"), truths(wave, "readiness")))
        .isBetween(0.5, 0.98);
  }

  private static double[] truths(int wave, String result) {
    return ground.counts(wave).stream()
        .mapToDouble(one -> truth.get(SurveyTruth.key(wave, one.place().code())).get(result))
        .toArray();
  }

  @ParameterizedTest
  @EnumSource(InventedScale.class)
  void effectsOfMunicipalitiesHaveTheKnownVariance(InventedScale scale) {
    int wave = SurveyGround.WAVES.get(1);
    double[] effects =
        IntStream.range(0, ground.places())
            .mapToDouble(place -> ground.level(wave, scale, place) - explained(wave, scale, place))
            .toArray();
    double mean =
        IntStream.range(0, effects.length).mapToDouble(i -> effects[i]).average().orElse(0);
    double variance =
        IntStream.range(0, effects.length)
                .mapToDouble(i -> (effects[i] - mean) * (effects[i] - mean))
                .sum()
            / (effects.length - 1);
    // A chi-squared with 417 degrees of freedom is within a quarter of its mean, all but surely.
    assertThat(variance / scale.areaVariance()).isBetween(0.75, 1.25);
  }

  private static double explained(int wave, InventedScale scale, int place) {
    double sum = scale.effects().of(ground.counts(wave).get(place));
    for (var part : scale.parts().entrySet()) {
      sum += part.getValue() * explained(wave, part.getKey(), place);
    }
    return sum;
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElse(0);
    double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
