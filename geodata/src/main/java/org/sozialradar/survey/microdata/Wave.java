package org.sozialradar.survey.microdata;

import java.time.Instant;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * One wave of a survey as it is kept.
 *
 * @param surveyId id of the questionnaire
 * @param period when it was asked
 * @param questionnaire the questionnaire's file as it was given, YAML
 * @param importedAt when it was imported
 * @param respondents the answers
 */
public record Wave(
    String surveyId,
    ReferencePeriod period,
    String questionnaire,
    Instant importedAt,
    Respondents respondents) {

  /**
   * What may be told of a wave.
   *
   * @param surveyId id of the questionnaire
   * @param period when it was asked
   * @param importedAt when it was imported
   * @param respondents how many there are in all
   */
  public record Summary(
      String surveyId, ReferencePeriod period, Instant importedAt, int respondents) {}

  public Summary summary() {
    return new Summary(surveyId, period, importedAt, respondents.size());
  }
}
