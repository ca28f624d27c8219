package org.sozialradar.publication;

import java.util.List;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.store.ImportBatch;

/**
 * What may be published, ready to be stored.
 *
 * @param batch what the store takes
 * @param rule the thresholds that it was decided by
 * @param released what is public from now on; kept with the answers for later releases, internal
 * @param summary what was shown and what not, for those who run the survey
 */
public record Publication(
    ImportBatch batch, SurveyRule rule, List<ReleasedCell> released, PublicationSummary summary) {
  public Publication {
    released = List.copyOf(released);
  }
}
