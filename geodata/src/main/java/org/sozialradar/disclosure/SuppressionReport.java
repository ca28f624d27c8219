package org.sozialradar.disclosure;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was suppressed and why, for those who run the survey; internal, without any value or number
 * of respondents.
 *
 * @param cells number of cells with respondents, counted by key
 * @param entries every suppressed cell, ascending
 * @param alreadyKnown what follows from earlier releases alone and cannot be undone
 * @param rounds how often the audit was repeated until it passed
 * @param linearPrograms bounds that needed the solver
 */
public record SuppressionReport(
    int cells,
    List<Entry> entries,
    List<AuditFinding> alreadyKnown,
    int rounds,
    long linearPrograms) {
  /**
   * A suppressed cell.
   *
   * @param cell the cell
   * @param reason why
   * @param protectedCell the cell that it protects; itself for a cell of few respondents
   */
  public record Entry(CellKey cell, SuppressionReason reason, CellKey protectedCell) {}

  public SuppressionReport {
    entries = List.copyOf(entries);
    alreadyKnown = List.copyOf(alreadyKnown);
  }

  /** Number of suppressed cells by reason. */
  public SortedMap<SuppressionReason, Long> counts() {
    return entries.stream()
        .collect(Collectors.groupingBy(Entry::reason, TreeMap::new, Collectors.counting()));
  }

  /** Number of suppressed cells by level. */
  public Map<String, Long> countsByLevel() {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.cell().level(), TreeMap::new, Collectors.counting()));
  }
}
