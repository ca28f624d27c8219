package org.sozialradar.export;

import java.util.regex.Pattern;
import org.sozialradar.indicator.Decimals;

/**
 * Writes cells of CSV after RFC 4180: fields separated by commas, lines ended by CR LF, decimal
 * points. Texts that a spreadsheet would take for a formula get an apostrophe before them; between
 * commas, keys such as {@code -01} stay as they are, as programs read them back.
 */
public final class CsvText {
  private static final String STARTS_FORMULA = "=+-@\t\r";

  /** After a separator that is none here, but may be one where the file is opened. */
  private static final Pattern FORMULA_AFTER_SEMICOLON = Pattern.compile(";(?=[=+\\-@\t\r])");

  private static final Pattern FORMULA_AFTER_COMMA = Pattern.compile(",(?=[=+\\-@\t\r])");

  /** One word: no spreadsheet finds a function or a command in it. */
  private static final Pattern KEY = Pattern.compile("-[\\p{L}\\p{Nd}._-]*");

  private CsvText() {}

  /** A text between commas, quoted where it must be. */
  public static String text(String text) {
    return text(text, ',');
  }

  /** A text between delimiters, quoted where it must be. */
  static String text(String text, char delimiter) {
    String safe = (isFormula(text, delimiter) ? "'" : "") + guarded(text, delimiter);
    boolean quoted =
        safe.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  private static boolean isFormula(String text, char delimiter) {
    return !text.isEmpty()
        && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0
        && !(delimiter == ',' && KEY.matcher(text).matches());
  }

  private static String guarded(String text, char delimiter) {
    return delimiter == ','
        ? FORMULA_AFTER_SEMICOLON.matcher(text).replaceAll(";'")
        : FORMULA_AFTER_COMMA.matcher(text).replaceAll(",'");
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
