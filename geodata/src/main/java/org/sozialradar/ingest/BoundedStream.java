package org.sozialradar.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacked content that ends with an {@link InputRejectedException} where it exceeds its limit, so
 * that a small file cannot unpack to one that fills the machine.
 */
public final class BoundedStream extends FilterInputStream {
  private static final IssueType TOO_LARGE =
      IssueType.error(
          "unpacked-too-large",
          "Der entpackte Inhalt ist größer als erlaubt (%s Byte).",
          "The unpacked content is larger than allowed (%s bytes).");

  private final long limit;
  private final String file;
  private long read;

  /**
   * Bounds a stream.
   *
   * @param in unpacked bytes
   * @param limit bytes that are accepted
   * @param file name for the message
   */
  public BoundedStream(InputStream in, long limit, String file) {
    super(in);
    this.limit = limit;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int number = super.read(buffer, offset, length);
    if (number > 0) {
      count(number);
    }
    return number;
  }

  @Override
  public long skip(long number) throws IOException {
    long skipped = super.skip(number);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long number) {
    read += number;
    if (read > limit) {
      throw new InputRejectedException(TOO_LARGE.at(IssuePlace.ofFile(file), "", limit));
    }
  }
}
