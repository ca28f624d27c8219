package org.sozialradar.export;

import org.sozialradar.indicator.Decimals;

/**
 * Writes cells of CSV after RFC 4180: fields separated by commas, lines ended by CR LF, decimal
 * points. Texts that a spreadsheet would take for a formula get an apostrophe before them.
 */
public final class CsvText {
  private static final String STARTS_FORMULA = "=+-@\t\r";

  private CsvText() {}

  /** A text between commas, quoted where it must be. */
  public static String text(String text) {
    return text(text, ',');
  }

  /** A text between delimiters, quoted where it must be. */
  static String text(String text, char delimiter) {
    String safe =
        !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted =
        safe.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  /**
   * A number without exponent and without zeros at its end; empty for NaN.
   *
   * @param digits digits after the decimal point at most
   */
  public static String number(double value, int digits) {
    if (Double.isNaN(value)) {
      return "";
    }
    return Decimals.round(value, digits).toPlainString();
  }
}
