package org.sozialradar.sample;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of the invented survey, in the order in which they are to be used after the data
 * packages of the sample: answers wave by wave, then models, then indices that rest on them.
 *
 * @param questionnaire the questionnaire
 * @param waves the answers, oldest first
 * @param models definitions of models
 * @param indices definitions of indices
 */
public record BundledSurvey(
    Path questionnaire, List<Answers> waves, List<Path> models, List<Path> indices) {

  /**
   * The answers of a wave.
   *
   * @param wave the year in which people were asked
   * @param file CSV, packed by gzip
   */
  public record Answers(int wave, Path file) {}

  public BundledSurvey {
    waves = List.copyOf(waves);
    models = List.copyOf(models);
    indices = List.copyOf(indices);
  }
}
