package org.sozialradar.ingest.table;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.SchemaField;

/** Reads numbers strictly in the format of their column: nothing is guessed for a single cell. */
final class NumberText {
  static final IssueType NOT_A_NUMBER =
      IssueType.error("cell-not-a-number", "Die Zelle ist keine Zahl.", "The cell is no number.");
  static final IssueType DECIMAL_SEPARATOR =
      IssueType.error(
          "cell-decimal-separator",
          "Die Zelle hat ein anderes Dezimalzeichen als „%s“, das für die Spalte gilt.",
          "The cell has another decimal separator than '%s', which holds for the column.");
  static final IssueType AMBIGUOUS =
      IssueType.error(
          "cell-separator-ambiguous",
          "Ob die Zelle ein Dezimal- oder ein Tausenderzeichen hat, ist nicht zu erkennen; das"
              + " Manifest muss decimalChar oder groupChar nennen.",
          "Whether the cell has a decimal or a thousands separator cannot be told; the manifest must"
              + " name decimalChar or groupChar.");
  static final IssueType NOT_AN_INTEGER =
      IssueType.error(
          "cell-not-an-integer", "Die Zelle ist keine ganze Zahl.", "The cell is not an integer.");
  static final IssueType NOT_FINITE =
      IssueType.error(
          "cell-not-finite", "Die Zelle ist keine endliche Zahl.", "The cell is no finite number.");

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,300}");
  private static final Pattern SEPARATED = Pattern.compile("-?\\d+(?:[.,]\\d+)+");
  private static final Pattern WITH_EXPONENT =
      Pattern.compile("-?\\d+(?:\\.\\d+)?[eE][+-]?\\d{1,3}");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[+-]?(?:nan|inf|infinity|∞)", Pattern.CASE_INSENSITIVE);

  private NumberText() {}

  /**
   * The number that a cell holds.
   *
   * @param cell not empty
   * @param field its column
   * @param decimal the decimal separator, empty if the file has not shown one
   */
  static double parse(TableCell cell, SchemaField field, OptionalInt decimal)
      throws MalformedCellException {
    double value =
        cell instanceof TableCell.Numeric numeric
            ? numeric.value().doubleValue()
            : parse(cell.text(), field, decimal);
    if (!Double.isFinite(value)) {
      throw new MalformedCellException(NOT_FINITE);
    }
    if (field.type().equals("integer") && value != Math.rint(value)) {
      throw new MalformedCellException(NOT_AN_INTEGER);
    }
    return value == 0 ? 0 : value;
  }

  private static double parse(String text, SchemaField field, OptionalInt decimal)
      throws MalformedCellException {
    String ungrouped = ungroup(text, field);
    if (PLAIN.matcher(ungrouped).matches()) {
      return Double.parseDouble(ungrouped);
    }
    if (NO_NUMBER.matcher(text).matches()) {
      throw new MalformedCellException(NOT_FINITE);
    }
    if (WITH_EXPONENT.matcher(text).matches() && decimal.orElse('.') == '.') {
      return Double.parseDouble(text);
    }
    if (!SEPARATED.matcher(ungrouped).matches()) {
      throw new MalformedCellException(NOT_A_NUMBER);
    }
    if (field.type().equals("integer")) {
      // 1.000 may be a thousand: an integer has no separator that is not declared
      throw new MalformedCellException(NOT_AN_INTEGER);
    }
    return parseSeparated(ungrouped, field, decimal);
  }

  private static double parseSeparated(String text, SchemaField field, OptionalInt decimal)
      throws MalformedCellException {
    // a separator of thousands that stands where none can be, such as 12.34, is no decimal
    // separator
    if (decimal.isEmpty() || field.groupChar().indexOf(decimal.getAsInt()) >= 0) {
      throw new MalformedCellException(AMBIGUOUS);
    }
    char separator = (char) decimal.getAsInt();
    char other = separator == '.' ? ',' : '.';
    if (text.indexOf(other) >= 0 || text.indexOf(separator) != text.lastIndexOf(separator)) {
      throw new MalformedCellException(DECIMAL_SEPARATOR, String.valueOf(separator));
    }
    return Double.parseDouble(text.replace(separator, '.'));
  }

  /** Takes thousands separators out, if the column has them and they stand where they must. */
  private static String ungroup(String text, SchemaField field) {
    if (field.groupChar().isEmpty() || text.indexOf(field.groupChar().charAt(0)) < 0) {
      return text;
    }
    String group = Pattern.quote(field.groupChar());
    String tail =
        field.decimalChar().isEmpty() ? "" : "(" + Pattern.quote(field.decimalChar()) + "\\d+)?";
    return text.matches("-?\\d{1,3}(" + group + "\\d{3})+" + tail)
        ? text.replace(field.groupChar(), "")
        : text;
  }
}
