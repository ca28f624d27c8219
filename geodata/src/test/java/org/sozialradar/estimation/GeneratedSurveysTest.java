package org.sozialradar.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/**
 * Surveys of people generated from a known truth: 418 areas, 120 of them with respondents, about
 * 5000 in all. The model must beat the direct estimates and its 95 % intervals must hold the truth
 * as often as they say. 20 surveys, 200 with {@code -Dradar.full=true}.
 */
class GeneratedSurveysTest {
  private static final int AREAS = 418;
  private static final int SAMPLED = 120;
  private static final int SURVEYS = Boolean.getBoolean("radar.full") ? 200 : 20;

  @Test
  void meansOfScales() {
    var result = new Tally();
    for (int survey = 0; survey < SURVEYS; survey++) {
      means(survey, result);
    }
    result.check("means");
  }

  @Test
  void proportions() {
    var result = new Tally();
    for (int survey = 0; survey < SURVEYS; survey++) {
      proportions(survey, result);
    }
    result.check("proportions");
  }

  /** Scores 1 to 5 in steps of a fifth, as five items give; variances pooled over areas. */
  private static void means(long seed, Tally tally) {
    var region = new Region(seed);
    var truth = new double[AREAS];
    var direct = new double[SAMPLED];
    double within = 0;
    int freedom = 0;
    for (int i = 0; i < AREAS; i++) {
      truth[i] = 3.4 - 0.25 * region.x[i][0] + 0.1 * region.x[i][1] + 0.15 * region.normal();
    }
    for (int i = 0; i < SAMPLED; i++) {
      var answers = new double[region.size[i]];
      for (int k = 0; k < answers.length; k++) {
        double answer = truth[i] + 0.7 * region.normal();
        answers[k] = Math.rint(5 * Math.min(5, Math.max(1, answer))) / 5;
        direct[i] += answers[k] / answers.length;
      }
      for (double answer : answers) {
        within += (answer - direct[i]) * (answer - direct[i]);
      }
      freedom += answers.length - 1;
    }
    ModelInput.Builder builder = ModelInput.means(List.of("x1", "x2"));
    for (int i = 0; i < SAMPLED; i++) {
      builder.sampled(
          InventedSurvey.code(i), direct[i], within / freedom / region.size[i], region.x[i]);
    }
    tally.add(FayHerriot.fit(region.others(builder)), truth, direct);
  }

  /** Yes or no, with probabilities from 10 to 80 %. */
  private static void proportions(long seed, Tally tally) {
    var region = new Region(seed + 1_000_000);
    var truth = new double[AREAS];
    var direct = new double[SAMPLED];
    for (int i = 0; i < AREAS; i++) {
      double z = 0.75 - 0.12 * region.x[i][0] + 0.06 * region.x[i][1] + 0.08 * region.normal();
      truth[i] = ArcsineModel.back(z);
    }
    ModelInput.Builder builder = ModelInput.proportions(List.of("x1", "x2"));
    for (int i = 0; i < SAMPLED; i++) {
      int yes = 0;
      for (int k = 0; k < region.size[i]; k++) {
        yes += region.random.nextDouble() < truth[i] ? 1 : 0;
      }
      direct[i] = (double) yes / region.size[i];
      builder.sampled(InventedSurvey.code(i), direct[i], region.size[i], region.x[i]);
    }
    tally.add(FayHerriot.fit(region.others(builder)), truth, direct);
  }

  /** Covariates of all areas and numbers of respondents, many small and few large. */
  private static final class Region {
    private final UniformRandomProvider random;
    private final SharedStateContinuousSampler sampler;
    private final double[][] x = new double[AREAS][2];
    private final int[] size = new int[SAMPLED];

    Region(long seed) {
      random = RandomSource.XO_SHI_RO_256_PP.create(seed);
      sampler = ZigguratSampler.NormalizedGaussian.of(random);
      for (double[] row : x) {
        row[0] = normal();
        row[1] = 0.5 * row[0] + normal();
      }
      for (int i = 0; i < SAMPLED; i++) {
        size[i] = (int) Math.min(300, 10 + Math.exp(2.8 + normal()));
      }
    }

    double normal() {
      return sampler.sample();
    }

    ModelInput others(ModelInput.Builder builder) {
      for (int i = SAMPLED; i < AREAS; i++) {
        builder.withoutRespondents(InventedSurvey.code(i), x[i]);
      }
      return builder.build();
    }
  }

  /** Errors and coverage over all surveys. */
  private static final class Tally {
    private double modelError;
    private double directError;
    private double syntheticError;
    private double saidSampled;
    private double saidOthers;
    private int insideSampled;
    private int insideOthers;
    private int surveys;

    void add(ModelFit fit, double[] truth, double[] direct) {
      surveys++;
      for (int i = 0; i < AREAS; i++) {
        Prediction prediction = fit.prediction(i);
        double error = prediction.value() - truth[i];
        boolean inside = prediction.lower() <= truth[i] && truth[i] <= prediction.upper();
        if (i < SAMPLED) {
          modelError += error * error;
          saidSampled += prediction.meanSquaredError();
          directError += (direct[i] - truth[i]) * (direct[i] - truth[i]);
          insideSampled += inside ? 1 : 0;
        } else {
          syntheticError += error * error;
          saidOthers += prediction.meanSquaredError();
          insideOthers += inside ? 1 : 0;
        }
      }
    }

    void check(String what) {
      double model = Math.sqrt(modelError / surveys / SAMPLED);
      double direct = Math.sqrt(directError / surveys / SAMPLED);
      double synthetic = Math.sqrt(syntheticError / surveys / (AREAS - SAMPLED));
      double sampled = (double) insideSampled / surveys / SAMPLED;
      double others = (double) insideOthers / surveys / (AREAS - SAMPLED);
      System.out.printf(
          "%s, %d surveys: error direct %.4f, model %.4f, areas without respondents %.4f;"
              + " 95 %% intervals hold %.1f %% (sampled), %.1f %% (others);"
              + " stated/real mean squared error %.2f, %.2f%n",
          what,
          surveys,
          direct,
          model,
          synthetic,
          100 * sampled,
          100 * others,
          saidSampled / modelError,
          saidOthers / syntheticError);
      assertThat(model).isLessThan(direct);
      assertThat(sampled).isBetween(0.92, 0.98);
      assertThat(others).isBetween(0.92, 0.98);
      // The mean squared error that the model states is the one that it has.
      assertThat(saidSampled / modelError).isBetween(0.85, 1.15);
      assertThat(saidOthers / syntheticError).isBetween(0.85, 1.15);
    }
  }
}
