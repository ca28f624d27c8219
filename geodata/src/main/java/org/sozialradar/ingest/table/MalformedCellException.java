package org.sozialradar.ingest.table;

import org.sozialradar.ingest.IssueType;

/** A cell cannot be read as what its column holds; the kind of issue says why. */
public final class MalformedCellException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient IssueType type;
  private final transient Object[] arguments;

  public MalformedCellException(IssueType type, Object... arguments) {
    super(type.code(), null, false, false);
    this.type = type;
    this.arguments = arguments;
  }

  public IssueType type() {
    return type;
  }

  /** Arguments for the text of the issue. */
  public Object[] arguments() {
    return arguments.clone();
  }
}
