package org.sozialradar.server.snapshot;

import java.time.Duration;

/**
 * How a store is followed.
 *
 * @param period how often it is asked for a new revision
 * @param keep how long a revision that was replaced still answers
 * @param mostKept most revisions that were replaced and still answer
 */
public record Following(Duration period, Duration keep, int mostKept) {
  public Following {
    if (period.isNegative() || period.isZero() || keep.isNegative() || mostKept < 1) {
      throw new IllegalArgumentException("not to be followed: " + period + ", " + keep);
    }
  }
}
