package org.sozialradar.ingest.microdata;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SuppressionReason;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.publication.Publication;
import org.sozialradar.publication.PublicationSummary;
import org.sozialradar.publication.SurveyPublishing;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/**
 * Publishes a wave as soon as it is imported, as far as disclosure control lets it; of a dry run it
 * tells what would be published. A wave that may not be published is refused. Safe for use by many
 * threads.
 *
 * @param rule thresholds of the office; a survey can only ask for more protection
 * @param clock tells when it is published
 */
public record PublishAfterImport(SurveyRule rule, Clock clock) implements AfterSurveyImport {
  private static final Map<ObservationStatus, LocalizedText> STATUSES =
      Map.of(
          ObservationStatus.REPORTED, new LocalizedText("gezeigt", "shown"),
          ObservationStatus.LIMITED_PRECISION,
              new LocalizedText("mit begrenzter Genauigkeit gezeigt", "shown with low precision"),
          ObservationStatus.TOO_IMPRECISE, new LocalizedText("zu ungenau", "too imprecise"),
          ObservationStatus.SUPPRESSED, new LocalizedText("zurückgehalten", "suppressed"),
          ObservationStatus.NO_ROW, new LocalizedText("ohne Befragte", "without respondents"));

  private static final Map<SuppressionReason, LocalizedText> REASONS =
      Map.of(
          SuppressionReason.FEW_RESPONDENTS,
              new LocalizedText("wenige Befragte", "few respondents"),
          SuppressionReason.UNION_TOO_SMALL,
              new LocalizedText(
                  "sonst aus anderen Werten zu berechnen", "else computable from other values"),
          SuppressionReason.VALUE_TOO_NARROW,
              new LocalizedText("sonst zu eng einzugrenzen", "else too narrowly bounded"),
          SuppressionReason.SIZE_TOO_NARROW,
              new LocalizedText(
                  "sonst Zahl der Befragten einzugrenzen", "else number of respondents bounded"));

  @Override
  public Prepared prepare(
      SurveyDefinition definition, Wave wave, GeodataStore geodata, MicrodataStore microdata) {
    var publishing = new SurveyPublishing(geodata, microdata, rule, clock);
    return new Ready(publishing, publishing.preview(definition.source(), wave), wave);
  }

  /** Results that may be published. */
  private record Ready(SurveyPublishing publishing, Publication publication, Wave wave)
      implements Prepared {
    @Override
    public List<LocalizedText> preview() {
      return lines(
          new LocalizedText("Veröffentlicht würden:", "To be published:"), publication.summary());
    }

    @Override
    public List<LocalizedText> go() {
      long number = publishing.publish(publication, wave).revision().number();
      return lines(
          new LocalizedText(
              "Veröffentlicht, Revision " + number + ":", "Published, revision " + number + ":"),
          publication.summary());
    }
  }

  private static List<LocalizedText> lines(LocalizedText first, PublicationSummary summary) {
    var lines = new ArrayList<LocalizedText>();
    lines.add(first);
    summary
        .cells()
        .forEach((level, counts) -> lines.add(line("  " + level + ": ", counts, STATUSES::get)));
    if (!summary.reasons().isEmpty()) {
      lines.add(line("  ", summary.reasons(), REASONS::get));
    }
    return lines;
  }

  private static <K, N extends Number> LocalizedText line(
      String start, SortedMap<K, N> counts, Function<K, LocalizedText> names) {
    Function<Function<LocalizedText, String>, String> in =
        language ->
            counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + language.apply(names.apply(entry.getKey())))
                .collect(Collectors.joining(", ", start, ""));
    return new LocalizedText(in.apply(LocalizedText::de), in.apply(LocalizedText::en));
  }
}
