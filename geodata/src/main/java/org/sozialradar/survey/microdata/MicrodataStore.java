package org.sozialradar.survey.microdata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Keeps the answers of respondents, apart from everything that is served, and a record of what was
 * released from them. Each method is one transaction. Safe for use by many threads.
 *
 * <p>Every method throws the store's exception if it cannot be done; its message names the store,
 * never what it holds.
 */
public interface MicrodataStore extends AutoCloseable {

  /**
   * Stores a wave in the place of the one with the same survey and period, whose answers are erased
   * as by {@link #delete}.
   */
  void put(Wave wave);

  /** A wave with its answers. */
  Optional<Wave> find(String surveyId, ReferencePeriod period);

  /** What waves there are, by survey, then period. */
  List<Wave.Summary> list();

  /**
   * Deletes a wave and every record of a release that it went into, and leaves a note that it was
   * there.
   */
  void delete(String surveyId, ReferencePeriod period, Instant at);

  /**
   * A wave that was deleted.
   *
   * @param surveyId id of the questionnaire
   * @param period when it was asked
   * @param deletedAt when it was deleted
   */
  record Tombstone(String surveyId, ReferencePeriod period, Instant deletedAt) {}

  /** What was deleted, in order of time. */
  List<Tombstone> listTombstones();

  /**
   * What was published of a survey at one time; later releases must not reveal what it kept back.
   *
   * @param surveyId id of the questionnaire
   * @param period the wave
   * @param releasedAt when
   * @param body the cells that were published and those that were not, JSON
   */
  record Release(String surveyId, ReferencePeriod period, Instant releasedAt, String body) {}

  /** Notes a release. */
  void note(Release release);

  /** The releases of a survey, in order of time. */
  List<Release> listReleases(String surveyId);

  @Override
  void close();
}
