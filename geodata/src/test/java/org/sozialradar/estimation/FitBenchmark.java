package org.sozialradar.estimation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Times a fit with its predictions and errors: {@code FitBenchmark AREAS COVARIATES [FILE]}. Prints
 * one line: seconds of the first fit, median of the later ones, seconds of 1000 draws of all areas,
 * β of the first covariate, A. With FILE the input is written as CSV for another program.
 */
final class FitBenchmark {
  private static final int ROUNDS = 5;
  private static final int DRAWS = 1000;

  private FitBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int areas = Integer.parseInt(arguments[0]);
    int covariates = Integer.parseInt(arguments[1]);
    ModelInput input = input(areas, covariates);
    if (arguments.length > 2) {
      write(input, Path.of(arguments[2]));
    }
    double first = seconds(() -> fit(input));
    var later = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      later.add(seconds(() -> fit(input)));
    }
    later.sort(null);
    ModelFit fit = FayHerriot.fit(input);
    double draws = seconds(() -> draw(fit));
    System.out.println(
        String.format(
            Locale.ROOT,
            "%.4f %.4f %.4f %.10g %.10g",
            first,
            later.get(ROUNDS / 2),
            draws,
            fit.coefficients().get(1).value(),
            fit.variance()));
  }

  private static void fit(ModelInput input) {
    if (FayHerriot.fit(input).predictions().size() != input.size()) {
      throw new IllegalStateException("areas without a prediction");
    }
  }

  private static void draw(ModelFit fit) {
    JointDraws draws = JointDraws.of(fit, DRAWS, 1);
    for (int i = 0; i < fit.input().size(); i++) {
      if (draws.ofArea(i).length != DRAWS) {
        throw new IllegalStateException("draws are missing");
      }
    }
  }

  private static double seconds(Runnable task) {
    long began = System.nanoTime();
    task.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static ModelInput input(int areas, int covariates) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
    SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    List<String> names = IntStream.rangeClosed(1, covariates).mapToObj(j -> "x" + j).toList();
    ModelInput.Builder builder = ModelInput.means(names);
    for (int i = 0; i < areas; i++) {
      double[] x = normal.samples(covariates).toArray();
      double variance = random.nextDouble(0.01, 0.1);
      double value = 3 + Math.sqrt(0.03 + variance) * normal.sample();
      for (int j = 0; j < covariates; j++) {
        value += 0.1 * x[j] / (j + 1);
      }
      builder.sampled(InventedSurvey.code(i), value, variance, x);
    }
    return builder.build();
  }

  private static void write(ModelInput input, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("y,psi," + String.join(",", input.covariates()) + "\n");
      for (int i = 0; i < input.size(); i++) {
        int area = i;
        writer.write(input.value(i) + "," + input.variance(i));
        for (int j = 0; j < input.covariates().size(); j++) {
          writer.write("," + input.covariate(area, j));
        }
        writer.write("\n");
      }
    }
  }
}
