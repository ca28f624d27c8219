package org.sozialradar.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A body that ends with a problem where it is larger than allowed, or cut off. */
final class BoundedBody extends FilterInputStream {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedBody.class);
  private static final long MOST_DISCARDED = 2 << 20;

  private final long mostBytes;
  private long left;

  BoundedBody(InputStream in, long mostBytes) {
    super(in);
    this.mostBytes = mostBytes;
    left = mostBytes;
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int number = received(buffer, offset, length);
    left -= Math.max(0, number);
    if (left < 0) {
      throw tooLarge(mostBytes);
    }
    return number;
  }

  private int received(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException cutOff) {
      throw ProblemException.of(ProblemType.UPLOAD_CUT_OFF);
    }
  }

  /**
   * Reads on over what is too large but not long: a client that is still sending would else find
   * the connection broken before it reads why. What is longer is left where it is.
   *
   * @param length bytes that the client says it sends
   */
  static void discard(InputStream body, long length) {
    if (length > MOST_DISCARDED) {
      return;
    }
    try {
      body.skipNBytes(length);
    } catch (IOException gone) {
      LOG.debug("a client hung up on its own body", gone);
    }
  }

  static ProblemException tooLarge(long mostBytes) {
    boolean large = mostBytes >= 1 << 20;
    return ProblemException.of(
        ProblemType.BODY_TOO_LARGE,
        large ? (mostBytes >> 20) + " MiB" : (mostBytes >> 10) + " KiB");
  }
}
