package org.sozialradar.export.feature;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;

/**
 * Values as text: numbers with a decimal point and without exponent, days and times as ISO 8601.
 */
public final class ValueText {
  /** Whole numbers up to here are exact. */
  private static final double MOST_WHOLE = 1L << 53;

  private ValueText() {}

  /** A value as text; nothing if it is missing. */
  public static String of(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Numeric numeric) {
      return number(numeric.number());
    }
    if (value instanceof Value.Truth truth) {
      return Boolean.toString(truth.truth());
    }
    if (value instanceof Value.When when) {
      return value.type() == ValueType.DATE
          ? when.moment().first().atZone(ZoneOffset.UTC).toLocalDate().toString()
          : when.moment().first().toString();
    }
    if (value instanceof Value.Missing) {
      return "";
    }
    throw new IllegalArgumentException("no text for " + value.type());
  }

  private static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) <= MOST_WHOLE) {
      return Long.toString((long) number);
    }
    return new BigDecimal(Double.toString(number)).toPlainString();
  }
}
