package org.sozialradar.ingest.microdata;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/** What follows an import of a wave: its results are made public, as far as they may be. */
@FunctionalInterface
public interface AfterSurveyImport {
  /** Nothing follows; the wave is only kept. */
  AfterSurveyImport NOTHING = (definition, wave, geodata, microdata, dryRun) -> List.of();

  /**
   * Goes on with a wave that was accepted.
   *
   * @param definition its questionnaire
   * @param wave the wave; in the store, unless it is a dry run
   * @param geodata where areas are and results go
   * @param microdata where this and other waves are, and what was released of them
   * @param dryRun whether nothing may be stored
   * @return lines for the report, nothing of single persons in them
   * @throws org.sozialradar.store.StoreException if a store fails; the wave itself stays stored
   */
  List<LocalizedText> go(
      SurveyDefinition definition,
      Wave wave,
      GeodataStore geodata,
      MicrodataStore microdata,
      boolean dryRun);
}
