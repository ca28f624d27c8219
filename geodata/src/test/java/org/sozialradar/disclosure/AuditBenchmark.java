package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Times the suppression of results at the size of a state: 418 municipalities in 13 districts,
 * joint areas that overlap districts, several waves and all waves together. Prints seconds,
 * processor seconds, rounds, linear programs and a checksum of what is suppressed. Not a test.
 */
final class AuditBenchmark {
  private static final int MUNICIPALITIES = 418;
  private static final int DISTRICTS = 13;

  private AuditBenchmark() {}

  public static void main(String[] arguments) {
    int results = Integer.parseInt(arguments[0]);
    int waves = Integer.parseInt(arguments[1]);
    var cells = cells(results, waves);
    var process = ProcessHandle.current();
    var used = process.info().totalCpuDuration().orElseThrow();
    long start = System.nanoTime();
    var suppression = CellSuppression.suppress(cells, SurveyRule.DEFAULT);
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = process.info().totalCpuDuration().orElseThrow().minus(used).toMillis() / 1e3;
    var report = suppression.report();
    System.out.printf(
        Locale.ROOT,
        "%.2f %.2f %d %d %d %d %08x%n",
        seconds,
        processor,
        report.cells(),
        report.entries().size(),
        report.rounds(),
        report.linearPrograms(),
        suppressedBecause(suppression).toString().hashCode());
  }

  private static Map<CellKey, SuppressionReason> suppressedBecause(Suppression suppression) {
    var map = new TreeMap<CellKey, SuppressionReason>();
    suppression.report().entries().forEach(entry -> map.put(entry.cell(), entry.reason()));
    return map;
  }

  private static ReleaseCells cells(int results, int waves) {
    var ranges = new ArrayList<ResultRange>();
    for (int r = 0; r < results; r++) {
      ranges.add(r % 2 == 0 ? ResultRange.proportion("p" + r) : ResultRange.scale("s" + r, 1, 5));
    }
    var builder = ReleaseCells.builder(ranges);
    var random = new Random(7);
    for (int m = 0; m < MUNICIPALITIES; m++) {
      int size = random.nextInt(3) == 0 ? 1 + random.nextInt(14) : 8 + random.nextInt(50);
      for (int w = 0; w < waves; w++) {
        for (int i = 0; i < size; i++) {
          builder.respondents(keys(m, w), answers(ranges, random));
        }
      }
    }
    return builder.build();
  }

  private static List<CellKey> keys(int municipality, int wave) {
    var keys = new ArrayList<CellKey>();
    int district = municipality % DISTRICTS;
    for (int period : new int[] {2020 + wave, 2020}) {
      String group = period == 2020 ? "" : "wave";
      add(keys, period, "municipality", "m" + municipality, group);
      add(keys, period, "district", "d" + district, group);
      add(keys, period, "state", "14", group);
      add(keys, period, "joint", "j" + municipality / 3, group);
    }
    return keys;
  }

  private static void add(List<CellKey> keys, int period, String level, String area, String group) {
    var key = new CellKey(ReferencePeriod.ofYear(period), "2023", level, new AreaCode(area), group);
    if (!keys.contains(key)) {
      keys.add(key);
    }
  }

  private static List<AnswerSums> answers(List<ResultRange> ranges, Random random) {
    var answers = new ArrayList<AnswerSums>();
    for (var range : ranges) {
      double value =
          range.kind() == ResultRange.Kind.PROPORTION ? random.nextInt(2) : 1 + random.nextInt(5);
      answers.add(AnswerSums.of(0.5 + random.nextDouble(), value));
    }
    return answers;
  }
}
