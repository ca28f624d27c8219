package org.sozialradar.ingest.microdata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.survey.AreaLink;
import org.sozialradar.survey.RakingLimits;

/**
 * What is to be imported of a survey.
 *
 * @param answers file of answers: CSV (also gzipped), XLSX or XLS
 * @param definition the questionnaire
 * @param period the wave: when it was asked
 * @param margins tables of known totals that weights are raked to; empty for weights as they are
 * @param limits how far raking goes
 * @param folders where the table of postcodes is looked for, in order
 * @param afterDeletion whether a wave that was deleted may come back
 * @param dryRun whether all is done but storing
 */
public record SurveyRequest(
    Path answers,
    SurveyDefinition definition,
    ReferencePeriod period,
    List<Path> margins,
    RakingLimits limits,
    List<Path> folders,
    boolean afterDeletion,
    boolean dryRun) {
  public SurveyRequest {
    margins = List.copyOf(margins);
    folders = List.copyOf(folders);
  }

  /** The table of postcodes; empty if the questionnaire needs none, or it is not there. */
  public Optional<Path> postcodes() {
    return definition.questionnaire().area() instanceof AreaLink.Postcode link
        ? PostcodeArea.find(link.crosswalk(), folders)
        : Optional.empty();
  }
}
