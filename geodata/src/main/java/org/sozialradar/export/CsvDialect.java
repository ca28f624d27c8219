package org.sozialradar.export;

import java.util.Arrays;
import java.util.Optional;

/**
 * How cells of CSV are set apart and numbers are written. All are UTF-8 with lines ended by CR LF.
 */
public enum CsvDialect {
  /** Commas, decimal points, no byte order mark (RFC 4180). */
  STANDARD("standard", ',', '.', false),
  /**
   * As Excel opens it by a double click where Windows speaks German: semicolons, decimal commas.
   */
  EXCEL_DE("excel-de", ';', ',', true);

  private final String id;
  private final char delimiter;
  private final char decimal;
  private final boolean byteOrderMark;

  CsvDialect(String id, char delimiter, char decimal, boolean byteOrderMark) {
    this.id = id;
    this.delimiter = delimiter;
    this.decimal = decimal;
    this.byteOrderMark = byteOrderMark;
  }

  /** The dialect of that name. */
  public static Optional<CsvDialect> find(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }

  /** Name in the API. */
  public String id() {
    return id;
  }

  /** What stands between cells. */
  public char delimiter() {
    return delimiter;
  }

  /** What stands before the fraction of a number. */
  public char decimal() {
    return decimal;
  }

  /**
   * Whether the file begins with a byte order mark, without which Excel takes it for Windows-1252.
   */
  public boolean hasByteOrderMark() {
    return byteOrderMark;
  }
}
