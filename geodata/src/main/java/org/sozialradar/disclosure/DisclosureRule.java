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
  OFFICIAL;

  /** The table as it may be published. */
  public PublishedTable publish(ResolvedTable table) {
    return new PublishedTable(table, this);
  }
}
