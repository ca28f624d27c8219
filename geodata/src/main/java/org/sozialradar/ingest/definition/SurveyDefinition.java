package org.sozialradar.ingest.definition;

import org.sozialradar.dataset.Licence;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.publication.SurveySource;
import org.sozialradar.survey.Questionnaire;

/**
 * A questionnaire with what is to be said of its results.
 *
 * @param questionnaire what was asked and what is made of it
 * @param publisher who answers for the survey
 * @param licence terms under which the results may be used
 * @param attribution whom the results are owed to; shows wherever they show
 * @param example whether the survey is invented
 * @param sha256 checksum of the file, 64 hexadecimal digits
 * @param yaml the file as it was given
 * @param rule thresholds of publication
 */
public record SurveyDefinition(
    Questionnaire questionnaire,
    String publisher,
    Licence licence,
    String attribution,
    boolean example,
    String sha256,
    String yaml,
    SurveyRule rule) {

  /** What is to be said of the survey's results. */
  public SurveySource source() {
    return new SurveySource(questionnaire, publisher, licence, attribution, example, sha256, rule);
  }
}
