package org.sozialradar.ingest.microdata;

import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.IssueLines;
import org.sozialradar.ingest.microdata.SurveyReport.LevelSpread;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;
import org.sozialradar.ingest.microdata.SurveyReport.PartQuality;
import org.sozialradar.ingest.microdata.SurveyReport.ScaleQuality;
import org.sozialradar.survey.RakingResult;

/** Writes the report of a wave for people. */
final class SurveyReportText {
  private static final Map<Outcome, LocalizedText> OUTCOMES =
      Map.of(
          Outcome.STORED, new LocalizedText("gespeichert", "stored"),
          Outcome.CHECKED,
              new LocalizedText("geprüft, nichts gespeichert", "checked, nothing stored"),
          Outcome.REJECTED,
              new LocalizedText("abgelehnt, nichts gespeichert", "rejected, nothing stored"));

  private final Locale locale;
  private final StringBuilder text = new StringBuilder();

  SurveyReportText(Locale locale) {
    this.locale = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
  }

  String of(SurveyReport report) {
    line("%s %s: %s", report.survey(), report.period(), say(OUTCOMES.get(report.outcome())));
    line("  %s: %,d", say("Zeilen gelesen", "rows read"), report.rows());
    if (report.outcome() != Outcome.REJECTED) {
      line("  %s: %,d", say("Befragte", "respondents"), report.respondents());
    }
    report.levels().forEach(this::append);
    items(report);
    scales(report);
    effects(report);
    report.raking().forEach(this::append);
    report.results().forEach(result -> line("  %s", say(result)));
    text.append(IssueLines.of(report.issueCounts(), report.issues(), locale));
    line("%s: %.1f s", say("Zusammen", "Together"), report.seconds());
    return text.toString();
  }

  private void append(LevelSpread one) {
    line(
        say(
            "    %s: %,d mit mindestens %d Befragten, %,d mit weniger, %,d ohne",
            "    %s: %,d with %d respondents or more, %,d with fewer, %,d with none"),
        say(one.name()),
        one.enough(),
        SurveyReport.LEAST_RESPONDENTS,
        one.few(),
        one.none());
    if (one.outside() > 0) {
      line(
          say(
              "      %,d Befragte in keinem dieser Gebiete",
              "      %,d respondents in none of them"),
          one.outside());
    }
  }

  private void items(SurveyReport report) {
    if (report.items().isEmpty()) {
      return;
    }
    line("  %s", say("Ohne Antwort", "Without answer"));
    report.items().stream()
        .filter(item -> item.missing() > 0)
        .forEach(
            item -> line("    %s: %,d (%.1f %%)", item.item(), item.missing(), 100 * item.share()));
    if (report.items().stream().allMatch(item -> item.missing() == 0)) {
      line("    %s", say("keine Frage", "no item"));
    }
  }

  private void scales(SurveyReport report) {
    if (!report.scales().isEmpty()) {
      line("  %s", say("Zuverlässigkeit der Skalen", "Reliability of the scales"));
    }
    report.scales().forEach(this::append);
  }

  private void append(ScaleQuality scale) {
    line(
        say(
            "    %s: α %s (95 %% %s bis %s), %,d mit allen Antworten",
            "    %s: α %s (95 %% %s to %s), %,d with all answers"),
        say(scale.title()),
        number(scale.alpha()),
        number(scale.lower()),
        number(scale.upper()),
        scale.complete());
    line(
        say(
            "      Gebietsmittel: λ %s im Mittel, %s bei %d Befragten",
            "      means of areas: λ %s on average, %s with %d respondents"),
        number(scale.areaReliability()),
        number(scale.areaReliabilityOfTen()),
        SurveyReport.LEAST_RESPONDENTS);
    scale.parts().forEach(this::append);
  }

  private void append(PartQuality part) {
    line(
        say("      %s: r %s, α ohne sie %s%s", "      %s: r %s, α without it %s%s"),
        part.part(),
        number(part.correctedCorrelation()),
        number(part.alphaIfDropped()),
        part.weak() ? say(" – unter 0,30", " – below 0.30") : "");
  }

  private void effects(SurveyReport report) {
    if (report.designEffects().isEmpty()) {
      return;
    }
    line("  %s", say("Designeffekte", "Design effects"));
    report
        .designEffects()
        .forEach(
            one ->
                line(
                    say(
                        "    %s: %.2f, %,d Befragte zählen wie %,.0f",
                        "    %s: %.2f, %,d respondents count as %,.0f"),
                    one.result(),
                    one.designEffect(),
                    one.respondents(),
                    one.effectiveSize()));
  }

  private void append(RakingResult.Report raking) {
    line(
        say(
            "  Gewichte angepasst: %s nach %,d Runden, Abweichung höchstens %.4f %%",
            "  Weights raked: %s after %,d rounds, deviation at most %.4f %%"),
        raking.converged()
            ? say("alle Randsummen erreicht", "all totals met")
            : say("nicht alle Randsummen erreicht", "not all totals met"),
        raking.rounds(),
        100 * raking.largestDeviation());
    line(
        say(
            "    %.2f bis %.2f des mittleren Gewichts, %,d an einer Grenze; effektiv %,.0f statt"
                + " %,.0f Befragte",
            "    %.2f to %.2f of the mean weight, %,d at a limit; effectively %,.0f instead of"
                + " %,.0f respondents"),
        raking.smallestWeight(),
        raking.largestWeight(),
        raking.atLimit(),
        raking.effectiveSizeAfter(),
        raking.effectiveSizeBefore());
  }

  private String number(double value) {
    return Double.isFinite(value) ? String.format(locale, "%.2f", value) : "–";
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
