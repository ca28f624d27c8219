package org.sozialradar.server.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sozialradar.store.Revision;

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

  /**
   * A revision that was replaced.
   *
   * @param since how long ago
   */
  record Replaced(Revision revision, Duration since) {}

  /**
   * Which revisions still answer although they were replaced, the newest first.
   *
   * @param revisions all of a store, the newest first
   */
  List<Replaced> replacedLately(List<Revision> revisions, Instant now) {
    var found = new ArrayList<Replaced>();
    for (int i = 1; i < revisions.size() && found.size() < mostKept; i++) {
      var since = Duration.between(revisions.get(i - 1).createdAt(), now);
      if (since.compareTo(keep) < 0) {
        found.add(new Replaced(revisions.get(i), since));
      }
    }
    return List.copyOf(found);
  }
}
