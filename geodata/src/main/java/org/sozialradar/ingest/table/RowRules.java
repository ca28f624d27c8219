package org.sozialradar.ingest.table;

import java.util.List;
import java.util.Set;
import org.sozialradar.ingest.table.IndicatorSettings.RowRule;

/**
 * Says which rows of a table are skipped, such as subtotals and notes: by declared rules alone.
 *
 * @param keep the row must fulfil all
 * @param skip the row must fulfil none
 * @param end text of the first cell of the row that ends the table; empty if none does
 */
record RowRules(List<Rule> keep, List<Rule> skip, String end) {
  /**
   * A rule.
   *
   * @param column position from 0
   * @param texts one of which the cell must be
   */
  record Rule(int column, Set<String> texts) {
    Rule {
      texts = Set.copyOf(texts);
    }

    boolean holds(TableRow row) {
      return texts.contains(row.cell(column).text());
    }
  }

  RowRules {
    keep = List.copyOf(keep);
    skip = List.copyOf(skip);
  }

  static RowRules of(IndicatorSettings settings, Columns columns) {
    return new RowRules(
        rules(settings.keep(), columns), rules(settings.skip(), columns), settings.end());
  }

  private static List<Rule> rules(List<RowRule> declared, Columns columns) {
    return declared.stream()
        .map(rule -> new Rule(columns.get(rule.field()).index(), Set.copyOf(rule.in())))
        .toList();
  }

  boolean ends(TableRow row) {
    return !end.isEmpty() && row.cell(0).text().equals(end);
  }

  boolean skips(TableRow row) {
    return row.isBlank() || !holdsAllOfKeep(row) || holdsOneOfSkip(row);
  }

  private boolean holdsAllOfKeep(TableRow row) {
    for (var rule : keep) {
      if (!rule.holds(row)) {
        return false;
      }
    }
    return true;
  }

  private boolean holdsOneOfSkip(TableRow row) {
    for (var rule : skip) {
      if (rule.holds(row)) {
        return true;
      }
    }
    return false;
  }
}
