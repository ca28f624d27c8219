package org.sozialradar.publication;

import java.util.List;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Which results of a survey are to be modelled on which indicators.
 *
 * @param id slug; the result of an outcome is the indicator {@code ID_OUTCOME}
 * @param title what a person reads
 * @param description what is predicted, in plain sentences
 * @param survey id of the questionnaire
 * @param wave the wave
 * @param outcomes ids of scales and proportions, such as the support expected in several crises
 * @param covariates indicators, each once
 * @param benchmark brings the predictions to a published total; empty for none
 * @param weights indicator by which areas count in the predictions of coarser levels, such as
 *     population; empty for no such predictions
 * @param seed of the permutations of Moran's I
 * @param sha256 checksum of the file
 */
public record ModelDefinition(
    String id,
    LocalizedText title,
    LocalizedText description,
    String survey,
    ReferencePeriod wave,
    List<String> outcomes,
    List<Covariate> covariates,
    Optional<Benchmark> benchmark,
    Optional<String> weights,
    long seed,
    String sha256) {

  /**
   * An indicator that a model uses.
   *
   * @param indicator its id
   * @param period the period; empty for the newest that is not after the wave
   */
  public record Covariate(String indicator, Optional<ReferencePeriod> period) {}

  /**
   * The total that predictions are brought to: the direct result of the one area of a level.
   *
   * @param level level of the total, such as {@code state}
   * @param weights indicator by which areas count, such as population
   */
  public record Benchmark(String level, String weights) {}

  public ModelDefinition {
    outcomes = List.copyOf(outcomes);
    covariates = List.copyOf(covariates);
  }

  /** Id of the indicator of an outcome. */
  public String indicatorId(String outcome) {
    return id + "_" + outcome;
  }
}
