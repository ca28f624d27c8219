package org.sozialradar.estimation;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;

/**
 * Why a model is not fitted, or a question not answered.
 *
 * @param code stable name, see {@link ModelGates} and {@link ModelInput}
 * @param text one sentence, for people
 * @param names the covariates or areas that it is about, at most 20
 */
public record Refusal(String code, LocalizedText text, List<String> names) {
  private static final int MOST_NAMES = 20;

  public Refusal {
    names = names.stream().limit(MOST_NAMES).toList();
  }

  Refusal(String code, String de, String en, List<String> names) {
    this(code, new LocalizedText(de, en), names);
  }
}
