package org.sozialradar.priority;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/** Makes questions and inputs short. */
final class Priorities {
  private Priorities() {}

  static Criterion need(String id, double weight) {
    return new Criterion(id, Role.NEED, Direction.RAISES, weight);
  }

  static Criterion hazard(String id, double weight) {
    return new Criterion(id, Role.HAZARD, Direction.RAISES, weight);
  }

  static Criterion support(String id, double weight) {
    return new Criterion(id, Role.SUPPORT, Direction.LOWERS, weight);
  }

  static Criterion capacity(String id, double weight) {
    return new Criterion(id, Role.CAPACITY, Direction.LOWERS, weight);
  }

  static PriorityQuestion question(PriorityMethod method, Criterion... criteria) {
    return new PriorityQuestion(List.of(criteria), method, 1000, 1, 1);
  }

  static List<AreaCode> codes(int number) {
    return IntStream.range(0, number).mapToObj(i -> new AreaCode("14%06d".formatted(i))).toList();
  }

  static CriterionColumn exact(double... values) {
    return CriterionColumn.of(
        DoubleStream.of(values).mapToObj(x -> Estimate.of(x, ObservationStatus.REPORTED)).toList());
  }

  /** Values with a standard error that all have. */
  static CriterionColumn withError(double error, double... values) {
    double half = 1.959963984540054 * error;
    return CriterionColumn.of(
        DoubleStream.of(values)
            .mapToObj(x -> new Estimate(x, x - half, x + half, ObservationStatus.ESTIMATED))
            .toList());
  }

  /** Names and columns in turn. */
  static PriorityInput input(int areas, Object... columns) {
    var map = new HashMap<String, CriterionColumn>();
    for (int i = 0; i < columns.length; i += 2) {
      map.put((String) columns[i], (CriterionColumn) columns[i + 1]);
    }
    return new PriorityInput(codes(areas), map);
  }

  /** Scores in the order of the codes. */
  static double[] scores(PriorityResult result) {
    return result.areas().stream()
        .sorted(java.util.Comparator.comparing(PriorityArea::code))
        .mapToDouble(PriorityArea::score)
        .toArray();
  }

  static PriorityArea area(PriorityResult result, int place) {
    var code = codes(place + 1).get(place);
    return result.areas().stream().filter(one -> one.code().equals(code)).findAny().orElseThrow();
  }

  static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  static double sum(Map<String, Double> contributions) {
    return contributions.values().stream().mapToDouble(x -> x).sum();
  }
}
