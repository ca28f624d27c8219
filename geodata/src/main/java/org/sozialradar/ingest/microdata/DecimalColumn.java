package org.sozialradar.ingest.microdata;

import java.util.regex.Pattern;
import org.sozialradar.ingest.table.MalformedCellException;
import org.sozialradar.ingest.table.TableCell;

/**
 * Reads the numbers of a column: with a decimal point or a decimal comma, one of them throughout,
 * never with a thousands separator. Not safe for use by many threads.
 */
final class DecimalColumn {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,30}(?:[.,]\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");

  private char separator;

  /**
   * The number of a cell.
   *
   * @return a finite number
   */
  double read(TableCell cell) throws MalformedCellException {
    if (cell instanceof TableCell.Numeric numeric) {
      return finite(numeric.value().doubleValue());
    }
    String text = cell.text();
    if (!NUMBER.matcher(text).matches()) {
      throw new MalformedCellException(SurveyIssues.NUMBER);
    }
    learn(text);
    return finite(Double.parseDouble(text.replace(',', '.')));
  }

  private static double finite(double value) throws MalformedCellException {
    if (!Double.isFinite(value)) {
      throw new MalformedCellException(SurveyIssues.NUMBER);
    }
    return value;
  }

  private void learn(String text) throws MalformedCellException {
    for (char mark : new char[] {'.', ','}) {
      if (text.indexOf(mark) >= 0) {
        if (separator != 0 && separator != mark) {
          throw new MalformedCellException(SurveyIssues.DECIMALS_MIXED);
        }
        separator = mark;
      }
    }
  }
}
