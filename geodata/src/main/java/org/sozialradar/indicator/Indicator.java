package org.sozialradar.indicator;

import java.util.OptionalDouble;
import org.sozialradar.dataset.LocalizedText;

/**
 * The definition of an indicator.
 *
 * @param id slug: {@code [a-z][a-z0-9_]{0,59}}; may stand in formulas
 * @param name what a person reads, short
 * @param description one or two plain sentences: what is counted, of whom, from what
 * @param unit unit of the values
 * @param decimals digits after the decimal point that the precision carries, 0..6
 * @param polarity whether more is better for the people who live there
 * @param measure how values add up over areas
 * @param theme id of the {@link Theme} that it belongs to
 * @param middle centre of a diverging scale, NaN if there is none that means something
 * @param formula expression that derives it from other indicators, empty if it was observed
 * @param datasetId data set of its values
 */
public record Indicator(
    String id,
    LocalizedText name,
    LocalizedText description,
    Unit unit,
    int decimals,
    Polarity polarity,
    Measure measure,
    Theme theme,
    double middle,
    String formula,
    String datasetId) {

  /** Whether more is better for the people who live there. */
  public enum Polarity {
    POSITIVE,
    NEGATIVE,
    NEUTRAL
  }

  /**
   * Unit of an indicator's values.
   *
   * @param id name for machines, such as {@code persons}, {@code km2}, {@code percent}, {@code
   *     per_1000}, {@code per_km2}
   * @param symbol what a person reads after the number
   */
  public record Unit(String id, LocalizedText symbol) {}

  /**
   * A theme of the catalogue.
   *
   * @param id slug
   * @param name what a person reads
   */
  public record Theme(String id, LocalizedText name) {}

  public Indicator {
    if (!id.matches("[a-z][a-z0-9_]{0,59}")) {
      throw new IllegalArgumentException("not an indicator id: " + id);
    }
    if (decimals < 0 || decimals > 6) {
      throw new IllegalArgumentException(
          "indicator " + id + ": decimals " + decimals + " not in 0..6");
    }
  }

  /** Centre of a diverging scale, if one means something. */
  public OptionalDouble findMiddle() {
    return Double.isNaN(middle) ? OptionalDouble.empty() : OptionalDouble.of(middle);
  }

  public boolean isDerived() {
    return !formula.isEmpty();
  }
}
