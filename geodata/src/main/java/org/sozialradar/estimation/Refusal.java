package org.sozialradar.estimation;

import java.util.List;

/**
 * Why a model is not fitted.
 *
 * @param code stable name, see {@link ModelGates} and {@link ModelInput}
 * @param message one English sentence
 * @param names the covariates or areas that it is about, at most 20
 */
public record Refusal(String code, String message, List<String> names) {
  private static final int MOST_NAMES = 20;

  public Refusal {
    names = names.stream().limit(MOST_NAMES).toList();
  }
}
