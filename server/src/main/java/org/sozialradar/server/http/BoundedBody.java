package org.sozialradar.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A body that ends with a problem where it is larger than allowed, or cut off. */
final class BoundedBody extends FilterInputStream {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedBody.class);
  private static final long MOST_DISCARDED = 64 << 20;
  private static final int MOST_QUIET = 50;
  private static final long PAUSE_MILLIS = 10;

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
   * Hears out a body that is too large for as long as it keeps arriving: a client that is still
   * sending would else find the connection broken before it reads why. One that sends nothing is
   * not waited for.
   */
  static void discard(InputStream body) {
    var heard = new byte[1 << 16];
    long left = MOST_DISCARDED;
    try {
      for (int quiet = 0; quiet < MOST_QUIET && left > 0; quiet++) {
        for (int arrived = body.available(); arrived > 0 && left > 0; arrived = body.available()) {
          left -= Math.max(1, body.read(heard, 0, Math.min(arrived, heard.length)));
          quiet = 0;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException gone) {
      LOG.debug("a client hung up on its own body", gone);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  static ProblemException tooLarge(long mostBytes) {
    boolean large = mostBytes >= 1 << 20;
    return ProblemException.of(
        ProblemType.BODY_TOO_LARGE,
        large ? (mostBytes >> 20) + " MiB" : (mostBytes >> 10) + " KiB");
  }
}
