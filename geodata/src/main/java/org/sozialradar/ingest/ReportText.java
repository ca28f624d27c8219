package org.sozialradar.ingest;

import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.ingest.ImportReport.ResourceReport;

/** Writes a report for people. */
final class ReportText {
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
    text.append(IssueLines.of(one.issueCounts(), one.issues(), locale));
    one.seconds().forEach(step -> line("  %s: %.1f s", say(step.step()), step.seconds()));
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
