package org.sozialradar.ingest.table;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.sozialradar.ingest.SchemaField;

/**
 * How a file writes numbers where the manifest does not declare it: one decimal separator for all
 * of it. A text such as {@code 1.234} could be either; it decides nothing.
 */
final class NumberFormatOfFile {
  private static final Pattern GROUPS = Pattern.compile("-?[1-9]\\d{0,2}([.,]\\d{3})+");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+([.,])\\d+");

  private char decimal;

  /** Learns from a text, if it is a decimal number that can be read in one way only. */
  void learn(String text) {
    if (decimal != 0 || (text.indexOf('.') < 0 && text.indexOf(',') < 0)) {
      return;
    }
    var number = DECIMAL.matcher(text);
    if (number.matches() && !GROUPS.matcher(text).matches()) {
      decimal = number.group(1).charAt(0);
    }
  }

  boolean isKnown() {
    return decimal != 0;
  }

  /** The decimal separator of a field: as declared, else as learnt; empty if neither. */
  OptionalInt findDecimal(SchemaField field) {
    if (!field.decimalChar().isEmpty()) {
      return OptionalInt.of(field.decimalChar().charAt(0));
    }
    return decimal == 0 ? OptionalInt.empty() : OptionalInt.of(decimal);
  }
}
