package org.sozialradar.allocation;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times questions of the size of a state; for {@code scripts/bench}. */
public final class AllocationBenchmark {
  private static final double ALL = Double.POSITIVE_INFINITY;
  private static final int DRAWS = 100;

  private AllocationBenchmark() {}

  /** Prints a row for each question. */
  public static void main(String[] arguments) {
    Allocation.of(questions().values().iterator().next());
    questions().forEach((name, question) -> System.out.println(row(name, question)));
  }

  private static Map<String, AllocationQuestion> questions() {
    var three =
        List.of(
            kind("team", 60, 500, 4, 0),
            kind("generator", 40, 1200, 9, 0),
            kind("sandbags", 150, 150, 1, 0));
    var masts =
        List.of(
            kind("mast", 5, ALL, 1, 15_000),
            kind("tower", 3, ALL, 1, 25_000),
            kind("siren", 6, ALL, 1, 10_000));
    var tanks = List.of(kind("tank", 30, 4000, 3, 12_000), kind("team", 40, 800, 1, 8000));
    var all = new LinkedHashMap<String, AllocationQuestion>();
    all.put("three kinds, minimum per district, cap, budget", country(three, new Rules(2, 6, 600)));
    all.put("three kinds, cap, budget", country(three, new Rules(0, 2, 600)));
    all.put("three kinds with a radius, cap", country(masts, new Rules(0, 1, ALL)));
    all.put(
        "two kinds with radius and capacity, minimum, cap, budget",
        country(tanks, new Rules(1, 3, 110)));
    return all;
  }

  private record Rules(int minimum, int cap, double budget) {}

  private static UnitKind kind(String id, int number, double capacity, double cost, double radius) {
    return new UnitKind(id, number, capacity, cost, radius, List.of());
  }

  private static AllocationQuestion country(List<UnitKind> kinds, Rules rules) {
    return Allocations.country(
        kinds, Allocations.rules(rules.minimum(), rules.cap(), rules.budget()), DRAWS);
  }

  private static String row(String name, AllocationQuestion question) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long used = threads.getCurrentThreadCpuTime();
    var result = Allocation.of(question);
    double spent = (threads.getCurrentThreadCpuTime() - used) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    double price =
        result.prices().stream()
            .mapToDouble(one -> Math.max(0, one.bound() - one.covered()) / one.bound())
            .max()
            .orElse(0);
    return String.format(
        Locale.ROOT,
        "| %s | %.1f s | %.1f s | %s | %s |",
        name,
        seconds,
        spent,
        gap(result.gap()),
        gap(price));
  }

  private static String gap(double gap) {
    return gap <= AllocationResult.ROUNDING
        ? "none, proven"
        : String.format(Locale.ROOT, "%.3f %%", 100 * gap);
  }
}
