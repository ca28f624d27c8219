package org.sozialradar.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;

/** Writes issues for people: by code, the first of each with its place. */
public final class IssueLines {
  /** A terminal shows so many of each code; all that are listed stand in the report as JSON. */
  private static final int SHOWN_OF_A_CODE = 5;

  private final Locale locale;
  private final StringBuilder text = new StringBuilder();

  private IssueLines(Locale locale) {
    this.locale = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
  }

  /**
   * Lines of text, each ended.
   *
   * @param counts number of issues by code, listed or not
   * @param issues the issues that are listed
   * @param locale German if it is German, else English
   */
  public static String of(Map<String, Long> counts, List<ImportIssue> issues, Locale locale) {
    var lines = new IssueLines(locale);
    var byCode = new LinkedHashMap<String, List<ImportIssue>>();
    issues.forEach(
        issue -> byCode.computeIfAbsent(issue.code(), c -> new ArrayList<>()).add(issue));
    byCode.forEach((code, listed) -> lines.append(code, counts.getOrDefault(code, 0L), listed));
    counts.forEach(
        (code, number) -> {
          if (!byCode.containsKey(code)) {
            lines.append(code, number, List.of());
          }
        });
    return lines.text.toString();
  }

  private void append(String code, long number, List<ImportIssue> listed) {
    line("  %s × %,d", code, number);
    listed.stream().limit(SHOWN_OF_A_CODE).forEach(this::append);
    long hidden = number - Math.min(SHOWN_OF_A_CODE, listed.size());
    if (hidden > 0 && !listed.isEmpty()) {
      line("    %s", String.format(locale, say("… und %,d weitere", "… and %,d more"), hidden));
    }
  }

  private void append(ImportIssue issue) {
    var place = new StringBuilder(issue.file());
    if (issue.row() > 0) {
      place.append(say(", Zeile ", ", row ")).append(issue.row());
    }
    if (!issue.column().isEmpty()) {
      place.append(say(", Spalte ", ", column ")).append(issue.column());
    }
    String value = issue.value().isEmpty() ? "" : " [" + issue.value() + "]";
    String where = (place + value).strip();
    String colon = where.isEmpty() ? "" : " " + where;
    line("    %s%s: %s", severity(issue.severity()), colon, say(issue.text()));
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> say("FEHLER", "ERROR");
      case WARNING -> say("WARNUNG", "WARNING");
      case NOTE -> say("Hinweis", "note");
    };
  }

  private void line(String pattern, Object... arguments) {
    text.append(String.format(locale, pattern, arguments)).append('\n');
  }

  private String say(LocalizedText both) {
    return say(both.de(), both.en());
  }

  private String say(String de, String en) {
    return locale.equals(Locale.GERMAN) ? de : en;
  }
}
