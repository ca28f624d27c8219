package org.sozialradar.estimation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;

/**
 * How long a scenario on all areas takes, with all districts and the whole; started by
 * scripts/bench. Writes rows of a table.
 */
final class ScenarioBenchmark {
  private static final int COVARIATES = 10;
  private static final int DISTRICT = 28;
  private static final int RUNS = 5;
  private static final int WARM = 8;

  private ScenarioBenchmark() {}

  public static void main(String[] arguments) {
    for (int areas : new int[] {418, 11_299}) {
      for (var scale : ModelScale.values()) {
        measure(areas, scale);
      }
    }
  }

  private static void measure(int areas, ModelScale scale) {
    var fit = fit(areas, scale);
    for (int run = 0; run < WARM; run++) {
      scenario(fit, 0.01 * run);
    }
    var times = new ArrayList<Long>();
    var busy = new ArrayList<Long>();
    var threads = ManagementFactory.getThreadMXBean();
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      long worked = threads.getCurrentThreadCpuTime();
      scenario(fit, 0.1 + 0.01 * run);
      times.add((System.nanoTime() - start) / 1_000_000);
      busy.add((threads.getCurrentThreadCpuTime() - worked) / 1_000_000);
    }
    System.out.printf(
        "| %d | %s | %d ms | %d ms | %d ms |%n",
        areas,
        scale == ModelScale.IDENTITY ? "mean" : "proportion",
        Collections.min(times),
        Collections.max(times),
        Collections.min(busy));
  }

  private static void scenario(PublishedFit fit, double by) {
    var changes = new HashMap<AreaCode, Map<String, Double>>();
    for (int i = 0; i < fit.areas().size(); i++) {
      var values = new HashMap<String, Double>();
      for (int j = 0; j < COVARIATES; j++) {
        values.put("x" + j, fit.covariate(i, j) + by);
      }
      changes.put(fit.areas().get(i), values);
    }
    var scenario = Scenario.of(fit, changes);
    fit.areas().forEach(scenario::effect);
    var groups = new ArrayList<Map<AreaCode, Double>>();
    groups.add(weights(fit.areas()));
    for (int first = 0; first < fit.areas().size(); first += DISTRICT) {
      int last = Math.min(first + DISTRICT, fit.areas().size());
      groups.add(weights(fit.areas().subList(first, last)));
    }
    if (ScenarioGroups.of(scenario, 1000, 1).effects(groups).size() != groups.size()) {
      throw new IllegalStateException("a group is missing");
    }
  }

  private static Map<AreaCode, Double> weights(List<AreaCode> areas) {
    var weights = new HashMap<AreaCode, Double>();
    areas.forEach(area -> weights.put(area, 1.0));
    return weights;
  }

  private static PublishedFit fit(int areas, ModelScale scale) {
    var random = new Random(7);
    var names = IntStream.range(0, COVARIATES).mapToObj(j -> "x" + j).toList();
    var coefficients = IntStream.rangeClosed(0, COVARIATES).mapToObj(j -> 0.01 * j).toList();
    var covariance =
        IntStream.rangeClosed(0, COVARIATES)
            .mapToObj(
                j ->
                    IntStream.rangeClosed(0, COVARIATES)
                        .mapToObj(k -> j == k ? 0.0001 : 0.00001)
                        .toList())
            .toList();
    var builder =
        PublishedFit.builder(scale, names).line(coefficients, covariance).effects(0.005, 0.002);
    for (int i = 0; i < areas; i++) {
      double value = 0.3 + 0.4 * random.nextDouble();
      double[] x = random.doubles(COVARIATES).toArray();
      double b = i % 3 == 0 ? 1 : 0.4;
      builder.add(
          new AreaCode("%08d".formatted(i)),
          Scenario.estimate(value, value - 0.1, value + 0.1),
          b,
          Math.min(1, b + 0.1),
          x);
    }
    return builder.build();
  }
}
