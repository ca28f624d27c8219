package org.sozialradar.publication;

import java.util.List;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.microdata.Wave;

/**
 * What is to be said of the results of a survey.
 *
 * @param questionnaire what was asked and what is made of it
 * @param publisher who answers for the survey
 * @param licence terms of the results
 * @param attribution whom the results are owed to
 * @param example whether the survey is invented
 * @param sha256 checksum of the questionnaire's file
 * @param rule thresholds of publication that the survey asks for; those of the office hold besides
 */
public record SurveySource(
    Questionnaire questionnaire,
    String publisher,
    Licence licence,
    String attribution,
    boolean example,
    String sha256,
    SurveyRule rule) {

  /** The data set of the results. It names no files: a checksum of answers is nobody's business. */
  Dataset dataset(Wave wave) {
    return new Dataset(
        questionnaire.id(),
        questionnaire.title(),
        publisher,
        licence,
        attribution,
        wave.period().id(),
        example,
        List.of(),
        wave.importedAt());
  }
}
