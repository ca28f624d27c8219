package org.sozialradar.disclosure;

import org.sozialradar.indicator.IndicatorTable;

/**
 * A table of a survey result that may be stored with public tables: suppressed and too imprecise
 * values are gone, values and intervals are rounded, respondents are told by their class. Only
 * {@link SurveyRelease} makes one.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ReleasedTable {
  private final IndicatorTable table;

  ReleasedTable(IndicatorTable table) {
    this.table = table;
  }

  /**
   * Values with status: reported, limited precision, suppressed, too imprecise. Areas without
   * respondents have no row.
   */
  public IndicatorTable table() {
    return table;
  }
}
