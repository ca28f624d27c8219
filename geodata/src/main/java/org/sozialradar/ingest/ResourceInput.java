package org.sozialradar.ingest;

/**
 * One resource on its way in.
 *
 * @param manifest the data package that it belongs to
 * @param resource its description
 * @param settings its settings, which are also in the description
 * @param file its file, found and checked
 * @param issues takes what is wrong
 * @param tally takes what is counted
 * @param progress hears how it goes on
 */
public record ResourceInput<S extends ResourceSettings>(
    Manifest manifest,
    ManifestResource resource,
    S settings,
    InputFile file,
    ImportIssues issues,
    Tally tally,
    Progress progress) {

  /** A row of the file, for an issue. */
  public IssuePlace place(long row, String column) {
    return new IssuePlace(file.name(), row, column);
  }

  /** The file as a whole, for an issue. */
  public IssuePlace place() {
    return IssuePlace.ofFile(file.name());
  }
}
