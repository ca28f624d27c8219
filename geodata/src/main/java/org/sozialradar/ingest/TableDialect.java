package org.sozialradar.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How a table is written, after the Table Dialect of Data Package 2.0.
 *
 * @param delimiter one character; empty means that it is detected
 * @param quoteChar one character; absent means {@code "}
 * @param commentChar lines that start with it are skipped; empty means none
 * @param header whether the table has a header; absent means yes
 * @param headerRows rows of the header, from 1; absent means the first
 * @param headerJoin joins the cells of several header rows; absent means a space
 * @param sheetName sheet of a spreadsheet; empty means by number
 * @param sheetNumber sheet of a spreadsheet, from 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TableDialect(
    String delimiter,
    String quoteChar,
    String commentChar,
    Boolean header,
    List<Integer> headerRows,
    String headerJoin,
    String sheetName,
    Integer sheetNumber) {
  public static final TableDialect DETECTED =
      new TableDialect(null, null, null, null, null, null, null, null);

  public TableDialect {
    delimiter = oneCharacter(InvalidSettingException.orElse(delimiter, ""), "delimiter");
    quoteChar = oneCharacter(InvalidSettingException.orElse(quoteChar, "\""), "quoteChar");
    commentChar = oneCharacter(InvalidSettingException.orElse(commentChar, ""), "commentChar");
    header = InvalidSettingException.orElse(header, true);
    headerRows = List.copyOf(InvalidSettingException.orElse(headerRows, List.of(1)));
    headerJoin = InvalidSettingException.orElse(headerJoin, " ");
    sheetName = InvalidSettingException.orElse(sheetName, "");
    sheetNumber = InvalidSettingException.orElse(sheetNumber, 1);
    requireRising(headerRows);
    if (sheetNumber < 1) {
      throw new InvalidSettingException("„sheetNumber“ zählt ab 1", "'sheetNumber' counts from 1");
    }
  }

  private static String oneCharacter(String text, String key) {
    if (text.length() > 1) {
      throw new InvalidSettingException(
          "„" + key + "“ ist ein einzelnes Zeichen", "'" + key + "' is a single character");
    }
    return text;
  }

  private static void requireRising(List<Integer> rows) {
    int last = 0;
    for (int row : rows) {
      if (row <= last || row > 1000) {
        throw new InvalidSettingException(
            "„headerRows“ zählt aufsteigend ab 1", "'headerRows' counts upwards from 1");
      }
      last = row;
    }
  }
}
