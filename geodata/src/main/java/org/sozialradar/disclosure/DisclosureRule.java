package org.sozialradar.disclosure;

import org.sozialradar.indicator.ResolvedTable;

/**
 * Decides what of a table may be published; the only maker of {@link PublishedTable}. Stateless and
 * safe for use by many threads.
 */
public enum DisclosureRule {
  /**
   * For official and other indicators whose publisher has already applied statistical secrecy: all
   * is published as it is, with its status. Not for results of surveys.
   */
  OFFICIAL,
  /**
   * For results of surveys: the recorded tables hold only what a {@link SurveyRelease} gave out
   * (see {@link ReleasedTable}), whose thresholds are stored with it. Whatever is computed from
   * them, on coarser levels or other editions, is computed from public values and missing where one
   * of them is.
   */
  SURVEY;

  /** The table as it may be published. */
  public PublishedTable publish(ResolvedTable table) {
    return new PublishedTable(table, this);
  }
}
