package org.sozialradar.ingest.table;

import java.util.List;
import java.util.Optional;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/**
 * The signs that German official statistics put where a number would stand (DIN 55301): each
 * missing value keeps its reason. {@code -} means exactly zero.
 */
final class MissingSign {
  private MissingSign() {}

  /**
   * What a sign stands for; empty if the text is no sign.
   *
   * @param text without blanks around it
   * @param declared texts that the manifest declares as missing; they go before the signs
   * @param zero status of a zero
   */
  static Optional<Estimate> find(String text, List<String> declared, ObservationStatus zero) {
    if (text.isEmpty() || declared.contains(text)) {
      return Optional.of(Estimate.missing(ObservationStatus.EMPTY));
    }
    return switch (text) {
      case "-", "–", "—" -> Optional.of(Estimate.of(0, zero));
      case "." -> Optional.of(Estimate.missing(ObservationStatus.UNKNOWN_OR_SECRET));
      case "/" -> Optional.of(Estimate.missing(ObservationStatus.NOT_RELIABLE));
      case "x", "X" -> Optional.of(Estimate.missing(ObservationStatus.NOT_MEANINGFUL));
      case "...", "…" -> Optional.of(Estimate.missing(ObservationStatus.FOLLOWS_LATER));
      default -> Optional.empty();
    };
  }
}
