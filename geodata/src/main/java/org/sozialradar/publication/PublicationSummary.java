package org.sozialradar.publication;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.disclosure.SuppressionReason;
import org.sozialradar.disclosure.SuppressionReport;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ObservationStatus;

/** How much of a survey is shown, by level and status; for those who run it. */
public final class PublicationSummary {
  private final SortedMap<String, SortedMap<ObservationStatus, Integer>> cells = new TreeMap<>();
  private final SortedMap<SuppressionReason, Long> reasons = new TreeMap<>();
  private int alreadyKnown;

  void add(SuppressionReport report) {
    report.counts().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    alreadyKnown += report.alreadyKnown().size();
  }

  void add(List<IndicatorTable> tables) {
    for (var table : tables) {
      var counts = cells.computeIfAbsent(table.level(), level -> new TreeMap<>());
      statuses(table).forEach((status, count) -> counts.merge(status, count, Integer::sum));
    }
  }

  static Map<ObservationStatus, Integer> statuses(IndicatorTable table) {
    var counts = new TreeMap<ObservationStatus, Integer>();
    for (int row = 0; row < table.codes().size(); row++) {
      for (int column = 0; column < table.periods().size(); column++) {
        counts.merge(table.at(row, column).status(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Number of cells by level and status, of all results together. */
  public SortedMap<String, SortedMap<ObservationStatus, Integer>> cells() {
    return Collections.unmodifiableSortedMap(cells);
  }

  /** Number of suppressed cells by reason. */
  public SortedMap<SuppressionReason, Long> reasons() {
    return Collections.unmodifiableSortedMap(reasons);
  }

  /** What follows from earlier releases alone and cannot be undone. */
  public int alreadyKnown() {
    return alreadyKnown;
  }
}
