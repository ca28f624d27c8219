package org.sozialradar.ingest.table;

import java.math.BigDecimal;

/** A cell as its file holds it. */
public sealed interface TableCell {
  /**
   * Text, also of numbers in a text file.
   *
   * @param text without blanks around it
   */
  record Text(String text) implements TableCell {
    static final Text EMPTY = new Text("");

    public Text {
      text = text.strip();
    }
  }

  /**
   * A number of a spreadsheet, as stored, not as displayed.
   *
   * @param value finite
   */
  record Numeric(BigDecimal value) implements TableCell {
    @Override
    public String text() {
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
  }

  /** What the cell holds as text; a number in digits with a dot, without exponent. */
  String text();

  default boolean isEmpty() {
    return text().isEmpty();
  }
}
