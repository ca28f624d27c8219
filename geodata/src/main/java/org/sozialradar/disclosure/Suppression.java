package org.sozialradar.disclosure;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which cells of a family are suppressed. Only {@link CellSuppression} makes one. Immutable and
 * safe for use by many threads.
 */
public final class Suppression {
  private final ReleaseCells cells;
  private final SurveyRule rule;
  private final SortedMap<CellKey, SuppressionReason> reasons;
  private final SuppressionReport report;

  Suppression(
      ReleaseCells cells,
      SurveyRule rule,
      Map<CellKey, SuppressionReason> reasons,
      SuppressionReport report) {
    this.cells = cells;
    this.rule = rule;
    this.reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    this.report = report;
  }

  /** The suppressed cells, ascending. */
  public Set<CellKey> suppressed() {
    return reasons.keySet();
  }

  public boolean isSuppressed(CellKey key) {
    return reasons.containsKey(key);
  }

  /** Why cells are suppressed; internal. */
  public SuppressionReport report() {
    return report;
  }

  SurveyRule rule() {
    return rule;
  }

  ReleaseCells cells() {
    return cells;
  }
}
