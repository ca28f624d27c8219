package org.sozialradar.ingest.definition;

import static org.sozialradar.ingest.InvalidSettingException.orElse;
import static org.sozialradar.ingest.InvalidSettingException.require;
import static org.sozialradar.ingest.InvalidSettingException.requireText;

import java.util.HashSet;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InvalidSettingException;

/**
 * A model as it stands in its file; keys that are absent arrive as null.
 *
 * @param model version of this format: 1
 * @param id slug
 * @param title what a person reads
 * @param description what is predicted and from what
 * @param survey id of the questionnaire
 * @param wave year of the wave
 * @param outcomes ids of results of the questionnaire
 * @param covariates indicators
 * @param benchmark total that predictions are brought to; absent for none
 * @param weights indicator by which areas count on coarser levels; absent for none of these
 * @param seed start of random numbers; absent means 1
 */
record ModelDocument(
    int model,
    String id,
    LocalizedText title,
    LocalizedText description,
    String survey,
    String wave,
    List<String> outcomes,
    List<CovariateEntry> covariates,
    BenchmarkEntry benchmark,
    String weights,
    Long seed) {
  private static final int VERSION = 1;
  private static final int MOST_OUTCOMES = 50;
  private static final int MOST_COVARIATES = 50;

  ModelDocument {
    if (model != VERSION) {
      throw new InvalidSettingException(
          "„model: 1“ fehlt: die Datei ist kein Modell, das diese Version kennt",
          "'model: 1' is missing: the file is no model that this version knows");
    }
    requireSlug(id);
    require(title, "title");
    require(description, "description");
    requireText(survey, "survey");
    requireText(wave, "wave");
    outcomes = requireSome(outcomes, "outcomes", MOST_OUTCOMES);
    covariates = requireSome(covariates, "covariates", MOST_COVARIATES);
    if (new HashSet<>(outcomes).size() < outcomes.size()) {
      throw new InvalidSettingException(
          "in „outcomes“ steht ein Ergebnis zweimal", "'outcomes' names a result twice");
    }
    if (weights != null && benchmark != null && !weights.equals(benchmark.weights())) {
      throw new InvalidSettingException(
          "„weights“ und die Gewichte von „benchmark“ sind verschieden: die Mittel passten nicht"
              + " zur Summe",
          "'weights' and the weights of 'benchmark' differ: the means would not fit the total");
    }
    seed = orElse(seed, 1L);
  }

  private static void requireSlug(String id) {
    requireText(id, "id");
    if (!id.matches("[a-z][a-z0-9_]{0,39}")) {
      throw new InvalidSettingException(
          "„" + id + "“ ist keine Kennung: kleine Buchstaben, Ziffern und _, höchstens 40",
          "'" + id + "' is no id: lower-case letters, digits and _, at most 40");
    }
  }

  private static <T> List<T> requireSome(List<T> list, String key, int most) {
    if (list == null || list.isEmpty() || list.size() > most) {
      throw new InvalidSettingException(
          "„" + key + "“ braucht 1 bis " + most + " Einträge",
          "'" + key + "' needs 1 to " + most + " entries");
    }
    return List.copyOf(list);
  }

  /**
   * An indicator that the model uses.
   *
   * @param indicator its id
   * @param period its period; absent for the newest that is not after the wave
   */
  record CovariateEntry(String indicator, String period) {
    CovariateEntry {
      requireText(indicator, "indicator");
    }
  }

  /**
   * The total that predictions are brought to.
   *
   * @param level level of the total, such as {@code state}
   * @param weights indicator by which areas count, such as population
   */
  record BenchmarkEntry(String level, String weights) {
    BenchmarkEntry {
      requireText(level, "level");
      requireText(weights, "weights");
    }
  }
}
