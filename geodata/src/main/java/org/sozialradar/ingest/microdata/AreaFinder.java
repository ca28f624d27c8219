package org.sozialradar.ingest.microdata;

import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.table.MalformedCellException;

/** Finds the area that a respondent belongs to. Not safe for use by many threads. */
interface AreaFinder {
  /**
   * The area of a row.
   *
   * @throws MalformedCellException if there is none; holds nothing of the row
   */
  AreaCode find(AnswerRow row) throws MalformedCellException;

  /** Heading of the column, or columns, for issues. */
  String column();

  /** Says what happened to several rows. */
  default void report(ImportIssues issues, IssuePlace file) {}
}
