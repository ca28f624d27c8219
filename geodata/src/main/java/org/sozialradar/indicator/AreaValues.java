package org.sozialradar.indicator;

import java.util.function.Function;
import java.util.function.Predicate;
import org.sozialradar.area.AreaCode;

/**
 * The estimates of one indicator and period by area, and which areas nobody lives in.
 *
 * @param cells the estimate of an area; {@link ObservationStatus#NO_ROW} if the source has no row
 * @param uninhabited whether an area is known to have no inhabitants
 */
public record AreaValues(Function<AreaCode, Estimate> cells, Predicate<AreaCode> uninhabited) {
  private static final Estimate NOBODY = Estimate.of(0, ObservationStatus.REPORTED);

  /** Values of areas of which none is known to be uninhabited. */
  public static AreaValues of(Function<AreaCode, Estimate> cells) {
    return new AreaValues(cells, code -> false);
  }

  Estimate get(AreaCode code) {
    return cells.apply(code);
  }

  /**
   * The count of an area as a term of a sum: 0 where nobody lives and the source therefore has no
   * row. Any other missing value stays missing.
   */
  Estimate count(AreaCode code) {
    var estimate = get(code);
    return estimate.status() == ObservationStatus.NO_ROW && uninhabited.test(code)
        ? NOBODY
        : estimate;
  }
}
