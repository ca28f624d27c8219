package org.sozialradar.estimation;

import java.util.List;
import java.util.stream.Collectors;

/** An input that no model may be fitted to, or a question that the model cannot answer. */
public final class ModelRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<Refusal> refusals;

  ModelRefusedException(List<Refusal> refusals) {
    super(refusals.stream().map(refusal -> refusal.text().en()).collect(Collectors.joining(" ")));
    this.refusals = List.copyOf(refusals);
  }

  ModelRefusedException(String code, String de, String en, List<String> names) {
    this(List.of(new Refusal(code, de, en, names)));
  }

  /** Every reason, at least one. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** Stable name of the first reason. */
  public String code() {
    return refusals.get(0).code();
  }
}
