package org.sozialradar.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Columns of derived indicators from the tables of their inputs, all of one level and edition. */
final class DerivedColumns {
  private DerivedColumns() {}

  /**
   * The periods in which all inputs have a column and that no fixed period of the formula follows.
   *
   * @param inputs table by indicator id
   */
  static SortedSet<ReferencePeriod> periods(Formula formula, Map<String, ResolvedTable> inputs) {
    var periods = new TreeSet<ReferencePeriod>();
    inputs.values().forEach(table -> periods.addAll(table.periods()));
    periods.removeIf(period -> !formula.inputs().stream().allMatch(i -> has(inputs, i, period)));
    return periods;
  }

  private static boolean has(
      Map<String, ResolvedTable> inputs, Input input, ReferencePeriod current) {
    var period = input.period(current);
    return period.compareTo(current) <= 0
        && inputs.get(input.indicatorId()).periods().contains(period);
  }

  /**
   * The column of a period.
   *
   * @param datasetId data set that the formula comes from
   * @param inputs table by indicator id, all with the same areas
   */
  static Column column(
      Formula formula,
      String datasetId,
      Map<String, ResolvedTable> inputs,
      ReferencePeriod period) {
    var columns = new HashMap<Input, List<Estimate>>();
    for (var input : formula.inputs()) {
      columns.put(input, inputs.get(input.indicatorId()).estimates(input.period(period)));
    }
    int rows = columns.values().iterator().next().size();
    return new Column(
        origin(formula, datasetId, inputs, period),
        IntStream.range(0, rows)
            .mapToObj(row -> formula.evaluate(input -> columns.get(input).get(row)))
            .toList());
  }

  /** The origin of the inputs; where they differ, the first that is not of the target itself. */
  private static Origin origin(
      Formula formula,
      String datasetId,
      Map<String, ResolvedTable> inputs,
      ReferencePeriod current) {
    List<Origin> origins =
        formula.inputs().stream()
            .map(input -> inputs.get(input.indicatorId()).origin(input.period(current)))
            .toList();
    var datasets = new TreeSet<>(List.of(datasetId));
    origins.forEach(origin -> datasets.addAll(origin.datasets()));
    var target = inputs.values().iterator().next();
    return new Origin(
        other(origins.stream().map(Origin::level).toList(), target.level()),
        other(origins.stream().map(Origin::edition).toList(), target.edition()),
        origins.stream().anyMatch(Origin::aggregated),
        datasets);
  }

  private static String other(List<String> found, String own) {
    return found.stream().filter(one -> !one.equals(own)).findFirst().orElse(own);
  }
}
