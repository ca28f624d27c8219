package org.sozialradar.survey.microdata;

import java.time.Instant;
import java.util.List;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.survey.WeightCalibration;

/**
 * One wave of a survey as it is kept.
 *
 * @param surveyId id of the questionnaire
 * @param period when it was asked
 * @param questionnaire the questionnaire's file as it was given, YAML
 * @param importedAt when it was imported
 * @param calibration how the weights were raked; empty if they are those of the file, else one
 * @param respondents the answers
 */
public record Wave(
    String surveyId,
    ReferencePeriod period,
    String questionnaire,
    Instant importedAt,
    List<WeightCalibration> calibration,
    Respondents respondents) {

  public Wave {
    calibration = List.copyOf(calibration);
  }

  /** A wave with the weights of its file. */
  public Wave(
      String surveyId,
      ReferencePeriod period,
      String questionnaire,
      Instant importedAt,
      Respondents respondents) {
    this(surveyId, period, questionnaire, importedAt, List.of(), respondents);
  }

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
