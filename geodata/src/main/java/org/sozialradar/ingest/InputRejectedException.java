package org.sozialradar.ingest;

/**
 * An input cannot be read on: a wrong manifest, a truncated file, a coordinate system that nobody
 * knows. The importer turns it into an error of the report.
 */
public final class InputRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ImportIssue issue;

  public InputRejectedException(ImportIssue issue) {
    super(message(issue));
    this.issue = requireError(issue);
  }

  public InputRejectedException(ImportIssue issue, Throwable cause) {
    super(message(issue), cause);
    this.issue = requireError(issue);
  }

  private static ImportIssue requireError(ImportIssue issue) {
    if (issue.severity() != Severity.ERROR) {
      throw new IllegalStateException("issue " + issue.code() + " is not an error");
    }
    return issue;
  }

  private static String message(ImportIssue issue) {
    return issue.code() + ": " + issue.text().en();
  }

  public ImportIssue issue() {
    return issue;
  }
}
