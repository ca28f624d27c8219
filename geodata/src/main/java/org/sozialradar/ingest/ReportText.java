package org.sozialradar.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.ingest.ImportReport.ResourceReport;

/** Writes a report for people. */
final class ReportText {
  /** A terminal shows so many of each code; all that are listed stand in the report as JSON. */
  private static final int SHOWN_OF_A_CODE = 5;

  private static final Map<Outcome, LocalizedText> OUTCOMES =
      Map.of(
          Outcome.STORED, new LocalizedText("gespeichert", "stored"),
          Outcome.CHECKED,
              new LocalizedText("geprüft, nichts gespeichert", "checked, nothing stored"),
          Outcome.REJECTED,
              new LocalizedText("abgelehnt, nichts gespeichert", "rejected, nothing stored"),
          Outcome.NOT_READ,
              new LocalizedText(
                  "nicht gelesen, weil ein Paket davor abgelehnt wurde",
                  "not read, as a package before it was rejected"));

  private final Locale locale;
  private final StringBuilder text = new StringBuilder();

  ReportText(Locale locale) {
    this.locale = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
  }

  String of(ImportReport report) {
    report.packages().forEach(this::append);
    line("%s: %.1f s", say("Zusammen", "Together"), report.seconds());
    return text.toString();
  }

  private void append(PackageReport one) {
    String revision = one.revision() == 0 ? "" : say(", Revision ", ", revision ") + one.revision();
    line("%s: %s%s", one.name(), say(OUTCOMES.get(one.outcome())), revision);
    one.resources().forEach(this::append);
    appendIssues(one);
    one.seconds().forEach(step -> line("  %s: %.1f s", say(step.step()), step.seconds()));
  }

  private void appendIssues(PackageReport one) {
    var byCode = new LinkedHashMap<String, List<ImportIssue>>();
    one.issues()
        .forEach(issue -> byCode.computeIfAbsent(issue.code(), c -> new ArrayList<>()).add(issue));
    byCode.forEach((code, issues) -> append(code, one.count(code), issues));
    one.issueCounts()
        .forEach(
            (code, number) -> {
              if (!byCode.containsKey(code)) {
                append(code, number, List.of());
              }
            });
  }

  private void append(String code, long number, List<ImportIssue> listed) {
    line("  %s × %,d", code, number);
    listed.stream().limit(SHOWN_OF_A_CODE).forEach(this::append);
    long hidden = number - Math.min(SHOWN_OF_A_CODE, listed.size());
    if (hidden > 0 && !listed.isEmpty()) {
      line("    %s", String.format(locale, say("… und %,d weitere", "… and %,d more"), hidden));
    }
  }

  private void append(ResourceReport one) {
    line(
        "  %s (%s, %,d %s)",
        one.name(), one.file().name(), one.file().bytes(), say("Byte", "bytes"));
    line("    SHA-256 %s", one.file().sha256());
    for (var count : Count.values()) {
      if (one.count(count) > 0) {
        line("    %s: %,d", say(count.label()), one.count(count));
      }
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
