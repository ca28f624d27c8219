package org.sozialradar.survey;

import java.util.OptionalDouble;

/**
 * How an item fits its scale.
 *
 * @param item id of the item
 * @param correctedCorrelation correlation of the item with the sum of the others; NaN if it or that
 *     sum does not vary
 * @param alphaIfDropped alpha of the other items; NaN if fewer than two remain or they do not vary
 */
public record ItemReliability(String item, double correctedCorrelation, double alphaIfDropped) {
  /** Below it an item hardly measures what the others do. */
  public static final double WEAK = 0.3;

  public OptionalDouble findCorrectedCorrelation() {
    return Double.isNaN(correctedCorrelation)
        ? OptionalDouble.empty()
        : OptionalDouble.of(correctedCorrelation);
  }

  public OptionalDouble findAlphaIfDropped() {
    return Double.isNaN(alphaIfDropped)
        ? OptionalDouble.empty()
        : OptionalDouble.of(alphaIfDropped);
  }

  /**
   * Whether the item is to be looked at: it correlates below .30 with the others, or not at all.
   */
  public boolean isWeak() {
    return !(correctedCorrelation >= WEAK);
  }
}
