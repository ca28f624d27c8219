package org.sozialradar.server.http;

import java.time.Duration;

/**
 * What clients must keep to, so that none of them holds a connection for nothing.
 *
 * @param mostConnections most connections at once; beyond them those go that wait longest
 * @param idle how long a connection may go without a whole request; bytes that trickle in do not
 *     count
 * @param bytesPerSecond what a client must at least send of a body, or take of an answer, in the
 *     long run; 0 for no limit
 */
public record Pace(int mostConnections, Duration idle, long bytesPerSecond) {
  /** How long a client may stop altogether before it is cut off for being too slow. */
  static final Duration GRACE = Duration.ofSeconds(10);

  public Pace {
    if (mostConnections < 1 || idle.isNegative() || idle.isZero() || bytesPerSecond < 0) {
      throw new IllegalArgumentException("no such pace: " + mostConnections + ", " + idle);
    }
  }

  /** Bytes that a client may lag behind. */
  long credit() {
    return bytesPerSecond * GRACE.toSeconds();
  }
}
