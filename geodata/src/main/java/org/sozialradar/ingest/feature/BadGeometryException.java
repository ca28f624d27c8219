package org.sozialradar.ingest.feature;

import org.sozialradar.ingest.IssueType;

/** The geometry of one feature cannot be used. The rest of the file can still be read. */
public final class BadGeometryException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient IssueType type;
  private final String detail;

  /**
   * Names the flaw.
   *
   * @param type one of {@link GeometryIssues}
   * @param detail what stands in the file, for example the type of geometry or the coordinate
   */
  public BadGeometryException(IssueType type, String detail) {
    super(type.code() + ": " + detail);
    this.type = type;
    this.detail = detail;
  }

  public IssueType type() {
    return type;
  }

  public String detail() {
    return detail;
  }
}
