package org.sozialradar.export;

import java.io.IOException;

/**
 * Writes CSV cell by cell in a {@link CsvDialect}. Texts that a spreadsheet would take for a
 * formula get an apostrophe before them. For one thread.
 */
public final class CsvLines {
  private final Appendable out;
  private final CsvDialect dialect;
  private boolean first = true;

  private CsvLines(Appendable out, CsvDialect dialect) {
    this.out = out;
    this.dialect = dialect;
  }

  /** Begins a file, with a byte order mark if the dialect has one. */
  public static CsvLines begin(Appendable out, CsvDialect dialect) throws IOException {
    if (dialect.hasByteOrderMark()) {
      out.append('\uFEFF');
    }
    return new CsvLines(out, dialect);
  }

  /** Adds a text to the line. */
  public CsvLines text(String text) throws IOException {
    return cell(CsvText.text(text, dialect.delimiter()));
  }

  /**
   * Adds a number to the line.
   *
   * @param number with a decimal point and without exponent; empty if there is none
   */
  public CsvLines number(String number) throws IOException {
    return cell(dialect.decimal() == '.' ? number : number.replace('.', dialect.decimal()));
  }

  private CsvLines cell(String cell) throws IOException {
    if (!first) {
      out.append(dialect.delimiter());
    }
    first = false;
    out.append(cell);
    return this;
  }

  /** Ends the line. */
  public void end() throws IOException {
    out.append("\r\n");
    first = true;
  }
}
