package org.sozialradar.ingest;

import java.util.Locale;
import org.sozialradar.dataset.LocalizedText;

/**
 * A kind of issue. Importers keep theirs as constants.
 *
 * @param code stable code that scripts may rely on: lower case with hyphens
 * @param severity what it means for the import
 * @param pattern texts after {@link String#format}, with {@code %s} for the arguments
 */
public record IssueType(String code, Severity severity, LocalizedText pattern) {
  public IssueType {
    if (!code.matches("[a-z][a-z0-9-]{2,49}")) {
      throw new IllegalArgumentException("not an issue code: " + code);
    }
  }

  public static IssueType error(String code, String de, String en) {
    return new IssueType(code, Severity.ERROR, new LocalizedText(de, en));
  }

  public static IssueType warning(String code, String de, String en) {
    return new IssueType(code, Severity.WARNING, new LocalizedText(de, en));
  }

  public static IssueType note(String code, String de, String en) {
    return new IssueType(code, Severity.NOTE, new LocalizedText(de, en));
  }

  /** The same kind with another severity, where a setting decides it. */
  public IssueType as(Severity other) {
    return new IssueType(code, other, pattern);
  }

  /** The issue without a place in a file. */
  public ImportIssue issue(Object... arguments) {
    return at(IssuePlace.NONE, "", arguments);
  }

  /**
   * The issue at a place.
   *
   * @param place file, row and column as far as they are known
   * @param value what stands there, empty if that does not matter
   * @param arguments for the pattern; texts in two languages are inserted in the right one
   */
  public ImportIssue at(IssuePlace place, String value, Object... arguments) {
    return new ImportIssue(
        code, severity, place.file(), place.row(), place.column(), value, text(arguments));
  }

  private LocalizedText text(Object... arguments) {
    var de = new Object[arguments.length];
    var en = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      de[i] = arguments[i] instanceof LocalizedText text ? text.de() : arguments[i];
      en[i] = arguments[i] instanceof LocalizedText text ? text.en() : arguments[i];
    }
    return new LocalizedText(
        String.format(Locale.GERMAN, pattern.de(), de),
        String.format(Locale.ENGLISH, pattern.en(), en));
  }
}
