package org.sozialradar.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with the digits that the precision of an indicator carries. */
public final class Decimals {
  private Decimals() {}

  /**
   * Rounds half away from zero, without zeros at the end.
   *
   * @param value a finite number
   * @param decimals digits after the point
   */
  public static BigDecimal round(double value, int decimals) {
    var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.scale() <= 0 || rounded.signum() == 0
        ? rounded.setScale(0, RoundingMode.UNNECESSARY)
        : plain(rounded.stripTrailingZeros());
  }

  /** Without an exponent for whole numbers such as 1E+3. */
  private static BigDecimal plain(BigDecimal stripped) {
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /** The rounded value of an estimate; NaN if it has none. */
  public static double rounded(Estimate estimate, int decimals) {
    return estimate.status().hasValue()
        ? round(estimate.value(), decimals).doubleValue()
        : Double.NaN;
  }
}
