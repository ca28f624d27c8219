package org.sozialradar.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sozialradar.disclosure.ReleaseConflictException;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Revision;
import org.sozialradar.survey.InvalidSampleException;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.MicrodataStore.Release;
import org.sozialradar.survey.microdata.Wave;

/**
 * Publishes waves: out of the store of answers, through disclosure control, into the store that is
 * served.
 *
 * <p>What is about to be public is noted with the answers before it is: if the process ends between
 * the two, a later release takes more for known than is known, never less.
 */
public final class SurveyPublishing {
  private final GeodataStore store;
  private final MicrodataStore microdata;
  private final SurveyRule rule;
  private final Clock clock;

  /**
   * @param store what is served
   * @param microdata the answers
   * @param rule thresholds of the office; a survey can only ask for more protection
   * @param clock tells when something is published
   */
  public SurveyPublishing(
      GeodataStore store, MicrodataStore microdata, SurveyRule rule, Clock clock) {
    this.store = store;
    this.microdata = microdata;
    this.rule = rule;
    this.clock = clock;
  }

  /**
   * What would be published of a wave; nothing is stored.
   *
   * @throws PublicationException if the edition or level of the questionnaire is not there, if
   *     weights or design make no sense, if cells that were published before have other respondents
   *     or results now, or if something else has the name of the survey
   */
  public Publication preview(SurveySource source, Wave wave) {
    var before = released(wave.surveyId(), wave.period());
    try {
      return store.read(
          reader -> {
            var publication =
                new SurveyPublication(source, wave, new Territory(reader), rule(source))
                    .publish(before);
            ResultNames.requireFree(publication.batch(), reader);
            return publication;
          });
    } catch (InvalidSampleException fault) {
      throw new PublicationException(fault.code(), fault.text().de(), fault.text().en());
    } catch (ReleaseConflictException conflict) {
      throw ReleaseConflicts.of(conflict.code(), wave);
    }
  }

  /**
   * Publishes a wave.
   *
   * @throws PublicationException as {@link #preview}
   */
  public Published publish(SurveySource source, Wave wave) {
    return publish(preview(source, wave), wave);
  }

  /**
   * Publishes what {@link #preview} gave of a wave.
   *
   * @throws org.sozialradar.store.StoreException if a store fails
   */
  public Published publish(Publication publication, Wave wave) {
    microdata.note(
        new Release(
            wave.surveyId(),
            wave.period(),
            clock.instant(),
            new ReleaseRecord(publication.rule(), publication.released()).toJson()));
    return new Published(store.commit(publication.batch()), publication.summary());
  }

  /**
   * Refuses a wave whose answers are not those that its published results rest on: which areas may
   * be used would follow from other answers than those that are used.
   *
   * @throws PublicationException as {@link #preview}, and {@code wave-not-published}
   */
  void requirePublished(SurveySource source, Wave wave) {
    var present = preview(source, wave).batch().tables();
    boolean rests =
        store.<Boolean>read(
            reader ->
                present.stream()
                    .allMatch(
                        table ->
                            reader.listTables(table.indicatorId()).stream()
                                .filter(stored -> isOfSamePlace(stored, table, wave.period()))
                                .allMatch(stored -> restsOn(stored, table, wave.period()))));
    if (!rests) {
      throw new PublicationException(
          "wave-not-published",
          "wave",
          "was von der Welle veröffentlicht ist, beruht nicht auf den Antworten, die jetzt"
              + " vorliegen; zuerst die Welle neu veröffentlichen",
          "what is published of the wave does not rest on the answers that are here now; publish"
              + " the wave anew first");
    }
  }

  private static boolean isOfSamePlace(
      IndicatorTable stored, IndicatorTable present, ReferencePeriod period) {
    return stored.edition().equals(present.edition())
        && stored.level().equals(present.level())
        && stored.periods().contains(period);
  }

  /** Whether every cell that is not suppressed is what the present answers give. */
  private static boolean restsOn(
      IndicatorTable stored, IndicatorTable present, ReferencePeriod period) {
    return stored.codes().stream()
        .allMatch(
            code ->
                stored
                    .find(code, period)
                    .filter(cell -> cell.hasValue() || isImprecise(cell))
                    .map(cell -> present.find(code, period).equals(Optional.of(cell)))
                    .orElse(true));
  }

  private static boolean isImprecise(Estimate cell) {
    return cell.status() == ObservationStatus.TOO_IMPRECISE;
  }

  /**
   * A wave that was published.
   *
   * @param revision the revision that shows it
   * @param summary what is shown and what not
   */
  public record Published(Revision revision, PublicationSummary summary) {}

  private SurveyRule rule(SurveySource source) {
    return source.rule().noWeakerThan(rule);
  }

  private List<ReleasedCell> released(String survey, ReferencePeriod period) {
    return microdata.listReleases(survey).stream()
        .filter(release -> release.period().equals(period))
        .flatMap(release -> recorded(release).cells().stream())
        .distinct()
        .toList();
  }

  private static ReleaseRecord recorded(Release release) {
    try {
      return ReleaseRecord.ofJson(release.body());
    } catch (IllegalArgumentException unreadable) {
      throw ReleaseConflicts.unreadable(release.surveyId(), release.period());
    }
  }
}
