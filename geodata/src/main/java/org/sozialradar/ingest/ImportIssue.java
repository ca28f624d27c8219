package org.sozialradar.ingest;

import org.sozialradar.dataset.LocalizedText;

/**
 * Something that an import found in the data or its description.
 *
 * @param code stable code of its {@link IssueType}
 * @param severity what it means for the import
 * @param file name of the file without folders, empty if it concerns none
 * @param row row from 1 with the header, 0 if it concerns none
 * @param column column or path within the file, empty if it concerns none
 * @param value what stands there, clipped to {@value #MAX_VALUE} characters, on one line
 * @param text what a person reads; longer than {@value #MAX_TEXT} characters it is clipped
 */
public record ImportIssue(
    String code,
    Severity severity,
    String file,
    long row,
    String column,
    String value,
    LocalizedText text) {
  public static final int MAX_VALUE = 80;
  public static final int MAX_TEXT = 1000;

  public ImportIssue {
    value = clip(value, MAX_VALUE);
    column = clip(column, MAX_VALUE);
    text = new LocalizedText(clip(text.de(), MAX_TEXT), clip(text.en(), MAX_TEXT));
  }

  private static String clip(String text, int length) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }
}
