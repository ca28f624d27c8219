package org.sozialradar.ingest.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A reader that fails if one record takes too many characters: a quote that is never closed would
 * otherwise read the whole file into one cell.
 */
final class RecordBudget extends FilterReader {
  private final long budget;
  private long left;

  RecordBudget(Reader in, long budget) {
    super(in);
    this.budget = budget;
    this.left = budget;
  }

  /** A record is too long. */
  static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A record ended; the next one has the whole budget. */
  void renew() {
    left = budget;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    spend(character < 0 ? 0 : 1);
    return character;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int number = super.read(buffer, offset, length);
    spend(Math.max(0, number));
    return number;
  }

  private void spend(int number) {
    left -= number;
    if (left < 0) {
      throw new ExceededException();
    }
  }
}
