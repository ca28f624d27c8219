package org.sozialradar.ingest.feature;

import java.math.BigDecimal;

/** Numbers as text without what only their storage needs: {@code 4.0} is {@code 4}. */
public final class PlainNumber {
  private static final int MAX_DIGITS = 30;

  private PlainNumber() {}

  /** A number as people write it; unchanged if it is no number or has an extreme exponent. */
  public static String of(String text) {
    if (text.chars().allMatch(Character::isDigit) || !text.matches("[0-9.eE+-]{1,64}")) {
      return text;
    }
    try {
      var number = new BigDecimal(text);
      boolean extreme = Math.abs((long) number.scale()) > MAX_DIGITS;
      return extreme ? text : plain(number);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A number as people write it; {@code NaN} and infinities by their names. */
  public static String of(double number) {
    return of(Double.toString(number));
  }
}
