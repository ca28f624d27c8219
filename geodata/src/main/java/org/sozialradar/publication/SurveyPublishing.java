package org.sozialradar.publication;

import java.time.Clock;
import java.util.List;
import org.sozialradar.disclosure.ReleaseConflictException;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.disclosure.SurveyRule;
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
   *     weights or design make no sense, or if cells that were published before have other
   *     respondents or results now
   */
  public Publication preview(SurveySource source, Wave wave) {
    var before = released(wave.surveyId(), wave.period());
    try {
      return store.read(
          reader ->
              new SurveyPublication(source, wave, new Territory(reader), rule).publish(before));
    } catch (InvalidSampleException fault) {
      throw new PublicationException(fault.code(), fault.text().de(), fault.text().en());
    } catch (ReleaseConflictException conflict) {
      throw new PublicationException(
          "release-conflict",
          "die Welle wurde schon einmal veröffentlicht, mit anderen Befragten oder Ergebnissen in"
              + " einem Gebiet; der Unterschied verriete Einzelne",
          "the wave was published before, with other respondents or results in an area; the"
              + " difference would speak of single persons");
    }
  }

  /**
   * Publishes a wave.
   *
   * @throws PublicationException as {@link #preview}
   */
  public Published publish(SurveySource source, Wave wave) {
    var publication = preview(source, wave);
    microdata.note(
        new Release(
            wave.surveyId(),
            wave.period(),
            clock.instant(),
            ReleaseRecord.write(publication.released())));
    return new Published(store.commit(publication.batch()), publication.summary());
  }

  /**
   * A wave that was published.
   *
   * @param revision the revision that shows it
   * @param summary what is shown and what not
   */
  public record Published(Revision revision, PublicationSummary summary) {}

  private List<ReleasedCell> released(String survey, ReferencePeriod period) {
    return microdata.listReleases(survey).stream()
        .filter(release -> release.period().equals(period))
        .flatMap(release -> ReleaseRecord.read(release.body()).stream())
        .distinct()
        .toList();
  }
}
