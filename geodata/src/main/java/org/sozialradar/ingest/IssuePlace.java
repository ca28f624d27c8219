package org.sozialradar.ingest;

/**
 * Where something stands.
 *
 * @param file name of the file without folders, empty if unknown
 * @param row row as a person counts, from 1 with the header; 0 if unknown
 * @param column name of the column or path within the file, empty if unknown
 */
public record IssuePlace(String file, long row, String column) {
  public static final IssuePlace NONE = new IssuePlace("", 0, "");

  public static IssuePlace ofFile(String file) {
    return new IssuePlace(file, 0, "");
  }

  public static IssuePlace ofRow(String file, long row) {
    return new IssuePlace(file, row, "");
  }
}
