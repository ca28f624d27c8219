package org.sozialradar.ingest.microdata;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/**
 * What follows an import of a wave: its results are made public, as far as they may be. It is tried
 * before the wave is stored, so that a wave whose results cannot be published does not take the
 * place of one whose results are public.
 */
@FunctionalInterface
public interface AfterSurveyImport {
  /** Nothing follows; the wave is only kept. */
  AfterSurveyImport NOTHING = (definition, wave, geodata, microdata) -> Prepared.NOTHING;

  /**
   * Tries what follows a wave that is right but not stored yet; stores nothing.
   *
   * @param definition its questionnaire
   * @param wave the wave
   * @param geodata where areas are and results go
   * @param microdata where other waves are, and what was released of them
   * @throws org.sozialradar.publication.PublicationException if it is not possible; then the wave
   *     is not to be stored either
   * @throws org.sozialradar.store.StoreException if a store fails
   */
  Prepared prepare(
      SurveyDefinition definition, Wave wave, GeodataStore geodata, MicrodataStore microdata);

  /** What is ready to follow. Both give lines for the report, nothing of single persons in them. */
  interface Prepared {
    /** Nothing. */
    Prepared NOTHING =
        new Prepared() {
          @Override
          public List<LocalizedText> preview() {
            return List.of();
          }

          @Override
          public List<LocalizedText> go() {
            return List.of();
          }
        };

    /** What would follow. */
    List<LocalizedText> preview();

    /**
     * Does it, once the wave is stored.
     *
     * @throws org.sozialradar.store.StoreException if a store fails; the wave itself stays stored
     */
    List<LocalizedText> go();
  }
}
